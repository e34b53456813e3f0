/** What somebody leaves to be answered, checked while it can still be put right. Pure. */

import type { Contact } from './api';
import type { BusinessKey } from './words';

const PHONE = /^\+?[\d][\d\s-]{5,18}\d$/;
const CHINESE_MOBILE = /^(?:\+?86)?1[3-9]\d{9}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** By field, what is wrong with it. */
export type Faults = Partial<Record<string, BusinessKey>>;

/** Every fault of a contact at once. */
export function faultsOf({ name, phone, email }: Contact, consent: boolean): Faults {
  const faults: Faults = {};
  if (!name.trim()) faults['name'] = 'form.required';
  if (!phone.trim() && !email.trim()) faults['phone'] = 'form.need.contact';
  if (phone.trim() && !isPhone(phone)) faults['phone'] = 'form.bad.phone';
  if (email.trim() && !EMAIL.test(email.trim())) faults['email'] = 'form.bad.email';
  if (!consent) faults['consent'] = 'form.need.consent';
  return faults;
}

/** A number of eleven digits that begins with 1 is a Chinese mobile, and must be a real one. */
function isPhone(text: string): boolean {
  const bare = text.replace(/[\s-]/g, '');
  return /^1\d{10}$/.test(bare) ? CHINESE_MOBILE.test(bare) : PHONE.test(text.trim());
}
