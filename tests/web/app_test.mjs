// Drives the page "paste an article, get its timeline" (web/app) in Debian's chromium: articles are pasted, edited, saved and opened again; it
// works without its server; it asks for nothing but the part of a language; it keeps to its policy; readers with a keyboard, a phone or a
// screen reader can use it. Prints what travels and how long pictures take.
// Usage: NODE_PATH=… app_test.mjs FOLDER SAMPLES HOSTILE-ARTICLE; FOLDER is what web/app/build has made
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { drawn, inner, loaded, opened, paste, says, served } from './app.mjs';
import { holds, required } from './browser.mjs';

const [app, samples, hostile] = process.argv.slice(2);
const axe = fs.readFileSync(required.resolve('axe-core/axe.min.js'), 'utf8');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-app-'));
const articles = fs.readdirSync(samples).filter(name => name.endsWith('.txt')).slice(0, 10).map(name => path.join(samples, name));
const ferry = fs.readFileSync(path.join(samples, 'ferry-news.txt'), 'utf8');
const { address, end } = await served(app), { browser, proves } = await opened(address);
/** What is downloaded when `button` is pressed; `what` is named where nothing comes. */
async function saved(page, button, what) {
  const download = page.waitForEvent('download').catch(() => null);
  await page.locator(button).click();
  return await download ?? holds(false, `${what}: no download; the page says: ${await page.locator('#status').textContent()}`);
}

await proves('the first visit: the module comes once, and each picture is the frame of a page that annal writes', {}, async page => {
  const begin = Date.now();
  await page.locator('.examples button').first().click();
  await drawn(page);
  await inner(page).locator('.wide svg').waitFor();
  const first = Date.now() - begin;
  const later = await page.evaluate(async text => {
    const worker = new Worker('worker.js', { type: 'module' }), took = [];
    const answer = kind => new Promise(told => worker.addEventListener('message', ({ data }) => { if (data.kind === kind) told(data); }));
    await answer('ready');
    for (let id = 0; id < 30; id++) {
      const start = performance.now();
      worker.postMessage({ id, documents: [{ name: 'article', text: `${text} ${id}` }], options: { format: 'svg' } });
      await answer('drawn');
      took.push(performance.now() - start);
    }
    worker.terminate();
    return took.slice(10).sort((a, b) => a - b);
  }, (ferry + ferry).slice(0, 2800));
  const bytes = ['annal.wasm', 'index.html', 'app.css', 'app.js', 'worker.js', 'sw.js', 'icon.svg'].reduce((sum, name) => sum + fs.statSync(path.join(app, `${name}.br`)).size, 0);
  console.log(`over the wire ${(bytes / 1e6).toFixed(2)} MB; first picture after ${first} ms, all included; later ones of 2.8 kB ${later[10].toFixed(0)} ms (median of 20; the fastest ${later[0].toFixed(0)})`);
});

await proves('ten articles are pasted, edited, saved, and opened again with the edits, in the page and by themselves', { acceptDownloads: true }, async (page, context) => {
  await loaded(page);
  holds(articles.length === 10, 'ten articles');
  for (const [i, article] of articles.entries()) {
    const title = `Corrected by hand ${i}`, saved = [];
    await paste(page, fs.readFileSync(article, 'utf8'));
    await inner(page).locator('.bar .edit').click();
    await inner(page).locator('tr[data-event] th a, tr[data-event] th button').first().click();
    await inner(page).locator('.card [name=title]').fill(title);
    await page.keyboard.press('Enter');
    await says(page, 'Your edits are kept');
    const keep = async download => { saved.push(path.join(folder, download.suggestedFilename())); await download.saveAs(saved.at(-1)); };
    const downloads = [page.waitForEvent('download'), page.waitForEvent('download', download => download.suggestedFilename().endsWith('.html'))];
    await inner(page).locator('[data-tool=save]').click();
    for (const download of new Set(await Promise.all(downloads))) await keep(download);
    holds(saved.map(file => path.basename(file)).sort().join() === 'article.edits.toml,article.html', saved.join());
    await page.locator('#draw').click();
    await drawn(page);
    await inner(page).locator('.wide svg', { hasText: title }).waitFor();
    await page.locator('#chosen').setInputFiles([article, path.join(folder, 'article.edits.toml')]);
    await drawn(page);
    await inner(page).locator('.wide svg', { hasText: title }).waitFor();
    const alone = await context.newPage();
    await alone.goto(pathToFileURL(path.join(folder, 'article.html')).href);
    await alone.locator('tr[data-event] th', { hasText: title }).waitFor();
    await alone.close();
  }
});

