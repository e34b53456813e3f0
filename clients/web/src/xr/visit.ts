/** One stay inside a headset, from entering to leaving. */

import { Quaternion, Ray, Vector3 } from 'three';
import type { Pick, XrCaption, XrCard } from '../stage-api';
import { STANDING_EYE, yawOf, type Vec3 } from '../world/viewer';
import { throwArc } from './arc';
import { CaptionBoard } from './caption';
import type { Allowed, XrHost } from './control';
import { OwnHands } from './controllers';
import { type HandInput, readHands, type Side } from './inputs';
import { Locomotion } from './locomotion';
import { Note } from './note';
import { Panel } from './panel';
import { Pointer } from './pointer';
import { poseOf, Rig } from './rig';
import { Vignette } from './vignette';

const NEAR_IN_HEADSET = 0.05;
const FOVEATION = 0.6;
const WANTED_RATE = 90;
const HOVER_SECONDS = 0.08;
/** How far apart an exhibit's parts are to be pointed at one by one. */
const APART = 0.3;
/** The upper face button held this long asks who one is; a shorter press looks ahead again. */
const ASK_SECONDS = 0.6;
/** A press held this long over the floor aims a teleport; a shorter one picks. */
const HOLD_SECONDS = 0.25;

const ahead = new Vector3();

interface Press {
  side: Side;
  for: number;
  /** The press began on the floor: it may become a teleport. */
  floor: boolean;
}

export class Visit {
  private readonly rig: Rig;
  private readonly hands: OwnHands;
  private readonly pointer: Pointer;
  private readonly panel: Panel;
  private readonly note: Note;
  private readonly captions: CaptionBoard;
  private readonly vignette: Vignette;
  private readonly locomotion: Locomotion;
  private readonly near: number;
  private active: Side = 'right';
  private press: Press | null = null;
  private landing: Vec3 | null = null;
  private aiming = false;
  private hovered = 0;
  private hover: (Pick & { partIndex: number }) | null = null;
  private placed = false;
  private jumps = -1;
  /** Seconds for which the upper face button is down, or -1. */
  private menuFor = -1;
  /** The button for speaking is down. */
  private talking = false;
  private latest: HandInput[] = [];
  private readonly ray = new Ray();
  private readonly turn = new Quaternion();
  private readonly eye = new Vector3();

  constructor(private readonly host: XrHost, readonly session: XRSession, private readonly allowed: Allowed) {
    const { eye, scene, world } = host;
    this.rig = new Rig(eye.rig);
    this.hands = new OwnHands(eye.rig);
    this.pointer = new Pointer(scene);
    this.panel = new Panel(scene, world, (node, part) => host.modelOf(node)?.isolate(part));
    this.note = new Note(scene);
    this.captions = new CaptionBoard(scene);
    this.vignette = new Vignette(eye.camera);
    this.near = eye.camera.near;
    this.locomotion = new Locomotion(this.rig, this.vignette, {
      settings: () => host.env.settings(),
      allowed: (target) => this.allowed(target),
      aim: (hand) => this.aim(hand),
      release: () => this.land(),
    });
  }

  async begin(): Promise<void> {
    const { renderer, eye } = this.host;
    eye.camera.near = NEAR_IN_HEADSET;
    renderer.xr.setReferenceSpaceType('local-floor');
    await renderer.xr.setSession(this.session);
    renderer.xr.setFoveation(FOVEATION);
    this.chooseRate();
    this.session.addEventListener('selectstart', ({ inputSource }) => this.pressed(inputSource));
    this.session.addEventListener('selectend', ({ inputSource }) => this.released(inputSource));
  }

  update(frame: XRFrame, dt: number): void {
    const space = this.host.renderer.xr.getReferenceSpace();
    const viewerPose = space && frame.getViewerPose(space);
    if (!space || !viewerPose) return;
    this.rig.track(poseOf(viewerPose.transform));
    this.placeRig();
    this.latest = readHands(frame, space);
    this.eye.set(...this.rig.head.position);
    if (this.press) this.press.for += dt;
    this.locomotion.update(this.latest, dt);
    this.menu(dt);
    this.talk();
    this.pointAt(dt);
    this.hands.update(frame, space, this.latest);
    this.vignette.update(dt, this.host.env.settings().vignette);
    this.panel.refresh();
    this.captions.follow(this.eye, ahead.set(0, 0, -1).applyQuaternion(this.turn.set(...this.rig.head.rotation)), dt);
    this.writeViewer();
  }

