// What is wrong with finished pictures, one line a fault, with the file and the place; exit 1 on any.
// Usage: node check.mjs [--json TIMELINE.json] FILE.svg…
// --json is the timeline that the files draw: moments are then told apart by it, else by their date words.
import fs from 'node:fs';
import path from 'node:path';
import { momentsOf } from './moments.mjs';
import { lineOf, openReader } from './reader.mjs';

const files = process.argv.slice(2);
const moments = files[0] === '--json' ? momentsOf(JSON.parse(fs.readFileSync(files.splice(0, 2)[1], 'utf8'))) : undefined;
if (!files.length) {
  console.error('usage: check.mjs [--json TIMELINE.json] FILE.svg…');
  process.exit(2);
}
const reader = await openReader();
let failed = 0;
for (const file of files) {
  const { faults, measures } = await reader.read(path.resolve(file), moments);
  for (const { kind, place, words } of faults) console.log(`${file}: ${kind} ${place}: ${words}`);
  console.log(`${file}: ${lineOf(measures)}; ${faults.length} faults`);
  failed ||= faults.length ? 1 : 0;
}
await reader.close();
process.exit(failed);
