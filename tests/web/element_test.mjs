// The element <annal-timeline> in Chromium, from the package that web/pack makes: the examples in plain HTML, React,
// Vue and Observable, and what a page may rely on. Usage: NODE_PATH=… element_test.mjs ANNAL ARTICLE HOSTILE-ARTICLE
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { holds, launch, prover, required } from './browser.mjs';
import { web } from './bundled.mjs';

const [annal, article, hostile] = process.argv.slice(2);
const axe = fs.readFileSync(required.resolve('axe-core/axe.min.js'), 'utf8');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-element-'));
const at = name => path.join(folder, name);
const annalOf = (text, ...options) => execFileSync(annal, ['build', text, ...options], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
fs.writeFileSync(at('timeline.json'), annalOf(article, '-f', 'json'));
fs.writeFileSync(at('hostile.json'), annalOf(hostile, '-f', 'json'));

// A project that has installed the package.
const packed = execFileSync(path.join(web, 'pack'), [folder, 'annal-timeline'], { encoding: 'utf8' }).trim().split('\n').pop();
const installed = at('node_modules/annal-timeline');
fs.mkdirSync(installed, { recursive: true });
execFileSync('tar', ['-xzf', at(packed), '-C', installed, '--strip-components=1']);
for (const name of ['annal-timeline.js', 'draw.wasm.gz']) fs.copyFileSync(path.join(installed, name), at(name));
for (const name of fs.readdirSync(path.join(web, 'examples'))) fs.copyFileSync(path.join(web, 'examples', name), at(name));
const scripts = {
  react: `import { StrictMode, createElement } from 'react'; import { createRoot } from 'react-dom/client'; import { flushSync } from 'react-dom'; import { App, Timeline } from './react.jsx';
    const load = name => fetch(name).then(answer => answer.json());
    Promise.all(['timeline.json', 'hostile.json'].map(load)).then(timelines => {
      const root = createRoot(document.getElementById('root'));
      root.render(createElement(StrictMode, null, createElement(App, { timelines })));
      window.switched = async times => {
        for (let i = 0; i < times; ++i) {
          flushSync(() => root.render(createElement(StrictMode, null, createElement(Timeline, { key: 't' + i, timeline: timelines[i % 2] }))));
          await new Promise(done => document.querySelector('annal-timeline').addEventListener('annal-ready', done, { once: true }));
        }
        flushSync(() => root.render(null));
      };
    });`,
  vue: `import { mount } from './vue.js'; fetch('timeline.json').then(answer => answer.json()).then(timeline => mount('#root', timeline));`,
  observable: `import { Runtime } from '@observablehq/runtime'; import define from './observable.js'; const root = document.getElementById('root');
    new Runtime().module(define, () => ({ fulfilled: value => { if (value instanceof Element) root.append(value); } }));`,
};
for (const [name, script] of Object.entries(scripts)) {
  fs.writeFileSync(at(`${name}-main.jsx`), script);
  execFileSync(path.join(web, 'node_modules/.bin/esbuild'), [at(`${name}-main.jsx`), '--bundle', '--format=esm', '--jsx=automatic', '--alias:vue=vue/dist/vue.esm-bundler.js',
    '--define:process.env.NODE_ENV="development"', '--define:__VUE_OPTIONS_API__=true', '--define:__VUE_PROD_DEVTOOLS__=false', '--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false',
    `--outfile=${at(`${name}-bundle.js`)}`, '--log-level=error'], { env: { ...process.env, NODE_PATH: process.env.NODE_PATH } });
  fs.writeFileSync(at(`${name}.html`), `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><div id="root"></div><script type="module" src="${name}-bundle.js"></script></html>`);
}
fs.writeFileSync(at('bare.html'), `<!doctype html><html lang="en"><meta charset="utf-8"><title>bare</title><meta name="viewport" content="width=device-width">
  <style>body{margin:0;background:#fff}@media (prefers-color-scheme:dark){body{background:#0f1420}}</style>
  <main><h1 style="position:absolute;left:-999px">bare</h1><annal-timeline></annal-timeline></main><script type="module" src="annal-timeline.js"></script></html>`);

const types = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.gz': 'application/gzip' };
const server = http.createServer((request, response) => {
  const file = at(path.basename(new URL(request.url, 'http://x').pathname));
  if (!fs.existsSync(file)) { response.writeHead(404).end(); return; }
  response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'text/plain' }).end(fs.readFileSync(file));
}).listen(0, '127.0.0.1');
await new Promise(done => server.once('listening', done));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await launch();
const provesAt = prover(browser, origin, { allowed: new RegExp(`^(${origin}/|data:|blob:)`) });
const proves = (sentence, name, options, body) => provesAt(sentence, options, body, `${origin}/${name}.html`);
/** Gives the element of bare.html a timeline and attributes, and waits until it is drawn. */
const draws = (page, json, attributes = {}) => page.evaluate(async ([json, attributes]) => {
  await customElements.whenDefined('annal-timeline');
  const element = document.querySelector('annal-timeline');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await element.update(await fetch(json).then(answer => answer.text()));
  return element.shadowRoot.querySelectorAll('[data-event]').length;
}, [json, attributes]);

