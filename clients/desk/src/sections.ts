/** The desk's pages: an entry here is all that a new one needs to be reached and named. */

import type { Component } from 'vue';

import type { Key } from '@/i18n';
import type { IconName } from '@/ui/icons';

type Page = () => Promise<{ default: Component }>;

export interface Section {
  /** Its path below `/desk`. */
  path: string;
  title: Key;
  icon: IconName;
  page: Page;
  /** Pages of single things below it. */
  inner?: { path: string; page: Page }[];
}

export const SECTIONS: readonly Section[] = [
  {
    path: '/exhibits', title: 'nav.exhibits', icon: 'exhibit',
    page: () => import('@/exhibits/ExhibitsPage.vue'),
    inner: [{ path: ':id', page: () => import('@/exhibits/ExhibitPage.vue') }],
  },
  {
    path: '/media', title: 'nav.media', icon: 'picture',
    page: () => import('@/media/MediaPage.vue'),
    inner: [{ path: ':id', page: () => import('@/media/MediumPage.vue') }],
  },
  { path: '/live', title: 'nav.live', icon: 'pulse', page: () => import('@/live/LivePage.vue') },
];
