import { happen, page, TinyElement } from '../tiny-dom';

import { describe, expect, it, vi } from 'vitest';

import { listenForTouch } from '../../src/touch/gestures';
import { createViewer } from '../../src/world/viewer';

function screen() {
  const canvas = new TinyElement('canvas');
  const viewer = createViewer();
  const options = { tap: vi.fn(), look: vi.fn() };
  listenForTouch(canvas as unknown as HTMLCanvasElement, viewer, options);
  const finger = (type: string, clientX: number, clientY: number, timeStamp = 0, pointerId = 1, pointerType = 'touch'): Event =>
    happen(canvas, type, { pointerType, pointerId, clientX, clientY, timeStamp });
  return { finger, viewer, ...options };
}

describe('a finger', () => {
  it('that touches shortly taps', () => {
    const { finger, tap, look } = screen();
    finger('pointerdown', 50, 60);
    finger('pointermove', 54, 63, 50);
    finger('pointerup', 54, 63, 120);
    expect(tap).toHaveBeenCalledExactlyOnceWith(54, 63);
    expect(look).not.toHaveBeenCalled();
  });

  it('that rests long does not tap', () => {
    const { finger, tap } = screen();
    finger('pointerdown', 50, 60);
    finger('pointerup', 50, 60, 900);
    expect(tap).not.toHaveBeenCalled();
  });

  it('that moves turns the view, without the jump of its first movement twice', () => {
    const { finger, viewer, look, tap } = screen();
    finger('pointerdown', 100, 100);
    finger('pointermove', 104, 100);
    expect(viewer.yaw).toBe(0);
    finger('pointermove', 140, 100);
    const once = viewer.yaw;
    finger('pointermove', 180, 100);
    expect(viewer.yaw).toBeCloseTo(2 * once);
    finger('pointerup', 180, 100, 100);
    expect(look.mock.calls).toEqual([[true], [false]]);
    expect(tap).not.toHaveBeenCalled();
  });

  it('that the system takes away neither taps nor holds on', () => {
    const { finger, tap, look, viewer } = screen();
    finger('pointerdown', 100, 100);
    finger('pointercancel', 100, 100, 50);
    finger('pointermove', 300, 100, 60);
    expect([tap.mock.calls.length, look.mock.calls.length, viewer.yaw]).toEqual([0, 0, 0]);
  });

  it('beside another does nothing, and the first goes on', () => {
    const { finger, viewer, tap } = screen();
    finger('pointerdown', 100, 100, 0, 1);
    finger('pointerdown', 300, 300, 0, 2);
    finger('pointermove', 500, 300, 0, 2);
    finger('pointerup', 500, 300, 50, 2);
    expect([viewer.yaw, tap.mock.calls.length]).toEqual([0, 0]);
    finger('pointerup', 100, 100, 100, 1);
    expect(tap).toHaveBeenCalledOnce();
  });

  it('is not the mouse', () => {
    const { finger, tap } = screen();
    finger('pointerdown', 1, 1, 0, 1, 'mouse');
    finger('pointerup', 1, 1, 50, 1, 'mouse');
    expect(tap).not.toHaveBeenCalled();
  });
});

describe('the page', () => {
  it.each(['gesturestart', 'dblclick'])('does not zoom at %s', (type) => {
    screen();
    expect(happen(page, type).defaultPrevented).toBe(true);
  });
});
