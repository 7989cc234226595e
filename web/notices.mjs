// Prints the licences of all whose code or data is in a package: notices.mjs PACKAGE, "annal" or "annal-timeline".
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const read = file => fs.readFileSync(path.join(root, file), 'utf8');
const bar = '='.repeat(72);

/** Names of the parts of NOTICES that a package has. */
const drawing = ['RapidJSON', 'msinttypes', 'date', 'expected', 'musl', 'cloudlibc'];
const packages = {
  'annal-timeline': { module: 'draw.wasm.gz', parts: drawing, data: [] },
  annal: {
    module: 'annal.wasm', parts: [...drawing, 'toml++', 'Boost', 'Expat', 'MD4C', 'fflate', 'CLiPS Pattern'],
    data: [['Unicode CLDR, names and numbers of languages', 'data/lang/generate/UNICODE-LICENCE'], ['WordNet, classes of nouns and verbs', 'data/models/WORDNET-LICENCE']],
  },
};

const name = process.argv[2], { module, parts, data } = packages[name];
const known = ['NOTICES', 'web/NOTICES'].flatMap(file => read(file).split(`${bar}\n`).slice(1))
  .reduce((all, text, i, texts) => i % 2 ? [...all, { title: texts[i - 1].trim(), text: text.trim() }] : all, []);
console.log(`Libraries and data that are part of ${name}, with their licences. The licence of annal itself is in the file LICENSE.
The module ${module} also holds compiled parts of LLVM's libc++ and compiler-rt (Apache License 2.0 with LLVM
exceptions) and of wasi-libc (CC0 1.0, public domain, and the two licences below).`);
const print = (title, text) => console.log(`\n${bar}\n${title}\n${bar}\n\n${text}`);
for (const part of parts) {
  const found = known.find(({ title }) => new RegExp(`^${part.replaceAll('+', '\\+')}[:, ]`).test(title));
  if (!found) throw new Error(`NOTICES has no part ${part}`);
  print(found.title, found.text);
}
for (const [title, file] of data) print(title, read(file).trim());
