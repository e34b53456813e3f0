/**
 * A company's whole way: it applies, is asked for a change, hands in again, is approved and moves in; its sign comes
 * up for somebody who is in the hall already; its certificate is fetched and verified; it furnishes its own booth and
 * no other; it is suspended, and gone from the hall.
 */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';

import { staff } from './desk.mjs';
import { assertCalm, MS, openBrowser, PARK, until, visit } from './park.mjs';
import { asking, choose, expected, granted, next, saved, signUp, step } from './registration_kit.mjs';

const { PAPER, CERTIFICATE } = process.env;
const browser = await openBrowser();
const clerk = await staff(browser);
await clerk.page.locator('#rail a').first().waitFor();
const { body: host } = await granted(clerk, 'POST', '/custodians', {
  title: { zh: '云谷托管服务中心', en: 'Yungu hosting' }, place: { zh: '苏州工业园区星湖街 328 号', en: '328 Xinghu Street' }, seats: 3,
});

// --- an applicant signs up and fills in the form
const firm = await staff(browser, { signedIn: false, path: '/desk/apply' });
const { page } = firm;
const id = await signUp(firm, 'li@zhixing.example', '李小境');
await page.getByText('已有营业执照').click();
await page.locator('input[name=credit_code]').fill('9144 0300 1922 0382 17');
await page.locator('input[name=credit_code]').blur();
await page.locator('#credit_code-wrong').waitFor();
await page.locator('input[name=credit_code]').fill('９１４４０３００１９２２０３８２１６');
await page.getByText('代码有效：企业，登记地 广东').waitFor();
assert.equal(await page.locator('input[name=credit_code]').inputValue(), '91 440300 192203821 6');
await page.locator('input[name=name]').fill('苏州智行机器人有限公司');
await choose(firm, 'legal_form', '有限责任公司');
await page.locator('#field-industry').fill('软件');
await page.getByRole('option', { name: '软件和信息技术服务业' }).first().click();
await page.locator('textarea[name=scope]').fill('软件开发；信息技术咨询服务');
await page.locator('input[name=established]').fill('2019-04-18');
await page.locator('input[name=registered_address]').fill('江苏省苏州市吴中区灵岩路 1 号');
await next(firm, '法定代表人');
await page.locator('input[name=legal_rep]').fill('李小境');
await choose(firm, 'id_kind', '居民身份证');
await page.locator('input[name=id_number]').fill('11010519491231002X');
await page.locator('input[name=id_number]').blur();
await page.locator('.masked').waitFor();
assert.match(await page.locator('.masked').innerText(), /^\*+002X$/);
await next(firm, '联系人');
await page.locator('input[name=contact_name]').fill('李小境');
await page.locator('input[name=phone]').fill('138 0013 8000');
await page.locator('input[name=email]').fill('li@zhixing.example');
await next(firm, '展位与名片');
await page.getByRole('radio', { name: '是', exact: true }).check({ force: true });
await page.locator('textarea[name=brief]').fill('面向中小工厂的协作机器人。');
await next(firm, '确认与同意');
for (const name of ['consent_truth', 'consent_privacy']) await page.locator(`input[name=${name}]`).check();
await next(firm, '申请材料');
for (const card of await page.locator('.paper-card.wanted, .paper-card').all()) {
  if ((await card.innerText()).includes('选填')) continue;
  await card.locator('input.choose-file').setInputFiles(PAPER);
  await card.locator('.there').waitFor();
}

// --- what is left is listed, and led to
await next(firm, '核对并提交');
await saved(firm);
await page.getByRole('button', { name: '提交申请' }).click();
await expected(firm, 422);
await page.locator('.box button', { hasText: '单独同意处理身份证件信息' }).first().click();
await page.locator('input[name=consent_identity]').check();
await saved(firm);
await page.locator('nav.list button', { hasText: '核对并提交' }).click();
await page.getByText('内容齐全，可以提交了').waitFor();
await page.getByRole('button', { name: '提交申请' }).click();
await page.waitForURL(`**/company/${id}`);
await page.getByRole('heading', { name: '申请已提交，等待受理' }).waitFor();

