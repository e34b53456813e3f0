/** Settings as a form: what a person typed, as the server takes it. */

import type { Setting } from '@/api/site';

export type Value = string | boolean;

/** What stands in the field of a setting. */
export function shown(setting: Setting): Value {
  const value: unknown = setting.next ?? setting.default;
  if (setting.kind === 'flag') return value === true;
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

/** A field as the server takes it; null takes the setting back to its default. */
export function sent(setting: Setting, value: Value): unknown {
  if (setting.kind === 'flag') return value === true;
  const text = String(value).trim();
  if (setting.kind === 'list') return text.split(/[,，\s]+/).filter(Boolean);
  if ((setting.kind === 'whole' || setting.kind === 'real') && text !== '' && Number.isFinite(Number(text))) return Number(text);
  return text;
}

/** Whether a setting is meant by what somebody looks for. */
export function isMeant(setting: Setting, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [setting.name, setting.variable, setting.zh, setting.en].some((one) => one.toLowerCase().includes(wanted));
}

/** Whether a change waits for a restart. */
export const waits = (setting: Setting): boolean => JSON.stringify(setting.value) !== JSON.stringify(setting.next);
