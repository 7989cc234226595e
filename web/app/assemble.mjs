// Fills a folder with the page: scripts by esbuild, the module and its parts, each beside itself as .br and .gz, and the service
// worker with the hash of every file. Usage: assemble.mjs [--quick] FOLDER; web/app/build calls it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url)), root = path.join(here, '../..'), made = path.join(root, 'build/wasm/dist');
const quick = process.argv.includes('--quick'), out = path.resolve(process.argv.at(-1));
const at = name => path.join(out, name);
const scripts = ['page.js', 'edit.js'].map(name => fs.readFileSync(path.join(root, 'web/dist', name)));
const hash = (bytes, encoding) => createHash('sha256').update(bytes).digest(encoding);

/** Copies the module and its parts. Returns the size and hash of each. */
function copyFiles() {
  fs.rmSync(at('parts'), { recursive: true, force: true });
  fs.mkdirSync(at('parts'), { recursive: true });
  const parts = fs.readdirSync(path.join(made, 'parts')).map(name => `parts/${name}`);
  return Object.fromEntries(['annal.wasm', ...parts.sort()].map(name => {
    const bytes = fs.readFileSync(path.join(made, name));
    fs.writeFileSync(at(name), bytes);
    return [name, { size: bytes.length, sha256: hash(bytes, 'hex') }];
  }));
}

function bundle(names, define) {
  return build({
    entryPoints: names.map(name => path.join(here, name)), outdir: out, bundle: true, minify: true, charset: 'utf8', target: 'es2022', format: 'esm',
    external: ['./pdf.js'], loader: { '.txt': 'text' }, logLevel: 'warning',
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
  });
}

/**
 * The policy of the page. The frame has that of its own page besides, and may do only what both allow: so this one names the hashes of the
 * scripts of such pages. Their styles hold the colours of their owners; theirs names each by its hash.
 */
function policy() {
  const hashes = scripts.map(script => `'sha256-${hash(script, 'base64')}'`);
  return [
    "default-src 'none'", `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(' ')}`, "style-src 'self' 'unsafe-inline'", "img-src 'self' data:",
    "connect-src 'self'", "worker-src 'self'", 'frame-src blob:', "base-uri 'none'", "form-action 'none'",
  ].join('; ');
}

/** Writes NAME.br and NAME.gz for servers that send files as they are packed beforehand. */
async function pack(name) {
  const bytes = fs.readFileSync(at(name)), { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
  const params = { [BROTLI_PARAM_QUALITY]: quick ? 5 : 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  fs.writeFileSync(at(`${name}.br`), await promisify(zlib.brotliCompress)(bytes, { params }));
  fs.writeFileSync(at(`${name}.gz`), await promisify(zlib.gzip)(bytes, { level: quick ? 1 : 9 }));
}

/** Of annal, of the libraries and data in the module, of pdf.js, and the origin of all data. */
function licences() {
  const notices = execFileSync('node', [path.join(root, 'web/notices.mjs'), 'annal'], { encoding: 'utf8' });
  const [own, pdf, sources] = ['LICENSE', 'web/node_modules/pdfjs-dist/LICENSE', 'data/SOURCES.md'].map(name => fs.readFileSync(path.join(root, name), 'utf8'));
  return [own, notices, pdf, sources].join(`\n${'='.repeat(72)}\n\n`);
}

/** The module holds the scripts of pages; of others, the policy would not have the hashes. */
function checkScripts() {
  const module = fs.readFileSync(path.join(made, 'annal.wasm'));
  if (scripts.every(script => module.includes(script))) return;
  console.error('web/app/build: build/wasm/dist/annal.wasm is older than web/dist; run wasm/build annal');
  process.exit(2);
}

checkScripts();
const files = copyFiles();
const sizeOf = name => fs.statSync(at(name)).size, readers = ['pdf.js', 'pdf.worker.js'];
await bundle(['pdf.ts'], {});
fs.copyFileSync(fileURLToPath(import.meta.resolve('pdfjs-dist/build/pdf.worker.min.mjs')), at('pdf.worker.js'));
await bundle(['app.ts', 'worker.ts', 'app.css'], { ANNAL_FILES: files, ANNAL_LATER: Object.fromEntries(readers.map(name => [name, sizeOf(name)])) });
fs.writeFileSync(at('index.html'), fs.readFileSync(path.join(here, 'index.html'), 'utf8').replace('POLICY', policy()));
fs.copyFileSync(path.join(here, 'icon.svg'), at('icon.svg'));
fs.writeFileSync(at('licences.txt'), licences());
const hashes = names => Object.fromEntries(names.map(name => [name, hash(fs.readFileSync(at(name || 'index.html')), 'base64')]));
const shell = hashes(['', 'app.css', 'app.js', 'icon.svg', 'worker.js']), later = hashes(readers);
const version = hash(JSON.stringify([shell, later, files]), 'hex').slice(0, 16);
await bundle(['sw.ts'], { ANNAL_FILES: files, ANNAL_SHELL: { version, files: shell, later } });
const own = ['index.html', 'app.css', 'app.js', 'worker.js', 'sw.js', 'icon.svg'];
await Promise.all([...own, ...Object.keys(files), ...Object.keys(later)].map(pack));
const first = ['annal.wasm', ...own].reduce((sum, name) => sum + sizeOf(`${name}.br`), 0);
console.log(`${out}: ${(first / 1e6).toFixed(2)} MB over the wire with English (brotli), of them ${(sizeOf('annal.wasm.br') / 1e6).toFixed(2)} MB annal.wasm`);
