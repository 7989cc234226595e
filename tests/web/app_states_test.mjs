// Drives the page "paste an article, get its timeline" (web/app) through its states in Debian's chromium: what it says of offline use, of a
// browser that keeps nothing, of texts that leave something open; what outlasts a changed text and a reload; what its frame offers.
// Usage: NODE_PATH=… app_states_test.mjs FOLDER SAMPLES; FOLDER is what web/app/build has made
import fs from 'node:fs';
import path from 'node:path';
import { drawn, inner, loaded, opened, paste, says, served } from './app.mjs';
import { holds } from './browser.mjs';

const [app, samples] = process.argv.slice(2);
const sample = name => fs.readFileSync(path.join(samples, `${name}.txt`), 'utf8'), ferry = sample('ferry-news');
const { address, end } = await served(app), { browser, proves } = await opened(address);
const noted = (page, words) => page.locator('#notes li', { hasText: words }).waitFor({ state: 'attached' });
const dayLine = page => page.locator('#found').textContent();
const give = (page, files) => page.locator('#chosen').setInputFiles(files.map(([name, bytes]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(bytes) })));

/** Draws a text that need not have events. */
async function read(page, text) {
  if (await page.locator('#change').isVisible()) await page.locator('#change').click();
  await page.locator('#clear').click();
  await page.getByLabel('Article').fill(text);
  await page.locator('#draw').click();
  await page.locator('#draw[aria-disabled=false]').waitFor();
}

/** Renames the first event in the frame. */
async function rename(page, title) {
  await inner(page).locator('.bar .edit').click();
  await inner(page).locator('tr[data-event] th a, tr[data-event] th button').first().click();
  await inner(page).locator('.card [name=title]').fill(title);
  await page.keyboard.press('Enter');
}

await proves('a day that is not stated is asked for where a time hangs on it, in the words of the text, and nowhere else', {}, async page => {
  await read(page, 'The bridge closed last week. The council met in March.');
  holds(/the day of “last week” is open/.test(await dayLine(page)), await dayLine(page));
  await read(page, 'The school closed in March. The mill burned in April.');
  holds(/the year of “March” is open/.test(await dayLine(page)), await dayLine(page));
  await read(page, 'The council met on Monday.');
  holds(/the day of “Monday” is open/.test(await dayLine(page)), await dayLine(page));
  await read(page, 'The mill burned on 3 May 2014. The school closed on 4 May 2015.');
  holds(await dayLine(page) === '', await dayLine(page));
  await page.getByLabel('Day of writing').fill('2016-13-45');
  await page.locator('#draw').click();
  await page.locator('#status.wrong', { hasText: /^Day of writing: '2016-13-45' is no date/ }).waitFor();
});

await proves('what annal will not mend is noted, and no note makes the page speak of a failure', {}, async page => {
  await paste(page, 'On 29 February 1701 the mill burned. The bridge closed on 4 May 1702.');
  await noted(page, '“29 February 1701” is no date of the calendar');
  holds(await page.locator('#status.wrong').count() === 0, 'the status is neutral');
  await paste(page, ferry);
  holds(await page.locator('#notes').textContent() === '', 'the notes of the last text are gone');
  holds(/The timeline shows \d+ of \d+ events by name/.test(await page.locator('#status').textContent()), await page.locator('#status').textContent());
});

await proves('a text in letters of no language that is read is said to be one', {}, async page => {
  await read(page, '日本語の記事。町の橋が火事で焼けた。');
  await says(page, 'annal does not read the language of this text. It reads English');
  holds(await page.locator('[name=lang] option').first().textContent() === 'Automatic', 'no language is claimed');
});

await proves('edits outlast a changed text, what no longer fits is noted, and they can be taken away', {}, async page => {
  const first = 'The old mill burned on 3 May 2014.', second = 'The bridge closed on 4 June 2015.';
  await paste(page, `${first} ${second}`);
  await rename(page, 'Fire at the mill');
  await says(page, 'Your edits are kept in this browser');
  const draw = async text => {
    await page.locator('#change').click();
    await page.getByLabel('Article').fill(text);
    await page.locator('#draw').click();
    await drawn(page);
  };
  await draw(`${first} ${second} The school opened on 5 July 2016.`);
  await inner(page).locator('.wide svg', { hasText: 'Fire at the mill' }).waitFor();
  holds(await page.locator('#notes').textContent() === '', 'all edits fit');
  await draw(second);
  await noted(page, 'Edits, line');
  await page.locator('#change').click();
  await page.getByRole('button', { name: 'Remove Your edits' }).click();
  await page.locator('#draw').click();
  await drawn(page);
  holds(await page.locator('#notes').textContent() === '', 'no edits are left');
});

await proves('a reload keeps the text and its edits, and a new visit has neither', {}, async (page, context) => {
  await paste(page, ferry);
  await rename(page, 'A title of my own');
  await says(page, 'Your edits are kept in this browser');
  await page.reload();
  await says(page, 'your text and your edits of before');
  holds(await page.getByLabel('Article').inputValue() === ferry, 'the text');
  await page.locator('#draw').click();
  await drawn(page);
  await inner(page).locator('.wide svg', { hasText: 'A title of my own' }).waitFor();
  const other = await context.newPage();
  await other.goto(page.url());
  holds(await other.getByLabel('Article').inputValue() === '', 'a new tab is empty');
  await page.locator('#change').click();
  await page.locator('#clear').click();
  await page.reload();
  holds(await page.getByLabel('Article').inputValue() === '', 'what was cleared is gone');
});

await proves('files, which no reload keeps, are left only after a question, and a text without one', {}, async page => {
  const asks = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  await paste(page, ferry);
  holds(!await asks(), 'the text is kept');
  await give(page, [['weir.txt', 'The weir opened on 6 June 2017.']]);
  await inner(page).locator('.wide svg', { hasText: 'weir' }).waitFor();
  holds(await asks(), 'the file is not');
});

