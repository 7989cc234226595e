// Input that strains the module: the program's answer, or one line, and the next question is answered as ever. Usage: hostile_test.mjs ANNAL
import { difference, loaded, ofModule, ofProgram, report } from './compared.mjs';

const annal = await loaded();
const story = 'The old mill burned on 3 May 2014. Two days later the council closed the bridge.';
const nested = (open, close, count) => open.repeat(count) + story + close.repeat(count);
const files = {
  'nothing.txt': '', 'space.txt': ' \n \n', 'nul.txt': 'The mill\0 burned on 3 May 2014.', 'invalid.txt': Buffer.from([0x54, 0x68, 0xff, 0xfe]),
  'deep.html': nested('<div>', '</div>', 50000), 'deep-lists.html': nested('<ul><li>', '</li></ul>', 20000), 'deep-spans.html': `<p>${nested('<b><i>', '</i></b>', 20000)}</p>`,
  'deep-table.html': nested('<table><tr><td>', '</td></tr></table>', 8000), 'tags.html': '<'.repeat(200000) + story, 'attributes.html': `<p ${'a '.repeat(50000)}>${story}</p>`,
  'deep.json': nested('[', ']', 200000), 'objects.json': `${'{"events":'.repeat(100000)}1`, 'numbers.json': `{"events":[${'1e999,'.repeat(1000)}1]}`,
  'deep.md': nested('> ', '', 20000), 'lists.md': `${'- '.repeat(20000)}${story}`, 'brackets.md': `${'['.repeat(50000)}${story}`,
  'deep.tml': `<?xml version="1.0"?><TimeML>${nested('<TEXT>', '</TEXT>', 30000)}</TimeML>`, 'entities.tml': '<?xml version="1.0"?><!DOCTYPE TimeML [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><TimeML><TEXT>&b;</TEXT></TimeML>',
  'quotes.eml': `From: a@example.org\nDate: Mon, 5 May 2014 10:00:00 +0000\nSubject: mill\n\n${'>'.repeat(20000)} ${story}\n`,
  'one-word.txt': 'a'.repeat(300000), 'commas.txt': `${'on 3 May 2014, '.repeat(400)}it burned.`, 'brackets.txt': `${'('.repeat(20000)}${story}`, 'digits.txt': '1'.repeat(100000),
  'far.txt': 'It was built 999999999999999999999 years ago, in 99999 BC, and on 31 February 2014 it burned.', 'marks.txt': `e${'\u0301'.repeat(20000)} burned on 3 May 2014.`,
};

const differences = [];
for (const [name, bytes] of Object.entries(files))
  differences.push(difference(name, ofProgram(name, bytes, '-f', 'json'), await ofModule(annal, name, bytes, { format: 'json' })));
report(`${differences.length} hostile inputs are answered the same`, differences);

// A trap ends the instance; a part of chance makes one.
const german = 'Die Mühle brannte am 3. Mai 2014. Zwei Tage später schloss der Rat die Brücke.';
const mark = Buffer.from('annal-part/1\n\0\0\0\x03\0\0\0\x00\x01\0\0\x00\x01\0\0\x00\x01\0\0'.padEnd(64, '\0'), 'latin1');
const damaged = await loaded(async () => new Uint8Array(Buffer.concat([mark, Buffer.alloc(768, 0xa7)])));
const trapped = await ofModule(damaged, 'b.txt', german, {});
report('a trap is a line', [/^the text is too large or too deep for WebAssembly \([^\n]*\)$/.test(trapped) ? '' : trapped.slice(0, 200)]);
report('and the next question is answered as ever', [difference('a.txt', ofProgram('a.txt', story, '-f', 'json'), await ofModule(damaged, 'a.txt', story, { format: 'json' }))]);

let broken = true;
const mended = await loaded(async (tag, fetched) => broken ? new TextEncoder().encode('<!doctype html><title>Not found</title>') : fetched(tag));
const refused = await ofModule(mended, 'b.txt', german, {});
broken = false;
report('parts that are none are refused, and may be fetched again', [/de\.part is no part of annal/.test(refused) ? '' : refused.slice(0, 200),
  difference('b.txt', ofProgram('b.txt', german, '-f', 'json'), await ofModule(mended, 'b.txt', german, { format: 'json' }))]);
