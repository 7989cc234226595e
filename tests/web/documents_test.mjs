// Drives the page of several documents: its tabs, what they tell of an event, filters and colours by document.
// Usage: NODE_PATH=… documents_test.mjs ANNAL
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { holds, launch, prover, required } from './browser.mjs';

const [annal] = process.argv.slice(2);
const axe = fs.readFileSync(required.resolve('axe-core/axe.min.js'), 'utf8');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-documents-'));
const bridge = [
  ['herald.txt', '2016-06-21', 'The Lind bridge opens\n\nThe mayor Anna Holm opened the Lind bridge on 3 May 2016. Two days later the council met in Vell. Engineers had repaired the pillars in the summer of 2015.\n\nHolm resigned on 20 June 2016.'],
  ['post.txt', '2016-05-07', 'New bridge\n\nThe mayor Anna Holm opened the Lind bridge on 4 May 2016. A fire destroyed the old mill <b>&amp; store</b> in June 2015. Police arrested a man in Norby on 2 July 2015.\n\nFine weather, music and cakes.'],
  ['times.txt', '2016-07-02', 'The mayor Anna Holm opened the Lind bridge on 3 May 2016. The state had paid 40 million crowns in March 2015. The council elected Jonas Berg yesterday.'],
];
/** The page of several texts, as a file. */
function written(texts, name, ...options) {
  const files = texts.map(([file, dct, text]) => {
    fs.writeFileSync(path.join(folder, file), text);
    return dct ? `${file}:${dct}` : file;
  });
  execFileSync(annal, ['build', ...files, '-o', name, ...options], { cwd: folder, stdio: ['ignore', 'inherit', 'ignore'] });
  return pathToFileURL(path.join(folder, name)).href;
}
const address = written(bridge, 'case.html');
const many = written([...Array(40).keys()].map(i => [`paper-${i}.txt`, '2016-06-01', `Paper of ${i % 2 ? 'Vell' : 'Norby'}\n\nThe council of Vell elected member ${i} on ${1 + i % 28} May 2016. A storm damaged house ${i} in April 2016.`]), 'many.html');
const browser = await launch();

const proves = prover(browser, address, { context: { viewport: { width: 1280, height: 900 } } });
const same = (a, b, what) => holds(JSON.stringify(a) === JSON.stringify(b), `${what}: ${JSON.stringify(a)}, not ${JSON.stringify(b)}`);
const shownDocuments = page => page.locator('[data-document]:visible').evaluateAll(parts => parts.map(part => part.dataset.document));
const openEvent = (page, title) => page.locator('tr[data-event]', { hasText: title }).first().locator('th a').click();

