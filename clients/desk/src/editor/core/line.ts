/** The live line of an editor: into the hall by a ticket, and all that is heard there. */

import { liveUrl } from '@web/address';
import { Connection, type Identity } from '@web/net/connection';
import { WireError } from '@web/net/requests';
import { browser } from '@web/net/surroundings';
import { createViewer } from '@web/world/viewer';

import { ApiError, ask, segment } from '@/api/http';
import { lang } from '@/i18n';
import { session } from '@/session';

import type { Mirror } from './mirror';
import type { Line } from './sync';

const identity = (): Identity => ({
  name: session.name, body: { color: '#1f5a41', figure: 'plain' }, lang: lang(), agent: 'lingjing-desk', measure: false,
});

/** A ticket in one's own name; what passes, such as a server that starts anew, is tried again. */
async function ticketFor(hall: string): Promise<string> {
  try {
    return (await ask<{ ticket: string }>('POST', `/halls/${segment(hall)}/tickets`, { body: {} })).ticket;
  } catch (error) {
    if (error instanceof ApiError && !error.passing) throw new WireError(error.code, error.message, error.details, error.request);
    throw error;
  }
}

/** Whoever edits has no body in the hall: visitors neither meet nor count them. */
export const openConnection = (mirror: Mirror): Connection =>
  new Connection(liveUrl(), mirror, createViewer(), identity, browser, ticketFor, true);

/** What edits need of it. */
export const lineOf = (connection: Connection): Line => ({
  edit: (layer, ops) => connection.edit(layer, ops),
  undo: (layer, anyway) => connection.undo(layer, anyway),
  redo: (layer, anyway) => connection.redo(layer, anyway),
  watch: () => connection.watch(),
});
