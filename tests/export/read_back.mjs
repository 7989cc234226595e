// Reads annal's JSON, EDTF, Markwhen, Mermaid, vis-timeline and TimelineJS with the programs they are written for, and compares
// what those have read with the JSON timeline beside them. Usage: NODE_PATH=… read_back.mjs FOLDER SCHEMA
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const folder = process.argv[2];
const modules = process.env.NODE_PATH || path.join(process.cwd(), 'node_modules');
const require = createRequire(path.join(modules, '/'));
const files = ending => fs.readdirSync(folder).filter(f => f.endsWith(ending)).map(f => path.join(folder, f));
let failed = 0;
const fail = (file, what) => { failed = 1; console.log(`${path.basename(file)}: ${what}`); };

async function load(name) {
  try {
    return await import(pathToFileURL(require.resolve(name)).href);
  } catch (error) {
    if (!/Cannot find|ERR_PACKAGE_PATH/.test(String(error))) console.log(String(error));
  }
  try {
    const own = JSON.parse(fs.readFileSync(path.join(modules, name, 'package.json'), 'utf8'));
    return await import(pathToFileURL(path.join(modules, name, own.module || own.main)).href);
  } catch (error) {
    console.log(`skipped: ${name} (npm): ${String(error).split('\n')[0]}`);
    return null;
  }
}

const markwhen = await load('@markwhen/parser');
if (markwhen) {
  for (const file of files('.mw')) {
    const text = fs.readFileSync(file, 'utf8');
    const result = markwhen.parse(text);
    const messages = (result.parseMessages || []).filter(m => m.type === 'error');
    if (messages.length) fail(file, JSON.stringify(messages));
    const events = [];
    const walk = node => {
      if (node.children) node.children.forEach(walk);
      else if (node.dateRangeIso) events.push(node);
    };
    walk(result.events);
    const lines = text.split('\n').filter(line => /^\d{4}-/.test(line));
    if (events.length !== lines.length) fail(file, `${events.length} events of ${lines.length} lines`);
    events.forEach((event, i) => {
      if (!lines[i] || !event.dateRangeIso.fromDateTimeIso.startsWith(lines[i].slice(0, 10)))
        fail(file, `${event.dateRangeIso.fromDateTimeIso} for ${lines[i]}`);
    });
  }
}

const timelineOf = (file, ending) => JSON.parse(fs.readFileSync(file.slice(0, -ending.length) + '.json', 'utf8'));

// The JSON timeline by its schema.
const ajv = await load('ajv/dist/2020.js');
if (ajv) {
  const Ajv = ajv.Ajv2020 || ajv.default.Ajv2020 || ajv.default;
  const schema = JSON.parse(fs.readFileSync(process.argv[3], 'utf8'));
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  let seen = 0;
  for (const file of files('.json').filter(f => !/\.(vis|timelinejs)\.json$/.test(f))) {
    if (!validate(JSON.parse(fs.readFileSync(file, 'utf8')))) fail(file, JSON.stringify(validate.errors.slice(0, 3)));
    seen++;
  }
  console.log(`ajv: ${seen} timelines`);
}

