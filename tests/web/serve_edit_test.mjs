// Drives the editor of a page that `annal serve` shows: each change is saved and drawn anew, undone and redone, with focus
// and place kept; dates are read by the server.
// Usage: NODE_PATH=… serve_edit_test.mjs ANNAL ARTICLE
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { holds, launch, proves as provesHere, troublesOf } from './browser.mjs';

const [annal, article] = process.argv.slice(2);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-serve-'));
const copy = path.join(folder, 'article.txt'), file = path.join(folder, 'article.edits.toml');
fs.copyFileSync(article, copy);
const server = spawn(annal, ['serve', copy, '--no-open'], { stdio: ['ignore', 'pipe', 'pipe'] });
const address = await new Promise((found, failed) => {
  let said = '';
  const read = part => { said += part; const at = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said); if (at) found(at[0]); };
  server.stdout.on('data', read);
  server.stderr.on('data', read);
  server.on('exit', () => failed(new Error(`annal serve ended: ${said}`)));
});
const origin = new URL(address).origin;
const browser = await launch();
const page = await browser.newPage();
page.setDefaultTimeout(60000);
const troubles = troublesOf(page, new RegExp(`^(${origin}/|data:|blob:)`));
const proves = (sentence, body) => provesHere(sentence, troubles, body);
const saved = () => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');
const said = text => page.locator('.tools [role=status]', { hasText: text }).waitFor();
const titles = () => page.locator('tr[data-event] th').allTextContents();
const drawn = () => page.locator('.wide svg').textContent();

await page.goto(address);
await page.getByRole('button', { name: 'Edit', exact: true }).click();
const id = await page.locator('tr[data-event]').first().getAttribute('data-event');
const [first, picture] = [await titles(), await drawn()];
await proves('a title is saved, and the picture is drawn anew with it', async () => {
  await page.locator(`.wide [data-event="${id}"] text:not(.m)`).click();
  await page.locator('.card [name=title]').fill('The ship is launched');
  await page.keyboard.press('Enter');
  await said('Saved in article.edits.toml');
  holds(saved().includes('title = "The ship is launched"'), saved());
  holds((await drawn()).includes('The ship is launched'), 'in the picture');
  holds((await titles())[0].includes('The ship is launched'), 'in the table');
  holds(await page.evaluate(() => document.activeElement !== document.body), 'the focus is kept');
});
await proves('the server reads dates that the page cannot', async () => {
  await page.locator('tr[data-event] td button').first().click();
  await page.locator('.card [name=date]').fill('early May 1987');
  await page.locator('.card output', { hasText: 'Read as: early May 1987' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('tr[data-event] td', { hasText: 'early May 1987' }).first().waitFor();
  holds(saved().includes('date = "early May 1987"'), saved());
});
await proves('a date that nobody can read is said to be none, and the file stays', async () => {
  const before = saved();
  await page.locator('tr[data-event] td button').first().click();
  await page.locator('.card [name=date]').fill('when the moon was new');
  await page.locator('.card output.wrong').waitFor();
  await page.keyboard.press('Escape');
  holds(saved() === before, saved());
});
await proves('hiding and showing are saved', async () => {
  await page.locator('tr[data-event] .flip').nth(1).click();
  await said('Hidden');
  holds(saved().includes('hide = true') && (await titles()).length === first.length - 1, saved());
  await page.locator('.leftout button').first().click();
  await said('Shown');
});
await proves('an event is added, and changed again', async () => {
  await page.getByRole('button', { name: 'Add event' }).click();
  await page.locator('.card [name=title]').fill('The bell rings');
  await page.locator('.card [name=date]').fill('13 March 2024');
  await page.keyboard.press('Enter');
  await said('Added');
  holds((await drawn()).includes('The bell rings'), 'in the picture');
  await page.locator('tr[data-event] th', { hasText: 'The bell rings' }).locator('button,a').first().click();
  await page.locator('.card [name=title]').fill('The bell rings twice');
  await page.keyboard.press('Enter');
  await said('Changed');
  holds((await titles()).some(title => title.includes('The bell rings twice')), 'in the table');
});
await proves('undoing all gives the first state, redoing all the last', async () => {
  const last = [await titles(), saved()];
  const press = async (keys, tool, text) => {
    const button = page.locator(`[data-tool=${tool}]`);
    while (await button.isEnabled()) {
      const answer = page.waitForResponse('**/edits');
      await page.keyboard.press(keys);
      await answer;
      await said(text);
      await page.waitForLoadState('networkidle');
    }
  };
  await press('Control+z', 'undo', 'Undone');
  holds(JSON.stringify(await titles()) === JSON.stringify(first) && await drawn() === picture, 'the first state');
  await press('Control+Shift+Z', 'redo', 'Redone');
  holds(JSON.stringify([await titles(), saved()]) === JSON.stringify(last), 'the last state');
});
await proves('the theme of the edits file shows at once, and readers get a page without the editor', async () => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await ground(), text = saved();
  fs.writeFileSync(file, `theme = "dark"\n${text}`);
  await page.reload();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dark = await ground();
  holds(dark !== before, dark);
  fs.writeFileSync(file, text);
  await page.reload();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.evaluate(() => {
    const { base } = JSON.parse(document.getElementById('annal-session').textContent);
    const post = window.fetch;
    window.fetch = (path, options) => post(path, path === 'edits' ? { ...options, body: JSON.stringify({ base, text: `theme = "dark"\n${JSON.parse(options.body).text}` }) } : options);
  });
  await page.locator('tr[data-event] .flip').first().click();
  await said('Hidden');
  holds(await ground() === dark, `${await ground()} is not ${dark}`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-tool=readers]').click()]);
  const html = fs.readFileSync(await download.path(), 'utf8');
  holds(html.includes('<main>') && !html.includes('annalEditor=') && !html.includes('annal-serve'), 'the page for readers');
  await page.reload();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
});
await proves('a file that another program changed is not written over', async () => {
  fs.appendFileSync(file, '# mine\n');
  const before = saved();
  await page.locator('tr[data-event] .flip').first().click();
  await said('Not saved');
  holds(saved() === before, saved());
  troubles.splice(0);  // the refusal
});
await browser.close();
server.kill();
fs.rmSync(folder, { recursive: true, force: true });
