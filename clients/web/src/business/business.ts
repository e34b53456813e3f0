/** Companies, space to let and visits in the visitor's page: who shows what, when, beside what. */

import './business.css';

import { onLang, words as wordsOf } from '../i18n';
import { type Gaze, isNarrow } from '../gaze';
import type { Self } from '../me/self';
import type { Names } from '../names';
import type { Connection } from '../net/connection';
import type { SettingsStore } from '../settings';
import type { Stage } from '../stage-api';
import type { Travel } from '../travel';
import type { Hud } from '../ui/hud';
import { closeSheet } from '../ui/sheet';
import type { Viewer } from '../world/viewer';
import type { NodeChange, World } from '../world/world';
import { type Company, send, type Source, type Unit } from './api';
import { freeBoothCard, serviceCard } from './booth-card';
import { companyCard } from './company-card';
import { Counter } from './counter';
import { Directory } from './directory';
import { Dock } from './dock';
import { type Link, linkOf, withoutLink } from './links';
import { button, nothing, Pane, type PaneContent } from './pane';
import { Records } from './records';
import { asItIs, exhibitsOf, fromScene } from './from-scene';
import { unitCard } from './unit-card';
import { UnitsPane } from './units-pane';
import { type Place, Way } from './way';
import { Worn } from './worn';
import { type BusinessKey, say } from './words';

export interface BusinessHost {
  world: World;
  viewer: Viewer;
  travel: Travel;
  gaze: Gaze;
  hud: Hud;
  names: Names;
  settings: SettingsStore;
  connection: Connection;
  /** Who one is. */
  self: Self;
  stage(): Stage | null;
  /** The card of an exhibit. */
  exhibit(node: string): void;
  closeExhibit(): void;
}

/** What of a node's change concerns a list or a card. */
const FACTS = /^(tenant|status|held_until|unit|booth|visible)/;

/** What stands in the card: drawn again when the language, the hall or a fact changes. */
interface Shown {
  node: string | null;
  render(): void;
  /** Ask the park again. */
  renew?(): Promise<void>;
}

export class Business {
  private readonly list: Pane;
  private readonly detail: Pane;
  private readonly records: Records;
  private readonly way: Way;
  private readonly counter: Counter;
  private readonly dock: Dock;
  private readonly directory: Directory;
  private readonly units: UnitsPane;
  private shown: Shown | null = null;
  private coloured = false;
  private chosen: string | null = null;
  private readonly worn: Worn;

  constructor(private readonly host: BusinessHost) {
    const { hud, world } = host;
    this.list = new Pane(hud.root, 'list');
    this.detail = new Pane(hud.root, 'detail');
    this.records = new Records(send, async () => (await host.self.ask())?.csrf ?? null);
    this.way = new Way({
      ...host, calm: () => this.inHeadset || host.settings.get().reducedMotion,
      beside: () => this.detail.open && !this.list.open && !isNarrow() && !this.inHeadset,
    });
    this.counter = new Counter(this.records, host, { changed: () => this.renewUnits(), others: () => this.openUnits() });
    this.directory = new Directory(this.list, {
      find: (query, industry) => this.records.companies(query, industry), hall: (id) => host.names.ofHall(id),
      open: (company) => this.showCompany(company), go: (company) => void this.goTo(company),
    });
    this.units = new UnitsPane(this.list, {
      find: async (wish) => (await this.records.units(wish)).map((unit) => asItIs(this.host.world, unit)), hall: (id) => host.names.ofHall(id), open: (unit) => this.showUnit(unit),
      closed: () => this.colour(this.showsUnit), colour: (on) => this.colour(on), contact: () => this.contact({ kind: 'page', ref: 'units' }, ''),
    });
    this.worn = new Worn(this.records, host, (place) => this.way.go(place), (on) => this.colour(on));
    this.dock = new Dock({ companies: () => this.openDirectory(), units: () => this.openUnits(), visit: () => this.visit() });
    onLang(() => this.translate());
    world.on('nodes', (changes) => this.follow(changes));
    world.on('hall', () => this.shown?.render());
  }

  /** The first view stands: offer what there is, and open what the address asks for. */
  begin(search: string): void {
    this.host.hud.root.append(this.dock.root);
    const link = linkOf(search);
    if (!link) return;
    history.replaceState(null, '', location.pathname + withoutLink(search));
    this.openLink(link);
  }

