// Reads annal's Markwhen and Mermaid files with their own parsers. Usage: NODE_PATH=… read_back.mjs FOLDER
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

// Mermaid parses in a browser alone: Debian's chromium, driven by playwright-core.
const bundle = path.join(modules, 'mermaid/dist/mermaid.min.js');
const playwright = fs.existsSync(bundle) && fs.existsSync('/usr/bin/chromium') ? await load('playwright-core') : null;
if (playwright) {
  const browser = await (playwright.chromium || playwright.default.chromium).launch({
    executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  const page = await browser.newPage();
  await page.addScriptTag({ path: bundle });
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
  await browser.close();
} else {
  console.log('skipped: mermaid (npm mermaid and playwright-core, Debian\'s chromium)');
}
process.exit(failed);
