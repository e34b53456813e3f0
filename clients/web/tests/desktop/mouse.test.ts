import { happen, page, TinyElement } from '../tiny-dom';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { listenForMouse, toggleLock, turnView } from '../../src/desktop/mouse';
import { createViewer } from '../../src/world/viewer';

function picture() {
  const canvas = new TinyElement('canvas');
  canvas.box = { left: 0, top: 0, width: 800, height: 600 };
  const viewer = createViewer();
  const options = { click: vi.fn(), hover: vi.fn(), look: vi.fn() };
  listenForMouse(canvas as unknown as HTMLCanvasElement, viewer, options);
  let [x, y] = [100, 100];
  const mouse = (type: string, to: [number, number] = [x, y], carries: Record<string, unknown> = {}): Event => {
    const event = happen(canvas, type, {
      pointerType: 'mouse', pointerId: 1, button: 0, clientX: to[0], clientY: to[1], movementX: to[0] - x, movementY: to[1] - y, ...carries,
    });
    [x, y] = to;
    return event;
  };
  return { canvas, viewer, mouse, ...options };
}

beforeEach(() => void (page.pointerLockElement = null));

describe('the mouse', () => {
  it('clicks where it went down and up, trembling included', () => {
    const { mouse, click, look } = picture();
    mouse('pointerdown');
    mouse('pointermove', [102, 103]);
    mouse('pointerup');
    expect(click).toHaveBeenCalledExactlyOnceWith(102, 103);
    expect(look).not.toHaveBeenCalled();
  });

  it('drags the picture by the hand: what was grasped follows the pointer', () => {
    const { mouse, click, look, viewer, hover } = picture();
    mouse('pointerdown');
    mouse('pointermove', [200, 140]);
    mouse('pointerup');
    expect(viewer.yaw).toBeGreaterThan(0.3);
    expect(viewer.pitch).toBeGreaterThan(0.1);
    expect(look.mock.calls).toEqual([[true], [false]]);
    expect(hover).toHaveBeenLastCalledWith(null);
    expect(click).not.toHaveBeenCalled();
  });

  it.each([[1], [2]])('with button %i drags but never clicks', (button) => {
    const { mouse, click } = picture();
    mouse('pointerdown', [5, 5], { button });
    mouse('pointerup', [5, 5], { button });
    expect(click).not.toHaveBeenCalled();
  });

  it('that is taken away in a drag lets go of the view', () => {
    const { mouse, look, click } = picture();
    mouse('pointerdown');
    mouse('pointermove', [300, 100]);
    mouse('pointercancel');
    mouse('pointermove', [0, 0]);
    expect(look).toHaveBeenLastCalledWith(false);
    expect(click).not.toHaveBeenCalled();
  });

  it('resting over the picture says where, and leaving it says so', () => {
    const { mouse, hover } = picture();
    mouse('pointermove', [30, 40]);
    expect(hover).toHaveBeenLastCalledWith({ x: 30, y: 40 });
    mouse('pointerleave');
    expect(hover).toHaveBeenLastCalledWith(null);
  });

  it('locked turns the other way round and clicks in the middle', () => {
    const { canvas, mouse, viewer, click } = picture();
    page.pointerLockElement = canvas;
    mouse('pointermove', [200, 100]);
    expect(viewer.yaw).toBeLessThan(0);
    mouse('pointerdown');
    mouse('pointerup');
    expect(click).toHaveBeenCalledExactlyOnceWith(400, 300);
  });

  it('is not a finger', () => {
    const { mouse, click, viewer } = picture();
    mouse('pointerdown', [5, 5], { pointerType: 'touch' });
    mouse('pointermove', [300, 5], { pointerType: 'touch' });
    mouse('pointerup', [300, 5], { pointerType: 'touch' });
    expect([viewer.yaw, click.mock.calls.length]).toEqual([0, 0]);
  });
});

describe('turning the view', () => {
  it('never tips over, however far one drags', () => {
    const viewer = createViewer();
    turnView(viewer, 0, 1e6);
    expect(viewer.pitch).toBeLessThan(Math.PI / 2);
    turnView(viewer, 0, -1e9);
    expect(viewer.pitch).toBeGreaterThan(-Math.PI / 2);
  });
});

describe('locking', () => {
  it('is given back when it was taken, and is nothing where browsers lack it', async () => {
    const canvas = new TinyElement('canvas') as TinyElement & { requestPointerLock?: () => Promise<void> };
    expect(() => toggleLock(canvas as unknown as HTMLCanvasElement)).not.toThrow();
    canvas.requestPointerLock = vi.fn(() => Promise.reject(new Error('not now')));
    toggleLock(canvas as unknown as HTMLCanvasElement);
    expect(canvas.requestPointerLock).toHaveBeenCalledOnce();
    page.pointerLockElement = canvas;
    toggleLock(canvas as unknown as HTMLCanvasElement);
    expect(page.pointerLockElement).toBeNull();
  });
});
