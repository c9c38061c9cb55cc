// What a person sees and does: node page_test.mjs REPORT.html REPORT.json FOLDER-FOR-PICTURES
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [page_path, json_path, pictures] = process.argv.slice(2);
const report = JSON.parse(readFileSync(json_path, 'utf8'));
const address = pathToFileURL(page_path).href;

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
const requests = [];
const complaints = [];
page.on('request', (request) => requests.push(request.url()));
page.on('console', (message) => complaints.push(message.text()));
page.on('pageerror', (error) => complaints.push(String(error)));
await page.goto(address);

const shown = () => page.locator('article:visible');
const rules_shown = () => shown().evaluateAll((all) => all.map((each) => each.dataset.rule));
const rules = (wanted) => report.findings.filter(wanted).map((finding) => finding.rule);
const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

async function test(name, check) {
  await check();
  console.log(`ok: ${name}`);
}

await test('every finding is there, in the order of the other reports', async () => {
  assert.ok(report.findings.length > 5);
  assert.deepEqual(await rules_shown(), rules(() => true));
});

await test('a finding shows its message and its code', async () => {
  const first = report.findings[0];
  const text = await shown().first().innerText();
  assert.ok(text.includes(first.message.replaceAll('`', '')), text);
  assert.ok((await shown().first().locator('pre').innerText()).includes('^'));
});

await test('a level can be left out', async () => {
  await page.getByLabel('errors').uncheck();
  assert.deepEqual(await rules_shown(), rules((finding) => finding.level !== 'error'));
  const left = rules((finding) => finding.level !== 'error').length;
  assert.equal(await page.locator('output').innerText(), `${left} of ${report.findings.length} shown`);
  await page.getByLabel('errors').check();
  assert.equal(await page.locator('output').innerText(), '');
});

await test('a role and a rule can be chosen, and files without such findings go away', async () => {
  await page.getByLabel('role').selectOption('consumer');
  const of_consumers = (finding) => finding.role === 'consumer';
  assert.deepEqual(await rules_shown(), rules(of_consumers));
  const files = new Set(report.findings.filter(of_consumers).map((finding) => finding.path));
  assert.deepEqual(await page.locator('section:visible > h2').allInnerTexts(), [...files]);
  await page.getByLabel('role').selectOption('');
  const rule = report.findings[0].rule;
  await page.getByLabel('rule').selectOption(rule);
  assert.deepEqual(await rules_shown(), rules((finding) => finding.rule === rule));
  await page.getByLabel('rule').selectOption('');
});

await test('text is searched whatever its case', async () => {
  await page.getByLabel('text').fill('LINGR');
  assert.deepEqual(await rules_shown(), rules((finding) => finding.message.includes('lingr')));
  await page.getByLabel('text').fill('');
});

await test('the effective configuration unfolds', async () => {
  const unit = page.locator('details').filter({ hasText: 'spring.kafka.producer' }).first();
  await unit.locator('summary').click();
  assert.match(await unit.locator('table').first().innerText(), /acks\s+1\s+line \d+/);
});

await test('dark and light follow the system', async () => {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await ground();
  await page.screenshot({ path: `${pictures}/report-light.png` });
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.equal(light, 'rgb(255, 255, 255)');
  assert.equal(await ground(), 'rgb(13, 17, 23)');
  await page.screenshot({ path: `${pictures}/report-dark.png` });
});

await test('nothing is asked for, and nothing complained about', async () => {
  assert.deepEqual(requests, [address]);
  assert.deepEqual(complaints, []);
  assert.equal(await page.evaluate(() => fetch('https://example.org/').then(() => 'sent', () => 'refused')), 'refused');
});

await browser.close();
