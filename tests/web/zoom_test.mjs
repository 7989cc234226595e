// The page's picture drawn anew by the module that the page holds: zoom of time, the minimap, filters and edits.
// Usage: NODE_PATH=… zoom_test.mjs ANNAL ARTICLE
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { holds, launch, prover, required } from './browser.mjs';

const [annal, article] = process.argv.slice(2);
const axe = fs.readFileSync(required.resolve('axe-core/axe.min.js'), 'utf8');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-zoom-'));
const file = path.join(folder, 'page.html');
execFileSync(annal, ['build', article, '-o', file], { stdio: ['ignore', 'inherit', 'ignore'] });
console.log(`  the page has ${(fs.statSync(file).size / 1000).toFixed(0)} kB`);
const browser = await launch();
const proves = prover(browser, pathToFileURL(file).href, { ready: page => page.locator('.minimap').waitFor() });
const ids = page => page.locator('.picture svg:visible [data-event]').evaluateAll(marks => marks.map(mark => mark.dataset.event));
const size = page => page.locator('.picture svg:visible [data-event] text').first().evaluate(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a);
const zoom = page => page.locator('.zoom button').nth(0);

for (const [what, options] of [['wide', {}], ['narrow', { viewport: { width: 420, height: 800 }, hasTouch: true }]])
  await proves(`zoom on a ${what} page shows a part of the time in type of the same size, and goes back`, options, async page => {
    if (what === 'narrow') await page.evaluate(() => document.querySelector('.bar').classList.add('all-tools'));
    const all = await ids(page);
    await zoom(page).click();
    await zoom(page).click();
    const part = await ids(page), type = await size(page);
    holds(part.length && part.length < all.length && part.every(id => all.includes(id)), `${part.length} of ${all.length}`);
    await zoom(page).click();
    holds(Math.abs(await size(page) - type) < 0.2 && type > 11, `${type} px, then ${await size(page)}`);
    await page.locator('.picture').focus();
    await page.keyboard.press('0');
    holds((await ids(page)).length === all.length, `${(await ids(page)).length} of ${all.length} again`);
  });
await proves('the buttons of zoom say where they lead nowhere', {}, async page => {
  const ends = () => page.locator('.zoom button').evaluateAll(buttons => buttons.map(button => button.getAttribute('aria-disabled')).join());
  holds(await ends() === 'false,true,true', `all of the time: ${await ends()}`);
  await page.locator('.picture').focus();
  for (let i = 0; i < 20; ++i) await page.keyboard.press('+');
  holds(await ends() === 'true,false,false', `the least of it: ${await ends()}`);
  await page.locator('.zoom button').nth(1).click();
  holds(await ends() === 'false,false,false', `between: ${await ends()}`);
});
await proves('a window drawn in the minimap is what the picture shows, and can be moved', {}, async page => {
  const all = await ids(page), box = await page.locator('.minimap svg').boundingBox();
  const drag = async (from, to) => {
    await page.mouse.move(box.x + box.width * from, box.y + 15);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * to, box.y + 15, { steps: 4 });
    await page.mouse.up();
  };
  await drag(0.5, 0.7);
  const middle = await ids(page);
  holds(middle.length && middle.length < all.length, `${middle.length} of ${all.length}`);
  await drag(0.6, 0.75);
  holds(JSON.stringify(await ids(page)) !== JSON.stringify(middle), 'others are shown');
});
await proves('the wheel with Ctrl keeps the time under the pointer', {}, async page => {
  const all = await ids(page), box = await page.locator('.picture').boundingBox();
  await page.mouse.move(box.x + box.width * 0.7, box.y + 200);
  await page.keyboard.down('Control');
  for (let i = 0; i < 4; ++i) await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await page.waitForFunction(count => document.querySelectorAll('.wide [data-event]').length < count, all.length);
});
await proves('a filter lays the picture out anew', {}, async page => {
  const all = await ids(page), height = (await page.locator('.picture svg:visible').boundingBox()).height;
  await page.locator('select[name=certainty]').selectOption({ index: 1 });
  const kept = await page.locator('tr[data-event]:visible').count();
  holds((await ids(page)).length === kept && kept < all.length, `${(await ids(page)).length} in the picture, ${kept} in the table`);
  holds((await page.locator('.picture svg:visible').boundingBox()).height < height, 'it is lower');
});
await proves('an edit lays the picture out anew', {}, async page => {
  await page.locator('.edit').click();
  const first = (await ids(page))[0], count = (await ids(page)).length;
  await page.locator(`tr[data-event="${first}"] .flip`).click();
  await page.waitForFunction(id => !document.querySelector(`.wide [data-event="${id}"]`), first);
  holds((await ids(page)).length === count - 1, 'the hidden event has gone');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(id => document.querySelector(`.wide [data-event="${id}"]`), first);
});
for (const colorScheme of ['light', 'dark'])
  await proves(`axe-core finds nothing in a ${colorScheme} picture that is drawn anew`, { colorScheme, bypassCSP: true }, async page => {
    await zoom(page).click();
    await page.evaluate(axe);
    const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations.map(v => `${v.id} ${v.nodes[0].html.slice(0, 120)}`));
    holds(found.length === 0, found.join('; '));
  });
await browser.close();
fs.rmSync(folder, { recursive: true, force: true });
