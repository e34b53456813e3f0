/** Addresses: every section and every exhibit has its own. */

import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';

import { SECTIONS } from '@/sections';
import { DOORS } from '@/shell/doors';

const routes = SECTIONS.flatMap(({ path, title, needs, page, inner = [] }): RouteRecordRaw[] => [
  { path, component: page, meta: { title, needs } },
  ...inner.map((one): RouteRecordRaw => ({ path: `${path}/${one.path}`, component: one.page, props: true, meta: { title, needs: one.needs ?? needs } })),
]);

export const router = createRouter({
  history: createWebHistory('/desk'),
  routes: [...routes, ...DOORS, { path: '/:rest(.*)*', component: { render: () => null }, meta: { home: true } }],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});
