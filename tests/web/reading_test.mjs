// What a reader does on the page that annal writes: opens evidence beside what was clicked, searches, shares a link, reads the
// story. Usage: NODE_PATH=… reading_test.mjs ANNAL SAMPLES
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { holds, launch, prover, proves as provesHere, required } from './browser.mjs';

const [annal, samples] = process.argv.slice(2);
const axe = fs.readFileSync(required.resolve('axe-core/axe.min.js'), 'utf8');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-reading-'));
function written(text, name, ...options) {
  const file = path.join(folder, name);
  execFileSync(annal, ['build', text, '-o', file, ...options], { stdio: ['ignore', 'inherit', 'ignore'] });
  return pathToFileURL(file).href;
}
const article = path.join(samples, 'ferry-news.txt'), address = written(article, 'page.html');
const browser = await launch();
const phone = { viewport: { width: 420, height: 900 }, hasTouch: true };

const proves = prover(browser, address, { context: { reducedMotion: 'reduce' } });
const titleOf = (page, id) => page.locator(`tr[data-event="${id}"] th a`).textContent();
async function hasNoFaults(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations.map(v => `${v.id} ${v.nodes[0].html.slice(0, 120)}`));
  holds(found.length === 0, found.join('; '));
}
/** Where the mark of an event is, and what of the page lies over its middle. */
const place = (page, picture, id) => page.evaluate(([picture, id]) => {
  const mark = document.querySelector(`${picture} [data-event="${id}"]`), { top, bottom, left } = mark.querySelector('text:not(.m)').getBoundingClientRect();
  const shape = mark.querySelector(':scope > :not(text,title)').getBoundingClientRect();
  const over = document.elementFromPoint(left + 4, (top + bottom) / 2);
  return { top, bottom, at: `${shape.left},${shape.top}`, x: left + 4, y: (top + bottom) / 2, covered: !!over?.closest('.why'), scrolled: [scrollX, scrollY, document.querySelector('.picture').scrollTop].join() };
}, [picture, id]);
const idsOf = (page, picture) => page.locator(`${picture} [data-event]`).evaluateAll(marks => marks.map(mark => mark.dataset.event));

