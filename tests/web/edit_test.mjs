// Drives the editor of the page in Debian's chromium: the same twenty edits by mouse and by keyboard alone, undoing, saving,
// drafts, and that annal makes of the saved file what the page shows.
// Usage: NODE_PATH=… edit_test.mjs ANNAL ARTICLE HOSTILE-ARTICLE
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { holds, launch, prover, required } from './browser.mjs';
import { byKeyboard, byMouse, edits, expected } from './edits.mjs';

const [annal, article, hostile] = process.argv.slice(2);
const axe = fs.readFileSync(required.resolve('axe-core/axe.min.js'), 'utf8');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-edit-'));
const build = (text, name, ...options) => {
  const file = path.join(folder, name);
  execFileSync(annal, ['build', text, '-o', file, ...options], { stdio: ['ignore', 'inherit', 'inherit'] });
  return file;
};
const address = pathToFileURL(build(article, 'page.html')).href;
const browser = await launch();

// The page can lay its picture out.
const ready = page => page.locator('.minimap').waitFor({ state: 'attached' });
const proves = prover(browser, address, { context: { acceptDownloads: true }, ready });
const same = (got, wanted, what) => {
  if (got === wanted) return;
  let at = 0;
  while (`${got}`[at] === `${wanted}`[at]) at++;
  const part = text => JSON.stringify(`${text}`.slice(Math.max(0, at - 60), at + 120));
  throw new Error(`${what}: ${part(got)} is not ${part(wanted)}`);
};
const begin = page => page.getByRole('button', { name: 'Edit', exact: true }).click();
/** All that is on the page but for the tools and what was last said. */
const state = page => page.evaluate(() => {
  const copy = document.querySelector('main').cloneNode(true);
  for (const part of copy.querySelectorAll('.tools,.why,.card')) part.remove();
  for (const part of copy.querySelectorAll('*')) {
    for (const name of ['tabindex', 'data-label', 'data-old', 'data-status']) part.removeAttribute(name);
    part.classList.remove('lit', 'lit-mark', 'lit-sentence');
    if (part.classList.length) part.setAttribute('class', [...part.classList].sort().join(' '));
    else part.removeAttribute('class');
  }
  return copy.innerHTML.replace(/>\s+</g, '><');
});
const rows = page => page.locator('tr[data-event]:not(.struck)').evaluateAll(all => all.map(row => [row.children[0].firstChild?.textContent ?? '', (row.querySelector('th a') ?? row.children[1].firstChild).textContent]));
async function saved(page) {
  const file = end => page.waitForEvent('download', download => download.suggestedFilename().endsWith(end));
  const [edits, html] = await Promise.all([file('.edits.toml'), file('.html'), page.locator('[data-tool=save]').click()]);
  return { toml: fs.readFileSync(await edits.path(), 'utf8'), name: edits.suggestedFilename(), html: fs.readFileSync(await html.path(), 'utf8') };
}

