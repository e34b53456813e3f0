/** The editor's panels; the code of each comes when it is first looked at. */

import type { Component } from 'vue';

type Load = () => Promise<{ default: Component }>;

const FILES = import.meta.glob<{ default: Component }>('../panels/*.vue');
const load = (name: string): Load | null => FILES[`../panels/${name}.vue`] ?? null;

export const PANELS = {
  tree: load('TreePanel'), properties: load('PropertyPanel'), hall: load('HallPanel'), versions: load('VersionsPanel'),
  add: load('AddMenu'), publish: load('PublishBar'),
} as const;