// Every EDTF string, and the bounds of whole days, months and years. What edtf.js cannot read is left out: a season of an
// unknown year or as an end, and an unknown year in a set. Its seasons are quarters, and its bounds of a set with a range are
// wrong, so neither is compared.
const edtf = await load('edtf');
if (edtf) {
  const read = [edtf.default, edtf.default?.default, edtf.edtf].find(found => typeof found === 'function');
  let seen = 0;
  for (const file of files('.json').filter(f => !/\.(vis|timelinejs)\.json$/.test(f))) {
    const timeline = JSON.parse(fs.readFileSync(file, 'utf8'));
    for (const part of [...timeline.timexes, ...timeline.events]) {
      if (!part.edtf || /X.*-2[1-4]\b|\[.*X|\/.*-2[1-4]\b|-2[1-4]\//.test(part.edtf)) continue;
      seen++;
      try {
        const value = read(part.edtf);
        const day = n => new Date(n).toISOString().slice(0, 10);
        if (/^\d{4}(-[01]\d(-\d\d)?)?$/.test(part.edtf) && part.earliest && !part.earliest.includes('T') && (day(value.min) !== part.earliest.slice(0, 10) || day(value.max) !== part.latest.slice(0, 10)))
          fail(file, `${part.id} ${part.edtf}: ${day(value.min)} to ${day(value.max)}, not ${part.earliest} to ${part.latest}`);
      } catch (error) {
        fail(file, `${part.id} ${part.edtf}: ${String(error).split('\n')[0]}`);
      }
    }
  }
  console.log(`edtf: ${seen} expressions`);
}

// Three programs draw in a browser alone: Debian's chromium, driven by playwright-core. None of them may ask for
// anything outside, but TimelineJS asks for fonts, which it does not get.
const playwright = fs.existsSync('/usr/bin/chromium') ? await load('playwright-core') : null;
const has = name => fs.existsSync(path.join(modules, name)) || (console.log(`skipped: ${name} (npm)`), false);
if (playwright) {
  const browser = await (playwright.chromium || playwright.default.chromium).launch({
    executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  const inside = (await browser.newContext());
  await inside.route(/^https?:/, route => route.abort());
  const page = await inside.newPage();
  page.on('dialog', dialog => { fail('a page', `runs a script: ${dialog.message()}`); dialog.dismiss(); });

  if (has('mermaid')) {
    await page.addScriptTag({ path: path.join(modules, 'mermaid/dist/mermaid.min.js') });
    for (const file of files('.mmd')) {
      const text = fs.readFileSync(file, 'utf8');
      const said = await page.evaluate(async source => {
        try {
          window.mermaid.initialize({ startOnLoad: false });
          await window.mermaid.parse(source);
          const { svg } = await window.mermaid.render('drawn', source);
          const box = document.createElement('div');
          box.innerHTML = svg;
          return box.querySelector('script, img, a[href^="javascript"]') ? 'markup came through' : '';
        } catch (error) {
          return String(error);
        }
      }, text);
      if (said) fail(file, said.slice(0, 400));
    }
  }

  if (has('vis-timeline')) {
    await page.goto('about:blank');
    await page.addScriptTag({ path: path.join(modules, 'vis-timeline/standalone/umd/vis-timeline-graph2d.min.js') });
    let seen = 0;
    for (const file of files('.vis.json')) {
      const data = JSON.parse(fs.readFileSync(file, 'utf8'));
      const drawn = await page.evaluate(({ groups, items }) => {
        document.body.replaceChildren();
        const box = document.body.appendChild(document.createElement('div'));
        const timeline = new window.vis.Timeline(box, new window.vis.DataSet(items), new window.vis.DataSet(groups), {});
        const iso = n => { const d = new Date(n); return new Date(d - d.getTimezoneOffset() * 60000).toISOString().slice(0, 19); };
        const out = timeline.itemsData.get().map(item => ({ id: item.id, start: iso(item.start), end: item.end && iso(item.end) }));
        const markup = box.querySelector('script, img, b, a:not([href^="https:"], [href^="mailto:"])') !== null;
        timeline.destroy();
        return { out, markup };
      }, data);
      if (drawn.markup) fail(file, 'markup came through');
      if (drawn.out.length !== data.items.length) fail(file, `${drawn.out.length} items of ${data.items.length}`);
      const events = new Map(timelineOf(file, '.vis.json').events.map(event => [event.id, event]));
      for (const item of drawn.out) {
        const bound = events.get(item.id).start.earliest;  // none where it is known from the other side only
        if (bound && !bound.startsWith('-') && !item.start.startsWith(bound.slice(0, 19))) fail(file, `${item.id} starts ${item.start}, not ${bound}`);
        seen++;
      }
    }
    console.log(`vis-timeline: ${seen} items`);
  }

  if (has('@knight-lab/timelinejs')) {
    let seen = 0;
    for (const file of files('.timelinejs.json')) {
      const data = JSON.parse(fs.readFileSync(file, 'utf8'));
      if (!data.events.length) continue;
      await page.goto('about:blank');
      await page.setContent('<!doctype html><div id="line" style="width:1000px;height:600px"></div>');
      await page.addScriptTag({ path: path.join(modules, '@knight-lab/timelinejs/dist/js/timeline.js') });
      const drawn = await page.evaluate(async source => {
        const line = new window.TL.Timeline('line', source, { font: null, soundcite: null, language: 'en' });
        for (let i = 0; i < 1200 && !document.querySelector('.tl-slide'); i++) await new Promise(done => setTimeout(done, 50));
        const iso = date => date && date.data.date_obj && [date.data.date_obj.getFullYear(), date.data.date_obj.getMonth() + 1, date.data.date_obj.getDate()].join('-');
        return {
          slides: line.config.events.map(event => ({ id: event.unique_id, start: iso(event.start_date) })),
          markup: document.querySelector('.tl-slide script, .tl-slide img:not([src^="https://example.org/"]), .tl-slide b, .tl-text-content a[href^="javascript"]') !== null,
        };
      }, data).catch(error => ({ slides: [], trouble: String(error).slice(0, 200) }));
      if (drawn.trouble) fail(file, drawn.trouble);
      if (drawn.markup) fail(file, 'markup came through');
      if (drawn.slides.length !== data.events.length) fail(file, `${drawn.slides.length} slides of ${data.events.length}`);
      const wanted = new Map(data.events.map(event => [event.unique_id, event.start_date]));
      for (const slide of drawn.slides) {
        const date = wanted.get(slide.id), words = `${date?.year}-${date?.month ?? 1}-${date?.day ?? 1}`;
        if (date?.year > 99 && slide.start !== words) fail(file, `${slide.id} starts ${slide.start}, not ${words}`);
        seen++;
      }
    }
    console.log(`TimelineJS: ${seen} slides`);
  }
  await browser.close();
} else {
  console.log("skipped: mermaid, vis-timeline, TimelineJS (npm playwright-core, Debian's chromium)");
}
process.exit(failed);
