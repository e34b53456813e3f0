import { describe, expect, it } from 'vitest';

import { deedOf } from '../../src/guide/deeds';
import { applyPath, isAskers, offerOf, offerWords } from '../../src/guide/offers';
import { actOf } from './samples';

const of = (action: string, args: Record<string, unknown> = {}, state: 'begun' | 'done' | 'refused' = 'done') => offerOf(actOf({ action, args, state }));

describe('what a guide has opened', () => {
  it.each(['units', 'companies', 'register', 'visit', 'contact', 'privacy'])('the page %s', (page) => {
    expect(of('open_page', { page })).toMatchObject({ do: 'page', page });
  });

  it('is nothing for pages that there are not, and for what was refused', () => {
    expect([of('open_page', { page: 'javascript:alert(1)' }), of('open_page'), of('open_page', { page: 'units' }, 'refused'), of('point_at', { node: 'x' })])
      .toEqual([null, null, null, null]);
  });

  it('forms keep what they are about, and days that are days', () => {
    expect(of('offer_lead_form', { wants: '两千平米厂房' })).toMatchObject({ page: 'contact', about: '两千平米厂房' });
    expect(of('book_visit', { day: '2026-12-01' })).toMatchObject({ page: 'visit', day: '2026-12-01' });
    expect(of('book_visit', { day: 'tomorrow' })).toMatchObject({ page: 'visit', day: '' });
    expect(of('call_staff', { why: '价格' })).toEqual({ do: 'staff' });
  });

  it('an application takes the fields that it knows, as text of bearable length', () => {
    const offer = of('prefill_registration', { values: { name: '云帆', wants_booth: true, phone: '13800000000', brief: 'x'.repeat(900), industry: 5 } });
    expect(offer).toEqual({ do: 'prefill', values: { name: '云帆', brief: 'x'.repeat(500), wants_booth: true } });
    expect(of('prefill_registration', { values: 'all of them' })).toEqual({ do: 'prefill', values: {} });
  });

  it('each has its words', () => {
    expect(offerWords(of('open_page', { page: 'units' })!)).toBe('open.units');
    expect(offerWords({ do: 'prefill', values: {} })).toBe('open.prefill');
    expect(isAskers({ action: 'book_visit' }) && !isAskers({ action: 'explode_exhibit' })).toBe(true);
  });

  it('what was said stays in the browser: it is in the fragment, which is not sent', () => {
    const path = applyPath({ name: '云帆#智能' });
    expect(path.split('#')[0]).toBe('/desk/apply');
    expect(JSON.parse(decodeURIComponent(new URL(path, 'http://park').hash.slice('#prefill='.length)))).toEqual({ name: '云帆#智能' });
    expect(applyPath({})).toBe('/desk/apply');
  });
});

it('deeds in the hall have words and a node', () => {
  expect(deedOf(actOf({ action: 'lead_to', args: { node: 'pump' } }))).toEqual({ key: 'act.lead_to', node: 'pump' });
  expect(deedOf(actOf({ action: 'explode_exhibit', args: { node: 'pump', amount: 0 } }))).toEqual({ key: 'act.assemble', node: 'pump' });
  expect(deedOf(actOf({ action: 'explode_exhibit', args: { node: 4 } }))).toEqual({ key: 'act.explode_exhibit', node: '' });
  expect(deedOf(actOf({ action: 'open_page' }))).toBeNull();
});