  /** Show a card before the eyes, or none. */
  show(card: XrCard | null): void {
    const { head } = this.rig;
    this.eye.set(...head.position);
    this.note.show(card, this.eye, new Vector3(0, 0, -1).applyQuaternion(this.turn.set(...head.rotation)));
  }

  /** Show words in sight, or none. */
  caption(caption: XrCaption | null): void {
    this.captions.show(caption);
  }

  end(): void {
    const { viewer, eye, highlight } = this.host;
    for (const part of [this.hands, this.pointer, this.panel, this.note, this.captions, this.vignette]) part.dispose();
    highlight.call(this.host, null, null);
    eye.camera.near = this.near;
    eye.camera.updateProjectionMatrix();
    this.rig.reset();
    viewer.xr = null;
    viewer.eye = STANDING_EYE;
    viewer.pitch = 0;
    viewer.jumps += 1;
  }

  private chooseRate(): void {
    const rates = this.session.supportedFrameRates;
    if (!rates?.length || !this.session.updateTargetFrameRate) return;
    const best = [...rates].filter((rate) => rate <= WANTED_RATE).sort((a, b) => b - a)[0] ?? rates[0]!;
    void this.session.updateTargetFrameRate(best).catch(() => undefined);
  }

  /** Enter where the viewer stands; follow when something else moved the viewer. */
  private placeRig(): void {
    const { viewer } = this.host;
    if (!this.placed) {
      this.placed = true;
      this.rig.moveTo(viewer.feet, viewer.yaw);
      this.rig.recentre(STANDING_EYE, viewer.yaw);
    } else if (viewer.jumps !== this.jumps) {
      this.panel.close();
      this.rig.moveTo(viewer.feet, viewer.yaw);
    }
    this.jumps = viewer.jumps;
  }

  private hand(side: Side): HandInput | undefined {
    return this.latest.find((hand) => hand.side === side);
  }

  /** Point the shared ray from a hand; false when it is not tracked. */
  private aimRay(hand: HandInput | undefined): boolean {
    if (!hand?.ray) return false;
    const { position, rotation } = this.rig.toHall(hand.ray);
    this.ray.origin.set(...position);
    this.ray.direction.set(0, 0, -1).applyQuaternion(this.turn.set(...rotation));
    return true;
  }

  private pointAt(dt: number): void {
    const { press } = this;
    const held = press?.floor && press.for > HOLD_SECONDS ? this.hand(press.side) : undefined;
    if (held) this.aim(held);
    if (this.aiming) return;
    const hand = this.hand(this.active) ?? this.latest[0];
    if (!this.aimRay(hand)) return this.pointer.hide();
    const note = this.note.hit(this.ray);
    const card = note ?? this.panel.hit(this.ray);
    this.note.hover(note?.button ?? -1);
    this.panel.hover(note ? -1 : card?.button ?? -1);
    this.hovered += dt;
    if (this.hovered > HOVER_SECONDS) this.look(card !== null);
    const distance = card?.distance ?? this.hover?.distance ?? null;
    this.pointer.point(this.ray.origin, this.ray.direction, distance, this.eye);
  }

  /** What the ray rests on now, looked up a few times a second. */
  private look(covered: boolean): void {
    this.hovered = 0;
    this.hover = covered ? null : this.host.pick(this.ray, false);
    const exhibit = this.hover?.node ? this.host.modelOf(this.hover.node) : null;
    const apart = exhibit !== null && exhibit.explode > APART && this.hover!.partIndex >= 0;
    this.host.highlight(exhibit ? this.hover!.node : null, apart ? this.hover!.partIndex : null);
  }

