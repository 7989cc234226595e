// The packages that web/pack makes, installed in empty folders as a project would.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const work = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-npm-'));
process.on('exit', () => fs.rmSync(work, { recursive: true, force: true }));

const packed = execFileSync(path.join(root, 'web/pack'), [work], { encoding: 'utf8' }).trim().split('\n').map(name => path.join(work, name));

/** An empty folder in which both packages are installed; `files` are its other files by name. */
export function project(name, files = {}) {
  const folder = path.join(work, name);
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--silent', ...packed], { cwd: folder });
  for (const [file, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, file), text);
  return folder;
}
