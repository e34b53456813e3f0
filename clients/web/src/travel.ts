/** Getting somewhere: within the hall on foot, to another through a doorway, onto a seat and off it. */

import type { Connection } from './net/connection';
import { WireError } from './net/requests';
import { seatNear, standUp, takeSeat } from './seats';
import { WalkGround } from './walk';
import { PACE, Walker } from './walker';
import { type Doorway, doorwaysOf, PortalWatch } from './portals';
import type { JoinedMessage } from './wire';
import type { Viewpoint } from './world/scene';
import { type Viewer, type Vec3, placeViewer, STANDING_EYE } from './world/viewer';
import type { World } from './world/world';

export interface TravelHost {
  world: World;
  viewer: Viewer;
  connection: Connection;
  marker(point: Vec3 | null): void;
  /** Cover or uncover the picture. */
  fade(on: boolean): void;
  /** Resolves when the hall one has come to can be seen. */
  seen(): Promise<void>;
  failed(error: unknown): void;
  noWay(): void;
}

const FADE_MS = 360;
/** A viewpoint this far above the floor is in the air. */
const ALOFT_METRES = 2.5;
const ALIGHT_RATE = 2.4;

export class Travel {
  ground: WalkGround | null = null;
  readonly walker: Walker;
  private readonly portals = new PortalWatch();
  private leaving = false;
  private alighting = false;
  private errand = 0;
  /** One wishes to be somewhere; the way may still be asked for. */
  private bound = false;
  /** One is on the way there. */
  private underway = false;

  constructor(private readonly host: TravelHost) {
    this.walker = new Walker(host.viewer, () => this.ground);
    host.world.on('hall', () => this.learn());
    host.world.on('nodes', (changes) => {
      if (changes.some(({ kind }) => kind !== 'changed')) this.portals.reset(doorwaysOf(host.world));
    });
  }

  /** Stand where the server says; coming back after a cut one stays where one was. */
  arrive(joined: JoinedMessage, asked: boolean): void {
    const { viewer } = this.host;
    if (!asked && viewer.hall === joined.hall) {
      viewer.jumps += 1;
      return;
    }
    this.walker.halt();
    this.forget();
    viewer.hall = joined.hall;
    viewer.seated = false;
    viewer.eye = STANDING_EYE;
    viewer.pitch = 0;
    placeViewer(viewer, joined.position, joined.yaw);
  }

  /** Advance one frame; `free` says that nobody is turning the view. */
  update(dt: number, free: boolean): void {
    const { viewer } = this.host;
    if (this.bound && this.walker.wished) this.forget();
    if (viewer.seated && this.walker.wished) this.stand();
    if (!viewer.seated) this.walker.update(dt, free);
    if (!viewer.seated) this.alight(dt);
    if (this.underway && !this.walker.walking) this.forget();
    this.watchDoors(viewer.feet);
  }

  /** In a headset the feet move by other means, the doorways are the same. */
  watchDoors(feet: Vec3): void {
    const door = this.leaving ? null : this.portals.entered(feet);
    if (door) void this.pass(door);
  }

  /** Walk to a point of the floor, straight or around what is in the way. */
  async goTo(goal: Vec3, arrived?: () => void): Promise<void> {
    const { viewer, connection, marker } = this.host;
    this.forget();
    const { errand } = this;
    this.bound = true;
    if (viewer.seated) this.stand();
    marker(goal);
    const way = this.ground?.straight(viewer.feet, goal) === false
      ? await connection.path([...viewer.feet], goal).catch(() => null)
      : [goal];
    if (errand !== this.errand) return;
    if (!way) {
      this.forget();
      return this.host.noWay();
    }
    this.walker.go(way, arrived);
    this.underway = true;
  }

  /** Give up going where one was going, or asked the way to. */
  forget(): void {
    this.errand += 1;
    this.bound = this.underway = false;
    this.walker.stop();
    this.host.marker(null);
  }

  /** Go through a doorway. */
  pass({ hall, spawn }: Pick<Doorway, 'hall' | 'spawn'>): Promise<boolean> {
    return this.enter(hall, spawn);
  }

  /** Go to another hall; false when it did not let one in. `there`: before one sees it. */
  async enter(hall: string, spawn: string | null = null, there?: () => void): Promise<boolean> {
    if (this.leaving) return false;
    this.leaving = true;
    this.walker.halt();
    this.forget();
    this.host.fade(true);
    try {
      await new Promise((done) => setTimeout(done, FADE_MS));
      await this.host.connection.join(hall, spawn);
      there?.();
      await this.host.seen();
      return true;
    } catch (error) {
      if (!(error instanceof WireError && error.code === 'superseded')) this.host.failed(error);
      return false;
    } finally {
      this.leaving = false;
      this.host.fade(false);
    }
  }

  /** Appear at once at a place of this hall. */
  jump(feet: Vec3, yaw: number, pitch = 0): void {
    const { viewer } = this.host;
    if (viewer.seated) this.stand();
    this.walker.halt();
    this.forget();
    viewer.eye = STANDING_EYE;
    this.alighting = false;
    placeViewer(viewer, this.ground?.nearest(feet) ?? feet, yaw);
    viewer.pitch = pitch;
  }

  /** Look from a viewpoint. From one in the air the eyes look alone: the feet stay below. */
  view({ position: [x, y, z], yaw, pitch }: Viewpoint): void {
    const { viewer } = this.host;
    this.jump([x, y - STANDING_EYE, z], yaw, pitch);
    const above = y - viewer.feet[1];
    if (above > ALOFT_METRES) viewer.eye = above;
  }

  /** Where pointing at `point` lets one stand, or null. */
  land(point: Vec3, reach?: number): Vec3 | null {
    return this.ground ? this.ground.land(point, reach) : point;
  }

  seatNear(point: Vec3): string | null {
    return seatNear(this.host.world, point);
  }

  async sit(seat: string): Promise<void> {
    const { world, viewer, connection } = this.host;
    try {
      await connection.sit(seat);
      this.walker.halt();
      this.forget();
      takeSeat(world, viewer, seat);
    } catch (error) {
      this.host.failed(error);
    }
  }

  stand(): void {
    const { viewer, connection } = this.host;
    standUp(viewer, this.ground?.nearest(viewer.feet) ?? viewer.feet);
    connection.sit(null).catch(() => undefined);
  }

  /** Who walks away from a viewpoint in the air comes down to their feet. */
  private alight(dt: number): void {
    const { viewer } = this.host;
    if (viewer.eye === STANDING_EYE) return;
    this.alighting ||= this.walker.wished || this.walker.walking;
    if (!this.alighting) return;
    viewer.eye += (STANDING_EYE - viewer.eye) * (1 - Math.exp(-dt * ALIGHT_RATE));
    if (Math.abs(viewer.eye - STANDING_EYE) < 0.01) viewer.eye = STANDING_EYE;
    this.alighting = viewer.eye !== STANDING_EYE;
  }

  private learn(): void {
    const { hall } = this.host.world;
    if (!hall) return;
    // A hall whose floor nobody has drawn yet is open everywhere.
    this.ground = hall.walk.areas.length ? new WalkGround(hall.walk) : null;
    this.walker.pace = PACE[hall.kind];
    this.portals.reset(doorwaysOf(this.host.world));
  }
}
