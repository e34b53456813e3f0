import { page, place, put, type TinyElement } from '../tiny-dom';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { HeadsetButton } from '../../src/headset';
import { Hover } from '../../src/hover';
import { setLang } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';
import { WireError } from '../../src/net/requests';
import type { Stage, XrControl } from '../../src/stage-api';
import { Trouble } from '../../src/trouble';
import { Hud } from '../../src/ui/hud';
import { Splash } from '../../src/ui/splash';

const root = put('div', 'hud');
const splashRoot = put('div', 'splash');
for (const name of ['text', 'park', 'hall', 'fill']) splashRoot.append(put('div', `splash-${name}`));

function hud() {
  root.replaceChildren();
  const actions = { people: vi.fn(), places: vi.fn(), help: vi.fn(), settings: vi.fn(), me: vi.fn(), vr: vi.fn() };
  return { actions, hud: new Hud(actions) };
}

const find = (selector: string): TinyElement => root.querySelector(selector)!;
const toasts = (): string[] => find('.toasts').children.map((one) => one.textContent);

beforeEach(() => {
  vi.useFakeTimers();
  setLang('zh-CN');
  splashRoot.className = '';
});
afterEach(() => void vi.useRealTimers());

describe('what floats over the park', () => {
  it('names the place, in the tab as well', () => {
    const { hud: shown } = hud();
    shown.setNames('灵境', '剧场');
    expect([find('.park').textContent, find('.hall').textContent, page.title]).toEqual(['灵境', '剧场', '剧场 · 灵境']);
    shown.setNames('灵境', '');
    expect(page.title).toBe('灵境');
  });

  it('counts people, in words for those who listen', () => {
    const { hud: shown } = hud();
    shown.setPeople(1, true);
    expect(find('.people').getAttribute('aria-label')).toBe(zh['bar.people.one']);
    shown.setPeople(12, false);
    expect(find('.people').textContent).toContain('12');
    expect(find('.dot').classList.contains('off')).toBe(true);
  });

  it('says in the other language what is there already', () => {
    const { hud: shown } = hud();
    shown.setPeople(12, true);
    shown.setBanner('status.offline');
    find('.letter').click();
    shown.translate();
    expect(find('.banner').textContent).toBe(en['status.offline']);
    expect(find('.people').title).toBe('12 people here');
    expect(find('.letter').textContent).toBe('中');
  });

  it('lets words go by themselves, and never piles them up', () => {
    const { hud: shown } = hud();
    for (let i = 0; i < 10; i++) shown.toast(`${i}`);
    expect(toasts().length).toBeLessThanOrEqual(3);
    expect(toasts().at(-1)).toBe('9');
    vi.advanceTimersByTime(10_000);
    expect(toasts()).toEqual([]);
  });

  it('shows the code of what went wrong', () => {
    hud().hud.toast('不行', 'stale');
    expect(toasts()[0]).toContain('stale');
  });

  it('keeps a label on the screen', () => {
    const { hud: shown } = hud();
    shown.setLabel('减速器', 995, 20);
    const [, left] = /translate\((.*)px, /.exec(find('.label').style['transform'] as string)!;
    expect(Number(left) + find('.label').offsetWidth).toBeLessThanOrEqual(1000);
    shown.setLabel(null);
    expect(find('.label').hidden).toBe(true);
  });

  it.each(['places', 'help', 'settings', 'vr'] as const)('leads to %s', (name) => {
    const { actions } = hud();
    for (const button of root.querySelectorAll('button')) button.click();
    expect(actions[name]).toHaveBeenCalled();
  });
});

describe('the headset button', () => {
  function headset(ready: boolean, secure = true) {
    const { hud: shown } = hud();
    vi.stubGlobal('window', { isSecureContext: secure });
    const xr = {
      supported: vi.fn(() => Promise.resolve(ready)), enter: vi.fn(() => Promise.resolve()),
      leave: vi.fn(() => Promise.resolve()), active: vi.fn(() => false), onTeleport: vi.fn(), card: vi.fn(), caption: vi.fn(),
    } satisfies XrControl;
    const panels = { explainVr: vi.fn() };
    const button = new HeadsetButton(shown, panels as never);
    return { button, xr, panels };
  }

  it.each([
    [true, true, zh['bar.vr']], [false, true, zh['vr.none']], [false, false, zh['vr.https']],
  ])('with a headset %s and HTTPS %s says %s', async (ready, secure, said) => {
    const { button, xr } = headset(ready, secure);
    await button.watch(xr);
    expect(find('.vr').getAttribute('aria-label')).toContain(said);
  });

  it('enters, leaves, or explains', async () => {
    const { button, xr, panels } = headset(true);
    await button.press();
    expect(xr.enter).not.toHaveBeenCalled();
    await button.watch(xr);
    await button.press();
    expect(xr.enter).toHaveBeenCalledOnce();
    xr.active.mockReturnValue(true);
    await button.press();
    expect(xr.leave).toHaveBeenCalledOnce();
    xr.active.mockReturnValue(false);
    xr.supported.mockResolvedValue(false);
    await button.press();
    expect(panels.explainVr).toHaveBeenCalledExactlyOnceWith('none');
  });

  it('says why when the headset refuses', async () => {
    const { button, xr } = headset(true);
    xr.enter.mockRejectedValue(new Error('busy'));
    await button.watch(xr);
    await button.press();
    expect(toasts()[0]).toContain('busy');
  });
});

describe('trouble', () => {
  function trouble() {
    const { hud: shown } = hud();
    const splash = new Splash();
    return { trouble: new Trouble(shown, splash), splash };
  }
  const banner = (): string | null => (find('.banner').hidden ? null : find('.banner').textContent);

  it('says that the line is cut while it is, and that it is back when it is', () => {
    const { trouble: told } = trouble();
    told.status('online', '', '');
    expect([banner(), toasts()]).toEqual([null, []]);
    told.status('reconnecting', '', '');
    expect(banner()).toBe(zh['status.reconnecting']);
    told.status('offline', '', '');
    expect(banner()).toBe(zh['status.offline']);
    told.status('online', '', '');
    expect([banner(), toasts()]).toEqual([null, [zh['status.back']]]);
  });

  it('before the first view says that it keeps trying', () => {
    trouble().trouble.status('connecting', '', '');
    expect(page.getElementById('splash-text')!.textContent).toBe(zh['splash.retrying']);
  });

  it('that ends the visit offers to load the page again; leaving by oneself does not', () => {
    const { trouble: told } = trouble();
    told.status('ended', 'left', '');
    expect(splashRoot.classList.contains('refused')).toBe(false);
    told.status('ended', 'connection_replaced', '已在别处打开');
    expect(page.getElementById('splash-text')!.textContent).toBe('已在别处打开');
    splashRoot.querySelector('.buttons button')!.click();
    expect(place.reload).toHaveBeenCalledOnce();
  });

  it.each([['hall_full', zh['refused.hall_full']], ['hall_closed', zh['refused.hall_closed']], ['odd', '怪事']])('%s is said in words', (code, said) => {
    const { trouble: told } = trouble();
    const again = vi.fn();
    told.refused(new WireError(code, '怪事'), again, null);
    expect(page.getElementById('splash-text')!.textContent).toContain(said);
    const buttons = splashRoot.querySelectorAll('.buttons button');
    expect(buttons).toHaveLength(1);
    buttons[0]!.click();
    expect(again).toHaveBeenCalledOnce();
    expect(splashRoot.classList.contains('refused')).toBe(false);
  });

  it.each([
    [new WireError('timeout', 'timeout'), zh['error.timeout']],
    [new WireError('disconnected', 'disconnected'), zh['error.offline']],
    [new WireError('stale', '场景已变'), '场景已变'],
    [new Error('odd'), 'odd'],
    ['thrown words', 'thrown words'],
  ])('%s is told', (error, said) => {
    trouble().trouble.failed(error);
    expect(toasts()[0]).toContain(said);
  });

  it('tells one word about missing pictures, not a hundred', () => {
    const { trouble: told } = trouble();
    for (let i = 0; i < 100; i++) told.assetFailed();
    expect(toasts()).toHaveLength(1);
  });
});

describe('a resting mouse', () => {
  it('is looked below about ten times a second, and not while it drags', () => {
    const { hud: shown } = hud();
    const canvas = page.createElement('canvas');
    const pick = vi.fn(() => ({ node: 'box', part: null, person: null, point: [0, 0, 0], distance: 1 }));
    const hover = new Hover(canvas as never, shown, { describe: (found: unknown) => (found ? '减速器' : null), answers: () => true } as never);
    const stage = { pick } as unknown as Stage;
    hover.at = { x: 5, y: 5 };
    for (let now = 1000; now < 2000; now += 16) hover.update(stage, now, false);
    expect(pick.mock.calls.length).toBeLessThanOrEqual(10);
    expect(find('.label').textContent).toBe('减速器');
    expect(canvas.classList.contains('over')).toBe(true);
    pick.mockClear();
    hover.update(stage, 3000, true);
    expect(pick).not.toHaveBeenCalled();
    expect([find('.label').hidden, canvas.classList.contains('over')]).toEqual([true, false]);
  });
});
