// Makes dist/words/<tag>.json, the words of the page's script in each language, of data/lang/<tag>/page.txt and of the texts of
// labels.txt that the page says too. Every language must have the keys of English, and no other. Usage: node words.mjs
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url)), languages = path.join(here, '../data/lang'), out = path.join(here, 'dist/words');
const shared = /^(column-|date-(certain|less-certain|doubtful)$|(fact|reported|alleged|expected|denied|conditional|no-date|all-events|table-of-events|in-order|the-article|picture|page)$)/;

/** The lines `key = text` of a file whose key `wanted` matches. */
function read(file, wanted) {
  const words = {};
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const [, key, text] = /^([a-z-]+) = (.+)$/.exec(line) ?? [];
    if (!key) { if (line && !line.startsWith('#') && wanted.test('')) throw new Error(`${file}: expected 'key = text': ${line}`); continue; }
    if (words[key]) throw new Error(`${file}: '${key}' is given twice`);
    if (wanted.test(key)) words[key] = text;
  }
  return words;
}

const tags = fs.readdirSync(languages).filter(tag => fs.existsSync(path.join(languages, tag, 'page.txt'))).sort();
const all = new Map(tags.map(tag => [tag, { ...read(path.join(languages, tag, 'page.txt'), /^/), ...read(path.join(languages, tag, 'labels.txt'), shared) }]));
const keys = Object.keys(all.get('en'));
fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });
for (const [tag, words] of all) {
  const missing = keys.filter(key => !words[key]), unknown = Object.keys(words).filter(key => !keys.includes(key));
  if (missing.length || unknown.length) throw new Error(`${tag}: missing: ${missing.join(', ') || 'none'}; unknown: ${unknown.join(', ') || 'none'}`);
  fs.writeFileSync(path.join(out, `${tag}.json`), `{${keys.map(key => `${JSON.stringify(key)}:${JSON.stringify(words[key])}`).join(',\n')}}\n`);
}
