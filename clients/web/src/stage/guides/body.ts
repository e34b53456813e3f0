/** The body of one guide: loaded, posed anew every frame, given back. */

import { VRMLoaderPlugin, type VRM } from '@pixiv/three-vrm';
import { Euler, type Mesh, Object3D, Quaternion, type Scene, type SkinnedMesh, Vector3 } from 'three';
import { GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js';
import type { GuideHere } from '../../wire';
import { ease } from '../frame';
import { angleBetween } from '../people/motion';
import { reach, type Reach } from './arm';
import { blink, stray } from './chance';
import { Hands } from './gestures';
import { type Mouth, SHAPES } from './mouth';
import { alive, bend, curl, FOLDED, type Held, type Posture, type Side, standing, STRIDE, walking } from './posture';
import { dressSoftly } from './toon';

/** What a body is told once a frame. */
export interface Moment {
  dt: number;
  /** `performance.now()`, milliseconds. */
  now: number;
  /** Server seconds: what everybody sees alike goes by them. */
  time: number;
  /** The feet, in the hall. */
  feet: Vector3;
  bodyYaw: number;
  headYaw: number;
  headPitch: number;
  /** Metres a second. */
  speed: number;
  /** Where its right hand is to be, in the hall; null while nothing is pointed at. */
  hand: Vector3 | null;
  /** The eyes that it looks into; null when there are none. */
  gaze: Vector3 | null;
  reducedMotion: boolean;
  shadows: boolean;
}

const FULL_SPEED = 0.9;
const GREETING_MS = 2600;
/** Seconds. */
const LONGEST_SWING = 0.07;

export class GuideBody {
  readonly hands = new Hands();
  private readonly root = new Object3D();
  private readonly eyes = new Object3D();
  private readonly posture: Posture = new Map();
  private readonly seed: number;
  private readonly lengths: { upper: number; lower: number };
  private state: GuideHere['state'] = 'idle';
  private phase = 0;
  private stride = 0;
  private pointing = 0;
  private fold = 1;
  private smile = 0;
  private listening = 0;
  private thinking = 0;
  private headYaw = 0;
  private headPitch = 0;
  private greetedUntil = 0;
  private clauses = 0;
  private wasSpeaking = false;
  private readonly target = new Vector3();
  private readonly arm: Reach = { upper: new Quaternion(), lower: new Quaternion() };

  private constructor(private readonly scene: Scene, private readonly vrm: VRM, readonly mouth: Mouth, seed: number) {
    this.seed = seed;
    this.root.name = 'guide';
    // VRM 1.0 faces +Z, people here face -Z.
    vrm.scene.rotation.y = Math.PI;
    this.root.add(vrm.scene, this.eyes);
    scene.add(this.root);
    if (vrm.lookAt) vrm.lookAt.target = this.eyes;
    this.lengths = { upper: this.apart('rightUpperArm', 'rightLowerArm'), lower: this.apart('rightLowerArm', 'rightHand') };
  }

  /** Make a body of a file's bytes; it stands in the scene from then on, and speaks with `mouth`. */
  static async load(scene: Scene, bytes: ArrayBuffer, mouth: Mouth, seed: number): Promise<GuideBody> {
    const loader = new GLTFLoader();
    loader.register((parser) => new VRMLoaderPlugin(parser));
    const { userData } = await loader.parseAsync(bytes, '');
    const vrm = userData.vrm as VRM | undefined;
    if (!vrm) throw new TypeError('not a VRM 1.0 body');
    dressSoftly(vrm.scene);
    vrm.scene.traverse((object) => {
      // Bones carry a body's parts farther than its bounds know.
      object.frustumCulled = false;
      object.raycast = () => undefined;
    });
    return new GuideBody(scene, vrm, mouth, seed);
  }

  set visible(on: boolean) {
    this.root.visible = on;
  }

  become(state: GuideHere['state'], now: number): void {
    if (this.state === 'idle' && (state === 'thinking' || state === 'speaking')) this.greetedUntil = now + GREETING_MS;
    if (state === 'idle') this.clauses = 0;
    this.state = state;
  }


  update(moment: Moment): void {
    const { dt, now, feet, bodyYaw, reducedMotion } = moment;
    this.root.position.copy(feet);
    this.root.rotation.y = bodyYaw;
    this.follow(moment);
    this.pose(moment);
    this.face(moment);
    this.look(moment);
    const { vrm } = this;
    vrm.humanoid.update();
    vrm.lookAt?.update(dt);
    vrm.expressionManager?.update();
    this.swing(dt, reducedMotion);
    this.cast(moment.shadows);
    this.wasSpeaking = this.mouth.since(now) !== null;
  }

  dispose(): void {
    this.scene.remove(this.root);
    const materials = new Set<{ dispose(): void }>();
    this.vrm.scene.traverse((object) => {
      const mesh = object as Mesh;
      if (!mesh.isMesh) return;
      mesh.geometry.dispose();
      (mesh as SkinnedMesh).skeleton?.dispose();
      for (const material of [mesh.material].flat()) {
        materials.add(material);
        const { map } = material as { map?: { dispose(): void; image?: { close?(): void } } | null };
        map?.image?.close?.();
        map?.dispose();
      }
    });
    for (const material of materials) material.dispose();
  }

  /** Hair swings in small steps of time; where frames are too few for it, it hangs still. */
  private swing(dt: number, reducedMotion: boolean): void {
    const springs = this.vrm.springBoneManager;
    if (reducedMotion || dt > LONGEST_SWING) return void springs?.reset();
    const steps = Math.ceil(dt * 60);
    for (let step = 0; step < steps; step++) springs?.update(dt / steps);
  }

  /** Ease everything that has a state of its own towards what it is to be. */
  private follow({ dt, now, speed, hand, headYaw, headPitch, bodyYaw }: Moment): void {
    this.stride = ease(this.stride, Math.min(1, speed / FULL_SPEED), 6, dt);
    this.phase = (this.phase + ((speed * dt) / STRIDE) * Math.PI * 2) % (Math.PI * 2);
    this.pointing = ease(this.pointing, hand ? 1 : 0, 5, dt);
    if (hand) this.target.copy(hand);
    const isSpeaking = this.mouth.isSpeaking(now);
    this.fold = ease(this.fold, this.stride > 0.1 || hand ? 0 : 1, 3, dt);
    this.smile = ease(this.smile, now < this.greetedUntil ? 0.75 : isSpeaking ? 0.16 : 0.24, 3.5, dt);
    this.thinking = ease(this.thinking, this.state === 'thinking' ? 1 : 0, 3, dt);
    this.listening = ease(this.listening, this.state === 'idle' && !isSpeaking ? 1 : 0, 3, dt);
    const yaw = Math.max(-1.1, Math.min(1.1, angleBetween(bodyYaw, headYaw)));
    this.headYaw = ease(this.headYaw, yaw, 8, dt);
    this.headPitch = ease(this.headPitch, headPitch, 8, dt);
    const since = this.mouth.since(now);
    if (since !== null && !this.wasSpeaking) this.hands.clauseBegins(now, this.clauses++, this.seed);
  }

  private pose({ now, time, reducedMotion }: Moment): void {
    const { posture, vrm: { humanoid } } = this;
    for (const turn of posture.values()) turn.fill(0);
    const still = reducedMotion ? 0 : 1;
    const held = { left: this.handOf('left', now, still), right: this.handOf('right', now, still) };
    const free = { left: 1 - held.left.share, right: 1 - held.right.share };
    standing(posture, free);
    alive(posture, time + this.seed, still * (1 - this.stride * 0.6));
    const sunk = walking(posture, this.phase, this.stride * (reducedMotion ? 0.35 : 1), free);
    for (const side of SIDES) if (held[side].share > 0) curl(posture, side, held[side].held.curl, held[side].share, held[side].held.apart ?? '');
    this.turnHead(time, still);
    for (const [bone, [x, y, z]] of posture) humanoid.getNormalizedBoneNode(bone as 'head')?.rotation.set(x, y, z);
    for (const side of SIDES) this.stretch(side, held[side].held, held[side].share);
    if (this.pointing > 0.001) this.point();
    const hips = humanoid.getNormalizedBoneNode('hips');
    const rest = humanoid.normalizedRestPose.hips?.position;
    if (hips && rest) hips.position.set(rest[0], rest[1] - sunk, rest[2]);
  }

  /** What a hand does besides hanging: it points, makes a gesture, or lies on the other. */
  private handOf(side: Side, now: number, still: number): { held: Held; share: number } {
    const gesture = still ? this.hands.of(side, now) : null;
    const fold = this.fold * (1 - this.stride);
    const rest = gesture ?? { held: FOLDED[side], share: 0 };
    const share = rest.share + fold * (1 - rest.share);
    const held = gesture ? between(FOLDED[side], gesture.held, fold > 0.01 ? gesture.share : 1) : FOLDED[side];
    if (side === 'left' || this.pointing < 0.001) return { held, share };
    return { held: { ...held, curl: held.curl + (0.85 - held.curl) * this.pointing, apart: 'Index' }, share: Math.max(share, this.pointing) };
  }

  /** The head turns towards where the presence says, neck and chest with it; it nods as it speaks. */
  private turnHead(time: number, still: number): void {
    const { posture, headYaw, headPitch } = this;
    const speaking = this.wasSpeaking ? still : 0;
    const nod = Math.sin(time * 4.1 + this.seed) * 0.022 * speaking + Math.sin(time * 1.3) * 0.008 * still;
    const tilt = Math.sin(time * 0.9 + this.seed) * 0.03 * (speaking + 0.4 * still) + this.listening * 0.025;
    const up = this.thinking * 0.10;
    bend(posture, 'upperChest', 0, headYaw * 0.16, 0);
    bend(posture, 'neck', -headPitch * 0.35 + nod * 0.5, headYaw * 0.34, tilt * 0.5);
    bend(posture, 'head', -headPitch * 0.65 + nod - up, headYaw * 0.50 - this.thinking * 0.06, tilt * 0.6);
  }

  /** Bring a hand where a gesture wants it. */
  private stretch(side: Side, { at, twist, hand }: Held, share: number): void {
    if (share <= 0.001) return;
    const { humanoid } = this.vrm;
    const upper = humanoid.getNormalizedBoneNode(`${side}UpperArm`), lower = humanoid.getNormalizedBoneNode(`${side}LowerArm`);
    const palm = humanoid.getNormalizedBoneNode(`${side}Hand`);
    if (!upper || !lower || !palm) return;
    const whole = this.lengths.upper + this.lengths.lower;
    // Worked out for the right arm; the left one is its mirror image.
    reach(local.set(-at[0] * whole, at[1] * whole, at[2] * whole), this.lengths.upper, this.lengths.lower, this.arm);
    const flip = side === 'left' ? -1 : 1;
    for (const turn of [this.arm.upper, this.arm.lower]) turn.set(turn.x, turn.y * flip, turn.z * flip, turn.w);
    this.arm.lower.multiply(turned.setFromAxisAngle(AXIS, twist * 0.5));
    upper.quaternion.slerp(this.arm.upper, share);
    lower.quaternion.slerp(this.arm.lower, share);
    bent.set(hand[0], -hand[1] * flip, -hand[2] * flip);
    palm.quaternion.slerp(turned.setFromAxisAngle(AXIS, twist * 0.5).multiply(folded.setFromEuler(bent)), share);
  }

  /** The right arm reaches for what is pointed at. */
  private point(): void {
    const { humanoid } = this.vrm;
    const upper = humanoid.getNormalizedBoneNode('rightUpperArm'), lower = humanoid.getNormalizedBoneNode('rightLowerArm');
    const palm = humanoid.getNormalizedBoneNode('rightHand');
    if (!upper?.parent || !lower || !palm) return;
    upper.parent.updateWorldMatrix(true, false);
    upper.parent.worldToLocal(local.copy(this.target)).sub(upper.position);
    reach(local, this.lengths.upper, this.lengths.lower, this.arm);
    upper.quaternion.slerp(this.arm.upper, this.pointing);
    lower.quaternion.slerp(this.arm.lower, this.pointing);
    palm.quaternion.slerp(turned.identity(), this.pointing);
  }

  private face({ now, time }: Moment): void {
    const face = this.vrm.expressionManager;
    if (!face) return;
    const lips = this.mouth.lips(now);
    let open = 0;
    for (const shape of SHAPES) {
      open += lips[shape];
      face.setValue(shape, lips[shape]);
    }
    face.setValue('happy', this.smile * (1 - Math.min(1, open) * 0.55));
    face.setValue('relaxed', this.listening * 0.25 * (1 - this.smile));
    face.setValue('blink', blink(time, this.seed));
  }

  /** Eyes look at whom it speaks with, and stray a little; somebody who thinks looks up and aside. */
  private look({ gaze, time, reducedMotion }: Moment): void {
    const head = this.vrm.humanoid.getNormalizedBoneNode('head');
    if (!head) return;
    const [yaw, pitch] = reducedMotion ? [0, 0] : stray(time, this.seed);
    if (gaze && this.thinking < 0.5) {
      this.eyes.position.copy(gaze);
      this.root.worldToLocal(this.eyes.position);
    } else {
      head.getWorldPosition(this.eyes.position);
      this.root.worldToLocal(this.eyes.position);
      this.eyes.position.add(ahead.set(-Math.sin(this.headYaw) * 2 + this.thinking * 0.7, this.thinking * 0.5 + Math.sin(this.headPitch) * 2, -Math.cos(this.headYaw) * 2));
    }
    this.eyes.position.x += yaw * 2;
    this.eyes.position.y += pitch * 2;
    this.eyes.updateMatrixWorld();
  }

  private cast(shadows: boolean): void {
    if (this.root.userData.casts === shadows) return;
    this.root.userData.casts = shadows;
    this.vrm.scene.traverse((object) => {
      object.castShadow = shadows;
    });
  }

  private apart(from: 'rightUpperArm' | 'rightLowerArm', to: 'rightLowerArm' | 'rightHand'): number {
    const { humanoid } = this.vrm;
    const a = humanoid.getNormalizedBoneNode(from), b = humanoid.getNormalizedBoneNode(to);
    return a && b ? a.getWorldPosition(local).distanceTo(b.getWorldPosition(ahead)) : 0.25;
  }
}

/** A hand on its way from one hold to another. */
function between(a: Held, b: Held, share: number): Held {
  const mix = (x: number, y: number): number => x + (y - x) * share;
  const all = (x: readonly number[], y: readonly number[]): [number, number, number] => [mix(x[0]!, y[0]!), mix(x[1]!, y[1]!), mix(x[2]!, y[2]!)];
  return { ...b, at: all(a.at, b.at), hand: all(a.hand, b.hand), twist: mix(a.twist, b.twist), curl: mix(a.curl, b.curl) };
}

const SIDES = ['left', 'right'] as const;
const AXIS = new Vector3(1, 0, 0);
const turned = new Quaternion();
const folded = new Quaternion();
const bent = new Euler();
const local = new Vector3();
const ahead = new Vector3();