await proves('a click on a wide screen opens the evidence beside the mark, and nothing moves', {}, async page => {
  const ids = await idsOf(page, '.wide');
  for (const id of ids) {
    await page.locator(`.wide [data-event="${id}"]`).scrollIntoViewIfNeeded();
    const before = await place(page, '.wide', id);
    await page.mouse.click(before.x, before.y);
    holds(await page.locator('.why h2').textContent() === await titleOf(page, id), `${id} is open`);
    const after = await place(page, '.wide', id);
    holds(after.scrolled === before.scrolled && after.at === before.at, `${id} moved`);
    holds(!after.covered, `${id} is covered`);
    await page.keyboard.press('Escape');
    holds(!(await page.locator('.why').isVisible()), 'Escape closes it');
  }
  holds(ids.length === 22, `${ids.length} events`);
});
await proves('a tap on a phone shows the mark and its evidence at once', phone, async page => {
  const ids = await idsOf(page, '.narrow');
  for (const id of ids) {
    if (await page.locator('.why').isVisible()) await page.getByLabel('Close', { exact: true }).click();
    await page.locator(`.narrow [data-event="${id}"] text`).last().scrollIntoViewIfNeeded();
    const title = await page.locator(`.narrow [data-event="${id}"] text`).last().boundingBox();
    await page.touchscreen.tap(title.x + 12, title.y + 7);
    holds(await page.locator('.why h2').textContent() === await titleOf(page, id), `${id} is open`);
    const { top, bottom, covered } = await place(page, '.narrow', id), sheet = await page.locator('.why').boundingBox(), heading = await page.locator('.why h2').boundingBox();
    holds(!covered && top >= 0 && bottom <= sheet.y, `${id}: ${top} to ${bottom}, the sheet begins at ${sheet.y}`);
    holds(heading.y >= sheet.y && heading.y + heading.height <= 900, `${id}: its evidence is in view`);
  }
  holds(ids.length === 22, `${ids.length} events`);
});
await proves('words tapped in the article on a phone are not covered either', phone, async page => {
  const word = page.locator('.article .ev').last();
  await word.scrollIntoViewIfNeeded();
  await word.tap();
  const box = await word.boundingBox(), sheet = await page.locator('.why').boundingBox();
  holds(box.y >= 0 && box.y + box.height <= sheet.y, `${box.y}, the sheet begins at ${sheet.y}`);
});
await proves('by keyboard the focus goes into the sheet, and back to where it was', {}, async page => {
  await page.locator('.wide [data-event]').first().focus();
  await page.keyboard.press('Enter');
  holds(await page.evaluate(() => !!document.activeElement.closest('.why')), 'into the sheet');
  await page.keyboard.press('Escape');
  holds(await page.evaluate(() => !!document.activeElement.closest('.wide [data-event]')), 'and back');
});
await proves('the sheet goes on to the next event and back', {}, async page => {
  await page.locator('tr[data-event] a').first().click();
  await page.getByLabel('Next event').click();
  const titles = await page.locator('tr[data-event] a').allTextContents();
  holds(await page.locator('.why h2').textContent() === titles[1], 'the second');
  await page.getByLabel('Previous event').click();
  holds(await page.locator('.why h2').textContent() === titles[0], 'the first');
});
await proves('the evidence says what the text says, and from which day it counts, without names of rules', {}, async page => {
  await page.locator('tr[data-event] a', { hasText: 'A replacement ship, the Corvina, left Osterby' }).click();
  const why = page.locator('.why');
  holds((await why.textContent()).includes('11 Mar 2024: the text says: “yesterday”, counted from 12 March 2024'), await why.textContent());
  for (const link of await page.locator('tr[data-event] a').all()) {
    await link.click();
    const select = page.locator('.why select');
    for (const value of (await select.locator('option').evaluateAll(options => options.map(option => option.value))).slice(1, 4)) {
      await select.selectOption(value);
      const words = await why.innerText();
      holds(!/\b[et]\d+\b|\b(time|tense|signal|model|calendar|narrative|day-of)-\w+|\{\d\}|undefined/.test(words), words);
    }
  }
});
for (const [sample, words] of [['muehlenbach-wehr', 'im Text steht: „'], ['phare-kervelan', 'le texte dit : « '], ['campana-valdemora', 'el texto dice: «'], ['mayak-kamenny', 'в тексте сказано: «'], ['kran-verbivka', 'у тексті сказано: «']]) {
  await proves(`evidence and controls are in the language of the page: ${sample}`, { bypassCSP: true }, async page => {
    let found = false;
    for (const link of await page.locator('tr[data-event] a').all()) {
      await link.click();
      found ||= (await page.locator('.why').textContent()).includes(words);
    }
    holds(found, `${words} is there`);
    const controls = await page.evaluate(() => [...document.querySelectorAll('.bar label,.bar button:not(.edit),.why button,.why h3')].map(part => part.firstChild?.textContent ?? '').join(' '));
    holds(!/\b(Search|Status all|Fit|Story|Export|Close|Why|Show)\b/.test(controls), controls);
    await hasNoFaults(page);
  }, written(path.join(samples, `${sample}.txt`), `${sample}.html`));
}
await proves('a link to an event opens it, also when the article was changed and the page built anew', {}, async page => {
  const link = page.locator('tr[data-event] a', { hasText: 'The lake authority opened an inquiry' });
  await link.click();
  const hash = new URL(page.url()).hash;
  holds(/^#e\d+-\w+$/.test(hash), hash);
  const changed = path.join(folder, 'changed.txt'), text = fs.readFileSync(article, 'utf8');
  fs.writeFileSync(changed, text.replace('The crack, nearly', 'The police arrived on Monday. The mayor left on Tuesday. The crack, nearly'));
  for (const at of [address, written(changed, 'changed.html')]) {
    const again = await page.context().newPage();
    await again.goto(at + hash);
    holds(await again.locator('.why h2').textContent() === 'The lake authority opened an inquiry', at);
    const box = await again.locator('.wide .lit').boundingBox();
    holds(box.y >= 0 && box.y + box.height <= 900, 'its mark is in view');
    await again.close();
  }
  fs.writeFileSync(changed, text.replace(/The lake authority opened[^.]*\./, ''));
  const gone = await page.context().newPage();
  await gone.goto(written(changed, 'gone.html') + hash);
  holds(await gone.locator('.gone').count() === 1 && !(await gone.locator('.why').isVisible()), 'no other event is shown for it');
  await gone.evaluate(to => { location.hash = to; }, hash.replace('#', '#story-'));
  await gone.waitForFunction(() => location.hash.startsWith('#story-') && document.querySelectorAll('.gone').length === 1);
  holds(!(await gone.locator('.story').isVisible()), 'nor does the story begin for it');
});
await proves('the link is copied', { permissions: ['clipboard-read', 'clipboard-write'] }, async page => {
  await page.locator('tr[data-event] a').first().click();
  await page.getByText('Copy link').click();
  await page.getByText('Copied').waitFor();
  holds(await page.evaluate(() => navigator.clipboard.readText()) === page.url(), 'the address');
});
await proves('search marks hits in the article and in titles, and goes from one to the next', {}, async page => {
  await page.fill('input[name=text]', 'CORVÍNA');  // neither case nor accents count
  const hits = await page.evaluate(() => CSS.highlights.get('annal-hits').size);
  const words = await page.evaluate(() => [...document.querySelectorAll('.article,tr[data-event] th')].map(part => part.textContent).join(' ').split(/corvina/i).length - 1);
  holds(hits === words && hits > 2, `${hits} hits, ${words} words`);
  const at = () => page.evaluate(() => { const [range] = CSS.highlights.get('annal-hit'); const { top } = range.getBoundingClientRect(); return [range.toString(), top > 0 && top < innerHeight, top + scrollY]; });
  await page.keyboard.press('Enter');
  const [text, seen, first] = await at();
  holds(text === 'Corvina' && seen, 'the first hit is in view');
  await page.getByLabel('Next match').click();
  holds((await at())[2] !== first, 'the second is another');
  await page.getByLabel('Previous match').click();
  holds((await at())[2] === first, 'and back');
  holds((await page.locator('.find output').textContent()) === `1 of ${hits}`, 'it counts them');
  holds(await page.locator('.wide .hit').count() === 2, 'titles in the picture are marked');
  await page.fill('input[name=text]', 'no such words');
  holds((await page.locator('.find output').textContent()) === 'not found', 'it says that there is none');
});
await proves('the colours are those that the reader chooses, and still those when the page is opened again', { colorScheme: 'light' }, async page => {
  const colours = () => page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('.wide .bg')).fill]);
  const light = await colours();
  await page.selectOption('select[name=theme]', 'dark');
  const dark = await colours();
  holds(light[0] === 'rgb(255, 255, 255)' && light.every((colour, i) => colour !== dark[i]), `${light} then ${dark}`);
  await page.reload();
  holds((await colours()).join() === dark.join(), 'after a reload');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.selectOption('select[name=theme]', 'light');
  holds((await colours()).join() === light.join(), 'light in a dark system');
  await page.selectOption('select[name=theme]', 'system');
  holds((await colours()).join() === dark.join(), 'as the system again');
});
await proves('two fingers zoom the time', phone, async page => {
  const width = () => page.locator('.minimap .window').evaluate(part => Number(part.getAttribute('width')));
  const before = await width();
  await page.evaluate(() => {
    const frame = document.querySelector('.picture');
    const touches = apart => [-1, 1].map((side, i) => new Touch({ identifier: i, target: frame, clientX: 200 + side * apart, clientY: 500 }));
    const fire = (type, apart) => frame.dispatchEvent(new TouchEvent(type, { touches: touches(apart), bubbles: true, cancelable: true }));
    fire('touchstart', 40);
    fire('touchmove', 80);
  });
  const ratio = await width() / before;
  holds(Math.abs(ratio - 0.5) < 0.02, `${ratio} of the time`);
});
await proves('it gives the code that embeds it, and embedded it is the picture alone', {}, async page => {
  await page.locator('.menu summary').click();
  await page.getByText('Embed', { exact: true }).click();
  const code = await page.locator('.embedding code').first().textContent();
  holds(/^<iframe src="[^"]*page\.html#embed" title="[^"]+" width="100%" height="640"/.test(code), code);
  await page.goto('about:blank');
  await page.goto(`${address}#embed`);
  holds(await page.locator('.wide svg').isVisible() && !(await page.locator('.article').isVisible()) && !(await page.locator('table').isVisible()), 'the picture alone');
});

