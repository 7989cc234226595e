// Pieces of the samples, down to a few words, two of different languages in one, and mails: the module recognises languages by their signs
// alone, as the program does by all of their words. Usage: languages_test.mjs ANNAL
import fs from 'node:fs';
import path from 'node:path';
import { difference, loaded, ofModule, ofProgram, report, root } from './compared.mjs';

const samples = path.join(root, 'data/samples');
const texts = fs.readdirSync(samples).filter(name => name.endsWith('.txt')).map(name => fs.readFileSync(path.join(samples, name), 'utf8'));
const lines = texts.map(text => text.split('\n').filter(line => line.length > 20));
const words = (line, from, count) => line.split(' ').slice(from, from + count).join(' ');

const pieces = lines.flatMap((own, i) => {
  const other = lines[(i * 7 + 3) % lines.length];
  return [
    ...[1, 2, 3, 5, 9].map((count, at) => words(own[at % own.length], at * 2, count)),
    `${words(own[0], 0, 4)} ${words(other[0], 0, 4)}.`, `${own.at(-1)}\n\n${other.at(-1)}`, `${own[1]} «${words(other[1], 0, 12)}»`,
  ];
});
const heads = ['From: Ann\nSent: 3 May 2014', 'Von: Ann\nGesendet: 3. Mai 2014', 'De : Ann\nEnvoyé : 3 mai 2014', 'От: Анна\nОтправлено: 3 мая 2014', 'Am 3.5.2014 schrieb Ann:', 'El 3/5/2014, Ann escribió:'];
const mails = heads.map((head, i) => `From: b@example.org\nDate: Mon, 5 May 2014 10:00:00 +0000\nSubject: ${words(lines[i][0], 0, 3)}\n\n${lines[i][1]}\n\n${head}\n${lines[i + 1][1]}\n`);

const annal = await loaded();
for (const [what, all, name] of [['pieces of texts', pieces, 'a.txt'], ['mails that quote', mails, 'a.eml']]) {
  const differences = [];
  for (const text of all) differences.push(difference(JSON.stringify(text.slice(0, 60)), ofProgram(name, text, '-f', 'json'), await ofModule(annal, name, text, { format: 'json' })));
  report(`${all.length} ${what} are read the same`, differences);
}

// What is asked for, and what none needs.
const asked = [];
const counted = await loaded((part, fetched) => { asked.push(part); return fetched(part); });
for (const text of [texts.find(text => /\bthe\b/.test(text)), texts.find(text => /\bund\b/.test(text))]) {
  await ofModule(counted, 'a.txt', text, { format: 'json' });
  await ofModule(counted, 'a.txt', text, { format: 'html' });
}
report('English asks for no part, a page for what draws it, German for its own', [asked.join() === 'draw,de' ? '' : asked.join()]);
const stated = 'The old mill burned on 3 May 2014.';
report('a language that is stated is used', [difference('de', ofProgram('a.txt', stated, '-f', 'json', '--lang', 'de'), await ofModule(counted, 'a.txt', stated, { format: 'json', lang: 'de' }))]);
