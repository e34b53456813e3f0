import { happen, page, put, type TinyElement } from '../tiny-dom';

import { afterEach, expect, it, vi } from 'vitest';

import { logoOf, wearLogo } from '../../src/ui/logo';

const brand = put('div', 'brand');
const mark = put('span', 'mark');
mark.className = 'mark';
brand.append(mark);
afterEach(() => {
  delete page.documentElement.dataset['logo'];
  mark.className = 'mark';
  mark.replaceChildren();
});

const wear = (): void => wearLogo(brand as unknown as HTMLElement);

it('is ours while the park has none', () => {
  wear();
  expect([mark.children, logoOf()]).toEqual([[], []]);
});

it('takes its place once it has come, and not before', () => {
  page.documentElement.dataset['logo'] = '/assets/abc';
  const made = vi.spyOn(document, 'createElement');
  wear();
  const picture = made.mock.results[0]!.value as unknown as TinyElement;
  expect(mark.children).toEqual([]);
  happen(picture, 'load', {});
  expect([mark.children[0] === picture, mark.classList.contains('own')]).toEqual([true, true]);
  made.mockClear();
  wear();
  expect(made).not.toHaveBeenCalled();
});

it('leaves no gap in a sheet when it does not come', () => {
  page.documentElement.dataset['logo'] = '/assets/abc';
  const [picture] = logoOf() as unknown as TinyElement[];
  brand.append(picture!);
  expect(picture!.getAttribute('alt')).toBe('');
  happen(picture!, 'error', {});
  expect(picture!.parent).toBeNull();
});
