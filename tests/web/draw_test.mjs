// The module web/dist/draw.wasm.gz against the program: the same picture, byte for byte, and errors that say what is wrong.
// Usage: draw_test.mjs ANNAL ARTICLE ARTICLE…; what the options do is tried on the first
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundled, web } from './bundled.mjs';

const [annal, ...articles] = process.argv.slice(2);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-draw-'));
const { DrawModule } = await bundled('draw');
const bytes = fs.readFileSync(process.env.DRAW_MODULE ?? path.join(web, 'dist/draw.wasm.gz'));
const module = await DrawModule.of(new Uint8Array(bytes));
const run = (...args) => execFileSync(annal, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
const check = (what, ...faults) => {
  const found = faults.filter(Boolean);
  if (found.length) process.exitCode = 1;
  console.log(found.length ? `FAILED: ${what}: ${found.slice(0, 4).join('; ')}` : `ok: ${what}`);
};
const throws = act => { try { act(); return ''; } catch (error) { return error.message; } };

const json = path.join(folder, 'timeline.json');
const differing = [];
let compared = 0, longest = 0;
for (const article of articles) {
  fs.writeFileSync(json, run('build', article, '-f', 'json'));
  const drawing = module.open(fs.readFileSync(json, 'utf8'));
  for (const layout of ['rows', 'compact', 'lanes', 'vertical'])
    for (const width of [undefined, 420, 700, 1600]) {
      const native = run('build', json, '-f', 'svg', '--layout', layout, ...(width ? ['--width', `${width}`] : []));
      const begin = performance.now();
      if (drawing.draw({ layout, width }) !== native) differing.push(`${path.basename(article)} ${layout} ${width ?? ''}`);
      longest = Math.max(longest, performance.now() - begin);
      ++compared;
    }
}
check(`${compared} pictures are those of the command line (the slowest in ${longest.toFixed(0)} ms)`, ...differing);

const timeline = JSON.parse(run('build', articles[0], '-f', 'json')), drawing = module.open(timeline);
const ids = svg => [...svg.matchAll(/data-event="(e\d+)"/g)].map(match => match[1]);
const all = ids(drawing.draw());
check('only the wanted events are drawn', ids(drawing.draw({ only: all.slice(0, 3) })).length !== 3 && 'not three',
  ids(drawing.draw({ hidden: [all[0]] })).length !== all.length - 1 && 'the hidden one stands', ids(drawing.draw()).length !== all.length && 'and it stays so');
const dated = timeline.events.filter(event => event.shown && event.start.earliest && event.end.latest);
const day = dated[0].start.earliest.split('T')[0], inside = ids(drawing.draw({ from: day, to: day }));
check('a window of time draws what lies in it', !inside.includes(dated[0].id) && `${dated[0].id} is missing`,
  inside.some(id => { const event = timeline.events.find(one => one.id === id); return event.start.earliest > `${day}T23:59:59` || event.end.latest < day; }) && 'what lies elsewhere is drawn',
  drawing.axes().length !== 1 && 'it has one axis');
check('ids begin with the prefix', !drawing.draw({ prefix: 'other' }).includes('id="other') && 'no such id');
for (const [what, message, act] of [
  ['an unknown layout', /layout: 'x' is no layout/, () => drawing.draw({ layout: 'x' })],
  ['a date that is none', /from: 'x' is no date/, () => drawing.draw({ from: 'x' })],
  ['an end before the beginning', /before "from"/, () => drawing.draw({ from: '2024', to: '2023' })],
  ['a theme that is none', /theme/, () => drawing.draw({ theme: '--annal-ground: url(x)' })],
  ['dates and titles', /annal build timeline.json -f json/, () => module.open([{ date: '2016', title: 'a' }])],
  ['version 1', /annal build timeline.json -f json/, () => module.open({ ...timeline, schema: 'annal-timeline/1', version: 1 })],
  ['a span outside of the text', /\/events\/0/, () => module.open({ ...timeline, events: [{ ...timeline.events[0], span: { begin: 0, end: 1e6 } }] })],
  ['no JSON', /invalid JSON|no JSON/, () => module.open('<svg>')],
]) {
  const found = throws(act);
  check(`the module refuses ${what}`, !message.test(found) && `it says: ${found}`);
}
fs.rmSync(folder, { recursive: true, force: true });
