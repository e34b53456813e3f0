/** Words about oneself, on the page and inside the headset; fetched when they are asked for. */

import type { Language } from '../world/scene';

const zh = {
  title: '我的身份', visitor: '你正在以访客身份参观，不需要账号。', pairing: '用手机登录', signed: '已登录',
  sign: '登录', pair: '用手机登录', desk: '打开工作台', account: '我的账号', out: '退出登录', close: '关闭', cancel: '取消', companies: '企业与可租空间', again: '换一个码', language: 'English',
  lead: '用已登录的手机或电脑扫码，或打开下面的网址，输入配对码。', leadHeadset: '用已登录的手机扫码，或打开网址输入配对码。不用在头显里打字。',
  asking: '正在取配对码…', waiting: '等待确认…', denied: '对方拒绝了这次配对。', failed: '暂时取不到配对码，请稍后再试。',
  done: '已登录为{name}', left: '已退出登录', entitled: '你的角色现在是：{role}',
} as const;
type Words = Record<keyof typeof zh, string>;

const en: Words = {
  title: 'Who you are', visitor: 'You are here as a visitor; no account is needed.', pairing: 'Sign in by phone', signed: 'Signed in',
  sign: 'Sign in', pair: 'Sign in by phone', desk: 'Open the desk', account: 'My account', out: 'Sign out', close: 'Close', cancel: 'Cancel', companies: 'Companies, space', again: 'Another code', language: '中文',
  lead: 'Scan with a phone that is signed in, or open the address below on one and enter the code.', leadHeadset: 'Scan with a phone that is signed in, or open the address and enter the code. No typing in the headset.',
  asking: 'Getting a code…', waiting: 'Waiting for confirmation…', denied: 'The pairing was declined.', failed: 'No code to be had just now; please try again later.',
  done: 'Signed in as {name}', left: 'Signed out', entitled: 'Your role is now: {role}',
};

const ROLES: Record<string, [zh: string, en: string]> = {
  visitor: ['访客', 'Visitor'], investor: ['投资人', 'Investor'], creator: ['创作者', 'Creator'], enterprise_agent: ['企业经办人', 'Enterprise agent'],
  enterprise_owner: ['企业管理员', 'Enterprise owner'], presenter: ['讲解员', 'Presenter'], host: ['主持人', 'Host'], clerk: ['办事员', 'Clerk'],
  manager: ['园区经理', 'Manager'], auditor: ['审计员', 'Auditor'], regulator: ['监管人员', 'Regulator'], operator: ['运营者', 'Operator'],
};
const VISITING = new Set(['visitor', 'investor', 'enterprise_agent', 'enterprise_owner']);

export const wordsIn = (lang: Language): Words => (lang === 'en' ? en : zh);
export const roleIn = (role: string, lang: Language): string => ROLES[role]?.[lang === 'en' ? 1 : 0] ?? role;

/** Whether somebody of this role works at the desk. */
export const isStaff = (role: string): boolean => !VISITING.has(role);
