/** The desk's pages: an entry here is all that a new one needs to be reached and named. */

import type { Component } from 'vue';

import { isApplicant, ownCompanies } from '@/apply/who';
import { unanswered } from '@/guide/open';
import type { Key } from '@/i18n';
import { waiting } from '@/inbox/waiting';
import { isWanted } from '@/start/guide';
import type { IconName } from '@/ui/icons';

type Page = () => Promise<{ default: Component }>;

/** Headings of the rail, in order. */
export const GROUPS = ['today', 'residents', 'content', 'guides', 'people', 'park'] as const;
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
  /** Pages of single things below it; those that need other actions say which, any of them. */
  inner?: { path: string; page: Page; needs?: string[] }[];
  /** Whether the rail has it just now; its page is there all the same. */
  shown?: () => boolean;
  /** A number beside it in the rail; none for 0. */
  badge?: () => number;
  /** What that number counts; things in the inbox, unless it says otherwise. */
  counts?: Key;
}

export const SECTIONS: readonly Section[] = [
  { path: '/start', title: 'nav.start', icon: 'flag', group: 'today', needs: 'site.edit', page: () => import('@/start/StartPage.vue'), shown: () => isWanted.value },
  { path: '/overview', title: 'nav.overview', icon: 'home', group: 'today', needs: 'overview.read', page: () => import('@/overview/OverviewPage.vue') },
  { path: '/inbox', title: 'nav.inbox', icon: 'inbox', group: 'today', needs: 'inbox.read', page: () => import('@/inbox/InboxPage.vue'), badge: () => waiting.value },
  {
    path: '/company', title: 'nav.company', icon: 'booth', group: 'today', needs: 'application.edit',
    page: () => import('@/apply/CompanyPage.vue'), shown: () => ownCompanies.value.length > 0,
    inner: [{ path: ':id', page: () => import('@/apply/CompanyPage.vue') }, { path: ':id/form', page: () => import('@/apply/FormPage.vue') }],
  },
  {
    path: '/applications', title: 'nav.applications', icon: 'seal', group: 'residents', needs: 'seat.read',
    page: () => import('@/registry/QueuePage.vue'),
    inner: [
      { path: 'statistics', page: () => import('@/registry/StatisticsPage.vue') },
      { path: ':id', page: () => import('@/registry/ApplicationPage.vue') },
    ],
  },
  { path: '/companies', title: 'nav.companies', icon: 'tower', group: 'residents', needs: 'seat.read', page: () => import('@/registry/CompaniesPage.vue') },
  { path: '/seats', title: 'nav.seats', icon: 'seat', group: 'residents', needs: 'seat.read', page: () => import('@/registry/SeatsPage.vue') },
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
    inner: [{ path: ':hall', page: () => import('@/editor/EditorPage.vue'), needs: ['draft.read', 'booth.edit'] }],
  },
  { path: '/space', title: 'nav.space', icon: 'rooms', group: 'content', needs: 'lead.read', page: () => import('@/promotion/SpacePage.vue') },
  { path: '/guides', title: 'nav.guides', icon: 'guide', group: 'guides', needs: 'guide.read', page: () => import('@/guide/GuidesPage.vue'), inner: [{ path: ':id', page: () => import('@/guide/PersonaPage.vue') }] },
  { path: '/knowledge', title: 'nav.knowledge', icon: 'file', group: 'guides', needs: 'knowledge.read', page: () => import('@/guide/KnowledgePage.vue'), inner: [{ path: ':id', page: () => import('@/guide/DocumentPage.vue') }] },
  { path: '/guide-bench', title: 'nav.bench', icon: 'play', group: 'guides', needs: 'guide.read', page: () => import('@/guide/BenchPage.vue') },
  {
    path: '/dialogues', title: 'nav.dialogues', icon: 'note', group: 'guides', needs: 'dialogue.read',
    page: () => import('@/guide/DialoguesPage.vue'),
    inner: [{ path: 'statistics', page: () => import('@/guide/StatisticsPage.vue') }, { path: ':id', page: () => import('@/guide/DialoguePage.vue') }],
  },
  { path: '/open-questions', title: 'nav.questions', icon: 'bulb', group: 'guides', needs: 'dialogue.read', page: () => import('@/guide/QuestionsPage.vue'), badge: () => unanswered.value, counts: 'nav.questions.open' },
  { path: '/leads', title: 'nav.leads', icon: 'funnel', group: 'people', needs: 'lead.read', page: () => import('@/promotion/LeadsPage.vue') },
  { path: '/bookings', title: 'nav.bookings', icon: 'calendar', group: 'people', needs: 'booking.read', page: () => import('@/promotion/BookingsPage.vue') },
  { path: '/visitors', title: 'nav.visitors', icon: 'eye', group: 'people', needs: 'presence.read', page: () => import('@/visitors/VisitorsPage.vue') },
  { path: '/site', title: 'nav.site', icon: 'park', group: 'park', needs: 'site.edit', page: () => import('@/site/SitePage.vue') },
  { path: '/notices', title: 'nav.notices', icon: 'bell', group: 'park', needs: 'webhook.read', page: () => import('@/notices/NoticesPage.vue') },
  { path: '/keys', title: 'nav.keys', icon: 'key', group: 'park', needs: 'key.own', page: () => import('@/settings/KeysPage.vue') },
  { path: '/settings', title: 'nav.settings', icon: 'gear', group: 'park', needs: 'settings.read', page: () => import('@/settings/SettingsPage.vue') },
  {
    path: '/people', title: 'nav.people', icon: 'people', group: 'people', needs: 'people.read',
    page: () => import('@/people/PeoplePage.vue'),
    inner: [
      { path: 'roles', page: () => import('@/people/RolesPage.vue') },
      { path: ':id', page: () => import('@/people/PersonPage.vue') },
    ],
  },
  { path: '/kiosk', title: 'nav.kiosk', icon: 'qr', group: 'content', needs: 'exhibit.read', page: () => import('@/kiosk/KioskPage.vue'), shown: () => !isApplicant.value },
  { path: '/live', title: 'nav.live', icon: 'pulse', group: 'park', needs: 'figures.read', page: () => import('@/live/LivePage.vue') },
  { path: '/audit', title: 'nav.audit', icon: 'history', group: 'park', needs: 'audit.read', page: () => import('@/records/AuditPage.vue') },
  { path: '/privacy', title: 'nav.privacy', icon: 'shield', group: 'park', needs: 'privacy.read', page: () => import('@/records/PrivacyPage.vue') },
];
