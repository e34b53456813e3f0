/** What a click, a tap or a trigger on something means, and what resting on it says. */

import type { Connection } from './net/connection';
import { t, words } from './i18n';
import type { ExhibitAction, Pick } from './stage-api';
import type { Travel } from './travel';
import type { Operation } from './wire';
import { pressed } from './world/film';
import type { FilmPlayback, Localised, Playback, SceneNode } from './world/scene';
import type { Viewer } from './world/viewer';
import type { World } from './world/world';

export interface EncounterHost {
  world: World;
  viewer: Viewer;
  connection: Connection;
  travel: Travel;
  hallName(hall: string): string;
  select(node: string, part: Localised | null): void;
  /** A booth, a unit to let or a counter was chosen. */
  space(node: string): void;
  /** A guide was chosen, by its node. */
  guide(node: string): void;
  failed(error: unknown): void;
}

/** A thing that answers a click, found above or below what was hit. */
type Target =
  | { what: 'exhibit' | 'seat' | 'board' | 'space' | 'guide'; node: string }
  | { what: 'portal'; node: string; hall: string; spawn: string | null }
  | null;

const WALL_REACH = 3;
const APART = 0.3;

const spaceName = (node: SceneNode | undefined): string => words(node?.tenant?.name ?? node?.name);

export class Encounter {
  constructor(private readonly host: EncounterHost) {}

  /** Do what a click on `pick` means. `walk`: bare ground leads there (not in a headset). */
  use(pick: Pick | null, walk = true): void {
    const { travel, select } = this.host;
    const target = this.targetOf(pick);
    if (target?.what === 'exhibit') select(target.node, this.apart(target.node) ? (pick?.part ?? null) : null);
    else if (target?.what === 'portal') void travel.pass(target);
    else if (target?.what === 'seat') void travel.sit(target.node);
    else if (target?.what === 'space') this.host.space(target.node);
    else if (target?.what === 'guide') this.host.guide(target.node);
    else if (target?.what === 'board' && pick?.control) this.press(target.node, pick.control);
    else if (pick && walk && pick.person === null) this.walkTo(pick);
  }

  /** The words for what lies under the pointer, or null. */
  describe(pick: Pick | null): string | null {
    const { world, hallName } = this.host;
    const target = this.targetOf(pick);
    if (target?.what === 'guide') return this.guideName(target.node);
    if (pick && pick.person !== null) return world.people.get(pick.person)?.name || null;
    if (target?.what === 'exhibit') {
      const node = world.nodes.get(target.node);
      return pick?.part ? `${words(node?.name)} · ${words(pick.part)}` : words(node?.name);
    }
    if (target?.what === 'portal') return t('label.enter', { hall: hallName(target.hall) });
    if (target?.what === 'space') return spaceName(world.nodes.get(target.node));
    if (target?.what === 'board') return words(world.nodes.get(target.node)?.board?.media?.title) || null;
    return target?.what === 'seat' ? t('label.sit') : null;
  }

  /** Something happens when it is pressed. */
  answers(pick: Pick | null): boolean {
    return pick !== null && (pick.person === null || this.host.world.guides.ofPerson(pick.person) !== undefined);
  }

  /** Change an exhibit for everybody. */
  act(node: string, action: ExhibitAction): void {
    const op = this.operation(`/nodes/${node}`, action, node);
    this.host.connection.edit('shared', [op]).catch((error: unknown) => this.host.failed(error));
  }

  private operation(base: string, action: ExhibitAction, node: string): Operation {
    switch (action.do) {
      case 'explode': return { op: 'set', path: `${base}/explode`, value: action.value };
      case 'turn':
      case 'page':
      case 'playback': return { op: 'set', path: `${base}/${action.do}`, value: action.value };
      case 'variant': return { op: 'set', path: `${base}/variant`, value: action.value };
      case 'animation': return { op: 'set', path: `${base}/animation`, value: this.playback(node, action) };
    }
  }

  /** A clip starts where it was paused, on the server's clock, so that all see the same moment. */
  private playback(node: string, { clip, playing }: { clip: string | null; playing: boolean }): Playback | null {
    if (clip === null) return null;
    const since = this.host.connection.serverNow();
    const before = this.host.world.value(node, 'animation') as Playback | null;
    if (before?.clip !== clip) return { clip, playing, at: 0, since, speed: 1 };
    const speed = before.speed ?? 1;
    const ran = before.playing ? Math.max(0, since - (before.since ?? since)) * speed : 0;
    return { clip, playing, at: (before.at ?? 0) + ran, since, speed };
  }

  /** Turn a board's page, or let its film run, for everybody. */
  private press(node: string, control: NonNullable<Pick['control']>): void {
    const { world, connection } = this.host;
    const media = world.nodes.get(node)?.board?.media;
    if (control === 'play') {
      const playback = world.value(node, 'playback') as FilmPlayback | null;
      if (media?.video) this.act(node, { do: 'playback', value: pressed(media.video, playback, connection.serverNow()) });
      return;
    }
    const last = (media?.pages?.length ?? 1) - 1, page = Math.min(last, Number(world.value(node, 'page') ?? 0));
    const next = Math.min(last, Math.max(0, page + (control === 'on' ? 1 : -1)));
    if (next !== page) this.act(node, { do: 'page', value: next });
  }

  /** Far enough apart for its parts to be pointed at. */
  private apart(node: string): boolean {
    return Number(this.host.world.value(node, 'explode') ?? 0) > APART;
  }

  private targetOf(pick: Pick | null): Target {
    if (!pick) return null;
    const { world, travel } = this.host;
    const guide = world.guides.ofPerson(pick.person);
    if (guide) return { what: 'guide', node: guide.node };
    for (let id = pick.node; id; id = world.nodes.get(id)?.parent ?? null) {
      const node = world.nodes.get(id);
      if (node?.kind === 'exhibit') return { what: 'exhibit', node: id };
      if (node?.kind === 'portal' && node.portal) return { what: 'portal', node: id, ...node.portal };
      if (node?.kind === 'board' && node.board) return { what: 'board', node: id };
      if (node?.kind === 'seat') return { what: 'seat', node: id };
      if (node?.booth || node?.unit || node?.kind === 'desk') return { what: 'space', node: id };
      const shown = node?.kind === 'plinth' ? this.exhibitOn(id) : null;
      if (shown) return { what: 'exhibit', node: shown };
    }
    const seat = travel.seatNear(pick.point);
    return seat ? { what: 'seat', node: seat } : null;
  }

  private guideName(node: string): string | null {
    const { name } = this.host.world.guides.at(node) ?? {};
    return name ? words({ zh: name['zh'] ?? '', en: name['en'] ?? '' }) : null;
  }

  private exhibitOn(plinth: string): string | null {
    for (const [id, { kind, parent }] of this.host.world.nodes) {
      if (kind === 'exhibit' && parent === plinth) return id;
    }
    return null;
  }

  /** To the ground that was hit, or to the foot of the wall. */
  private walkTo({ point }: Pick): void {
    const { travel, viewer } = this.host;
    const foot = travel.land(point) ?? travel.land([point[0], viewer.feet[1], point[2]], WALL_REACH);
    if (foot) void travel.goTo(foot);
  }
}