await proves('where the browser keeps nothing, the page says so of edits and of offline use', {}, async page => {
  await page.addInitScript(() => {
    const refuse = { get() { throw new DOMException('refused', 'SecurityError'); } };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, refuse);
  });
  await page.reload();
  await page.locator('#offline', { hasText: 'needs the network each time' }).waitFor({ timeout: 60000 });
  await paste(page, ferry);
  await rename(page, 'A title of my own');
  await says(page, 'This browser keeps nothing for this page');
});

await proves('text in UTF-16 is read, and in a character set of Windows with a note of the guess', {}, async page => {
  const latin = text => Buffer.from(text, 'latin1'), cyrillic = text => Buffer.from([...text].map(c => (c >= 'А' && c <= 'я' ? c.charCodeAt(0) - 0x350 : c.charCodeAt(0))));
  await give(page, [['utf16.txt', Buffer.from('\ufeffThe café burned on 3 May 2014.', 'utf16le')]]);
  await drawn(page);
  await inner(page).locator('.wide svg', { hasText: 'café' }).waitFor();
  holds(await page.locator('#notes').textContent() === '', 'a mark leaves no doubt');
  await give(page, [['latin.txt', latin('The café burned on 3 May 2014.')]]);
  await noted(page, 'latin.txt is not in UTF-8; it was read as Windows-1252');
  await inner(page).locator('.wide svg', { hasText: 'café' }).waitFor();
  await give(page, [['russian.txt', cyrillic('Мост закрыли 3 мая 2014 года. Школа сгорела 4 мая 2015 года.')]]);
  await noted(page, 'russian.txt is not in UTF-8; it was read as Windows-1251');
  await inner(page).locator('.wide svg', { hasText: 'Мост' }).waitFor();
});

await proves('what takes long can be cancelled, and the next text is read', { serviceWorkers: 'block' }, async page => {
  await loaded(page);
  await page.route('**/parts/de.part?*', () => undefined);  // the network never answers: reading waits as long as the test likes
  await page.getByLabel('Article').fill(sample('muehlenbach-wehr'));
  await Promise.all([page.waitForRequest('**/parts/de.part?*'), page.locator('#draw').click()]);
  await page.locator('#cancel').click();
  await says(page, 'Cancelled.');
  holds(await page.locator('#cancel').isHidden(), 'nothing is left to cancel');
  await paste(page, ferry);
});

await proves('"Draw" waits while a file is being read', { serviceWorkers: 'block' }, async page => {
  await loaded(page);
  let serve;
  await page.route('**/pdf.js', route => new Promise(done => { serve = () => done(route.continue()); }));
  await Promise.all([page.waitForRequest('**/pdf.js'), give(page, [['broken.pdf', '%PDF-1.7\nnothing of use']])]);
  await page.locator('#draw').click({ force: true });
  holds(await page.locator('#status').textContent() === 'Reading…', await page.locator('#status').textContent());
  serve();
  await page.locator('#status.wrong', { hasText: 'broken.pdf' }).waitFor();
});

await proves('the frame offers what the page around it does not, and sends nobody to a program', {}, async page => {
  await paste(page, ferry);
  const frame = inner(page), menu = frame.locator('.bar details.menu');
  await menu.locator('summary').last().click();
  holds((await menu.last().locator('button').allTextContents()).join() === 'Picture (PNG),Print or PDF,Embed', (await menu.last().locator('button').allTextContents()).join());
  await frame.getByRole('button', { name: 'Embed' }).click();
  holds((await frame.locator('dialog code').first().textContent()).includes('https://example.org/article.html#embed'), 'the name of the file that is saved');
  await frame.locator('dialog').getByRole('button', { name: 'Close' }).click();
  await rename(page, 'A title of my own');
  const notes = frame.locator('.notes');
  await notes.getByText('“Draw anew” above').waitFor();
  holds(!/annal build/.test(await notes.textContent()), await notes.textContent());
  await frame.locator('[data-tool=readers]').click();
  await frame.locator('.tools [role=status]', { hasText: 'Press “Draw anew” above' }).waitFor();
});

await proves('the button that edits has the language of the page', {}, async page => {
  await paste(page, sample('muehlenbach-wehr'));
  await inner(page).getByRole('button', { name: 'Bearbeiten', exact: true }).waitFor();
});

await proves('what works offline is said language by language; one button keeps them all, and what reads PDFs', {}, async (page, _, troubles) => {
  await page.locator('#offline', { hasText: 'works offline for texts in English. Other languages and PDFs need the network once' }).waitFor({ timeout: 60000 });
  await paste(page, sample('muehlenbach-wehr'));
  await page.locator('#change').click();
  await page.locator('#offline', { hasText: 'for texts in English and Deutsch.' }).waitFor();
  await page.getByRole('button', { name: /^Keep all languages for offline use \(\d+ MB\)$/ }).click();
  await page.locator('#offline', { hasText: /^This page works offline in all its languages\.$/ }).waitFor();
  await end();
  await page.reload();
  await loaded(page);
  await page.locator('#offline', { hasText: /^This page works offline in all its languages\.$/ }).waitFor();
  for (const name of ['phare-kervelan', 'campana-valdemora', 'kran-verbivka', 'mayak-kamenny']) await paste(page, sample(name));
  await give(page, [['broken.pdf', '%PDF-1.7\nnothing of use']]);
  await page.locator('#status.wrong', { hasText: 'broken.pdf: the PDF is broken' }).waitFor();
  troubles.splice(0, Infinity, ...troubles.filter(trouble => !/Failed to load|ERR_/.test(trouble)));
});

await browser.close();
