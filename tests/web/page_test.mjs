// Drives the page that annal writes in Debian's chromium, with npm's playwright-core and axe-core.
// Usage: NODE_PATH=… page_test.mjs ANNAL ARTICLE HOSTILE-ARTICLE
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { holds, launch, prover, required } from './browser.mjs';

const [annal, article, hostile] = process.argv.slice(2);
const axe = fs.readFileSync(required.resolve('axe-core/axe.min.js'), 'utf8');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-page-'));
/** The page of an article, as a file. */
function written(text, name, ...options) {
  const file = path.join(folder, name);
  execFileSync(annal, ['build', text, '-o', file, ...options], { stdio: ['ignore', 'inherit', 'ignore'] });
  return pathToFileURL(file).href;
}
const address = written(article, 'page.html');
const browser = await launch();

const proves = prover(browser, address);

await proves('a filter hides rows of the table and draws the picture without them', {}, async page => {
  const rows = page.locator('tr[data-event]:visible');
  const all = await rows.count();
  await page.selectOption('select[name=status]', 'expected');
  const kept = await rows.count();
  holds(kept > 0 && kept < all, `${kept} of ${all}`);
  await page.waitForFunction(count => document.querySelectorAll('.wide [data-event]').length === count, kept);
});
await proves('a click on an event lights up its sentence and opens its evidence', {}, async page => {
  const mark = page.locator('.wide [data-event] text').nth(1);
  await mark.click();
  holds(await page.locator('.lit-sentence').count() >= 1, 'a sentence is lit');
  const lit = await page.locator('.lit-sentence').first().textContent();
  holds((await page.locator('.why blockquote').textContent()).slice(0, 20) === lit.trim().replace(/\s+/g, ' ').slice(0, 20), 'the same sentence is quoted');
});
await proves('hover in the article lights up the picture and the table', {}, async page => {
  const word = page.locator('.article .ev').first();
  const id = (await word.getAttribute('data-event')).split(' ')[0];
  await word.hover();
  holds(await page.locator(`.wide [data-event="${id}"].lit`).count() === 1, 'the picture');
  holds(await page.locator(`tr[data-event="${id}"].lit`).count() === 1, 'the table');
});
await proves('why before that opens a chain whose words are lit', {}, async page => {
  await page.locator('tr[data-event] a').first().click();
  const select = page.locator('.why select');
  const values = await select.locator('option').evaluateAll(options => options.map(option => option.value));
  for (const value of values.slice(1)) {
    await select.selectOption(value);
    holds(await page.locator('.chain p').count() === 1, 'there is an answer');
    if (await page.locator('.chain li').count()) break;
  }
  holds(await page.locator('.chain li').count() >= 1, 'there is a chain');
  holds(await page.evaluate(() => CSS.highlights.has('annal')), 'its words are highlighted');
});
await proves('the keyboard alone reaches an event, the next one, and its evidence', {}, async page => {
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => !!document.activeElement.closest('.wide [data-event]'))) break;
  }
  const at = () => page.evaluate(() => document.activeElement.getAttribute('data-event'));
  const first = await at();
  await page.keyboard.press('ArrowDown');
  const second = await at();
  holds(first && second && first !== second, `${first} then ${second}`);
  await page.keyboard.press('Enter');
  holds(await page.locator('.why h3').count() >= 1, 'evidence is open');
});
await proves('the data is saved as it is', { acceptDownloads: true }, async page => {
  await page.locator('summary').click();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByText('Data (JSON)').click()]);
  const json = JSON.parse(fs.readFileSync(await saved.path(), 'utf8'));
  holds(json.schema === 'annal-timeline/2', 'a timeline');
});
await proves('the picture is saved with its style', { acceptDownloads: true }, async page => {
  await page.locator('summary').click();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByText('Picture (SVG)').click()]);
  const svg = fs.readFileSync(await saved.path(), 'utf8');
  holds(/<style[^>]*>[^<]*\.annal-t text/.test(svg), svg.slice(0, 300));
  const colour = await page.evaluate(() => getComputedStyle(document.querySelector('.wide circle.f0')).fill);
  fs.copyFileSync(await saved.path(), path.join(folder, 'saved.svg'));
  await page.goto(pathToFileURL(path.join(folder, 'saved.svg')).href);
  holds(await page.evaluate(() => getComputedStyle(document.querySelector('circle.f0')).fill) === colour, 'the colours are those of the page');
});
await proves('without script, picture, article and table are there', { javaScriptEnabled: false }, async page => {
  holds(await page.locator('.wide svg').isVisible(), 'the picture');
  holds(await page.locator('tr[data-event]').first().isVisible(), 'the table');
  holds(await page.locator('.article p').first().isVisible(), 'the article');
});
await proves('it tells other sites what it is, in Open Graph', {}, async page => {
  const tag = property => page.locator(`meta[property="og:${property}"]`).getAttribute('content');
  holds(await tag('title') === await page.locator('h1').textContent() && await tag('type') === 'article', 'title and type');
  holds(/^From 1987 to 15 May 2024 · 22 events$/.test(await tag('description')), await tag('description'));
});
await proves('it prints to PDF', {}, async page => {
  const pdf = await page.pdf({ format: 'A4' });
  holds(pdf.subarray(0, 5).toString() === '%PDF-' && pdf.length > 10000, 'a PDF');
});
for (const colorScheme of ['light', 'dark']) {
  for (const width of [1200, 420]) {
    await proves(`axe-core finds nothing, ${colorScheme}, ${width} px`, { colorScheme, bypassCSP: true, viewport: { width, height: 900 } }, async page => {
      await page.locator('tr[data-event] a').first().click();
      await page.evaluate(axe);
      const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations.map(v => `${v.id} ${v.nodes[0].html.slice(0, 120)}`));
      holds(found.length === 0, found.join('; '));
      holds(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing runs out to the right');
    });
  }
}
await proves('switching the system to dark turns the page and the picture dark', {}, async page => {
  const colours = () => page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('.wide .bg')).fill]);
  const light = await colours();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await colours();
  holds(light[0] === 'rgb(255, 255, 255)' && light.every((colour, i) => colour !== dark[i]), `${light} then ${dark}`);
});
await proves('on a narrow screen time runs down, and every event is there', { viewport: { width: 420, height: 900 } }, async page => {
  holds(await page.locator('.narrow svg').isVisible() && !(await page.locator('.wide svg').isVisible()), 'the narrow picture');
  holds(await page.locator('.narrow [data-event]').count() === await page.locator('.wide [data-event]').count(), 'all events');
});
for (const layout of ['rows', 'compact', 'lanes', 'vertical']) {
  await proves(`nothing that a hostile article says becomes markup or runs, ${layout}`, {}, async page => {
    for (const link of await page.locator('tr[data-event] a').all()) await link.click();
    const markup = await page.evaluate(() => ({
      foreign: [...document.querySelectorAll('img,iframe,object,embed,form,base,link,foreignObject,image,use,animate,set')].map(e => e.outerHTML),
      scripts: document.querySelectorAll('script').length,
      handlers: [...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(name => name.startsWith('on')),
      links: [...document.querySelectorAll('a')].map(a => a.getAttribute('href') ?? '').filter(href => !/^#/.test(href)),
    }));
    holds(markup.foreign.length === 0 && markup.handlers.length === 0, JSON.stringify(markup));
    holds(markup.scripts === 4 && markup.links.length === 0, JSON.stringify(markup));
    holds((await page.locator('h1').textContent()).includes('<script>'), 'the title is shown as it is');
  }, written(hostile, `hostile-${layout}.html`, '--layout', layout, '--all'));
}
await browser.close();
fs.rmSync(folder, { recursive: true, force: true });
