/** The words of the operator's page. */

import { recall, remember } from '../memory';

const zh = {
  title: '运行状况',
  park: '打开园区',
  visitors: '在场访客',
  tick: '节拍耗时 p99',
  bytes: '实时发送',
  frames: '姿态帧',
  halls: '展馆与场地',
  hall: '名称',
  state: '状态',
  people: '人数 / 每分场上限',
  rooms: '各分场',
  revision: '版本号',
  open: '开放',
  closed: '关闭',
  connections: '{n} 个连接',
  ticks: '中位 {median} · 最长 {worst} · {hz} Hz',
  sum: '累计 {n}',
  fresh: '每秒更新',
  stale: '暂时读不到，正在重试',
  signin: '登录已失效，请在服务器上运行 lingjing operator link',
} as const;

export type OperatorKey = keyof typeof zh;

const en: Record<OperatorKey, string> = {
  title: 'How the park is doing',
  park: 'Open the park',
  visitors: 'Visitors',
  tick: 'Tick time, p99',
  bytes: 'Sent live',
  frames: 'Presence frames',
  halls: 'Halls and grounds',
  hall: 'Name',
  state: 'State',
  people: 'People / room for',
  rooms: 'Rooms',
  revision: 'Revision',
  open: 'Open',
  closed: 'Closed',
  connections: '{n} connections',
  ticks: 'median {median} · worst {worst} · {hz} Hz',
  sum: '{n} in all',
  fresh: 'Renewed every second',
  stale: 'Cannot be read just now; trying again',
  signin: 'Signed out: run lingjing operator link on the server',
};

let current = recall('lang') ?? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');

export const lang = (): 'zh-CN' | 'en' => (current === 'en' ? 'en' : 'zh-CN');

export function setLang(next: 'zh-CN' | 'en'): void {
  current = next;
  remember('lang', next);
}

export function t(key: OperatorKey, params: Record<string, string | number> = {}): string {
  const words: string = (lang() === 'en' ? en : zh)[key];
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** Write the words into every element that names a key. */
export function apply(root: HTMLElement): void {
  document.documentElement.lang = lang();
  document.title = t('title');
  for (const element of root.querySelectorAll<HTMLElement>('[data-t]')) {
    element.textContent = t(element.dataset['t'] as OperatorKey);
  }
}
