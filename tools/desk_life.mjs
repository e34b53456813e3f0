/** Puts life into a demo park before its desk is photographed: colleagues, a report, a draft in work. */

import { ask, authenticator, invite } from '../tests/flows/journeys/authenticator.mjs';
import { staff } from '../tests/flows/journeys/desk.mjs';
import { edit, saved, shows } from '../tests/flows/journeys/editor.mjs';
import { PATIENCE, until, visit } from '../tests/flows/journeys/park.mjs';

const OPERATOR = { name: '王敏', email: 'wang.min@park.example', password: 'vermilion-teapot-43-orbit' };
const COLLEAGUES = [['presenter', '李讲', 'li.jiang'], ['creator', '陈晨', 'chen.chen'], ['clerk', '何一诺', 'he.yinuo']];
const SMALL = { viewport: { width: 220, height: 160 } };

/** The operator's account, colleagues who came by invitation, one who has not yet, something that is due. */
export async function people(browser, page) {
  await ask(page, 'POST', '/account', OPERATOR);
  const owner = await staff(browser);
  for (const [role, name, mail] of COLLEAGUES) {
    const { context } = await invited(browser, owner, role, name, mail);
    await context.close();
  }
  await invite(owner.page, 'host', { name: '苏航', email: 'su.hang@park.example' });
  await ask(owner.page, 'POST', '/inbox', {
    title: { zh: '周五前更换入口海报', en: 'New poster at the entrance by Friday' }, due: Math.round(Date.now() / 1000) + 2 * 86_400,
  });
  await owner.context.close();
}

/** Somebody who accepts an invitation with a passkey; their page at the desk. */
export async function invited(browser, owner, role, name, mail, context = {}) {
  const path = await invite(owner.page, role, { name, email: `${mail}@park.example` });
  const one = await staff(browser, { signedIn: false, path, context });
  await authenticator(one.page);
  await one.page.locator('.consent input').check();
  await one.page.locator('.form > .el-button').click();
  await one.page.waitForURL(/desk\/(?!invitation)/, { timeout: PATIENCE });
  return one;
}

/** A visitor reports another one to the staff. */
export async function report(browser, hall) {
  const [one, other] = [
    await visit(browser, { name: '林先生', path: `/h/${hall}`, context: SMALL }),
    await visit(browser, { name: '便宜代购加我', path: `/h/${hall}`, context: SMALL }),
  ];
  await until(one, () => [...window.lingjing.world.people.values()].some(({ name }) => name === '便宜代购加我'));
  await one.page.evaluate(async () => {
    const [who] = [...window.lingjing.world.people].find(([, { name }]) => name === '便宜代购加我');
    await window.lingjing.connection.report(who, 'spam', '一直跟着我们推销，请管一管。');
  });
  await one.context.close();
  return other;
}

/** A colleague at work in a hall: some edits of its draft, and one thing selected. */
export async function atWork(colleague, hall, moved, selected) {
  await edit(colleague, hall);
  for (const [node, property, value] of moved) {
    await colleague.page.evaluate(([id, key, to]) => window.lingjingEditor.run('tree.moved', [{ op: 'set', path: `/nodes/${id}/${key}`, value: to }]), [node, property, value]);
    await saved(colleague);
    await shows(colleague, node, property, value);
  }
  await colleague.page.evaluate((ids) => window.lingjingEditor.select(ids), selected);
}
