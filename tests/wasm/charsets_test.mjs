// A page in each character set of data/html/charsets.txt, with every byte and every pair of bytes: the text of the program.
// Usage: charsets_test.mjs ANNAL
import fs from 'node:fs';
import path from 'node:path';
import { difference, loaded, ofModule, ofProgram, report, root } from './compared.mjs';

const annal = await loaded();
const labels = fs.readFileSync(path.join(root, 'data/html/charsets.txt'), 'utf8').split('\n').filter(line => line && !line.startsWith('#')).map(line => line.split(' ')[1]);
const lines = sequences => Buffer.concat(sequences.flatMap(bytes => [Buffer.from(bytes), Buffer.from(' ')]));
const range = (from, to) => Array.from({ length: to - from }, (_, i) => from + i);
const singles = lines(range(0x80, 0x100).map(byte => [byte]));
const pairs = lines(range(0x80, 0xff).flatMap(lead => range(0x40, 0xff).filter(trail => (lead + trail) % 7 < 2 && trail !== 0x7f).map(trail => [lead, trail])));
const long = lines([...range(0xa1, 0xf0).map(trail => [0x8f, 0xb0, trail]), ...range(0x30, 0x3a).flatMap(digit => [[0x81, digit, 0x84, 0x31], [0x84, 0x31, 0xa4, digit], [0x95, digit, 0x82, 0x36]])]);
const shifts = Buffer.from('\x1b$B%U%j!<\x1b(B mill \x1b$@8e;V\x1b(J a\\b~c \x1b(B end \x1b.A x \x1b$');

function pageOf(label) {
  const body = Buffer.concat([singles, Buffer.from('<p>The mill burned on 3 May 2014.</p>'), pairs, long, shifts]);
  const page = Buffer.concat([Buffer.from(`<!doctype html><html><head><meta charset="${label}"><title>t</title></head><body><article><p>The mill reopened on 4 May 2014.</p><p>`), body, Buffer.from('</p></article></body></html>')]);
  if (!label.startsWith('u') || label.includes('8')) return page;
  const wide = Buffer.from(`\ufeff<html><body><p>The café burned on 3 May 2014. \u{1f600} \ud800 x \udc00</p></body></html>`, 'utf16le');
  return label === 'utf-16be' || label === 'unicodefffe' ? wide.swap16() : wide;
}

const differences = [];
for (const label of labels) {
  const page = pageOf(label);
  differences.push(difference(label, ofProgram('page.html', page, '-f', 'json', '--all'), await ofModule(annal, 'page.html', page, { format: 'json', all: true })));
}
report(`pages in ${labels.length} character sets are the same`, differences);