await proves('a text with no day of writing says so, takes the day that is stated, and shows the one that it finds', {}, async page => {
  await paste(page, 'The bridge closed yesterday. The council met on Monday and repaired it two days later.').catch(() => undefined);
  await page.locator('#found', { hasText: 'does not say when it was written' }).waitFor();
  await page.getByLabel('Day of writing').fill('2016-11-14');
  await page.keyboard.press('Enter');
  await inner(page).locator('.wide svg', { hasText: '13 Nov' }).waitFor();
  await page.getByLabel('Day of writing').fill('the day of the flood');
  await page.keyboard.press('Enter');
  await page.locator('#status.wrong', { hasText: 'Day of writing:' }).waitFor();
  await page.getByLabel('Day of writing').fill('');
  await paste(page, ferry);
  holds(await page.getByLabel('Day of writing').inputValue() === '2024-03-12', 'the day of the dateline');
});

await proves('after loading, English texts make no request, and another language one, for its part', { serviceWorkers: 'allow' }, async (page, context) => {
  await loaded(page);
  await page.locator('#offline', { hasText: 'works offline' }).waitFor();
  const asked = [];
  context.on('request', request => { if (!/^(blob|data):/.test(request.url())) asked.push(request.url()); });
  for (const article of articles.filter(name => /ferry|dam|mill/.test(name))) await paste(page, fs.readFileSync(article, 'utf8'));
  await page.locator('#save').click();
  await says(page, 'Saved');
  holds(asked.length === 0, asked.join());
  for (let i = 0; i < 2; i++) {
    await page.locator('#change').click();
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await drawn(page);
  }
  holds(asked.length === 1 && asked[0].includes('parts/de.part'), asked.join());
});

await proves('every format that is offered is saved, and the page as one file that stands alone', { acceptDownloads: true }, async (page, context) => {
  await paste(page, ferry);
  const options = await page.locator('#format option').evaluateAll(all => all.map(option => option.value));
  holds(options.length >= 13, options.join());
  for (const option of options) {
    await page.locator('#format').selectOption(option);
    const download = await saved(page, '#save', option);
    holds(fs.statSync(await download.path()).size > 100, option);
    await page.waitForTimeout(150);  // Chromium drops the eleventh download of one second
  }
  const download = await saved(page, '#share', 'the page');
  await download.saveAs(path.join(folder, 'shared.html'));
  const alone = await context.newPage();
  await alone.goto(pathToFileURL(path.join(folder, 'shared.html')).href);
  holds(await alone.locator('.wide svg').isVisible(), 'its picture');
});

await proves('files are dropped: a page, Markdown and a text make one timeline, what cannot be read is said in one line', {}, async page => {
  await loaded(page);
  const drop = files => page.evaluate(all => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of all) dataTransfer.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
  await drop([['notes.md', '# Notes\n\nOn 4 May 2016 the old bridge closed.\n'], ['page.html', '<!doctype html><title>The mill</title><article><p>The old mill burned on 3 May 2014 and was rebuilt in 2015.</p></article>'], ['last.txt', 'The weir opened on 6 June 2017.']]);
  await drawn(page);
  holds(await inner(page).locator('[data-document]').count() >= 3, 'three documents');
  await drop([['picture.png', '\x89PNG\r\n\0\0']]);
  await page.locator('#status.wrong', { hasText: 'picture.png' }).waitFor();
});

await proves('a PDF of two columns is read in its order, a broken one is refused with the remedy', {}, async (page, context) => {
  await loaded(page);
  await page.locator('#offline', { hasText: 'works offline' }).waitFor();
  const writer = await context.newPage(), file = path.join(folder, 'ferry.pdf'), [title, ...paragraphs] = ferry.trim().split(/\n\n/);
  await writer.setContent(`<h1>${title}</h1><div style="columns:2;text-align:justify">${paragraphs.map(text => `<p>${text}</p>`).join('')}</div>`);
  fs.writeFileSync(file, await writer.pdf({ format: 'A4' }));
  await writer.close();
  await paste(page, ferry);
  const titles = () => inner(page).locator('tr[data-event] th').allTextContents(), before = await titles();
  await page.locator('#chosen').setInputFiles(file);
  await page.locator('#found', { hasText: '2024-03-12' }).waitFor();
  await drawn(page);
  const after = await titles();
  holds(after.join('|') === before.join('|'), `${after.filter(text => !before.includes(text)).join('; ')} in place of ${before.filter(text => !after.includes(text)).join('; ')}`);
  fs.writeFileSync(path.join(folder, 'broken.pdf'), '%PDF-1.7\nnothing of use');
  await page.locator('#chosen').setInputFiles(path.join(folder, 'broken.pdf'));
  await page.locator('#status.wrong', { hasText: 'broken.pdf: the PDF is broken' }).waitFor();
});

