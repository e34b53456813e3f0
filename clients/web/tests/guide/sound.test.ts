import { describe, expect, it, vi } from 'vitest';

import { describe as described } from '../../src/guide/clip';
import { forwardOf } from '../../src/guide/ears';
import { RHYTHM } from '../../src/guide/rhythm';
import { rateFor, SystemVoice, voiceFor } from '../../src/guide/system-voice';

const voice = (lang: string, localService = true): SpeechSynthesisVoice => ({ lang, localService, name: lang, voiceURI: lang, default: false });

describe('the device’s voice', () => {
  it('is one that lives on the device', () => {
    expect(voiceFor([voice('zh-CN', false), voice('zh-TW')], 'zh')?.lang).toBe('zh-TW');
    expect(voiceFor([voice('zh-TW'), voice('zh_CN')], 'zh')?.lang).toBe('zh_CN');
    expect(voiceFor([voice('en-US', false)], 'en')).toBeNull();
  });

  it('speaks about as long as the clause, without haste or drawl', () => {
    expect(rateFor('园区租金每月三十八元', 'zh', 2174)).toBeCloseTo(1, 1);
    expect([rateFor('一', 'zh', 9000), rateFor('字'.repeat(300), 'zh', 1000)]).toEqual([0.75, 1.5]);
  });

  it('without any is silent, and can be stopped all the same', () => {
    const cancel = vi.fn(), speak = vi.fn();
    const system = new SystemVoice({ getVoices: () => [], cancel, speak } as unknown as SpeechSynthesis);
    system.speak('你好', 'zh', 0, 500, 1);
    system.stop();
    expect([system.can('zh'), speak.mock.calls.length, cancel.mock.calls.length]).toEqual([false, 0, 1]);
  });

  it('what was to be spoken later is not, once it is stopped', () => {
    vi.useFakeTimers();
    const speak = vi.fn();
    const system = new SystemVoice({ getVoices: () => [voice('zh-CN')], cancel: vi.fn(), speak } as unknown as SpeechSynthesis);
    system.speak('你好', 'zh', 200, 500, 1);
    system.stop();
    vi.advanceTimersByTime(1000);
    expect(speak).not.toHaveBeenCalled();
    vi.useRealTimers();
  });
});

it('sound is known by its samples', () => {
  const tone = Float32Array.from({ length: 800 }, (_, at) => Math.sin(at / 5) * 0.5);
  expect(described(tone).rms).toBeCloseTo(0.353, 2);
  expect(described(tone).digest).toBe(described(tone.slice()).digest);
  expect(described(tone.subarray(1)).digest).not.toBe(described(tone).digest);
  expect(described(new Float32Array(0)).rms).toBe(0);
});

it('an AI’s voice is announced short, long, short, short', () => {
  const longs = RHYTHM.map(([, long]) => long);
  expect(longs[1]! / longs[0]!).toBeGreaterThanOrEqual(2.5);
  expect([longs[2], longs[3]]).toEqual([longs[0], longs[0]]);
  RHYTHM.slice(1).forEach(([from], at) => expect(from).toBeGreaterThan(RHYTHM[at]![0] + RHYTHM[at]![1]));
});

describe('ears', () => {
  it.each([[0, 0, [0, 0, -1]], [Math.PI / 2, 0, [-1, 0, 0]], [0, Math.PI / 2, [0, 1, 0]]])('of a head turned %f and raised %f', (yaw, pitch, ahead) => {
    forwardOf({ yaw, pitch, xr: null }).forEach((value, at) => expect(value).toBeCloseTo((ahead as number[])[at]!, 6));
  });

  it('of a head in a headset follow its turn', () => {
    const half = Math.SQRT1_2;
    const xr = { head: { position: [0, 1.6, 0], rotation: [0, half, 0, half] } } as unknown as NonNullable<Parameters<typeof forwardOf>[0]['xr']>;
    forwardOf({ yaw: 0, pitch: 0, xr }).forEach((value, at) => expect(value).toBeCloseTo([-1, 0, 0][at]!, 6));
  });
});
