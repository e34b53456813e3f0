/** The operator's live page: halls, visitors, tick time and bytes, once a second. */

import { apply, lang, setLang, t, type OperatorKey } from './words';

interface Live {
  halls: {
    id: string; name: { zh: string; en: string }; state: 'open' | 'closed'; capacity: number;
    visitors: number; revision: number; rooms: number[];
  }[];
  connections: number;
  tick_hz: number;
  tick_ms: { median: number; p99: number; worst: number };
  bytes_out: number;
  frames_out: number;
  time: number;
}

interface Sample {
  bytes: number;
  frames: number;
  visitors: number;
  tick: number;
}

const EVERY_MS = 1000;
const KEEP = 180;
/** Samples that fill the width of a line, at least. */
const LEAST_SPAN = 30;
const root = document.getElementById('live')!;
const history: Sample[] = [];
let before: Live | null = null;

function make<K extends keyof HTMLElementTagNameMap>(tag: K, className = '', text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function keyed(tag: 'h1' | 'h2' | 'th' | 'p' | 'span', key: OperatorKey, className = ''): HTMLElement {
  const element = make(tag, className, t(key));
  element.dataset['t'] = key;
  return element;
}

const status = make('span', 'status');
const tiles = new Map<string, { value: HTMLElement; note: HTMLElement; line: HTMLCanvasElement }>();
const rows = make('tbody');

function build(): void {
  const language = make('button', '', lang() === 'en' ? '中文' : 'English');
  language.onclick = () => {
    setLang(lang() === 'en' ? 'zh-CN' : 'en');
    language.textContent = lang() === 'en' ? '中文' : 'English';
    apply(root);
    if (before) show(before, null);
  };
  const head = make('header');
  const park = make('a', '', '');
  park.href = '/';
  park.append(keyed('span', 'park'));
  head.append(keyed('h1', 'title'), status, park, language);
  const grid = make('section', 'tiles');
  for (const key of ['visitors', 'tick', 'bytes', 'frames'] as const) grid.append(tile(key));
  root.append(head, grid, keyed('h2', 'halls'), table());
}

function tile(key: 'visitors' | 'tick' | 'bytes' | 'frames'): HTMLElement {
  const box = make('article');
  const [value, note, line] = [make('strong'), make('small'), make('canvas')];
  tiles.set(key, { value, note, line });
  box.append(keyed('span', key), value, note, line);
  return box;
}

function table(): HTMLElement {
  const wrap = make('div', 'table');
  const sheet = make('table');
  const head = make('tr');
  for (const key of ['hall', 'state', 'people', 'rooms', 'revision'] as const) head.append(keyed('th', key));
  const top = make('thead');
  top.append(head);
  sheet.append(top, rows);
  wrap.append(sheet);
  return wrap;
}

async function poll(): Promise<void> {
  try {
    const response = await fetch('/api/v1/live', { headers: { 'Accept-Language': lang() } });
    if (response.status === 401 || response.status === 403) return stop('signin');
    if (!response.ok) throw new Error(String(response.status));
    const live = (await response.json()) as Live;
    show(live, before);
    before = live;
    say('fresh', true);
  } catch {
    say('stale', false);
  }
  setTimeout(() => void poll(), EVERY_MS);
}

function stop(key: OperatorKey): void {
  say(key, false);
}

function say(key: OperatorKey, good: boolean): void {
  status.dataset['t'] = key;
  status.textContent = t(key);
  status.classList.toggle('good', good);
}

function show(live: Live, last: Live | null): void {
  const visitors = live.halls.reduce((sum, hall) => sum + hall.visitors, 0);
  if (last) {
    const seconds = Math.max(0.001, live.time - last.time);
    // A server that began anew counts from nothing again: no rate is below nothing.
    const rate = (now: number, then: number): number => Math.max(0, now - then) / seconds;
    history.push({
      bytes: rate(live.bytes_out, last.bytes_out), frames: rate(live.frames_out, last.frames_out),
      visitors, tick: live.tick_ms.p99,
    });
    if (history.length > KEEP) history.shift();
  }
  const now = history[history.length - 1];
  const { median, p99, worst } = live.tick_ms;
  fill('visitors', String(visitors), t('connections', { n: live.connections }), history.map((s) => s.visitors));
  fill('tick', `${p99.toFixed(1)} ms`, t('ticks', { median: median.toFixed(2), worst: worst.toFixed(1), hz: live.tick_hz }), history.map((s) => s.tick));
  fill('bytes', `${amount(now?.bytes ?? 0)}/s`, t('sum', { n: amount(live.bytes_out) }), history.map((s) => s.bytes));
  fill('frames', `${Math.round(now?.frames ?? 0)}/s`, t('sum', { n: live.frames_out.toLocaleString() }), history.map((s) => s.frames));
  rows.replaceChildren(...live.halls.map(hallRow));
}

function hallRow(hall: Live['halls'][number]): HTMLElement {
  const row = make('tr');
  const name = make('td');
  const link = make('a', '', lang() === 'en' ? hall.name.en : hall.name.zh);
  link.href = `/h/${hall.id}`;
  name.append(link, make('small', '', hall.id));
  const state = make('td');
  state.append(make('span', `state ${hall.state}`, t(hall.state)));
  const people = make('td');
  const meter = make('meter');
  meter.max = hall.capacity;
  meter.value = hall.visitors;
  people.append(make('b', '', `${hall.visitors} / ${hall.capacity}`), meter);
  row.append(name, state, people, make('td', '', hall.rooms.join(' · ')), make('td', '', String(hall.revision)));
  return row;
}

function fill(key: string, value: string, note: string, line: number[]): void {
  const shown = tiles.get(key)!;
  shown.value.textContent = value;
  shown.note.textContent = note;
  draw(shown.line, line);
}

/** The last minutes as a line, from zero to the highest. */
function draw(canvas: HTMLCanvasElement, values: number[]): void {
  const [width, height] = [canvas.clientWidth * devicePixelRatio, canvas.clientHeight * devicePixelRatio];
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  const top = Math.max(...values, 1e-6) * 1.15;
  const span = Math.max(LEAST_SPAN, values.length) - 1;
  const at = (i: number): [number, number] =>
    [width - ((values.length - 1 - i) / span) * width, height - (values[i]! / top) * (height - 4) - 2];
  if (values.length < 2) return;
  context.beginPath();
  values.forEach((_, i) => context.lineTo(...at(i)));
  context.lineWidth = 2 * devicePixelRatio;
  context.strokeStyle = '#1f5a41';
  context.stroke();
  context.lineTo(width, height);
  context.lineTo(at(0)[0], height);
  context.fillStyle = 'rgba(31, 90, 65, 0.1)';
  context.fill();
}

function amount(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes, unit = 0;
  for (; value >= 1000 && unit < units.length - 1; unit++) value /= 1000;
  return `${value.toFixed(unit && value < 100 ? 1 : 0)} ${units[unit]!}`;
}

build();
apply(root);
void poll();