  /** Something of the hall was chosen: a booth, a unit or a counter. */
  space(node: string): void {
    const { world } = this.host;
    const found = world.nodes.get(node);
    if (!found) return;
    if (this.inHeadset) return void this.worn.space(node, found);
    if (found.tenant) this.showCompany(fromScene(world, node, found));
    else if (found.booth) this.showFree(node);
    else if (found.unit) void this.openUnit(node);
    else this.showServices(node);
  }

  /** A button of a card inside the headset was pressed. */
  press(id: string): void {
    void this.worn.press(id);
  }

  /** What else the park offers, for a list of places. */
  services(): { title: string; rows: { label: string; run(): void }[] } {
    const rows = [
      { label: say('dock.companies'), run: () => this.openDirectory() }, { label: say('dock.units'), run: () => this.openUnits() },
      { label: say('dock.visit'), run: () => this.visit() }, { label: say('services.title'), run: () => this.showServices(null) },
      { label: say('services.guide'), run: () => void window.open('/guide', '_blank', 'noopener') },
    ];
    return { title: say('dock'), rows };
  }

  /** The keys of these panels. */
  help(): { title: string; keys: [string, string][] } {
    return { title: say('help.business'), keys: [[say('key.companies'), 'C'], [say('key.units'), 'U'], [say('visit'), 'B'], [say('key.guide'), 'G'], [say('key.talk'), 'V']] };
  }

  /** Close the card, else the list; true when there was one. */
  escape(): boolean {
    return this.detail.close() || this.list.close();
  }

  /** Make room for the card of an exhibit. */
  closeCard(): void {
    this.detail.close();
  }

  // --- lists ----------------------------------------------------------------------------------------

  openDirectory(): void {
    closeSheet();
    this.list.close();
    this.directory.show();
  }

  openUnits(): void {
    closeSheet();
    this.list.close();
    this.units.show();
  }

  /** Open a list or a form that somebody was led to; `about`: what a contact is about, `day`: of a visit. */
  page(page: 'companies' | 'units' | 'visit' | 'contact', source: Source, about: string, day = ''): void {
    if (page === 'contact') this.contact(source, about);
    else if (page === 'visit') this.visit(day);
    else this.openLink({ what: 'list', list: page });
  }

  private openLink(link: Link): void {
    if (link.what !== 'list') return void (link.what === 'company' ? this.openCompany(link.id) : this.openUnit(link.id));
    const open = {
      companies: () => this.openDirectory(), units: () => this.openUnits(), visit: () => this.visit(link.day),
      contact: () => this.contact({ kind: 'page', ref: '' }, ''), services: () => this.showServices(null),
    };
    open[link.list]();
  }

  // --- cards ----------------------------------------------------------------------------------------

  private show(node: string | null, content: () => PaneContent): void {
    this.host.closeExhibit();
    const render = (quiet: boolean): void => this.detail.show({ ...content(), onclose: () => this.forget() }, quiet);
    this.shown = { node, render: () => render(true) };
    render(false);
    this.choose(node);
  }

  private forget(): void {
    this.shown = null;
    if (!this.units.open) this.coloured = false;
    this.choose(null);
  }

  private showCompany(company: Company): void {
    const { host } = this;
    let now = company;
    this.show(company.booth?.node ?? null, () => companyCard(now, {
      hall: (id) => host.names.ofHall(id), exhibits: exhibitsOf(host.world, now), there: now.booth !== null && this.way.isThere(now.booth),
      go: () => void this.goTo(now), contact: () => this.contact({ kind: 'booth', ref: now.id }, wordsOf(now.name)), visit: () => this.visit(),
      share: () => void this.counter.share(now), exhibit: (id) => host.exhibit(id),
    }));
    const mine = this.shown;
    // What the scene says of a company is little: the rest is asked for, and the card follows.
    this.records.company(company.id).then((full) => {
      now = { ...full, booth: full.booth ?? company.booth };
      if (this.shown === mine) mine?.render();
    }, () => undefined);
  }

  private async openCompany(id: string): Promise<void> {
    try {
      const company = await this.records.company(id);
      this.showCompany(company);
      if (company.booth) await this.go(company.booth);
    } catch {
      this.gone('companies.title', 'company.gone', 'company.gone.text', () => this.openDirectory());
    }
  }