for (const name of ['plain', 'react', 'vue', 'observable'])
  await proves(`the example ${name} draws and selects`, name, {}, async page => {
    const mark = page.locator('annal-timeline [data-event]').first();
    await mark.waitFor();
    const picked = page.evaluate(() => new Promise(done => document.querySelector('annal-timeline').addEventListener('annal-select', e => done(e.detail.event.title), { once: true })));
    await mark.locator('text').first().click();
    const title = await picked;
    holds(await page.locator('annal-timeline [part=title]').textContent() === title, 'its words stand in the panel');
    if (name === 'react' || name === 'vue') holds(await page.locator('output').textContent() === title, 'the page hears of it');
  });
await proves('the picture is that of the command line', 'bare', {}, async page => {
  const count = await draws(page, 'timeline.json', { width: '900', layout: 'rows' });
  const drawn = await page.evaluate(() => new XMLSerializer().serializeToString(document.querySelector('annal-timeline').shadowRoot.querySelector('svg')).match(/<text[^>]*>[^<]*/g).length);
  const native = annalOf(at('timeline.json'), '-f', 'svg', '--width', '900');
  holds(count === native.match(/data-event=/g).length && drawn === native.match(/<text[^>]*>[^<]*/g).length, `${count} events, ${drawn} texts`);
});
await proves('it is as wide as its box, and time runs down where that is narrow', 'bare', {}, async page => {
  await draws(page, 'timeline.json');
  const width = () => page.evaluate(() => Number(document.querySelector('annal-timeline').shadowRoot.querySelector('svg').getAttribute('width')));
  holds(await width() === 1200, `${await width()} px`);
  await page.setViewportSize({ width: 400, height: 800 });
  await page.waitForFunction(() => document.querySelector('annal-timeline').shadowRoot.querySelector('svg').getAttribute('width') === '400');
  holds(await page.evaluate(() => document.documentElement.scrollWidth) <= 400, 'nothing reaches beyond');
});
await proves('the keyboard goes through the events, selects and lets go', 'bare', {}, async page => {
  await draws(page, 'timeline.json');
  await page.locator('annal-timeline [data-event]').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const second = await page.locator('annal-timeline [data-event]').nth(1).getAttribute('data-event');
  holds(await page.evaluate(() => document.querySelector('annal-timeline').selected) === second, 'the second is selected');
  await page.keyboard.press('End');
  await page.keyboard.press('Escape');
  holds(await page.evaluate(() => document.querySelector('annal-timeline').selected) === '' && await page.locator('annal-timeline [part=evidence]').count() === 0, 'none is');
});
await proves('select, filter, from and to change the picture', 'bare', {}, async page => {
  const all = await draws(page, 'timeline.json');
  const found = await page.evaluate(() => {
    const element = document.querySelector('annal-timeline'), ids = [...element.shadowRoot.querySelectorAll('[data-event]')].map(mark => mark.dataset.event);
    const count = () => element.shadowRoot.querySelectorAll('[data-event]').length;
    element.select(ids[2]);
    element.filter(ids.slice(0, 4));
    const filtered = count(), kept = element.shadowRoot.querySelector('[aria-current]').dataset.event === ids[2];
    element.filter();
    element.setAttribute('from', '2024-03-11');
    return { filtered, kept, window: count() };
  });
  holds(found.filtered === 4 && found.kept && found.window > 0 && found.window < all, JSON.stringify(found));
});
await proves('what is no timeline is told, and sent as annal-error', 'bare', {}, async page => {
  const message = await page.evaluate(async () => {
    await customElements.whenDefined('annal-timeline');
    const element = document.querySelector('annal-timeline');
    const sent = new Promise(done => element.addEventListener('annal-error', e => done(e.detail.message), { once: true }));
    element.timeline = [{ date: '2016', title: 'a' }];
    return sent;
  });
  holds(/annal build/.test(message) && await page.locator('annal-timeline [role=alert]').textContent() === message, message);
});
await proves('hostile text stays text', 'bare', {}, async page => {
  await draws(page, 'hostile.json');
  const marks = page.locator('annal-timeline [data-event]');
  for (let i = 0; i < Math.min(8, await marks.count()); ++i) await page.evaluate(i => { const element = document.querySelector('annal-timeline'); element.select([...element.shadowRoot.querySelectorAll('[data-event]')][i].dataset.event); }, i);
  holds(await page.evaluate(() => document.querySelector('annal-timeline').shadowRoot.querySelectorAll('img, script, iframe, object, foreignObject').length) === 0, 'no markup but ours');
});
for (const colorScheme of ['light', 'dark'])
  await proves(`axe-core finds nothing in the ${colorScheme} picture and panel`, 'bare', { colorScheme }, async page => {
    await draws(page, 'timeline.json');
    await page.evaluate(() => { const element = document.querySelector('annal-timeline'); element.select(element.shadowRoot.querySelector('[data-event]').dataset.event); });
    await page.evaluate(axe);
    const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations.map(v => `${v.id} ${v.nodes[0].html.slice(0, 160)}`));
    holds(found.length === 0, found.join('; '));
  });
await proves('100 switches in React StrictMode leave no listener and no node', 'react', {}, async page => {
  await page.locator('annal-timeline [data-event]').first().waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const held = async () => {
    for (let i = 0; i < 3; ++i) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = name => metrics.find(metric => metric.name === name).value;
    return { nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
  await page.evaluate(() => window.switched(2));
  const before = await held();
  await page.evaluate(() => window.switched(100));
  const after = await held();
  console.log(`  ${JSON.stringify(before)} before, ${JSON.stringify(after)} after`);
  holds(after.nodes <= before.nodes && after.listeners <= before.listeners, 'something is left');
});
await browser.close();
server.close();
fs.rmSync(folder, { recursive: true, force: true });
