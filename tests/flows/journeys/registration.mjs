/**
 * A company's whole way, by the pages that people use: it applies, the clerk asks for a change, it hands in again, is
 * approved and moves in; its sign comes up for somebody who is in the hall already; its certificate is fetched and
 * verified; it furnishes its own booth in the editor and no other; it is suspended, and gone from the hall.
 */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';

import { staff } from './desk.mjs';
import { assertCalm, MS, openBrowser, PARK, until, visit } from './park.mjs';
import { asking, choose, expected, granted, next, saved, signUp } from './registration_kit.mjs';

const { PAPER, CERTIFICATE } = process.env;
const browser = await openBrowser();
const clerk = await staff(browser);
await clerk.page.locator('#rail a').first().waitFor();
await granted(clerk, 'POST', '/custodians', {
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
const desk = clerk.page;
const stands = (state) => desk.locator(`.head [data-state="${state}"]`).waitFor();
await desk.goto(`${PARK}/desk/applications`);
await desk.locator(`[data-row="${id}"] a`).first().click();
await desk.locator('[data-verb="claim"]').click();
await stands('in_review');
await desk.locator('[data-pointer="/fields/scope"] .pinner').click();
await desk.locator('[data-pin="/fields/scope"] textarea').fill('请补充“工业机器人销售”。');
await desk.locator('[data-verb="request_changes"]').click();
await desk.getByRole('button', { name: '发出 1 项' }).click();
await stands('changes_requested');
await page.reload();
await page.getByRole('link', { name: '去修改' }).click();
await page.locator('#row-scope .comment', { hasText: '工业机器人销售' }).waitFor();
await page.locator('textarea[name=scope]').fill('工业机器人销售；软件开发；信息技术咨询服务');
await saved(firm);
await page.locator('nav.list button', { hasText: '核对并提交' }).click();
await page.getByRole('button', { name: '提交申请' }).click();
await page.getByRole('heading', { name: '办事员正在审核' }).waitFor();
await desk.reload();
await stands('in_review');
await desk.locator('[data-verb="approve"]').click();
await desk.locator('.host.on', { hasText: '云谷托管服务中心' }).waitFor();
await desk.locator('.el-dialog').getByRole('button', { name: '通过', exact: true }).click();
await stands('approved');

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
const anybody = await staff(browser, { signedIn: false, path: `/verify/${encodeURIComponent(number)}` });
const verdict = async () => {
  await anybody.page.reload();
  return (await anybody.page.locator('.verdict').innerText()).trim();
};
assert.equal(await verdict(), '有效');
await anybody.page.getByText('苏州智行机器人有限公司').waitFor();
assert.ok(!/李小境|13800138000|11010519491231/.test(await anybody.page.locator('body').innerText()), 'nothing of a person');

// --- its own booth is its to furnish, its neighbour's is not
await page.setViewportSize({ width: 960, height: 620 });
await page.getByRole('link', { name: '布置展位' }).click();
await page.waitForFunction(() => window.lingjingEditor?.status.value === 'live' && window.lingjingEditor.own.value, undefined, { polling: 50 });
await page.locator('.add .open').click();
await page.locator('[data-add="text"]').click();
const words = page.getByLabel('内容 · 中文');
await words.fill('欢迎参观智行机器人');
await words.blur();
await until(witness, (booth) => [...window.lingjing.world.nodes.values()].some(({ parent, text }) => parent === booth && text?.zh === '欢迎参观智行机器人'), mine.node);
assert.deepEqual([await page.locator(`[data-node="${mine.node}"]`).count(), await page.locator(`[data-node="${neighbour.node}"]`).count()], [1, 0]);
const { body: { revision } } = await granted(firm, 'GET', `/halls/${neighbour.hall}/scene`);
const value = { kind: 'text', name: { zh: '字', en: 'Words' }, parent: neighbour.node, translation: [0, 1.5, 0], text: { zh: '字', en: 'Words', size: 0.2 } };
const refused = await asking(firm, 'PATCH', `/booths/${neighbour.hall}/${neighbour.node}/scene`, { ops: [{ op: 'add', path: '/nodes/intruder', value }], base: revision });
assert.ok([403, 404].includes(refused.status), `${refused.status} ${JSON.stringify(refused.body)}`);
await expected(firm, refused.status);
await page.goto(`${PARK}/desk/company`);
await page.getByRole('heading', { name: '苏州智行机器人有限公司', level: 1 }).waitFor();

// --- suspended: hidden at once, and told to whoever checks the certificate
await desk.reload();
await desk.locator('[data-verb="suspend"]').click();
await desk.locator('.el-dialog select').selectOption('agreement_breached');
const suspended = desk.waitForResponse((response) => response.url().endsWith(`/applications/${id}/transitions`)).then(() => Date.now());
await desk.locator('.el-dialog').getByRole('button', { name: '暂停入驻', exact: true }).click();
const suspendedAt = await suspended;
const gone = (await until(witness, () => window.goneAt)) - suspendedAt;
assert.ok(gone <= MS(1000), `the booth was gone after ${gone} ms`);
await stands('suspended');
assert.equal(await verdict(), '暂停');
await page.reload();
await page.getByText('违反入驻协议').waitFor();

assertCalm(clerk, firm, witness, anybody);
await browser.close();
console.log(JSON.stringify({ sign, gone, number }));