  private showUnit(unit: Unit): void {
    const { host } = this;
    let now = unit;
    if (!this.units.open) this.colour(true);
    const about = `${unit.no} · ${wordsOf(unit.name)}`, source: Source = { kind: 'unit', ref: `${unit.hall}/${unit.node}` };
    this.show(unit.node, () => {
      now = asItIs(this.host.world, now);
      return unitCard(now, {
        hall: (id) => host.names.ofHall(id), there: this.way.isThere(now), go: () => void this.goToUnit(now),
        reserve: () => void this.counter.reserve(now), release: () => this.counter.release(now),
        contact: () => this.contact(source, about), visit: () => this.visit(),
      });
    });
    const mine = this.shown!;
    mine.renew = async () => {
      now = await this.records.unit(now);
      if (this.shown === mine) mine.render();
    };
  }

  private async openUnit(node: string): Promise<void> {
    const found = await this.records.units().then((units) => units.find((unit) => unit.node === node), () => undefined);
    if (found) this.showUnit(found);
    else this.gone('units.title', 'unit.gone', 'units.none.text', () => this.openUnits());
  }

  private showFree(node: string): void {
    const booth = this.host.world.nodes.get(node)?.booth;
    if (!booth) return;
    const hall = this.host.world.hall!.id;
    this.show(node, () => freeBoothCard(booth, {
      go: () => void this.go({ hall, node }), contact: () => this.contact({ kind: 'booth', ref: `${hall}/${node}` }, say('free.title', { no: booth.no })),
    }));
  }

  private showServices(node: string | null): void {
    const found = node === null ? null : (this.host.world.nodes.get(node) ?? null);
    this.show(node, () => serviceCard(found, {
      companies: () => this.openDirectory(), units: () => this.openUnits(), visit: () => this.visit(), contact: () => this.contact({ kind: 'page', ref: 'services' }, ''),
    }));
  }

  private gone(title: BusinessKey, what: BusinessKey, text: BusinessKey, list: () => void): void {
    this.show(null, () => ({ title: say(title), body: [nothing(say(what), say(text), button('chip', say(title), list))] }));
  }

  // --- going there ----------------------------------------------------------------------------------

  private async goTo(company: Company): Promise<void> {
    if (!company.booth) return;
    this.showCompany(company);
    await this.go(company.booth);
  }

  private async goToUnit(unit: Unit): Promise<void> {
    await this.go(unit, true);
    this.coloured = true;
    this.choose(unit.node);
  }

  private async go(place: Place, unit = false): Promise<void> {
    closeSheet();
    // A street is looked at between both panels, a sign is not.
    if (isNarrow() || !unit) this.list.close();
    if (!(await this.way.go(place))) this.host.hud.toast(say('go.none'));
    this.shown?.render();
  }

  private contact(source: Source, about: string): void {
    this.counter.contact(source, about);
  }

  private visit(day = ''): void {
    this.counter.visit(day);
  }

  // --- following ------------------------------------------------------------------------------------

  private follow(changes: readonly NodeChange[]): void {
    const { nodes } = this.host.world;
    const told = changes.filter(({ id, kind, property }) => (kind === 'changed' ? FACTS.test(property) : kind === 'removed' || Boolean(nodes.get(id)?.booth ?? nodes.get(id)?.unit)));
    if (!told.length) return;
    this.directory.renew();
    this.units.renew();
    const { node } = this.shown ?? {};
    if (node && told.some(({ id }) => id === node)) this.shownChanged(node);
  }

  /** The booth or unit of the open card is another's now, or nobody's. */
  private shownChanged(node: string): void {
    const found = this.host.world.nodes.get(node);
    if (found?.unit) this.shown?.render();
    else if (!found) this.detail.close();
    else this.space(node);
  }

  /** One holds a unit now, or somebody else does. */
  private renewUnits(): void {
    this.units.renew();
    this.shown?.renew?.().catch(() => undefined);
  }

  private translate(): void {
    this.dock.translate();
    if (this.units.open) this.units.show();
    else if (this.list.open) this.directory.show();
    this.shown?.render();
  }

  private colour(on: boolean): void {
    this.coloured = on;
    this.paint();
  }

  private choose(node: string | null): void {
    this.chosen = node;
    this.paint();
  }

  private paint(): void {
    this.host.stage()?.units(this.coloured ? { chosen: this.chosen } : null);
  }

  /** The card is that of a unit. */
  private get showsUnit(): boolean {
    return Boolean(this.chosen && this.host.world.nodes.get(this.chosen)?.unit);
  }

  private get inHeadset(): boolean {
    return this.host.stage()?.xr.active() ?? false;
  }
}
