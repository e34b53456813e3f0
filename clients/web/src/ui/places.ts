/** Where one can go: the halls of the park and the views of this one. */

import { t, words } from '../i18n';
import type { HallSummary } from '../net/api';
import type { Localised, Viewpoint } from '../world/scene';
import { el, icon } from './dom';
import { closeSheet, heading, openSheet } from './sheet';

export interface PlacesOptions {
  halls: HallSummary[];
  here: string;
  views: Viewpoint[];
  exhibits: { id: string; name: Localised }[];
  contact: Localised | null;
  enter(hall: string): void;
  view(viewpoint: Viewpoint): void;
  show(exhibit: string): void;
  /** What else the park offers, by words. */
  services: { title: string; rows: { label: string; run(): void }[] };
}

export function openPlaces(options: PlacesOptions): void {
  const { halls, views, exhibits, contact } = options;
  const body: HTMLElement[] = [];
  if (halls.length) {
    body.push(heading('halls.halls'));
    body.push(el('div', { class: 'places' }, ...halls.map((hall) => hallButton(hall, options))));
  }
  if (views.length) {
    body.push(heading('halls.views'));
    body.push(el('div', { class: 'views' }, ...views.map((view) => chip(view.name, () => options.view(view)))));
  }
  if (exhibits.length) {
    body.push(heading('halls.exhibits'));
    body.push(el('div', { class: 'views' }, ...exhibits.map(({ id, name }) => chip(name, () => options.show(id)))));
  }
  if (options.services.rows.length) body.push(el('h3', { text: options.services.title }), el('div', { class: 'views' }, ...options.services.rows.map(({ label, run }) => chip({ zh: label, en: label }, run))));
  if (contact) body.push(el('div', { class: 'contact' }, icon('contact'), el('span', { text: words(contact) })));
  openSheet(t('halls.title'), body);
}

function hallButton(hall: HallSummary, { here, enter }: PlacesOptions): HTMLElement {
  const isHere = hall.id === here;
  const closed = hall.state === 'closed';
  const note = closed ? t('halls.closed')
    : isHere ? t('halls.here')
    : hall.visitors ? t('halls.people', { n: hall.visitors }) : '';
  const button = el('button', {
    class: `place${isHere ? ' here' : ''}`,
    attrs: { type: 'button', 'data-hall': hall.id },
    onclick: () => {
      closeSheet();
      if (!isHere) enter(hall.id);
    },
  }, icon(hall.kind === 'outdoor' ? 'places' : 'hall'),
  el('span', { class: 'name', text: words(hall.name) }), el('span', { class: 'note', text: note }));
  button.disabled = closed;
  return button;
}

function chip(name: Localised, run: () => void): HTMLElement {
  return el('button', {
    class: 'chip',
    attrs: { type: 'button' },
    text: words(name),
    onclick: () => {
      closeSheet();
      run();
    },
  });
}