await proves('each document is a tab, and one is open', {}, async page => {
  same(await page.getByRole('tab').evaluateAll(tabs => tabs.map(tab => tab.textContent)), ['herald The Lind bridge opens 21 June 2016', 'post New bridge 7 May 2016', 'times 2 July 2016'], 'tabs');
  same(await shownDocuments(page), ['0'], 'open');
  await page.getByRole('tab', { name: 'post' }).click();
  same(await shownDocuments(page), ['1'], 'open');
  holds(await page.getByRole('tabpanel', { name: 'post' }).isVisible(), 'the panel has the name of its tab');
});
await proves('the keyboard goes round the tabs', {}, async page => {
  await page.getByRole('tab').first().focus();
  for (const [key, at] of [['ArrowRight', '1'], ['End', '2'], ['ArrowRight', '0'], ['ArrowLeft', '2'], ['Home', '0']]) {
    await page.keyboard.press(key);
    same(await shownDocuments(page), [at], key);
    same(await page.evaluate(() => document.activeElement.id), `document-${at}-tab`, `focus after ${key}`);
  }
});
await proves('where documents disagree, both dates stand side by side with their sentences', {}, async page => {
  await openEvent(page, 'opened the Lind bridge');
  const accounts = page.locator('.why .accounts>div');
  same(await accounts.locator('.date').allTextContents(), ['3 May 2016', '4 May 2016'], 'dates');
  same(await accounts.nth(0).locator('.origin button').allTextContents(), ['herald', 'times'], 'who says the first');
  same(await accounts.nth(1).locator('blockquote').allTextContents(), ['The mayor Anna Holm opened the Lind bridge on 4 May 2016.'], 'what the other says');
  const [left, right] = await accounts.evaluateAll(parts => parts.map(part => part.getBoundingClientRect()));
  holds(left.top === right.top && left.right <= right.left, 'beside each other');
  holds((await page.locator('.why').textContent()).includes('3 sources'), 'how many tell of it');
});
await proves('the name of a document in the evidence opens it at the sentence', {}, async page => {
  await openEvent(page, 'opened the Lind bridge');
  await page.locator('.why .origin button', { hasText: 'times' }).click();
  same(await shownDocuments(page), ['2'], 'open');
  same(await page.evaluate(() => [...CSS.highlights.get('annal')].map(range => range.toString())), ['The mayor Anna Holm opened the Lind bridge on 3 May 2016.'], 'lit');
  const { top, bottom } = await page.evaluate(() => [...CSS.highlights.get('annal')][0].getBoundingClientRect().toJSON());
  holds(top >= 0 && bottom <= 900, 'in view');
});
await proves('a hit of the search in a closed document opens it', {}, async page => {
  await page.locator('[name=text]').fill('jonas berg');
  await page.keyboard.press('Enter');
  same(await shownDocuments(page), ['2'], 'open');
});
await proves('a day that is counted from the day of writing names that of its own document', {}, async page => {
  await openEvent(page, 'elected Jonas Berg');
  holds(/“yesterday”, counted from 2 July 2016 \(times\)/.test(await page.locator('.why').textContent()), await page.locator('.why').textContent());
});
await proves('a filter leaves the events of a document, or those with several dates, and draws them', {}, async page => {
  const titles = () => page.locator('tr[data-event]:visible th').evaluateAll(parts => parts.map(part => part.textContent));
  const drawn = count => page.waitForFunction(count => document.querySelectorAll('.wide [data-event]').length === count, count);
  await page.selectOption('select[name=document]', { label: 'post' });
  const told = await titles();
  holds(told.length >= 3 && told.every(title => title.includes('post')), told.join('; '));
  await drawn(told.length);
  await page.selectOption('select[name=document]', 'disagree');
  same((await titles()).length, 1, 'events with several dates');
  await drawn(1);
});
await proves('the colours can stand for the documents', {}, async page => {
  await page.selectOption('select[name=colour]', 'document');
  await page.waitForFunction(() => new Set([...document.querySelectorAll('.wide [data-event]')].map(mark => mark.querySelector('[class*=f],[class*=o]')?.getAttribute('class'))).size > 2);
  const legend = await page.locator('.wide svg').textContent();
  holds(['herald', 'post', 'several documents'].every(name => legend.includes(name)), legend.slice(0, 300));
});
await proves('the data is saved with the texts, which the page holds once', { acceptDownloads: true }, async page => {
  await page.locator('details.menu summary').click();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByText('Data (JSON)').click()]);
  const { documents } = JSON.parse(fs.readFileSync(await saved.path(), 'utf8'));
  same(documents.map(document => document.text), bridge.map(([, , text]) => text), 'texts');
  same(fs.readFileSync(path.join(folder, 'case.html'), 'utf8').split('Fine weather, music and cakes.').length, 2, 'places of a text');
});
await proves('nothing is offered that cannot be saved, and the page says why', {}, async page => {
  same(await page.locator('.edit').count(), 0, 'buttons to edit');
  holds(await page.locator('.apart').isVisible(), 'a line says why');
});
await proves('a slide of the story shows all sentences with their documents', {}, async page => {
  await openEvent(page, 'opened the Lind bridge');
  await page.getByRole('button', { name: 'Story' }).dispatchEvent('click');  // the sheet lies over it
  same(await page.locator('.slide .accounts .date').allTextContents(), ['3 May 2016', '4 May 2016'], 'dates');
  await page.locator('.slide .origin button', { hasText: 'post' }).click();
  same(await shownDocuments(page), ['1'], 'a name leads out of the story');
});
await proves('without script all documents are there, and where they disagree', { javaScriptEnabled: false }, async page => {
  same(await shownDocuments(page), ['0', '1', '2'], 'documents');
  holds(await page.getByText('The documents disagree on the date of').isVisible(), 'the disagreement');
  holds(await page.locator('.documents').getByText('<b>&amp; store</b>').isVisible(), 'text is no markup');
});
await proves('of many documents a field finds some, and the list keeps them apart from the text', {}, async page => {
  await page.locator('[name=document-words]').fill('norby');
  same(await page.getByRole('tab').count(), 20, 'tabs');
  await page.getByRole('tab').last().click();
  same(await shownDocuments(page), ['38'], 'open');
  const [list, text] = [await page.getByRole('tablist').boundingBox(), await page.getByRole('tabpanel').boundingBox()];
  holds(list.x + list.width <= text.x && list.height <= 900, 'beside the text');
}, many);
for (const [name, at] of [['a few', address], ['many', many]]) {
  for (const width of [1280, 390]) {
    await proves(`axe-core finds nothing on a page of ${name} documents, ${width} px`, { bypassCSP: true, viewport: { width, height: 900 } }, async page => {
      await page.locator('tr[data-event] th a').first().click();
      await page.evaluate(axe);
      const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations.map(v => `${v.id} ${v.nodes[0].html.slice(0, 120)}`));
      holds(found.length === 0, found.join('; '));
      holds(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing runs out to the right');
    }, at);
  }
}
await browser.close();
fs.rmSync(folder, { recursive: true, force: true });
