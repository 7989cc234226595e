// Reads articles (parted by NUL) with one program from npm for some seconds of CPU time, after it is loaded and warm, and prints what it
// read as one line of JSON. Usage: peers.mjs NAME ARTICLES SECONDS
import fs from 'node:fs';

const day = new Date('2016-11-14T12:00:00Z');
const readers = {
  'chrono-node': async () => {
    const chrono = await import('chrono-node');
    return text => chrono.parse(text, day).length;
  },
  'compromise-dates': async () => {
    const nlp = (await import('compromise')).default;
    nlp.extend((await import('compromise-dates')).default);
    return text => nlp(text).dates({ today: '2016-11-14' }).get().length;
  },
  'Recognizers-Text': async () => {
    const recognizers = (await import('@microsoft/recognizers-text-date-time')).default;
    const model = new recognizers.DateTimeRecognizer('en-us').getDateTimeModel();
    return text => model.parse(text, day).length;
  },
  'wink-nlp, sentences and tags': async () => tagger(['sbd', 'pos']),
  'wink-nlp, sentences, tags and names': async () => tagger(['sbd', 'pos', 'ner']),
};

/** Reads a text by wink-nlp's `stages` and asks for the tag of each word; finds words. */
async function tagger(stages) {
  const nlp = (await import('wink-nlp')).default((await import('wink-eng-lite-web-model')).default, stages);
  return text => nlp.readDoc(text).tokens().out(nlp.its.pos).length;
}

const packages = { 'Recognizers-Text': '@microsoft/recognizers-text-date-time' };

const [name, file, seconds] = process.argv.slice(2);
const articles = fs.readFileSync(file, 'utf8').split('\0').filter(text => text);
const read = await readers[name]();
read(articles[0]);
read(articles[1]);

let bytes = 0, found = 0, count = 0;
const begin = process.cpuUsage();
const used = () => { const now = process.cpuUsage(begin); return (now.user + now.system) / 1e6; };
do {
  const text = articles[count % articles.length];
  found += read(text);
  bytes += Buffer.byteLength(text);
  count++;
} while (used() < seconds);
const [, program, what] = name.match(/([^,]*)(.*)/), home = new URL(`node_modules/${packages[program] ?? program}/package.json`, import.meta.url);
console.log(JSON.stringify({ name: `${program} ${JSON.parse(fs.readFileSync(home)).version}${what}`, bytes, seconds: used(), articles: count, found }));