  private pressed({ handedness }: XRInputSource): void {
    if (handedness === 'none') return;
    this.active = handedness;
    this.aimRay(this.hand(handedness));
    const onCard = (this.note.hit(this.ray) ?? this.panel.hit(this.ray)) !== null;
    const pick = onCard ? null : this.host.pick(this.ray, true);
    const floor = !onCard && pick?.node === null && pick.person === null;
    this.press = { side: handedness, for: 0, floor: floor || (!onCard && pick === null) };
  }

  private released({ handedness }: XRInputSource): void {
    const { press } = this;
    if (!press || press.side !== handedness) return;
    this.press = null;
    if (this.aiming) return this.land();
    if (!this.aimRay(this.hand(press.side))) return;
    const note = this.note.hit(this.ray);
    if (note) return this.pressNote(note.button);
    const card = this.panel.hit(this.ray);
    if (card) return this.pressButton(card.button);
    const pick = this.host.pick(this.ray, true);
    if (pick) this.pick(pick);
  }

  private pick(pick: Pick & { partIndex: number }): void {
    const { env, world } = this.host;
    const node = pick.node === null ? undefined : world.nodes.get(pick.node);
    if (node?.kind === 'exhibit') {
      const model = this.host.modelOf(pick.node!)!;
      const { center } = model.bounds();
      const part = model.explode > APART && pick.part ? { index: pick.partIndex, name: pick.part } : null;
      this.panel.open(pick.node!, env.lang(), this.eye, center, part);
    } else if (pick.person === null) {
      this.panel.close();
    }
    env.report({ type: 'xr-pick', pick });
  }

  private pressNote(at: number): void {
    const id = this.note.press(at);
    if (id !== null) this.host.env.report({ type: 'xr-card', id });
  }

  private pressButton(at: number): void {
    const { node } = this.panel;
    const button = this.panel.press(at);
    if (button?.do === 'act' && node) this.host.env.report({ type: 'xr-act', node, action: button.action });
  }

  private aim(hand: HandInput): void {
    if (!this.aimRay(hand)) return;
    const { origin, direction } = this.ray;
    const areas = this.host.world.hall?.walk.areas ?? [];
    const thrown = throwArc(areas, [origin.x, origin.y, origin.z], [direction.x, direction.y, direction.z]);
    this.landing = thrown.landing && this.allowed(thrown.landing);
    this.aiming = true;
    this.pointer.throw(thrown.points, this.landing);
  }

  private land(): void {
    this.aiming = false;
    this.pointer.hide();
    if (!this.landing) return;
    this.rig.moveTo(this.landing);
    this.landing = null;
    this.vignette.pulse();
    this.host.viewer.jumps += 1;
    this.jumps = this.host.viewer.jumps;
  }

  /** The upper face button looks ahead again and fits the height; held, it asks who one is. */
  private menu(dt: number): void {
    const down = this.latest.some(({ menu }) => menu);
    const { menuFor: before } = this;
    if (!down) {
      if (before >= 0 && before < ASK_SECONDS) this.rig.recentre(STANDING_EYE, yawOf(this.rig.head.rotation));
      this.menuFor = -1;
      return;
    }
    this.menuFor = Math.max(0, before) + dt;
    if (before < ASK_SECONDS && this.menuFor >= ASK_SECONDS) this.host.env.report({ type: 'xr-menu' });
  }

  /** The lower face button is held while one speaks. */
  private talk(): void {
    const held = this.latest.some(({ talk }) => talk);
    if (held === this.talking) return;
    this.talking = held;
    this.host.env.report({ type: 'xr-talk', held });
  }

  private writeViewer(): void {
    const { viewer } = this.host;
    const { head } = this.rig;
    const left = this.hand('left'), right = this.hand('right');
    viewer.feet = this.rig.feet;
    viewer.yaw = yawOf(head.rotation);
    viewer.eye = this.rig.headHeight;
    viewer.xr = {
      head,
      left: left?.grip ? this.rig.toHall(left.grip) : null,
      right: right?.grip ? this.rig.toHall(right.grip) : null,
      hands: Boolean(left?.bare || right?.bare),
      grip: [left?.curl ?? 0, right?.curl ?? 0],
    };
  }
}
