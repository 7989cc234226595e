// The packages annal and annal-timeline: what is in them, what their README says, and that Node and pages run them however they are
// bundled. Usage: NODE_PATH=… packages_test.mjs
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { holds, launch, proves, troublesOf } from '../web/browser.mjs';
import { bundlers } from './bundlers.mjs';
import { project, root, work } from './install.mjs';

const here = path.join(root, 'tests/npm');
const folder = project('node');
const inside = (name, file = '') => path.join(folder, 'node_modules', name, file);
const read = (name, file) => fs.readFileSync(inside(name, file), 'utf8');

await proves('the packages hold what they name, and the licences of all of it', [], () => {
  for (const name of ['annal', 'annal-timeline']) {
    const { version, files, exports } = JSON.parse(read(name, 'package.json'));
    holds(fs.readFileSync(path.join(root, 'CMakeLists.txt'), 'utf8').includes(`VERSION ${version} `), `${name} is of another version than the program: ${version}`);
    for (const file of [...files.filter(file => !file.includes('*')), ...Object.values(exports).flatMap(one => typeof one === 'string' ? one : Object.values(one)).filter(file => !file.includes('*'))])
      holds(fs.existsSync(inside(name, file)), `${name} lacks ${file}`);
    for (const library of ['RapidJSON', 'date', 'musl', ...name === 'annal' ? ['Expat', 'MD4C', 'Boost', 'toml++', 'fflate', 'UNICODE LICENSE', 'WordNet'] : []])
      holds(read(name, 'NOTICES').includes(library), `${name} lacks the licence of ${library}`);
  }
});

await proves('the package has a part for every language but English that the program has', [], () => {
  const tags = fs.readdirSync(path.join(root, 'data/models/syntax')).filter(file => file.endsWith('.bin') && file !== 'en.bin').map(file => file.replace('.bin', ''));
  const script = fs.readdirSync(inside('annal')).filter(file => file.endsWith('.js')).map(file => read('annal', file)).join('');
  for (const name of [...tags, 'charsets', 'draw']) holds(fs.existsSync(inside('annal', `parts/${name}.part`)) && script.includes(`./parts/${name}.part`), `no part ${name}`);
});

await proves('the examples of the README print what it says', [], () => {
  const examples = [...read('annal', 'README.md').matchAll(/```js\n([^]*?)```[^]*?\nprints\n\n```\n([^]*?)```/g)];
  holds(examples.length === 3, `${examples.length} examples`);
  for (const [, code, printed] of examples) {
    const output = ran('example.mjs', code);
    holds(output === printed, `printed ${output}`);
  }
});

/** What a program prints that runs in Node with both packages. */
function ran(name, code) {
  fs.writeFileSync(path.join(folder, name), code);
  return execFileSync('node', [name], { cwd: folder, encoding: 'utf8' });
}

await proves('wrong arguments are told in one line that says what is taken', [], () => {
  const rows = JSON.parse(ran('wrong.mjs', fs.readFileSync(path.join(here, 'wrong.mjs'), 'utf8')));
  holds(rows.length > 15, `${rows.length} rows`);
  for (const { call, told, expected } of rows) holds(told === expected, `${call}: ${told}`);
});

await proves('the module that draws is used in Node as the documentation says', [], () => {
  const [, code] = /```js\n(import \{ readFile \}[^]*?)```/.exec(fs.readFileSync(path.join(root, 'docs/web.md'), 'utf8'));
  const timeline = "import { Annal } from 'annal'; import { writeFileSync } from 'node:fs';\nwriteFileSync('timeline.json', (await (await Annal.load()).render('The mill burned on 3 May 2014.', { format: 'json' })).output);\n";
  ran('timeline.mjs', timeline);
  const svg = ran('draw.mjs', `${code}\nconsole.log(svg);`);
  holds(svg.startsWith('<svg ') && svg.includes('width="400"') && svg.includes('The mill burned'), svg.slice(0, 200));
});

await proves('their types fit a strict program', [], () => {
  const script = fs.readFileSync(path.join(here, 'typed.ts'), 'utf8');
  fs.writeFileSync(path.join(folder, 'typed.ts'), script);
  for (const module of ['nodenext', 'esnext']) {
    const { stdout, status } = spawnSync(path.join(root, 'web/node_modules/.bin/tsc'), ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable', '--module', module,
      '--moduleResolution', module === 'esnext' ? 'bundler' : module, 'typed.ts'], { cwd: folder, encoding: 'utf8' });
    holds(status === 0, stdout);
  }
});

/** Serves a folder as a strict site does. */
function serve(site) {
  const kinds = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
  const server = http.createServer((request, response) => {
    const file = path.join(site, decodeURIComponent(new URL(request.url, 'http://x').pathname).replace(/\/$/, '/index.html'));
    if (!file.startsWith(site) || !fs.existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': kinds[path.extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'; connect-src 'self'; worker-src 'self'; style-src 'unsafe-inline'" });
    fs.createReadStream(file).pipe(response);
  });
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const noLayout = "layout: 'circle' is no layout; known: rows, compact, lanes, vertical, story";
const expected = {
  english: ['3 May 2014', '5 May 2014'], fetchedFirst: 0, german: '2014-05-03', refused: noLayout,
  worker: ['3 May 2014', '5 May 2014'], workerGerman: '2014-05-03', workerRefused: noLayout, closed: 'the worker of annal is closed', drawn: 2,
};
const browser = await launch();
const main = fs.readFileSync(path.join(here, 'page.mjs'), 'utf8');
for (const [name, bundle] of Object.entries(bundlers)) {
  const page = await browser.newPage();
  await proves(`a page runs them with ${name}`, troublesOf(page, /^http:\/\/127\.0\.0\.1/), async () => {
    const site = project(name.replace(' ', '-'), { 'main.mjs': main });
    await bundle(site);
    const server = await serve(path.join(site, 'dist'));
    try {
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      await page.waitForFunction(() => window.found, undefined, { timeout: 60000 });
      const found = await page.evaluate(() => window.found);
      if (process.env.SHOT) await page.screenshot({ path: `${process.env.SHOT}-${name}.png` });
      for (const [key, value] of Object.entries(expected)) holds(JSON.stringify(found[key]) === JSON.stringify(value), `${key}: ${JSON.stringify(found[key])} ${found.error ?? ''}`);
    } finally {
      server.close();
      server.closeAllConnections();
    }
    fs.rmSync(site, { recursive: true });
  });
  await page.close();
}
await browser.close();
