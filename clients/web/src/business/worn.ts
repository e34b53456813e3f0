/** The same inside a headset: lists and cards before the eyes, nothing to type; a phone takes over. */

import { lang, onLang } from '../i18n';
import type { Names } from '../names';
import type { Stage, XrCard } from '../stage-api';
import type { SceneNode } from '../world/scene';
import type { World } from '../world/world';
import type { Company, Unit } from './api';
import { fromScene } from './from-scene';
import { companiesCard, companyXrCard, freeXrCard, phoneCard, unitsCard, unitXrCard } from './headset';
import { placePath } from './links';
import type { Records } from './records';
import type { Place } from './way';

export interface WornHost {
  world: World;
  names: Names;
  stage(): Stage | null;
}

/** What is before the eyes. */
type View =
  | { what: 'companies'; all: Company[] | null; page: number }
  | { what: 'units'; all: Unit[] | null; page: number }
  | { what: 'company'; company: Company }
  | { what: 'unit'; unit: Unit }
  | { what: 'free'; hall: string; node: string }
  | { what: 'phone'; path: string };

/** Buttons of these cards are told from others by this. */
export const MINE = 'b:';

export class Worn {
  private view: View | null = null;
  private before: View | null = null;
  private coloured = false;

  constructor(
    private readonly records: Records, private readonly host: WornHost,
    private readonly go: (place: Place) => Promise<boolean>, private readonly colour: (on: boolean) => void,
  ) {
    onLang(() => this.view && this.draw());
  }

  /** Something of the hall was pointed at. */
  space(node: string, found: SceneNode): void {
    const { world } = this.host;
    const hall = world.hall!.id;
    if (found.tenant) void this.showCompany(fromScene(world, node, found));
    else if (found.booth) this.show({ what: 'free', hall, node });
    else if (found.unit) void this.showUnit(node);
    else void this.showList('companies');
  }

  /** A button of a card was pressed. */
  async press(button: string): Promise<void> {
    const [act, id = ''] = button.slice(MINE.length).split(/:(.*)/s);
    const { view } = this;
    if (act === 'close') return this.show(null);
    if (act === 'companies' || act === 'units') return this.showList(act);
    if (act === 'company' && view?.what === 'companies') return this.showCompany(view.all!.find((company) => company.id === id)!);
    if (act === 'unit' && view?.what === 'units') return this.show({ what: 'unit', unit: view.all!.find(({ node }) => node === id)! });
    if (act === 'page' && view && 'page' in view) return this.show({ ...view, page: view.page + 1 });
    if (act === 'back') return this.back();
    if (act === 'phone') return this.show({ what: 'phone', path: this.path() });
    if (act === 'colour') this.paint(!this.coloured);
    if (act === 'go') return this.leave();
  }

  private async leave(): Promise<void> {
    const { view } = this;
    if (view?.what === 'unit') this.paint(true);
    this.show(null);
    if (view?.what === 'unit') await this.go(view.unit);
    if (view?.what === 'company' && view.company.booth) await this.go(view.company.booth);
  }

  private back(): void {
    if (this.view?.what === 'phone' && this.before) return this.show(this.before);
    void this.showList(this.view?.what === 'unit' ? 'units' : 'companies');
  }

  private async showList(what: 'companies' | 'units'): Promise<void> {
    const waiting: View = { what, all: null, page: 0 };
    this.show(waiting);
    const view: View = what === 'companies'
      ? { what, all: await this.records.companies().catch(() => []), page: 0 }
      : { what, all: await this.records.units().catch(() => []), page: 0 };
    if (this.view === waiting) this.show(view);
  }

  private async showCompany(company: Company): Promise<void> {
    const view: View = { what: 'company', company };
    this.show(view);
    const full = await this.records.company(company.id).catch(() => null);
    if (full && this.view === view) this.show({ what: 'company', company: { ...full, booth: full.booth ?? company.booth } });
  }

  private async showUnit(node: string): Promise<void> {
    const unit = (await this.records.units().catch(() => [])).find((each) => each.node === node);
    if (unit) this.show({ what: 'unit', unit });
  }

  private paint(on: boolean): void {
    this.coloured = on;
    this.colour(on);
    this.draw();
  }

  private show(view: View | null): void {
    if (view?.what === 'phone') this.before = this.view;
    this.view = view;
    this.draw();
  }

  private draw(): void {
    const { view } = this;
    this.host.stage()?.xr.card(view && marked(this.cardOf(view)));
  }

  private cardOf(view: View): XrCard {
    switch (view.what) {
      case 'companies': return companiesCard(view.all, view.page, lang());
      case 'units': return unitsCard(view.all, view.page, this.coloured, lang());
      case 'company': return companyXrCard(view.company, lang());
      case 'unit': return unitXrCard(view.unit, lang());
      case 'free': return freeXrCard(this.host.world.nodes.get(view.node)?.booth?.no ?? '', lang());
      case 'phone': return phoneCard(location.host + view.path, view.path, lang());
    }
  }

  /** Where a phone finds the same. */
  private path(): string {
    const { view } = this;
    const here = this.host.world.hall!.id;
    if (view?.what === 'company') return placePath(view.company.booth?.hall ?? here, 'company', view.company.id);
    if (view?.what === 'unit') return placePath(view.unit.hall, 'unit', view.unit.node);
    return `/h/${here}?show=${view?.what === 'units' ? 'units' : 'services'}`;
  }
}

const marked = (card: XrCard): XrCard => ({
  ...card,
  buttons: card.buttons.map(({ id, label }) => ({ id: MINE + id, label })),
  list: (card.list ?? []).map(({ id, label }) => ({ id: MINE + id, label })),
});
