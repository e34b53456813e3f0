/** Cards and sheets: fetched after the first view, opened one at a time. */

import type { Business } from '../business/business';
import type { Gaze } from '../gaze';
import { t } from '../i18n';
import type { Self } from '../me/self';
import type { Connection } from '../net/connection';
import type { Park } from '../net/api';
import { isTouch } from '../device';
import type { Names } from '../names';
import type { SettingsStore } from '../settings';
import type { ExhibitAction, Stage } from '../stage-api';
import type { Travel } from '../travel';
import type { Localised } from '../world/scene';
import type { Viewer } from '../world/viewer';
import type { World } from '../world/world';
import type { ExhibitCard } from './card';
import { el } from './dom';
import type { Hud } from './hud';
import { openSheet } from './sheet';

export interface PanelsHost {
  world: World;
  viewer: Viewer;
  gaze: Gaze;
  /** Who one is. */
  self: Self;
  settings: SettingsStore;
  hud: Hud;
  travel: Travel;
  connection: Connection;
  names: Names;
  stage(): Stage | null;
  /** Show who one is. */
  me(): void;
  act(node: string, action: ExhibitAction): void;
  walkTo(node: string): void;
}

const load = () => import('./panels-code');

export class Panels {
  private card: ExhibitCard | null = null;
  private business: Business | null = null;
  private coming: Promise<Business> | null = null;

  constructor(private readonly host: PanelsHost) {}

  /** Fetch the code of all panels; a first visitor is asked for a name. */
  async prepare(first: boolean): Promise<void> {
    const { hasAgreed, keepFoot, openWelcome, wearLogo } = await load();
    const { settings } = this.host;
    keepFoot();
    wearLogo(this.host.hud.root);
    if (first || !hasAgreed()) openWelcome(this.host.names.ofPark(), settings, () => undefined);
    (await this.open()).begin(location.search);
  }

  /** Open the card of an exhibit, at a part of it when one was pointed at. */
  async openCard(node: string, part: Localised | null = null): Promise<void> {
    const { ExhibitCard } = await load();
    if (this.card?.node === node && part) return this.card.choose(part);
    this.closeCard();
    this.business?.closeCard();
    const { world, act, walkTo, hud } = this.host;
    this.card = new ExhibitCard(world, node, {
      act, walkTo,
      parts: (id) => this.host.stage()?.parts(id) ?? [],
      highlight: (id, at) => this.host.stage()?.highlight(id, at),
      isolate: (id, at) => this.host.stage()?.isolate(id, at),
      close: () => this.closeCard(),
    });
    hud.root.append(this.card.root);
    hud.root.classList.add('with-card');
    this.host.stage()?.highlight(node);
    if (part) this.card.choose(part);
  }

  /** A booth, a unit to let or a counter was chosen. */
  async space(node: string): Promise<void> {
    (await this.open()).space(node);
  }

  /** A button of the park's own cards inside the headset. */
  async press(id: string): Promise<void> {
    (await this.open()).press(id);
  }

  /** Close what lies on top. */
  escape(): void {
    if (!this.business?.escape()) this.closeCard();
  }

  /** Another revision of an exhibit has come on show: its parts may be others. */
  renew(node: string): void {
    if (this.card?.node === node) this.card.render();
  }

  closeCard(): void {
    if (!this.card) return;
    this.card.dispose();
    this.card = null;
    this.host.hud.root.classList.remove('with-card');
    this.host.stage()?.highlight(null);
  }

  async help(): Promise<void> {
    const { openHelp } = await load();
    openHelp(isTouch, (await this.open()).help());
  }

  async settings(): Promise<void> {
    const { openSettings } = await load();
    openSettings(this.host.settings, {
      introduce: () => void this.introduce(),
      me: this.host.me,
      help: () => void this.help(),
      rtt: () => this.host.connection.clock.rtt,
    });
  }

  async places(): Promise<void> {
    const { openPlaces } = await load();
    const { world, travel } = this.host;
    const park = (await this.freshPark()) ?? this.host.names.park;
    const services = (await this.open()).services();
    openPlaces({
      services,
      halls: park?.halls ?? [],
      here: world.hall?.id ?? '',
      views: world.hall?.viewpoints ?? [],
      exhibits: [...world.nodes].filter(([, { kind }]) => kind === 'exhibit')
        .map(([id, { card, name }]) => ({ id, name: card?.title ?? name })),
      contact: world.hall?.contact ?? park?.contact ?? null,
      enter: (hall) => void travel.enter(hall),
      view: (view) => travel.view(view),
      show: (exhibit) => {
        this.host.walkTo(exhibit);
        void this.openCard(exhibit).then(() => this.card?.root.querySelector('button')?.focus());
      },
    });
  }

  /** Who is here; somebody can be reported to the staff. */
  async people(): Promise<void> {
    const { openPeople } = await load();
    const { world, connection, hud } = this.host;
    openPeople({
      people: [...world.people.values()], me: world.me, total: world.total,
      report: (person, reason, words) => {
        connection.report(person.id, reason, words).then(
          () => hud.toast(t('people.sent')),
          (error: Error) => hud.toast(error.message || t('error.offline')),
        );
      },
    });
  }

  explainVr(why: 'insecure' | 'none'): void {
    const key = why === 'insecure' ? 'vr.https' : 'vr.none';
    openSheet(t(key), [el('p', { text: t(`${key}.text`) })]);
  }

  translate(): void {
    this.card?.render();
  }

  /** Make room for something else beside the park. */
  closeCards(): void {
    this.closeCard();
    this.business?.closeCard();
  }

  /** Companies, space to let, visits. */
  open(): Promise<Business> {
    this.coming ??= import('../business/business').then(({ Business }) => (this.business = new Business({
      ...this.host, exhibit: (node) => void this.openCard(node), closeExhibit: () => this.closeCard(),
    })));
    return this.coming;
  }

  private async introduce(): Promise<void> {
    (await load()).openWelcome(this.host.names.ofPark(), this.host.settings, () => undefined);
  }

  /** How many are where changes: ask again, but do not wait long. */
  private freshPark(): Promise<Park | null> {
    const patience = new Promise<null>((done) => setTimeout(() => done(null), 400));
    return Promise.race([load().then(({ readPark }) => readPark()).catch(() => null), patience]);
  }
}
