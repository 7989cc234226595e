// A module of web/*.ts for Node, as esbuild bundles it.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const web = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../web');

export async function bundled(name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-bundle-'));
  const file = path.join(folder, `${path.basename(name)}.mjs`);
  execFileSync(path.join(web, 'node_modules/.bin/esbuild'), [path.join(web, `${name}.ts`), '--bundle', '--format=esm', `--outfile=${file}`, '--log-level=warning']);
  const module = await import(pathToFileURL(file).href);
  fs.rmSync(folder, { recursive: true, force: true });
  return module;
}
