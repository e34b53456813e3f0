/** What a browser's User-Agent says to a person: the device and the browser. */

const DEVICES: [RegExp, string][] = [
  [/Quest 3S/, 'Meta Quest 3S'], [/Quest 3/, 'Meta Quest 3'], [/Quest Pro/, 'Meta Quest Pro'], [/Quest 2/, 'Meta Quest 2'], [/OculusBrowser|Quest/, 'Meta Quest'],
  [/Pico Neo ?3/i, 'PICO Neo 3'], [/PICO 4 Ultra|A9210/i, 'PICO 4 Ultra'], [/PICO 4|A8110/i, 'PICO 4'], [/Pico/i, 'PICO'], [/Vive|Wave\//i, 'HTC Vive'],
  [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/OpenHarmony|HarmonyOS/i, 'HarmonyOS'], [/Android/, 'Android'], [/Macintosh/, 'Mac'],
  [/Windows/, 'Windows'], [/CrOS/, 'ChromeOS'], [/Linux/, 'Linux'],
];
const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/, 'WeChat'], [/OculusBrowser/, 'Meta Browser'], [/PicoBrowser/i, 'PICO Browser'], [/Wolvic/, 'Wolvic'], [/Edg(e|A|iOS)?\//, 'Edge'],
  [/HuaweiBrowser/, 'Huawei Browser'], [/OPR\//, 'Opera'], [/Firefox|FxiOS/, 'Firefox'], [/Chrome|CriOS/, 'Chrome'], [/Safari/, 'Safari'],
];

const found = (list: [RegExp, string][], agent: string): string => list.find(([mark]) => mark.test(agent))?.[1] ?? '';

export function deviceOf(agent: string): string {
  const parts = [found(DEVICES, agent), found(BROWSERS, agent)].filter(Boolean);
  return parts.join(' · ') || agent.slice(0, 40) || '—';
}

/** Which picture stands for it. */
export const kindOf = (agent: string): 'headset' | 'phone' | 'laptop' =>
  /Quest|Oculus|Pico|Vive|Wolvic/i.test(agent) ? 'headset' : /iPhone|Android|Mobile|Harmony/i.test(agent) ? 'phone' : 'laptop';
