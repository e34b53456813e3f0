/**
 * The guides of a hall as bodies: fetched when one is near, drawn in place of the plain figure,
 * given back when it goes. What they say, do and look at comes from outside.
 */

import { Euler, Quaternion, type Scene, Vector3 } from 'three';
import type { ActMessage, GuideHere, SayMessage, Shape } from '../../wire';
import type { World } from '../../world/world';
import type { GuideBodies, StageEnv } from '../../stage-api';
import type { Frame } from '../frame';
import type { People } from '../people/people';
import { GuideBody } from './body';
import { Mouth } from './mouth';

/** Metres from the eye: a body is fetched when one comes so near, drawn within, and given back beyond. */
const FETCH = 26;
const DRAWN = 20;
const FAR = 70;
/** Bodies in the scene at once. */
const MOST = 4;
/** An asset's length is not told with its address; no body is longer. */
const MOST_BYTES = 4_000_000;

interface Standing {
  asset: string;
  body: GuideBody | null;
  abort: AbortController;
  failed: boolean;
}

export class StageGuides implements GuideBodies {
  private readonly standing = new Map<number, Standing>();
  /** What guides say, with a body or before one has come. */
  private readonly mouths = new Map<number, Mouth>();
  private readonly head = new Quaternion();
  private readonly angles = new Euler(0, 0, 0, 'YXZ');
  private readonly feet = new Vector3();
  private readonly hand = new Vector3();
  private readonly gaze = new Vector3();
  private gone = false;

  constructor(
    private readonly scene: Scene, private readonly world: World, private readonly people: People, private readonly env: StageEnv,
  ) {}

  say(person: number, marks: SayMessage['marks'], startedAt: number): void {
    this.mouthOf(person).say(marks, startedAt);
  }

  hush(person: number): void {
    this.mouths.get(person)?.hush();
    this.bodyOf(person)?.hands.rest(this.env.now());
  }

  act(person: number, action: string, _args: Record<string, unknown>, state: ActMessage['state']): void {
    const body = this.bodyOf(person);
    if (state === 'begun') body?.hands.act(action, this.env.now());
    if (state === 'undone') body?.hands.rest(this.env.now());
  }

  state(person: number, state: GuideHere['state']): void {
    this.bodyOf(person)?.become(state, this.env.now());
  }

  mouth(person: number): { shape: Shape; weight: number } {
    return this.mouthOf(person).now(this.env.now());
  }

  /** Pose everybody; true when one stands near enough to cast a shadow. */
  update(frame: Frame): boolean {
    this.people.elsewhere.clear();
    for (const [id, standing] of this.standing) {
      if (!this.world.guides.ofPerson(id)) this.leave(id, standing);
    }
    let shadows = false;
    for (const guide of this.world.guides.here) shadows = this.draw(guide, frame) || shadows;
    return shadows;
  }

  clear(): void {
    for (const [id, standing] of this.standing) this.leave(id, standing);
    this.mouths.clear();
  }

  dispose(): void {
    this.gone = true;
    this.clear();
    this.people.elsewhere.clear();
  }

  private bodyOf(person: number): GuideBody | null {
    return this.standing.get(person)?.body ?? null;
  }

  private draw(guide: GuideHere, frame: Frame): boolean {
    const stand = this.people.standOf(guide.person);
    if (!stand || !guide.body) return false;
    const { distance } = stand;
    let standing = this.standing.get(guide.person);
    if (standing && (standing.asset !== guide.body || distance > FAR)) {
      this.leave(guide.person, standing);
      standing = undefined;
    }
    if (!standing && distance < FETCH && this.standing.size < MOST) standing = this.fetch(guide);
    const body = standing?.body;
    if (!body) return false;
    body.visible = distance < DRAWN && stand.presence > 0.5;
    if (distance >= DRAWN || stand.presence <= 0.5) return false;
    this.people.elsewhere.add(guide.person);
    const { pose, bodyYaw, feet } = stand;
    this.angles.setFromQuaternion(this.head.set(...pose.head.rotation));
    const [x, , z] = pose.head.position;
    body.update({
      dt: frame.dt, now: frame.now, time: frame.time, feet: this.feet.set(x, feet, z), bodyYaw,
      headYaw: this.angles.y, headPitch: this.angles.x, speed: pose.speed,
      hand: pose.right ? this.hand.set(...pose.right.position) : null,
      gaze: this.eyesOf(guide, frame), reducedMotion: frame.reducedMotion, shadows: frame.quality.shadows,
    });
    return true;
  }

  /** The eyes of whom a guide speaks with: one's own, or theirs. */
  private eyesOf({ addressee }: GuideHere, { eye, now }: Frame): Vector3 | null {
    if (addressee === null) return null;
    if (addressee === this.world.me) return this.gaze.copy(eye);
    const pose = this.world.sample(addressee, now);
    return pose ? this.gaze.set(...pose.head.position) : null;
  }

  private fetch(guide: GuideHere): Standing {
    const standing: Standing = { asset: guide.body, body: null, abort: new AbortController(), failed: false };
    this.standing.set(guide.person, standing);
    void this.load(guide.person, standing);
    return standing;
  }

  private async load(person: number, standing: Standing): Promise<void> {
    try {
      const bytes = await this.env.fetchAsset(standing.asset, MOST_BYTES, standing.abort.signal, () => undefined);
      const body = await GuideBody.load(this.scene, bytes, this.mouthOf(person), person % 97);
      if (this.gone || this.standing.get(person) !== standing) return body.dispose();
      standing.body = body;
      const guide = this.world.guides.ofPerson(person);
      if (guide) body.become(guide.state, this.env.now());
    } catch (error) {
      if (standing.abort.signal.aborted) return;
      standing.failed = true;
      this.env.report({ type: 'asset-failed', asset: standing.asset, message: String(error) });
    }
  }

  /** A guide's mouth; somebody may be in the middle of an answer when our code comes. */
  private mouthOf(person: number): Mouth {
    const known = this.mouths.get(person);
    if (known) return known;
    const mouth = new Mouth();
    this.mouths.set(person, mouth);
    const { guides } = this.world;
    const node = guides.ofPerson(person)?.node;
    for (const turn of guides.turns.values()) {
      if (turn.guide !== node || turn.silenced) continue;
      for (const { marks, at } of turn.said) mouth.say(marks, this.env.now() + (at - this.env.serverNow()) * 1000);
    }
    return mouth;
  }

  private leave(person: number, standing: Standing): void {
    standing.abort.abort();
    standing.body?.dispose();
    this.standing.delete(person);
    this.people.elsewhere.delete(person);
  }
}
