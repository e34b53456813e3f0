import type { people as chinese } from '../zh/people';

/** Words of people: invitations, roles, sessions, in English. */
export const people: Record<keyof typeof chinese, string> = {
  'nav.people': 'People',
  'nav.roles': 'Who may do what',
  'person.role.visitor': 'Visitor',
  'person.role.investor': 'Investor',
  'person.role.creator': 'Creator',
  'person.role.enterprise_agent': 'Enterprise agent',
  'person.role.enterprise_owner': 'Enterprise owner',
  'person.role.presenter': 'Presenter',
  'person.role.host': 'Host',
  'person.role.clerk': 'Clerk',
  'person.role.manager': 'Manager',
  'person.role.auditor': 'Auditor',
  'person.role.regulator': 'Regulator',
  'person.role.operator': 'Operator',
};
