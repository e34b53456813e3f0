/** Words of people: invitations, roles, sessions, in Chinese. */
export const people = {
  'nav.people': '员工与成员',
  'nav.roles': '谁能做什么',
  'person.role.visitor': '访客',
  'person.role.investor': '投资人',
  'person.role.creator': '创作者',
  'person.role.enterprise_agent': '企业经办人',
  'person.role.enterprise_owner': '企业管理员',
  'person.role.presenter': '讲解员',
  'person.role.host': '主持人',
  'person.role.clerk': '办事员',
  'person.role.manager': '园区经理',
  'person.role.auditor': '审计员',
  'person.role.regulator': '监管人员',
  'person.role.operator': '运营者',
} as const;
