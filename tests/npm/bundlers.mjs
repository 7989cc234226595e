// Ways to get a page with main.mjs of a project into FOLDER/dist: each bundles it, and copies beside it what it leaves.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';
import { required } from '../web/browser.mjs';

const load = name => import(required.resolve(name));

/** The page of a script, for those that write no page. */
function writePage(folder, script, head = '') {
  fs.writeFileSync(path.join(folder, 'dist/index.html'), pageOf(script, head));
}

export function pageOf(script, head = '') {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Both packages</title>${head}<body><pre id="text"></pre><annal-timeline></annal-timeline><script type="module" src="${script}"></script></body></html>`;
}

export const bundlers = {
  async vite(folder) {
    const { build } = await import(path.join(path.dirname(required.resolve('vite/package.json')), 'dist/node/index.js'));
    fs.writeFileSync(path.join(folder, 'index.html'), pageOf('/main.mjs'));
    await build({ root: folder, logLevel: 'error', build: { target: 'es2022', reportCompressedSize: false } });
  },

  webpack: folder => new Promise((resolve, reject) => {
    const settings = { context: folder, entry: './main.mjs', mode: 'production', devtool: false, performance: false, output: { path: path.join(folder, 'dist') } };
    required('webpack')(settings, (error, stats) => {
      if (error || stats.hasErrors() || stats.hasWarnings()) return reject(error ?? new Error(stats.toString('errors-warnings')));
      writePage(folder, 'main.js');
      resolve();
    });
  }),

  async rollup(folder) {
    const { rollup } = await load('rollup');
    const { nodeResolve } = await load('@rollup/plugin-node-resolve');
    const { importMetaAssets } = await load('@web/rollup-plugin-import-meta-assets');
    const bundle = await rollup({ input: path.join(folder, 'main.mjs'), plugins: [nodeResolve({ browser: true }), importMetaAssets()], onwarn(warning) { throw new Error(warning.message); } });
    await bundle.write({ dir: path.join(folder, 'dist'), format: 'es' });
    writePage(folder, 'main.js');
  },

  async esbuild(folder) {
    execFileSync(path.join(root, 'web/node_modules/.bin/esbuild'), ['main.mjs', '--bundle', '--format=esm', '--target=es2022', '--outdir=dist', '--log-level=warning'], { cwd: folder });
    for (const [name, file] of [['annal', 'annal.wasm'], ['annal', 'parts'], ['annal', 'worker.js'], ['annal-timeline', 'draw.wasm.gz']])
      fs.cpSync(path.join(folder, 'node_modules', name, file), path.join(folder, 'dist', file), { recursive: true });
    writePage(folder, 'main.js');
  },

  async 'no bundler'(folder) {
    fs.mkdirSync(path.join(folder, 'dist'));
    fs.cpSync(path.join(folder, 'node_modules'), path.join(folder, 'dist/node_modules'), { recursive: true });
    fs.cpSync(path.join(folder, 'main.mjs'), path.join(folder, 'dist', 'main.mjs'));
    const imports = { annal: './node_modules/annal/annal.js', 'annal/worker': './node_modules/annal/annal_worker.js', 'annal-timeline': './node_modules/annal-timeline/annal-timeline.js' };
    writePage(folder, 'main.mjs', `<script type="importmap">${JSON.stringify({ imports })}</script>`);
  },
};
