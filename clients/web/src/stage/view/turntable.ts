/** What an exhibit stands on so that it can be turned about its own upright axis. */

import { Group, Matrix4 } from 'three';
import type { Box } from '../../world/scene';
import { ease } from '../frame';

const RATE = 7;
const FULL = Math.PI * 2;

/** The way from one angle to another that is no longer than half a turn. */
export function shortestTurn(from: number, to: number): number {
  const way = (to - from) % FULL;
  return way > Math.PI ? way - FULL : way < -Math.PI ? way + FULL : way;
}

export class Turntable {
  readonly group = new Group();
  /** Radians as drawn. */
  angle = 0;
  private x = 0;
  private z = 0;
  private readonly back = new Matrix4();

  constructor() {
    this.group.matrixAutoUpdate = false;
  }

  /** Turn about the middle of these bounds. */
  centre({ min, max }: Box): void {
    this.x = (min[0] + max[0]) / 2;
    this.z = (min[2] + max[2]) / 2;
    this.set(this.angle);
  }

  /** Move towards an angle the shorter way round; true while moving. */
  towards(wanted: number, dt: number, atOnce: boolean): boolean {
    const way = shortestTurn(this.angle, wanted);
    if (Math.abs(way) < 1e-4) return false;
    this.set(atOnce ? wanted : wanted - way + ease(0, way, RATE, dt));
    return true;
  }

  set(angle: number): void {
    this.angle = angle;
    const { group, x, z } = this;
    group.matrix.makeTranslation(x, 0, z)
      .multiply(this.back.makeRotationY(angle))
      .multiply(this.back.makeTranslation(-x, 0, -z));
    group.matrixWorldNeedsUpdate = true;
  }
}