const story = written(article, 'story.html', '--layout', 'story');
const slide = page => page.locator('.slide h2').textContent();
await proves('a story shows one event a slide, with date, headline, sentence and its words marked', {}, async page => {
  const titles = await page.locator('tr[data-event] th a').allTextContents(), dates = await page.locator('tr[data-event] td:first-child').allTextContents();
  holds(await slide(page) === await page.locator('h1').textContent(), 'it begins with the headline');
  await page.getByText('Begin', { exact: true }).click();
  for (let i = 0; i < titles.length; i++) {
    holds(await slide(page) === titles[i], `slide ${i + 1}: ${titles[i]}`);
    holds((await page.locator('.slide .date').textContent()).startsWith(dates[i]), dates[i]);
    holds(await page.locator('.slide blockquote mark').count() > 0, `slide ${i + 1}: its words are marked`);
    holds(await page.locator('.count').textContent() === `${i + 1} of ${titles.length}`, 'where it is');
    await page.keyboard.press('ArrowRight');
  }
  holds(await slide(page) === titles.at(-1), 'it ends with the last');
  await page.keyboard.press('ArrowLeft');
  holds(await slide(page) === titles.at(-2), 'back by key');
  await page.locator('.turn.on').click();
  holds(await slide(page) === titles.at(-1), 'on by button');
  await page.locator('.strip button').nth(4).click();
  holds(await slide(page) === titles[4], 'by the strip');
  const link = page.url(), again = await page.context().newPage();
  await again.goto(link);
  holds(await slide(again) === titles[4], 'a link leads to the slide');
  await page.keyboard.press('Escape');
  holds(!(await page.locator('.story').isVisible()) && await page.locator('.wide svg').isVisible(), 'Escape shows the whole page');
}, story);
await proves('a swipe turns the slides', phone, async page => {
  const swipe = (from, to) => page.evaluate(([from, to]) => {
    const story = document.querySelector('.story'), touch = x => new Touch({ identifier: 1, target: story, clientX: x, clientY: 400 });
    story.dispatchEvent(new TouchEvent('touchstart', { touches: [touch(from)], changedTouches: [touch(from)], bubbles: true }));
    story.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: [touch(to)], bubbles: true }));
  }, [from, to]);
  const first = await page.locator('tr[data-event] th a').first().textContent(), headline = await slide(page);
  await swipe(300, 100);
  holds(await slide(page) === first, 'on');
  await swipe(100, 300);
  holds(await slide(page) === headline, 'back');
  await swipe(300, 280);
  holds(await slide(page) === headline, 'a short one turns nothing');
}, story);
await proves('the page of a story without script is the whole page', { javaScriptEnabled: false }, async page => {
  holds(await page.locator('.wide svg').isVisible() && await page.locator('table').isVisible() && await page.locator('.article').isVisible(), 'picture, article and table');
}, story);
for (const colorScheme of ['light', 'dark']) {
  for (const width of [1200, 420]) {
    await proves(`axe-core finds nothing in the story, ${colorScheme}, ${width} px`, { colorScheme, bypassCSP: true, viewport: { width, height: 900 } }, async page => {
      await hasNoFaults(page);
      await page.keyboard.press('ArrowRight');
      await page.locator('.slide summary').click();
      await hasNoFaults(page);
      holds(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing runs out to the right');
    }, story);
  }
}
await provesHere('a picture of a story is refused, with the remedy', [], () => {
  const { status, stderr } = spawnSync(annal, ['build', article, '-o', path.join(folder, 'story.svg'), '--layout', 'story'], { encoding: 'utf8' });
  holds(status === 2 && stderr.includes('--layout story is a page, not svg; write one with -o timeline.html'), stderr);
});
await browser.close();
fs.rmSync(folder, { recursive: true, force: true });