const files = [];
for (const [name, hands] of [['with the mouse', byMouse], ['by keyboard alone', byKeyboard]]) {
  await proves(`twenty edits ${name} are undone, redone and saved`, {}, async page => {
    await begin(page);
    const how = hands(page), states = [await state(page)];
    for (const [what, act] of edits) {
      await act(how).catch(error => { throw new Error(`${what}: ${error.message}`); });
      states.push(await state(page));
      holds(states[states.length - 1] !== states[states.length - 2], `${what} shows`);
      holds(await page.evaluate(() => document.activeElement !== document.body), `${what} keeps the focus`);
    }
    for (let i = edits.length - 1; i >= 0; i--) { await how.undo(); same(await state(page), states[i], `undone ${edits[i][0]}`); }
    for (let i = 1; i <= edits.length; i++) { await how.redo(); same(await state(page), states[i], `redone ${edits[i - 1][0]}`); }
    const files_ = await saved(page);
    same(files_.name, `${path.basename(article, '.txt')}.edits.toml`, 'name');
    files.push({ ...files_, rows: await rows(page), heading: await page.locator('h1').textContent() });
  });
}
await proves('both ways save the same file, and it is the expected one', {}, async page => {
  same(files[0].toml, files[1].toml, 'mouse and keyboard');
  const { timeline, edits } = await page.evaluate(() => JSON.parse(document.getElementById('annal-data').textContent));
  const keys = id => Object.entries(edits.quotes[timeline.events.findIndex(event => event.id === id)]).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
  const wanted = expected.replace(/^words = "\{(e\d+)\}"$/gm, (_, id) => keys(id).join('\n')).replace(/"\{(e\d+)\}"/g, (_, id) => `{ ${keys(id).join(', ')} }`);
  same(files[0].toml, wanted, 'the file');
  holds(edits.quotes.every(quote => quote.sentence), 'every event of the article is quoted with its sentence');
});
await proves('annal makes of the saved file what the page shows', {}, async page => {
  const file = path.join(folder, 'saved.edits.toml');
  fs.writeFileSync(file, files[0].toml);
  await page.goto(pathToFileURL(build(article, 'built.html', '--edits', file)).href);
  same(await page.locator('h1').textContent(), files[0].heading, 'headline');
  const sorted = list => JSON.stringify([...list].map(row => row.join(': ')).sort(), null, 1);
  same(sorted(await rows(page)), sorted(files[0].rows), 'dates and titles');
});
await proves('the saved page shows its edits, and goes on with them', {}, async (page, context) => {
  fs.writeFileSync(path.join(folder, 'saved.html'), files[0].html);
  const again = await context.newPage();
  await again.goto(pathToFileURL(path.join(folder, 'saved.html')).href);
  same(JSON.stringify(await rows(again)), JSON.stringify(files[0].rows), 'rows');
  same(await again.locator('.struck:visible').count(), 0, 'hidden events are not there');
  await begin(again);
  await byMouse(again).undo();
  await byMouse(again).redo();
  same((await saved(again)).toml, files[0].toml, 'the file');
});
await proves('a draft is offered for this text and no other, and is discarded on demand', {}, async (page, context) => {
  await begin(page);
  await byMouse(page).card('e17', 'title', { title: 'The ship is built' });
  await page.reload();
  holds(!(await page.locator('table').textContent()).includes('The ship is built'), 'nothing is applied unasked');
  await page.getByRole('button', { name: 'Continue' }).click();
  holds((await page.locator('table').textContent()).includes('The ship is built'), 'the draft goes on');
  await page.reload();
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.reload();
  same(await page.locator('.notice').count(), 0, 'no draft is left');
});
await proves('a date that is not read here keeps the old one and says so', {}, async page => {
  await begin(page);
  const how = byMouse(page);
  await page.locator('.wide [data-event="e17"] text.m').click();
  for (const [wording, line] of [['3 May 1988', 'Read as: Tue 3 May 1988'], ['31 February 1988', 'not read here'], ['last week', 'not read here']]) {
    await page.locator('.card [name=date]').fill(wording);
    await page.locator('.card output', { hasText: line }).waitFor();
  }
  await page.keyboard.press('Enter');
  const cell = await page.locator('tr[data-event="e17"] td').first().textContent();
  holds(cell.startsWith('1987') && cell.includes('“last week” is not read here'), cell);
  holds(await page.locator('.wide [data-event="e17"] text.m').textContent() === '1987', 'the picture keeps it');
  await how.undo();
});
await proves('saving says which dates are not read here', {}, async page => {
  await begin(page);
  await byMouse(page).card('e17', 'date', { date: 'First World War' });
  await saved(page);
  const line = await page.locator('.tools [role=status]').textContent();
  holds(line.includes('1 date is not read here: “First World War”'), line);
});
await proves('an event that is left out is opened in the text, and shown as soon as it is changed', {}, async page => {
  const marks = await page.locator('.article .ev').count();
  await begin(page);
  const left = page.locator('.article .left[data-event="e4"]'), item = page.locator('.leftout [data-event="e4"]');
  const sentence = await item.locator('q').textContent(), words = await left.textContent();
  holds(sentence.includes(words) && await item.locator('mark').textContent() === words, `${words} in ${sentence}`);
  holds((await page.locator('.article').textContent()).replace(/\s+/g, ' ').includes(sentence.replace(/^…|…$/g, '')), sentence);
  const count = await page.locator('.leftout li').count();
  await left.click();
  await page.locator('.card [name=title]').fill('The owner speaks');
  await page.keyboard.press('Enter');
  same(await page.locator('.leftout li').count(), count - 1, 'events left out');
  holds((await rows(page)).some(row => row[1] === 'The owner speaks'), 'it is in the table');
  holds(await page.evaluate(() => document.activeElement !== document.body), 'the focus is kept');
  same(await page.locator('.article .left[data-event="e4"]').count(), 0, 'left out in the text');
  const all = await page.locator('tr[data-event]').count(), notes = page.locator('.notes');
  same(await notes.locator('p').first().textContent(), `${all} events in the picture.`, 'the count');
  same(await notes.locator('code').first().textContent(), `annal build ${path.basename(article)} -o ${path.basename(article, '.txt')}.html`, 'the command');
  await page.locator('.article .left').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.card').waitFor();
  await page.keyboard.press('Escape');
  await byMouse(page).undo();
  await page.locator('[data-tool=end]').click();
  same(await page.locator('.article .ev').count(), marks, 'marks of the text after editing');
});
const weekly = path.join(folder, 'weekly.txt');
fs.writeFileSync(weekly, 'Mill news\n\nOSTERBY, May 20, 2016 (Northern Wire) — The mill was sold two weeks ago. The owner left for Brunn last week. The new mill opened on 3 May 2016.\n');
await proves('a time expression is dropped, or counts from another day, as annal then has it', {}, async page => {
  await begin(page);
  const time = words => page.locator('.article [data-time]', { hasText: words });
  const shown = () => page.locator('.article .time[data-pending]').evaluateAll(all => all.map(one => `${one.textContent}: ${one.dataset.pending}`).join('; '));
  await time('last week').click();
  await page.locator('.card').getByRole('button', { name: 'Not a date' }).click();
  await time('two weeks ago').focus();
  await page.keyboard.press('Enter');
  await page.locator('.card [name=from]').fill('May 2016');
  await page.locator('.card output.wrong').waitFor();
  await page.locator('.card [name=from]').fill('15 Mar 2016');
  await page.keyboard.press('Enter');
  const pending = 'two weeks ago: counts from 2016-03-15, when drawn anew; last week: no date, when drawn anew';
  same(await shown(), pending, 'what the text shows');
  await time('last week').click();
  await page.locator('.card').getByRole('button', { name: 'As the text has it' }).click();
  await byMouse(page).undo();
  same(await shown(), pending, 'after undoing');
  const { toml } = await saved(page), file = path.join(folder, 'weekly-saved.toml');
  same(toml, '[[time]]\nwords = "last week"\ndrop = true\n\n[[time]]\nwords = "two weeks ago"\ncounts_from = "2016-03-15"\n', 'the file');
  fs.writeFileSync(file, toml);
  const built = JSON.parse(fs.readFileSync(build(weekly, 'weekly.json', '--edits', file, '--all'), 'utf8'));
  holds(built.events.some(event => event.start.earliest?.startsWith('2016-02-29')), JSON.stringify(built.events.map(event => [event.title, event.when])));
  holds(!built.events.some(event => event.start.earliest?.startsWith('2016-05-09')), 'what the dropped words dated has another date');
}, pathToFileURL(build(weekly, 'weekly.html')).href);
await proves('on a phone the bar of tools is one row that scrolls to where the focus is', { viewport: { width: 420, height: 900 } }, async page => {
  await begin(page);
  await byMouse(page).row('e8');
  const bar = await page.locator('.tools').boundingBox();
  holds(bar.height <= 100, `the bar takes ${bar.height} px`);
  await page.locator('[data-tool=end]').focus();
  const end = await page.locator('[data-tool=end]').boundingBox();
  holds(end.x >= 0 && end.x + end.width <= 420, 'the focus is in sight');
});
await proves('a page for readers has no editor and none of its data', {}, async (page, context) => {
  await begin(page);
  const readers = async () => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-tool=readers]').click()]);
    return fs.readFileSync(await file.path(), 'utf8');
  };
  const saved = path.join(folder, 'saved.readers.html');
  fs.writeFileSync(saved, await readers());
  for (const file of [saved, build(article, 'readers.html', '--no-editor')]) {
    const again = await context.newPage(), troubles = [];
    again.on('pageerror', error => troubles.push(error.message));
    again.on('console', message => { if (message.type() === 'error') troubles.push(message.text()); });
    await again.goto(pathToFileURL(file).href);
    same(await again.locator('.edit,.tools').count(), 0, 'an editor');
    same(await again.evaluate(() => Object.keys(JSON.parse(document.getElementById('annal-data').textContent)).join()), 'timeline,proofs,words', 'data');
    holds(!fs.readFileSync(file, 'utf8').includes('annalEditor='), 'the script is not there');
    await again.locator('tr[data-event] a').first().click();
    await again.locator('.why h3').first().waitFor();
    same(troubles.join('; '), '', 'troubles');
    await again.close();
  }
  await byMouse(page).row('e8');
  await page.locator('[data-tool=readers]').click();
  await page.locator('.tools [role=status]', { hasText: 'Not saved' }).waitFor();
  same(await page.locator('.notes code').nth(1).textContent(), `annal build ${path.basename(article)} -o ${path.basename(article, '.txt')}.html --no-editor`, 'the command');
});
const bridge = path.join(folder, 'bridge.txt');
fs.writeFileSync(bridge, 'Bridge news\n\nOSTERBY, May 20, 2016 (Northern Wire) — The bridge was opened on 3 May 2016. Hundreds came to the opening.\n');
await proves('a mention becomes an event of its own, with a title and a date', {}, async page => {
  await begin(page);
  await byMouse(page).more('e1', {});
  await page.locator('.wide [data-event="e1"] text:not(.m)').click();
  await page.locator('.card summary').click();
  await page.getByRole('button', { name: 'Make it an event of its own: opening' }).click();
  await byMouse(page).press('s1', 'Pin');
  await page.locator('tr[data-event="s1"] button.plain').click();
  await page.locator('.card [name=date]').fill('4 May 2016');
  await page.keyboard.press('Enter');
  same(JSON.stringify((await rows(page)).find(row => row[1] === 'opening')), '["4 May 2016","opening"]', 'the new row');
  const { toml } = await saved(page);
  holds(toml.startsWith('[[split]]\nevent = { words = "') && toml.includes('mention = "opening"\n\n[[event]]\nwords = "opening"\ndate = "4 May 2016"\npin = true\n'), toml);
  const file = path.join(folder, 'bridge-saved.toml');
  fs.writeFileSync(file, toml);
  const { events } = JSON.parse(fs.readFileSync(build(bridge, 'bridge.json', '--edits', file), 'utf8'));
  holds(events.some(event => event.shown && event.when === '4 May 2016'), 'annal splits it too');
}, pathToFileURL(build(bridge, 'bridge.html')).href);
for (const colorScheme of ['light', 'dark']) {
  for (const width of [1200, 420]) {
    await proves(`axe-core finds nothing in the editor, ${colorScheme}, ${width} px`, { colorScheme, bypassCSP: true, viewport: { width, height: 900 } }, async page => {
      await begin(page);
      await page.locator('tr[data-event] .flip').first().click();
      await page.locator('tr[data-event] a').nth(2).click();
      await page.locator('.card summary').click();
      await page.evaluate(axe);
      const found = () => page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations.map(v => `${v.id} ${v.nodes[0].html.slice(0, 120)}`));
      same((await found()).join('; '), '', 'with a card');
      holds(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing runs out to the right');
      await page.keyboard.press('Escape');
      await page.locator('h1').click();
      same((await found()).join('; '), '', 'with the headline');
    });
  }
}
await proves('nothing that a hostile article or its editor says becomes markup or runs', {}, async page => {
  await begin(page);
  const how = byMouse(page), id = await page.locator('tr[data-event]').first().getAttribute('data-event');
  await how.press(id, 'Pin');
  const before = await page.evaluate(() => document.querySelectorAll('*').length);
  await page.locator(`tr[data-event="${id}"] a`).click();
  await page.locator('.card [name=title]').fill('<img src=x onerror=alert(1)></script><b>');
  await page.keyboard.press('Enter');
  same(await page.evaluate(() => document.querySelectorAll('*').length), before, 'no element is new');
  same(await page.locator(`tr[data-event="${id}"] a`).textContent(), '<img src=x onerror=alert(1)></script><b>', 'the title is text');
  const { html } = await saved(page);
  fs.writeFileSync(path.join(folder, 'hostile-saved.html'), html);
  await page.goto(pathToFileURL(path.join(folder, 'hostile-saved.html')).href);
  same(await page.evaluate(() => document.querySelectorAll('img,script').length), 4, 'four scripts and no image');
  same(await page.locator(`tr[data-event="${id}"] a`).textContent(), '<img src=x onerror=alert(1)></script><b>', 'the title is text in the saved page');
}, pathToFileURL(build(hostile, 'hostile.html', '--all')).href);
await browser.close();
fs.rmSync(folder, { recursive: true, force: true });
