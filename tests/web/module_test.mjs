// The viewer as a module, on the example page, with what annal writes for it. Usage: NODE_PATH=… module_test.mjs ANNAL ARTICLE…
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, required } from './browser.mjs';

const [annal, ...articles] = process.argv.slice(2);
const web = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../web');
const axe = fs.readFileSync(required.resolve('axe-core/axe.min.js'), 'utf8');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-module-'));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' };
const server = http.createServer((request, response) => {
  const name = path.normalize(request.url).replace(/^\/+/, '');
  const file = /^example\/timeline\./.test(name) ? path.join(folder, path.basename(name)) : path.join(web, name);
  if (!types[path.extname(file)] || !fs.existsSync(file)) { response.writeHead(404).end(); return; }
  response.writeHead(200, { 'content-type': `${types[path.extname(file)]}; charset=utf-8` }).end(fs.readFileSync(file));
}).listen(0, '127.0.0.1');
await new Promise(done => server.once('listening', done));
const browser = await launch();
let failed = 0;
for (const article of articles) {
  for (const ending of ['json', 'svg']) execFileSync(annal, ['build', article, '-o', path.join(folder, `timeline.${ending}`)], { stdio: ['ignore', 'inherit', 'ignore'] });
  const shown = JSON.parse(fs.readFileSync(path.join(folder, 'timeline.json'), 'utf8')).events.filter(event => event.shown).length;
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  const troubles = [];
  page.on('pageerror', error => troubles.push(error.message));
  page.on('dialog', dialog => { troubles.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
  const holds = (value, what) => { if (!value) troubles.push(what); };
  await page.goto(`http://127.0.0.1:${server.address().port}/example/index.html`);
  await page.locator('tr[data-event]').first().waitFor();
  holds(await page.locator('tr[data-event]').count() === shown, `${shown} events in the table`);
  holds(await page.locator('svg [data-event]').count() === shown, `${shown} events in the picture`);
  await page.locator('svg [data-event] text').first().click();
  await page.mouse.move(1, 1);  // what opened has moved the picture, and another event under the pointer
  holds(await page.locator('.lit-sentence').count() >= 1, 'a sentence is lit');
  holds(await page.locator('.why q').count() === 1, 'the evidence is open');
  const lit = await page.locator('.lit-sentence').allTextContents();  // an event may be told in several
  const quoted = await page.locator('.why q').textContent();
  holds(lit.some(sentence => quoted.includes(sentence.trim().slice(0, 12))), `the same sentence: ${lit.join(' | ')}, quoted ${quoted}`);
  holds(await page.locator('img, iframe, object').count() === 0 && await page.locator('script').count() === 1, 'no markup but ours');
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations.map(v => `${v.id} ${v.nodes[0].html.slice(0, 120)}`));
  holds(found.length === 0, `axe-core: ${found.join('; ')}`);
  if (troubles.length) failed = 1;
  console.log(troubles.length ? `FAILED: the module shows ${path.basename(article)}: ${troubles.join('; ').slice(0, 500)}` : `ok: the module shows ${path.basename(article)}, lights up its words, and axe-core finds nothing`);
  if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT, fullPage: true });
  await context.close();
}
await browser.close();
server.close();
fs.rmSync(folder, { recursive: true, force: true });
process.exit(failed);
