import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { faultsOf } from '../../src/business/contact';

const GOOD = { name: '王工', phone: '13800138000', email: '', company: '' };

describe('a contact', () => {
  it('needs a name, one way to be reached, and consent; every fault is told at once', () => {
    expect(faultsOf({ name: ' ', phone: '', email: '', company: '' }, false)).toEqual({ name: 'form.required', phone: 'form.need.contact', consent: 'form.need.consent' });
    expect(faultsOf(GOOD, true)).toEqual({});
    expect(faultsOf({ ...GOOD, phone: '', email: 'wang@example.com' }, true)).toEqual({});
  });

  it.each(['+86 138 0013 8000', '021-5555 1234', '+49 30 901820', '86-13800138000'])('may be reached at %s', (phone) => {
    expect(faultsOf({ ...GOOD, phone }, true)).toEqual({});
  });

  it.each(['12345', '12000138000', '1380013800a', 'wang'])('cannot be reached at %s', (phone) => {
    expect(faultsOf({ ...GOOD, phone }, true)).toEqual({ phone: 'form.bad.phone' });
  });

  it.each(['wang', 'wang@example', '@example.com', 'a b@example.com'])('has no letter box at %s', (email) => {
    expect(faultsOf({ ...GOOD, email }, true)).toEqual({ email: 'form.bad.email' });
  });

  it('is judged whatever is typed', () => {
    fc.assert(fc.property(fc.string(), fc.string(), fc.string(), (name, phone, email) => {
      expect(typeof faultsOf({ name, phone, email, company: '' }, true)).toBe('object');
    }));
  });
});
