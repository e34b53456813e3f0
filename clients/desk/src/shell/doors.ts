/** Pages that are no sections of the rail: those at the door, and one's own account. */

import type { RouteRecordRaw } from 'vue-router';

/** `open`: for anybody, without the rail; `bare`: signed in, without the rail. */
export type Door = 'open' | 'bare';

export const DOORS: RouteRecordRaw[] = [
  { path: '/invitation/:secret', component: () => import('@/account/InvitationPage.vue'), props: true, meta: { door: 'open' } },
  { path: '/recovery/:token', component: () => import('@/account/RecoveryPage.vue'), props: true, meta: { door: 'open' } },
  { path: '/apply', component: () => import('@/apply/ApplyPage.vue'), meta: { door: 'open', title: 'nav.apply' } },
  { path: '/oidc', component: () => import('@/account/OidcPage.vue'), meta: { door: 'open' } },
  { path: '/pair', component: () => import('@/account/PairPage.vue'), meta: { door: 'bare', title: 'pair.title' } },
  { path: '/account', component: () => import('@/account/AccountPage.vue'), meta: { title: 'nav.account' } },
];
