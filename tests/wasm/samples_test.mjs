// Every sample in every format that the module has, with and without a day of writing: the bytes of the program.
// Usage: samples_test.mjs ANNAL
import fs from 'node:fs';
import path from 'node:path';
import { difference, loaded, ofModule, ofProgram, report, root } from './compared.mjs';

const annal = await loaded();
const samples = path.join(root, 'data/samples');
const beyond = ['png', 'pdf', 'dot', 'graph-svg'];
const formats = ofProgram('x.txt', 'x', '-f', 'none').match(/available: ([^;]*)/)[1].split(', ').filter(name => !beyond.includes(name));
const days = [undefined, '2019-03-07T10:00'];

for (const format of formats) {
  const differences = [];
  for (const name of fs.readdirSync(samples)) {
    const bytes = fs.readFileSync(path.join(samples, name));
    for (const dct of days)
      differences.push(difference(`${name} ${dct ?? ''}`, ofProgram(name, bytes, '-f', format, ...dct ? ['--dct', dct] : []), await ofModule(annal, name, bytes, { format, dct })));
  }
  report(`${differences.length} samples are the same in ${format}`, differences);
}

const ferry = fs.readFileSync(path.join(samples, 'ferry-news.txt'));
const layouts = [];
for (const layout of ['rows', 'compact', 'lanes', 'vertical', 'story']) {
  const format = layout === 'story' ? 'html' : 'svg';
  layouts.push(difference(layout, ofProgram('ferry.txt', ferry, '-f', format, '--layout', layout), await ofModule(annal, 'ferry.txt', ferry, { format, layout })));
}
report('every layout is the same', layouts);

const refused = [];
for (const format of beyond) refused.push(/the program annal does/.test(await ofModule(annal, 'ferry.txt', ferry, { format })) ? '' : format);
report('formats that other programs draw are refused with a line', refused);
