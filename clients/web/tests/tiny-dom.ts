/**
 * As much of a browser's document as the page's own code uses, and no more. Import it first:
 * it puts `document`, `location`, `localStorage` and the like where modules look for them.
 */

import { vi } from 'vitest';

type Child = TinyElement | string;

class ClassList {
  private readonly names = new Set<string>();
  add(...names: string[]): void { for (const name of names) if (name) this.names.add(name); }
  remove(...names: string[]): void { for (const name of names) this.names.delete(name); }
  contains(name: string): boolean { return this.names.has(name); }
  toggle(name: string, on = !this.names.has(name)): boolean {
    if (on) this.names.add(name);
    else this.names.delete(name);
    return on;
  }
  get value(): string { return [...this.names].join(' '); }
  set value(text: string) {
    this.names.clear();
    this.add(...text.split(/\s+/));
  }
}

class Style {
  [name: string]: unknown;
  private readonly own = new Map<string, string>();
  setProperty(name: string, value: string): void { this.own.set(name, value); }
  getPropertyValue(name: string): string { return this.own.get(name) ?? ''; }
}

export class TinyElement extends EventTarget {
  readonly classList = new ClassList();
  readonly style = new Style();
  readonly dataset: Record<string, string> = {};
  childNodes: Child[] = [];
  parent: TinyElement | null = null;
  id = '';
  title = '';
  lang = '';
  hidden = false;
  disabled = false;
  value = '';
  checked = false;
  type = '';
  placeholder = '';
  offsetWidth = 100;
  onclick: (() => void) | null = null;
  box = { left: 0, top: 0, width: 100, height: 100 };
  private readonly attributes = new Map<string, string>();

  constructor(readonly tag: string) { super(); }

  get className(): string { return this.classList.value; }
  set className(text: string) { this.classList.value = text; }
  get children(): TinyElement[] { return this.childNodes.filter((child): child is TinyElement => child instanceof TinyElement); }
  get firstChild(): TinyElement | null { return this.children[0] ?? null; }
  get lastElementChild(): TinyElement | null { return this.children.at(-1) ?? null; }
  get childElementCount(): number { return this.children.length; }
  get parentElement(): TinyElement | null { return this.parent; }
  get isConnected(): boolean { return this === page.body || this === page.documentElement || (this.parent?.isConnected ?? false); }
  get textContent(): string { return this.childNodes.map((child) => (typeof child === 'string' ? child : child.textContent)).join(''); }
  set textContent(text: string) { this.replaceChildren(...(text ? [text] : [])); }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
    if (name === 'class') this.className = value;
    if (name === 'type') this.type = value;
    if (name.startsWith('data-')) this.dataset[name.slice(5).replace(/-(\w)/g, (_, c: string) => c.toUpperCase())] = value;
  }
  getAttribute(name: string): string | null { return this.attributes.get(name) ?? null; }
  removeAttribute(name: string): void { this.attributes.delete(name); }
  contains(other: TinyElement | null): boolean { return other === this || (other?.parent ? this.contains(other.parent) : false); }
  hasAttribute(name: string): boolean {
    const key = name.slice(5).replace(/-(\w)/g, (_, c: string) => c.toUpperCase());
    return this.attributes.has(name) || (name.startsWith('data-') && key in this.dataset);
  }

  append(...children: Child[]): void {
    for (const child of children) {
      if (child instanceof TinyElement) {
        child.remove();
        child.parent = this;
      }
      this.childNodes.push(child);
    }
  }
  prepend(...children: Child[]): void {
    const kept = this.childNodes;
    this.childNodes = [];
    this.append(...children);
    this.childNodes.push(...kept);
  }
  replaceChildren(...children: Child[]): void {
    for (const child of this.children) child.parent = null;
    this.childNodes = [];
    this.append(...children);
  }
  remove(): void {
    if (this.parent) this.parent.childNodes = this.parent.childNodes.filter((child) => child !== this);
    this.parent = null;
  }

  focus(): void { page.activeElement = this; }
  scrollIntoView(): void { /* There is nothing to scroll. */ }
  setPointerCapture(): void { /* There is one pointer: it is always captured. */ }
  getBoundingClientRect(): TinyElement['box'] { return this.box; }

  /** Everything below, in the order of the page. */
  *below(): Iterable<TinyElement> {
    for (const child of this.children) {
      yield child;
      yield* child.below();
    }
  }
  querySelectorAll(selector: string): TinyElement[] {
    const wanted = selector.split(',').map((one) => one.trim().split(/\s+/));
    return [...this.below()].filter((element) => wanted.some((path) => element.isAt(path)));
  }
  querySelector(selector: string): TinyElement | null { return this.querySelectorAll(selector)[0] ?? null; }

  /** Do what a finger on it does: nothing when it is disabled. */
  click(): void {
    if (this.disabled) return;
    this.onclick?.();
    this.dispatchEvent(new Event('click'));
  }

  private isAt(path: string[]): boolean {
    if (!this.matches(path.at(-1)!)) return false;
    let above = this.parent;
    for (let at = path.length - 2; at >= 0; at--) {
      const step = path[at]!;
      while (above && !above.matches(step)) above = above.parent;
      if (!above) return false;
      above = above.parent;
    }
    return true;
  }
  private matches(step: string): boolean {
    const [tag] = /^[a-z0-9]*/i.exec(step)!;
    if (tag && tag !== this.tag) return false;
    if (step.includes(':not(:disabled)') && this.disabled) return false;
    const classes = [...step.matchAll(/\.([\w-]+)/g)].every(([, name]) => this.classList.contains(name!));
    return classes && [...step.matchAll(/\[([\w-]+)\]/g)].every(([, name]) => this.hasAttribute(name!));
  }
}

