/** What only the first-run guide asks for: the first account, an invitation. */

import { ask } from './http';
import type * as printed from './printed';

export type Invited = printed.InvitationMade;

export const makeFirstAccount = (body: printed.FirstAccount): Promise<unknown> => ask('POST', '/account', { body });
export const invite = (body: printed.InvitationNew): Promise<Invited> => ask('POST', '/invitations', { body });