// --- the clerk asks for a change; it is pinned to its field
await step(clerk, id, 'claim');
await step(clerk, id, 'request_changes', { items: [{ pointer: '/fields/scope', text: '请补充“工业机器人销售”。' }] });
await page.reload();
await page.getByRole('link', { name: '去修改' }).click();
await page.locator('#row-scope .comment', { hasText: '工业机器人销售' }).waitFor();
await page.locator('textarea[name=scope]').fill('工业机器人销售；软件开发；信息技术咨询服务');
await saved(firm);
await page.locator('nav.list button', { hasText: '核对并提交' }).click();
await page.getByRole('button', { name: '提交申请' }).click();
await page.getByRole('heading', { name: '办事员正在审核' }).waitFor();
await step(clerk, id, 'approve', { custodian: host.id });

// --- somebody is in the hall when the company moves in
const { body: { booths } } = await granted(clerk, 'GET', '/booths');
const [mine, neighbour] = booths.filter(({ tenant }) => !tenant);
const witness = await visit(browser, { name: '见证人', path: `/h/${mine.hall}`, context: { viewport: { width: 320, height: 220 } } });
await until(witness, (node) => window.lingjing.world.nodes.has(node), mine.node);
await witness.page.evaluate(([node, enterprise]) => {
  const { world } = window.lingjing;
  const look = () => {
    const now = world.nodes.get(node);
    if (now?.tenant?.enterprise === enterprise && now.visible !== false) window.signAt ??= Date.now();
    if (window.signAt && (!now?.tenant || now.visible === false)) window.goneAt ??= Date.now();
  };
  world.on('nodes', look);
}, [mine.node, id]);

await page.reload();
await page.getByRole('heading', { name: '审核通过，请签署入驻协议' }).waitFor();
await page.locator(`input[name=booth][value="${mine.node}"]`).check();
await page.locator('input[name=agreement]').check();
const answered = page.waitForResponse((response) => response.url().endsWith(`/applications/${id}/transitions`)).then(() => Date.now());
await page.getByRole('button', { name: '签署并入驻' }).click();
const movedIn = await answered;
const sign = (await until(witness, () => window.signAt)) - movedIn;
assert.ok(sign <= MS(1000), `the sign was seen after ${sign} ms`);
const tenant = await witness.page.evaluate((node) => window.lingjing.world.nodes.get(node).tenant, mine.node);
assert.deepEqual([tenant.enterprise, tenant.name.zh], [id, '苏州智行机器人有限公司']);

// --- its certificate, as a file and at the page where anybody checks it
await page.getByRole('link', { name: '下载 PDF' }).waitFor();
const fetching = page.waitForEvent('download');
await page.getByRole('link', { name: '下载 PDF' }).click();
writeFileSync(CERTIFICATE, readFileSync(await (await fetching).path()));
assert.equal(readFileSync(CERTIFICATE).subarray(0, 5).toString(), '%PDF-');
const number = (await page.locator('.number').innerText()).trim();
const verdict = async () => (await (await fetch(`${PARK}/api/v1/certificates/${encodeURIComponent(number)}`)).json()).state;
assert.equal(await verdict(), 'valid');

// --- its own booth is its to furnish, its neighbour's is not
async function furnish(booth, name) {
  const words = { zh: '欢迎参观智行机器人', en: 'Welcome to Zhixing' };
  const value = { kind: 'text', name: words, parent: booth.node, translation: [0, 1.5, 0], text: { ...words, size: 0.2 } };
  const { body: { revision } } = await granted(firm, 'GET', `/halls/${booth.hall}/scene`);
  return asking(firm, 'PATCH', `/booths/${booth.hall}/${booth.node}/scene`, { ops: [{ op: 'add', path: `/nodes/${name}`, value }], base: revision });
}
const done = await furnish(mine, 'zhixing-welcome');
assert.ok(done.status < 300, JSON.stringify(done.body));
await until(witness, () => window.lingjing.world.nodes.get('zhixing-welcome')?.text.zh === '欢迎参观智行机器人');
const refused = await furnish(neighbour, 'intruder');
assert.ok([403, 404].includes(refused.status), `${refused.status} ${JSON.stringify(refused.body)}`);
await expected(firm, refused.status);

// --- suspended: hidden at once, and told to whoever checks the certificate
const suspended = await step(clerk, id, 'suspend', { reason: 'agreement_breached' });
const gone = (await until(witness, () => window.goneAt)) - suspended.at;
assert.ok(gone <= MS(1000), `the booth was gone after ${gone} ms`);
assert.equal(await verdict(), 'suspended');
await page.reload();
await page.getByText('违反入驻协议').waitFor();

assertCalm(clerk, firm, witness);
await browser.close();
console.log(JSON.stringify({ sign, gone, number }));
