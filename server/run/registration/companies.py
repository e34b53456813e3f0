"""A resident as others may know it."""

from __future__ import annotations

from server.run.registration.house import SEAT, Company, House
from server.store.registration_records import StoredApplication


async def company_of(house: House, row: StoredApplication) -> Company:
    """The company of an application, with its seat and address when it has them."""
    book, fields = house.archive.registration, row.fields
    seat = await book.seat_of(row.id)
    host = await book.host(seat.custodian) if seat is not None else None
    return Company(
        id=row.id,
        name={"zh": row.title, "en": str(fields.get("name_en") or row.title)},
        brief=brief_of(row),
        industry=row.division,
        credit_code=row.credit_code,
        state=row.state,
        since=float(row.course.get("active_from") or row.changed),
        until=row.course.get("term_until"),
        website=str(fields.get("website") or ""),
        logo=fields.get("logo") or None,
        custodian=host.title if host is not None else None,
        address=host.place if host is not None else None,
        seat=SEAT.format(number=seat.number) if seat is not None else "",
        lang=row.lang,
    )


def brief_of(row: StoredApplication) -> dict[str, str]:
    """What a company says of itself."""
    zh = str(row.fields.get("brief") or "")
    return {"zh": zh, "en": str(row.fields.get("brief_en") or zh)}
