// Engines with and without relaxed instructions: the bytes of the program. tests/wasm/run turns them on where an old Node has them off.
// Usage: kernel_test.mjs ANNAL
import fs from 'node:fs';
import path from 'node:path';
import { difference, loaded, ofModule, ofProgram, report, root } from './compared.mjs';

const samples = path.join(root, 'data/samples'), { validate } = WebAssembly;

for (const mayRelax of [false, true]) {
  let relaxes = false;
  WebAssembly.validate = bytes => relaxes = mayRelax && validate(bytes);
  const annal = await loaded();
  const differences = [];
  for (const name of fs.readdirSync(samples).filter(name => name.endsWith('.txt'))) {
    const bytes = fs.readFileSync(path.join(samples, name));
    differences.push(difference(name, ofProgram(name, bytes, '-f', 'json'), await ofModule(annal, name, bytes, { format: 'json' })));
  }
  if (mayRelax && !relaxes) console.log('skipped: this Node has no relaxed instructions');
  else report(`${differences.length} samples are the same ${relaxes ? 'with' : 'without'} relaxed instructions`, differences);
}
