/** The park's records as these panels need them: companies, units, contacts, visits. */

import { lang } from '../i18n';
import type { Localised, UnitStatus, UnitUse } from '../world/scene';
import type { Vec3 } from '../world/viewer';
import type { Booking, BoothPlace, Company, Hold, Proof, Send, Slot, Source, Unit } from './api';
import { type Filled, onceKey } from './form';
import type { Wish } from './units-pane';

const MOST = 200;
const SLOT_DAYS = 21;

interface CompanyBody {
  id: string;
  name: string;
  name_en: string;
  industry: string;
  industry_name: Localised;
  brief: Localised;
  website: string;
  logo: string | null;
  booth: BoothPlace | null;
  since: number | null;
  certificate?: { number: string; state: Proof['state'] } | null;
}

interface UnitBody {
  hall: string; unit: string; no: string; name: string; name_en: string; use: UnitUse; area: number; rent: number; since: string;
  floor_load: number; power: number; height: number; terms: Localised; size: number[]; status: UnitStatus; held_until: number | null;
  hold: { id: string; mine: boolean } | null;
}

interface BookingBody {
  id: string; state: Booking['state']; starts: number; ends: number; people: number; verbs: string[];
}

export function readCompany(body: CompanyBody): Company {
  const { id, name, name_en, industry, industry_name, brief, website, logo, booth, since, certificate } = body;
  return {
    id, name: { zh: name, en: name_en }, division: industry, industry: industry_name, brief,
    website, logo, booth, since: since ?? 0, proof: certificate ?? null,
  };
}

export function readUnit({ unit, since, size, name, name_en, hold, ...rest }: UnitBody): Unit {
  return { ...rest, node: unit, name: { zh: name, en: name_en }, from: since, size: size as unknown as Vec3, mine: hold?.mine ? hold.id : null };
}

const readBooking = ({ verbs, ...rest }: BookingBody, token: string): Booking => ({
  ...rest, token, may: verbs, url: `${location.origin}/my/visit/${token}`, ics: `/api/v1/bookings/own/${token}/visit.ics`,
});

export class Records {
  private days: number | null = null;

  constructor(private readonly send: Send, private readonly csrf: () => Promise<string | null>) {}

  async companies(query = '', industry = ''): Promise<Company[]> {
    const search = new URLSearchParams({ limit: String(MOST), ...(query ? { q: query } : {}), ...(industry ? { industry } : {}) });
    const { companies } = (await this.send('GET', `/companies?${search}`)) as { companies: CompanyBody[] };
    return companies.map(readCompany);
  }

  async company(id: string): Promise<Company> {
    return readCompany((await this.send('GET', `/companies/${encodeURIComponent(id)}`)) as CompanyBody);
  }

  async units(wish: Partial<Wish> = {}): Promise<Unit[]> {
    const { use, minArea, maxRent, by, free } = wish;
    const search = new URLSearchParams({
      ...(use ? { use } : {}), ...(typeof minArea === 'number' ? { min_area: String(minArea) } : {}),
      ...(typeof maxRent === 'number' ? { max_rent: String(Math.round(maxRent * 100)) } : {}), ...(by ? { from: by } : {}), ...(free ? { status: 'free' } : {}),
    });
    const { units, hold_days } = (await this.send('GET', `/units?${search}`)) as { units: UnitBody[]; hold_days: number };
    this.days = hold_days;
    return units.map(readUnit);
  }

  async unit({ hall, node }: Pick<Unit, 'hall' | 'node'>): Promise<Unit> {
    return readUnit((await this.send('GET', `/units/${encodeURIComponent(hall)}/${encodeURIComponent(node)}`)) as UnitBody);
  }

  /** For how many days a hold keeps others away, as the operator has it. */
  async holdDays(): Promise<number> {
    if (this.days === null) await this.units();
    return this.days!;
  }

  /** Leave a contact; answers the receipt, which is a page of one's own too. */
  async lead(filled: Filled, source: Source): Promise<string> {
    const { token } = (await this.post('/leads', contactBody(filled, source))) as { token: string };
    return token;
  }

  async slots(): Promise<Slot[]> {
    const { slots } = (await this.send('GET', `/bookings/slots?days=${SLOT_DAYS}`)) as { slots: Slot[] };
    return slots;
  }

  async book(slot: Slot, people: number, filled: Filled, source: Source): Promise<Booking> {
    const { booking, token } = (await this.post('/bookings', { ...contactBody(filled, source), starts: slot.starts, people })) as { booking: BookingBody; token: string };
    return readBooking(booking, token);
  }

  async cancel(token: string): Promise<Booking> {
    return readBooking((await this.post(`/bookings/own/${encodeURIComponent(token)}/cancel`, {})) as BookingBody, token);
  }

  /** Hold a unit as who one is. */
  async hold({ hall, node }: Unit): Promise<Hold> {
    return (await this.post(`/units/${encodeURIComponent(hall)}/${encodeURIComponent(node)}/holds`, {})) as Hold;
  }

  /** Give one's own hold back. */
  async release(hold: string): Promise<void> {
    await this.change('DELETE', `/holds/${encodeURIComponent(hold)}`);
  }

  /** Have a code sent that proves an address. */
  async code(address: string): Promise<void> {
    await this.post('/leads/codes', { address, lang: lang() });
  }

  /** Be somebody here by the code of an address; false when a second factor is asked for. */
  async prove(address: string, code: string, name: string, token: string): Promise<boolean> {
    const answer = (await this.post('/leads/accounts', { address, code, name, token, lang: lang() })) as Record<string, unknown>;
    return 'csrf' in answer;
  }

  private post(path: string, body: unknown): Promise<unknown> {
    return this.change('POST', path, body);
  }

  /** Whoever is signed in proves that it is this page that asks. */
  private async change(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    const token = await this.csrf();
    return this.send(method, path, body, { 'Idempotency-Key': onceKey(), ...(token ? { 'X-CSRF-Token': token } : {}) });
  }
}

function contactBody({ name, phone, email, company, wish, consent }: Filled, source: Source): Record<string, unknown> {
  return { name, phone, email, company, wants: wish, source, consent: { version: Number(consent) }, lang: lang() };
}
