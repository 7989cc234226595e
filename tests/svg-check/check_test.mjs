// The checker finds each fault of faulty.svg, once for each place, and nothing else.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openReader } from './reader.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const expected = [
  'clipped “title that meets the grid and the edge ', 'line a line (g0) runs through “title that meets', 'contrast light: 1.80:1 of “pale title', 'contrast light: 1.11:1 of the mark of c', 'small “small title',
  'overlap “one title” and “another', 'covered 58 % of “one title', 'covered 92 % of “another', 'mark the mark of d', 'cut a line (te) runs through “struck”', 'cut a cut is drawn in 4 pieces', 'leader two leaders cross',
  'legend “expected”', 'close 2 marks', 'width cuts and the background'];
const reader = await openReader();
const { faults, measures } = await reader.read(path.join(here, 'faulty.svg'));
await reader.close();
const left = faults.map(({ kind, words }) => `${kind} ${words}`);
const missing = expected.filter((start) => {
  const at = left.findIndex((fault) => fault.startsWith(start));
  if (at >= 0) left.splice(at, 1);
  return at < 0;
});
for (const start of missing) console.log(`FAILED: not found: ${start}…`);
for (const fault of left) console.log(`FAILED: not a fault: ${fault}`);
if (measures.titles !== 6) console.log(`FAILED: ${measures.titles} titles`);
const failed = missing.length || left.length || measures.titles !== 6;
if (!failed) console.log(`ok: each of the ${expected.length} faults of a faulty picture is found`);
process.exit(failed ? 1 : 0);