await proves('the keyboard alone draws a timeline and reaches its page', {}, async page => {
  await loaded(page);
  await page.getByLabel('Article').focus();
  await page.keyboard.insertText(ferry);
  await page.keyboard.press('Control+Enter');
  await drawn(page);
  for (let i = 0; i < 12 && !await page.evaluate(() => document.activeElement.tagName === 'IFRAME'); i++) await page.keyboard.press('Tab');
  holds(await page.evaluate(() => document.activeElement.tagName === 'IFRAME'), 'the frame');
});

await proves('nothing that a hostile article says becomes markup or runs, and no script reaches another site', {}, async (page, _, troubles) => {
  await paste(page, fs.readFileSync(hostile, 'utf8'));
  holds(await inner(page).locator('img,iframe,object,embed,form,base,link,foreignObject').count() === 0, 'foreign markup');
  holds(troubles.length === 0, troubles.join());
  const reaches = () => fetch('https://example.org/', { mode: 'no-cors' }).then(() => true, () => false);
  for (const frame of page.frames()) holds(!await frame.evaluate(reaches), `a request of ${frame.url()}`);
  troubles.splice(0, Infinity, ...troubles.filter(trouble => !/Content Security Policy/.test(trouble)));
});

for (const [width, colorScheme] of [[1200, 'light'], [1200, 'dark'], [390, 'light']]) {
  await proves(`axe-core finds nothing, before and after, ${colorScheme}, ${width} px`, { colorScheme, bypassCSP: true, viewport: { width, height: 844 } }, async page => {
    const check = async what => {
      for (const frame of page.frames()) await frame.evaluate(axe);
      const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations.map(v => `${v.id} ${v.nodes[0].html.slice(0, 120)}`));
      holds(found.length === 0, `${what}: ${found.join('; ')}`);
      holds(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${what}: nothing runs out to the right`);
    };
    await loaded(page);
    await check('the form');
    await paste(page, ferry);
    await inner(page).locator('.wide svg, .narrow svg').first().waitFor({ state: 'attached' });
    await check('the timeline');
  });
}

await proves('a file that is not of this version is not used, and the page says what to do', {}, async page => {
  await page.locator('#status.wrong', { hasText: 'annal.wasm is not the one that belongs to this page; reload the page' }).waitFor({ timeout: 60000 });
}, (await served(damaged())).address);

/** A copy of the page whose module has another byte at its end. */
function damaged() {
  const copy = path.join(folder, 'damaged');
  fs.cpSync(app, copy, { recursive: true, filter: file => !/\.(br|gz)$/.test(file) });
  const bytes = fs.readFileSync(path.join(app, 'annal.wasm'));
  bytes[bytes.length - 1] ^= 1;
  fs.writeFileSync(path.join(copy, 'annal.wasm'), bytes);
  return copy;
}

await proves('after the first visit it opens and draws without its server; a language that was never met is asked for in one line', {}, async (page, _, troubles) => {
  await loaded(page);
  await page.locator('#offline', { hasText: 'works offline' }).waitFor();
  await paste(page, fs.readFileSync(path.join(samples, 'muehlenbach-wehr.txt'), 'utf8'));
  await end();
  await page.reload();
  await loaded(page);
  await paste(page, ferry);
  await paste(page, fs.readFileSync(path.join(samples, 'muehlenbach-wehr.txt'), 'utf8'));
  await page.locator('#change').click();
  await page.getByRole('button', { name: 'Français' }).click();
  await page.locator('#status.wrong', { hasText: 'parts/fr.part cannot be fetched; connect to the network' }).waitFor();
  troubles.splice(0, Infinity, ...troubles.filter(trouble => !/Failed to load|ERR_/.test(trouble)));
});

await browser.close();
fs.rmSync(folder, { recursive: true, force: true });
