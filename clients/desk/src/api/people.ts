/** Accounts, invitations and who may do what. */

import { ask, get, segment } from './http';
import type {
  GrantBody, InvitationAnswer, InvitationMade, InvitationNew, LinkMade, PersonAnswer, PersonChange, PolicyAnswer, SessionShown,
} from './printed';

export type Person = PersonAnswer;
export type Invitation = InvitationAnswer;
export type Grant = Required<GrantBody>;
export type Policy = PolicyAnswer;
export type { InvitationMade, InvitationNew, LinkMade, SessionShown } from './printed';

const one = (id: string): string => `/people/${segment(id)}`;

export const getPeople = async (): Promise<Person[]> => (await get<{ people: Person[] }>('/people')).people;
export const getPerson = (id: string): Promise<Person> => get(one(id));
export const changePerson = (id: string, body: PersonChange): Promise<Person> => ask('PATCH', one(id), { body });
export const deletePerson = (id: string): Promise<void> => ask('DELETE', one(id));
export const getSessions = async (id: string): Promise<SessionShown[]> =>
  (await get<{ sessions: SessionShown[] }>(`${one(id)}/sessions`)).sessions;
export const endSession = (id: string, session?: string): Promise<unknown> =>
  ask('DELETE', `${one(id)}/sessions${session ? `?session=${segment(session)}` : ''}`);
export const recoverPerson = (id: string): Promise<LinkMade> => ask('POST', `${one(id)}/recover`);

export const getInvitations = async (): Promise<Invitation[]> =>
  (await get<{ invitations: Invitation[] }>('/invitations')).invitations;
export const invite = (body: InvitationNew): Promise<InvitationMade> => ask('POST', '/invitations', { body });
export const revokeInvitation = (id: string): Promise<void> => ask('DELETE', `/invitations/${segment(id)}`);

export const getPolicy = (): Promise<Policy> => get('/policy');
