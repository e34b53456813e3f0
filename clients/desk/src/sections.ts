/** The desk's pages: an entry here is all that a new one needs to be reached and named. */

import type { Component } from 'vue';

import type { Key } from '@/i18n';
import type { IconName } from '@/ui/icons';

type Page = () => Promise<{ default: Component }>;

/** Headings of the rail, in order. */
export const GROUPS = ['today', 'content', 'people', 'park'] as const;
export type Group = (typeof GROUPS)[number];

export interface Section {
  /** Its path below `/desk`. */
  path: string;
  title: Key;
  icon: IconName;
  /** Under which heading of the rail it stands. */
  group: Group;
  /** The action of the park's policy that one must have to see it. */
  needs: string;
  page: Page;
  /** Pages of single things below it. */
  inner?: { path: string; page: Page }[];
}

export const SECTIONS: readonly Section[] = [
  { path: '/overview', title: 'nav.overview', icon: 'home', group: 'today', needs: 'overview.read', page: () => import('@/overview/OverviewPage.vue') },
  {
    path: '/exhibits', title: 'nav.exhibits', icon: 'exhibit', group: 'content', needs: 'exhibit.read',
    page: () => import('@/exhibits/ExhibitsPage.vue'),
    inner: [{ path: ':id', page: () => import('@/exhibits/ExhibitPage.vue') }],
  },
  {
    path: '/media', title: 'nav.media', icon: 'picture', group: 'content', needs: 'media.read',
    page: () => import('@/media/MediaPage.vue'),
    inner: [{ path: ':id', page: () => import('@/media/MediumPage.vue') }],
  },
  {
    path: '/halls', title: 'nav.halls', icon: 'hall', group: 'content', needs: 'draft.read',
    page: () => import('@/editor/halls/HallsPage.vue'),
    inner: [{ path: ':hall', page: () => import('@/editor/EditorPage.vue') }],
  },
  {
    path: '/people', title: 'nav.people', icon: 'people', group: 'people', needs: 'people.read',
    page: () => import('@/people/PeoplePage.vue'),
    inner: [
      { path: 'roles', page: () => import('@/people/RolesPage.vue') },
      { path: ':id', page: () => import('@/people/PersonPage.vue') },
    ],
  },
  { path: '/live', title: 'nav.live', icon: 'pulse', group: 'park', needs: 'figures.read', page: () => import('@/live/LivePage.vue') },
];
