// The module and the program, asked the same. Each file is asked about in a folder of its own, so that both know it by one name.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundled, web } from '../web/bundled.mjs';

export const root = path.join(web, '..');
export const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-wasm-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));

const program = path.resolve(process.argv[2]);
const built = path.join(root, 'build/wasm/dist');
const { Annal } = await bundled('module/annal');

const fetched = async name => new Uint8Array(fs.readFileSync(path.join(built, `parts/${name}.part`)));

/** The module; `parts` may answer for parts in place of `fetched`, which it is given. */
export async function loaded(parts = fetched) {
  const module = await WebAssembly.compile(fs.readFileSync(path.join(built, 'annal.wasm')));
  return Annal.load({ module, parts: name => parts(name, fetched) });
}

/** What the program writes for a file: its output, or the line that says what is wrong. */
export function ofProgram(name, bytes, ...options) {
  fs.writeFileSync(path.join(folder, name), bytes);
  const { stdout, stderr, status } = spawnSync(program, ['build', name, ...options], { cwd: folder, maxBuffer: 1 << 28 });
  return status > 1 ? stderr.toString().replace(/^annal: /, '').trimEnd() : stdout.toString();
}

/** The same of the module. */
export async function ofModule(annal, name, bytes, options) {
  try {
    return (await annal.render(new Uint8Array(Buffer.from(bytes)), { name, ...options })).output;
  } catch (error) {
    return error.message;
  }
}

/** Where two texts part, for a report; empty where they do not. */
export function difference(what, program, module) {
  if (program === module) return '';
  let at = 0;
  while (program[at] === module[at]) ++at;
  const part = text => JSON.stringify(text.slice(Math.max(0, at - 40), at + 80));
  return `${what}: the program has ${part(program)}, the module ${part(module)}`;
}

/** Says whether nothing differs; else the process ends with 1. */
export function report(sentence, differences) {
  const found = differences.filter(Boolean);
  if (found.length > 0) process.exitCode = 1;
  console.log(found.length > 0 ? `FAILED: ${sentence}: ${found.length}: ${found.slice(0, 3).join('; ')}` : `ok: ${sentence}`);
}
