// Draws the sample articles and the texts of this folder in every layout and checks each picture; one line a fault, exit 1 on any.
// Usage: node run.mjs PROGRAM [--all] [--keep FOLDER] [NAME…]
// Without --all: every other text, at 420 and 1200 px. NAME: only files whose name holds it. --keep: the pictures stay in FOLDER.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { momentsOf } from './moments.mjs';
import { lineOf, openReader } from './reader.mjs';

const run = promisify(execFile);
const here = path.dirname(fileURLToPath(import.meta.url));
const words = process.argv.slice(2);
const option = (name, count) => { const at = words.indexOf(name); return at < 0 ? null : words.splice(at, count); };
const all = option('--all', 1) !== null, keep = option('--keep', 2)?.[1];
const [program, ...names] = words;
const folder = keep ?? fs.mkdtempSync(path.join(os.tmpdir(), 'annal-check-'));
fs.mkdirSync(folder, { recursive: true });

/// A table of `count` events in one year, uneven as news are, the same at each run.
function crowd(count) {
  let state = 7;
  const random = (n) => (state = (state * 1103515245 + 12345) % 2147483648) % n;
  const rows = Array.from({ length: count }, (_, i) => {
    const month = random(3) ? 9 : 1 + random(12), day = 1 + random(28);
    return { at: month * 100 + day, row: `2018-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')},Entry ${i + 1} of the log ${['is read', 'is signed by two members', 'names the harbour and its boats'][i % 3]}` };
  });
  return ['date,title', ...rows.sort((a, b) => a.at - b.at).map((r) => r.row)].join('\n') + '\n';
}

function sources() {
  const files = [['../../data/samples', /\.txt$/], ['texts', /\.(csv|json|txt)$/]].flatMap(([where, kind]) =>
    fs.readdirSync(path.join(here, where)).filter((f) => kind.test(f)).sort().map((f) => path.join(here, where, f)));
  for (const count of [60, 200]) {
    const file = path.join(folder, `crowd-${count}.csv`);
    fs.writeFileSync(file, crowd(count));
    files.push(file);
  }
  return names.length ? files.filter((f) => names.some((n) => path.basename(f).includes(n))) : all ? files : files.filter((_, i) => i % 2);
}

const reader = await openReader();
const counts = new Map();
let pictures = 0;
for (const source of sources()) {
  const name = path.basename(source).replace(/\.\w+$/, ''), json = path.join(folder, `${name}.timeline.json`);
  await run(program, ['build', source, '--no-edits', '-o', json]);
  const moments = momentsOf(JSON.parse(fs.readFileSync(json, 'utf8')));
  for (const layout of ['rows', 'compact', 'lanes', 'vertical'])
    for (const width of all || names.length ? [320, 420, 1200] : [420, 1200]) {
      const file = path.join(folder, `${name}-${layout}-${width}.svg`);
      await run(program, ['build', json, '--layout', layout, '--width', String(width), '-o', file]);
      const { faults, measures } = await reader.read(file, moments, layout);
      if (measures.width !== width) faults.push({ kind: 'size', place: 'at 0,0', words: `${measures.width} px wide, ${width} asked for` });
      for (const fault of faults) counts.set(fault.kind, (counts.get(fault.kind) ?? 0) + 1);
      for (const { kind, place, words: what } of faults) console.log(`${path.basename(file)}: ${kind} ${place}: ${what}`);
      if (all || names.length) console.log(`${path.basename(file)}: ${lineOf(measures)}`);
      ++pictures;
    }
}
await reader.close();
if (!keep) fs.rmSync(folder, { recursive: true, force: true });
const sum = [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ');
console.log(counts.size ? `FAILED: faults in ${pictures} pictures, light and dark: ${sum}` : `ok: ${pictures} pictures, light and dark, without a fault`);
process.exit(counts.size ? 1 : 0);