class TinyInput extends TinyElement {}

class TinyDocument extends EventTarget {
  readonly documentElement = new TinyElement('html');
  readonly body = new TinyElement('body');
  activeElement: TinyElement | null = null;
  pointerLockElement: TinyElement | null = null;
  hidden = false;
  title = '';

  createElement(tag: string): TinyElement { return tag === 'input' ? new TinyInput(tag) : new TinyElement(tag); }
  createElementNS(_: string, tag: string): TinyElement { return new TinyElement(tag); }
  getElementById(id: string): TinyElement | null { return [...this.body.below()].find((element) => element.id === id) ?? null; }
  querySelectorAll(selector: string): TinyElement[] { return this.body.querySelectorAll(selector); }
  exitPointerLock(): void { this.pointerLockElement = null; }
}

/** What a browser keeps between visits; `full` makes it refuse, as private windows do. */
export class TinyStorage {
  full = false;
  private readonly items = new Map<string, string>();
  getItem(key: string): string | null {
    if (this.full) throw new DOMException('forbidden', 'SecurityError');
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  }
  clear(): void { this.items.clear(); }
}

export const page = new TinyDocument();
export const storage = new TinyStorage();
export const tab = new EventTarget();
export const place = { pathname: '/', search: '', protocol: 'http:', host: 'localhost:8000', reload: vi.fn() };
/** Media queries that hold. */
export const media = new Set<string>();

/** Put an element with an id on the page. */
export function put(tag: string, id: string): TinyElement {
  const element = page.createElement(tag);
  element.id = id;
  page.body.append(element);
  return element;
}

/** An event with whatever it carries. */
export function happen(target: EventTarget, type: string, carries: Record<string, unknown> = {}): Event {
  const event = new Event(type, { cancelable: true });
  for (const [name, value] of Object.entries(carries)) Object.defineProperty(event, name, { value });
  target.dispatchEvent(event);
  return event;
}

vi.stubGlobal('document', page);
vi.stubGlobal('localStorage', storage);
vi.stubGlobal('location', place);
vi.stubGlobal('navigator', { language: 'zh-CN', userAgent: 'Mozilla/5.0', onLine: true });
vi.stubGlobal('matchMedia', (query: string) => ({ matches: media.has(query) }));
vi.stubGlobal('HTMLElement', TinyElement);
vi.stubGlobal('HTMLInputElement', TinyInput);
vi.stubGlobal('innerWidth', 1000);
vi.stubGlobal('getComputedStyle', (element: TinyElement) => element.style);
vi.stubGlobal('addEventListener', tab.addEventListener.bind(tab));
vi.stubGlobal('removeEventListener', tab.removeEventListener.bind(tab));
