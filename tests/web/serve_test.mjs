// Drives the page of `annal serve` in Debian's chromium: edits arrive in the file, the timeline comes back, and no page of a stranger, though
// it knew the address with its token, reads or changes anything.
// Usage: NODE_PATH=… serve_test.mjs ANNAL ARTICLE
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { holds, launch, proves as provesHere } from './browser.mjs';

const [annal, article] = process.argv.slice(2);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-serve-'));
fs.copyFileSync(article, path.join(folder, 'article.txt'));
const edits = path.join(folder, 'article.edits.toml');
const program = spawn(path.resolve(annal), ['serve', 'article.txt', '--no-open'], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
process.on('exit', () => program.kill());
const address = String(await new Promise(told => program.stdout.once('data', told))).trim();
const ended = new Promise(told => program.once('exit', told));
const stranger = http.createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end('<!doctype html><title>stranger</title>')).listen(0, '127.0.0.1');
await new Promise(told => stranger.once('listening', told));
const browser = await launch();
const toml = () => fs.existsSync(edits) ? fs.readFileSync(edits, 'utf8') : '';
/** Waits until `ready` holds, as long as a save may take. */
async function until(ready, what) {
  for (let i = 0; i < 1200; i++) {
    if (await ready()) return;
    await new Promise(told => setTimeout(told, 50));
  }
  throw new Error(`${what}; the file is ${JSON.stringify(toml())}`);
}
async function proves(sentence, at, body) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60000);
  const troubles = [];
  page.on('pageerror', error => troubles.push(error.message));
  await provesHere(sentence, troubles, async () => {
    await page.goto(at);
    await body(page, context);
  });
  await context.close();
}
const begin = page => page.getByRole('button', { name: 'Edit', exact: true }).click();
const says = (page, words) => until(async () => (await page.locator('.tools').textContent()).includes(words), `the page does not say "${words}"`);

await proves('an edit is in the file at once, the timeline comes back, and undoing takes it out again', address, async page => {
  await begin(page);
  const row = page.locator('tr[data-event]').first(), id = await row.getAttribute('data-event');
  const marks = page.locator(`.picture .wide [data-event~="${id}"]`);
  holds(await marks.count() > 0, 'the picture shows the event');
  await row.locator('.flip').click();
  await until(() => toml().includes('hide = true'), 'nothing is saved');
  await until(async () => await marks.count() === 0, 'the picture keeps what is hidden');
  await page.getByRole('button', { name: 'Undo' }).click();
  await until(async () => toml() === '' && await marks.count() > 0, 'undoing is not saved');
});

await proves('what another hand wrote is not overwritten', address, async page => {
  await begin(page);
  fs.writeFileSync(edits, 'title = "By an editor"\n');
  await page.locator('tr[data-event] .flip').first().click();
  await says(page, 'changed since this page was opened');
  holds(toml() === 'title = "By an editor"\n', 'the file is as it was');
  await page.reload();
  await begin(page);
  await page.locator('tr[data-event] .flip').first().click();
  await until(() => toml().startsWith('title = "By an editor"\n') && toml().includes('hide = true'), 'a page that is loaded again does not save');
});

await proves('a stranger who knows the address reads and changes nothing', `http://127.0.0.1:${stranger.address().port}/`, async (page, context) => {
  const before = toml(), token = address.split('/')[3];
  const got = await page.evaluate(async ({ address, token }) => {
    const tried = [];
    const attempt = async (what, options) => {
      try {
        const answer = await fetch(address + what, options);
        tried.push(answer.type === 'opaque' ? 'opaque' : `${answer.status} ${await answer.text()}`);
      } catch { tried.push('refused'); }
    };
    const body = JSON.stringify({ text: 'title = "stolen"', base: '' });
    await attempt('1/', {});
    await attempt('1/timeline.json', {});
    await attempt('1/edits', { method: 'POST', mode: 'no-cors', body });
    await attempt('1/edits', { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Annal-Token': token }, body });
    for (const tag of ['img', 'script', 'iframe']) {
      const element = document.createElement(tag);
      const done = new Promise(told => { element.onload = () => told(`${tag} loaded`); element.onerror = () => told('refused'); });
      element.src = address + (tag === 'img' ? '1/timeline.svg' : tag === 'script' ? '1/timeline.json' : '1/');
      document.body.append(element);
      tried.push(await done);
    }
    return tried;
  }, { address, token });
  holds(got.every(result => ['refused', 'opaque', 'iframe loaded'].includes(result)), got.join('; '));
  const frame = page.frames().find(one => one !== page.mainFrame());
  holds(!frame || !(await frame.content()).includes('annal-session'), 'the page is in a frame');
  const [opened] = await Promise.all([context.waitForEvent('page'), page.evaluate(at => { window.open(at); }, address)]);
  await opened.waitForLoadState();
  holds(!(await opened.content()).includes('annal-session'), 'a link of a stranger opens the page');
  await page.evaluate(at => {
    const form = Object.assign(document.createElement('form'), { method: 'POST', action: `${at}1/edits`, enctype: 'text/plain' });
    form.append(Object.assign(document.createElement('input'), { name: '{"text":"', value: '","base":""}' }));
    document.body.append(form);
    form.submit();
  }, address);
  await page.waitForURL(/edits/);
  holds((await page.content()).includes('another page'), await page.content());
  holds(toml() === before, 'the file is as it was');
});

await browser.close();
stranger.close();
program.kill('SIGTERM');
await provesHere('SIGTERM ends it with 0', [], async () => holds(await ended === 0, await ended));
fs.rmSync(folder, { recursive: true, force: true });
