"""The routes of this area; ``server/net/routes.py`` has all of them."""

from __future__ import annotations

from typing import Final

from server.net.accounts.bodies import SignInAnswer
from server.net.forms import FORM
from server.net.promotion import (
    bodies,
    bodies_units,
    bodies_visits,
    guests,
    leads,
    pages,
    units,
    visits,
)
from server.net.route import Route

API: Final = "/api/v1"
LEAD: Final = f"{API}/leads/{{lead}}"
OWN_LEAD: Final = f"{API}/leads/own/{{token}}"
BOOKING: Final = f"{API}/bookings/{{booking}}"
OWN: Final = f"{API}/bookings/own/{{token}}"
UNIT: Final = f"{API}/units/{{hall}}/{{unit}}"
HOLD: Final = f"{API}/holds/{{hold}}"
PAGES: Final = {"limit": "how many, at most 200", "before": "an id: those made before it"}

ROUTES: Final[tuple[Route, ...]] = (
    # leads
    Route("POST", f"{API}/leads", "lead.leave", leads.post_lead,
          "Leave a contact by consent; staff enter what they were told",
          body=bodies.LeftContact, answer=bodies.LeftAnswer, status=202, cost=5),
    Route("POST", f"{API}/leads/codes", "lead.leave", guests.post_codes,
          "Have a code sent that proves an address; the answer is the same for all",
          body=bodies.LeadCodeAsked, status=204, csrf=False, cost=5),
    Route("POST", f"{API}/leads/accounts", "session.open", guests.post_account,
          "Sign in by the code of an address; who has no account gets an investor's",
          body=bodies.LeadAccount, answer=SignInAnswer, csrf=False, cost=5),
    Route("GET", OWN_LEAD, "lead.leave", leads.get_own_lead,
          "What was left with a token", answer=bodies.OwnLead),
    Route("DELETE", OWN_LEAD, "lead.leave", leads.delete_own_lead,
          "Take a contact back: it is deleted at once", status=204, csrf=False),
    Route("GET", f"{API}/leads/funnel", "lead.read", leads.get_funnel,
          "How far the leads of some days came, from where, and why some were lost",
          answer=bodies.FunnelAnswer, query={"days": "of the last so many days, 365 usually"}),
    Route("GET", f"{API}/leads", "lead.read", leads.get_leads, "Leads, newest first",
          answer=bodies.LeadList, personal=True,
          query={**PAGES, "state": "a state, or open", "source": "a kind of source",
                 "owner": "an account's id, or me"}),
    Route("GET", LEAD, "lead.read", leads.get_lead, "One lead with its story",
          answer=bodies.LeadFile, personal=True),
    Route("PATCH", LEAD, "lead.edit", leads.patch_lead,
          "Move a lead, give it an owner or a next date, correct it",
          body=bodies.LeadChange, answer=bodies.LeadAnswer),
    Route("DELETE", LEAD, "lead.edit", leads.delete_lead,
          "Delete a lead, as its person asked: for good", status=204),
    Route("POST", f"{LEAD}/notes", "lead.edit", leads.post_note,
          "Write a line into a lead's story", body=bodies.LeadNote, answer=bodies.LeadFile),
    Route("POST", f"{LEAD}/application", "lead.edit", leads.post_application,
          "Begin an application from a lead, with what is known filled in",
          answer=bodies.BegunAnswer, status=201),
    # visits
    Route("GET", f"{API}/bookings/slots", "booking.ask", visits.get_slots,
          "Times at which a visit can be booked", answer=bodies_visits.SlotList,
          query={"from": "a day, as YYYY-MM-DD; today usually", "days": "at most 62, 14 usually"}),
    Route("GET", f"{API}/bookings/plan", "booking.read", visits.get_plan,
          "When visits are received", answer=bodies_visits.PlanAnswer),
    Route("PUT", f"{API}/bookings/plan", "booking.edit", visits.put_plan,
          "Receive visits at other times; what is booked stays booked",
          body=bodies_visits.PlanBody, answer=bodies_visits.PlanAnswer),
    Route("POST", f"{API}/bookings", "booking.ask", visits.post_booking, "Ask for a visit",
          body=bodies_visits.BookingNew, answer=bodies_visits.BookedAnswer, status=201, cost=5),
    Route("GET", f"{API}/bookings", "booking.read", visits.get_bookings,
          "Visits of a time, earliest first", answer=bodies_visits.BookingList, personal=True,
          query={"from": "a day (YYYY-MM-DD) or Unix time", "to": "the same; before it",
                 "state": "a state, or live", "lead": "a lead's id"}),
    Route("GET", OWN, "booking.ask", visits.get_own, "One's own visit, by its secret",
          answer=bodies_visits.OwnBooking),
    Route("POST", f"{OWN}/cancel", "booking.ask", visits.post_own_cancel,
          "Cancel one's own visit, by its secret", answer=bodies_visits.OwnBooking, csrf=False),
    Route("GET", f"{OWN}/visit.ics", "booking.ask", visits.get_own_calendar,
          "One's own visit as a file for calendars (RFC 5545)", media=visits.CALENDAR),
    Route("GET", BOOKING, "booking.read", visits.get_booking, "One visit",
          answer=bodies_visits.BookingAnswer, personal=True),
    Route("POST", f"{BOOKING}/turns", "booking.edit", visits.post_turn,
          "Confirm, decline or cancel a visit, or note whether they came",
          body=bodies_visits.BookingTurn, answer=bodies_visits.BookingAnswer),
    Route("POST", f"{BOOKING}/reschedule", "booking.edit", visits.post_move,
          "Give a visit another time, which confirms it",
          body=bodies_visits.BookingMove, answer=bodies_visits.BookingAnswer),
    Route("GET", f"{BOOKING}/visit.ics", "booking.read", visits.get_calendar,
          "A visit as a file for calendars (RFC 5545)", media=visits.CALENDAR),
    # space to let
    Route("GET", f"{API}/units", "unit.read", units.get_units,
          "Space to let, the best fit first", answer=bodies_units.UnitList, cost=2,
          query={"q": "words in number, name, use and terms", "use": "what for",
                 "hall": "a hall's id", "status": "free, held or let",
                 "min_area": "m²", "max_area": "m²", "max_rent": "fen per m² and month",
                 "min_load": "kN/m²", "min_power": "kW", "from": "to be had by this day"}),
    Route("GET", UNIT, "unit.read", units.get_unit, "One unit", answer=bodies_units.UnitAnswer),
    Route("PUT", f"{UNIT}/status", "unit.edit", units.put_status,
          "Note that a unit is let, or free again", body=bodies_units.StatusBody,
          answer=bodies_units.UnitAnswer),
    Route("POST", f"{UNIT}/holds", "unit.hold", units.post_hold,
          "Hold a unit; of all who ask at once, one gets it", body=bodies_units.HoldNew,
          answer=bodies_units.HoldAnswer, status=201, may_be_empty=True, cost=2),
    Route("GET", f"{API}/holds", "hold.read", units.get_holds,
          "Holds of units, newest first: one's own, or all for staff",
          answer=bodies_units.HoldList, personal=True,
          query={**PAGES, "state": "a state, or living"}),
    Route("POST", f"{HOLD}/extension", "hold.edit", units.post_extension,
          "Make a hold longer, once", answer=bodies_units.HoldAnswer),
    Route("DELETE", HOLD, "hold.end", units.delete_hold, "Give a unit back", status=204),
    # pages that letters lead to
    Route("GET", "/my/visit/{token}", "booking.ask", pages.get_visit,
          "One's visit as a page", media="text/html"),
    Route("POST", "/my/visit/{token}", "booking.ask", pages.post_visit,
          "Cancel it there", media="text/html", csrf=False, takes=FORM),
    Route("GET", "/my/contact/{token}", "lead.leave", pages.get_contact,
          "The contact one left, as a page", media="text/html"),
    Route("POST", "/my/contact/{token}", "lead.leave", pages.post_contact,
          "Take it back there", media="text/html", csrf=False, takes=FORM),
)  # fmt: skip
