// What the package annal tells of wrong arguments in Node, and what it takes: prints [{ call, told, expected }] in JSON.
import { Annal, AnnalError } from 'annal';
import { AnnalWorker } from 'annal/worker';

const mill = 'The mill burned on 3 May 2014.', bytes = new TextEncoder().encode(mill);
const annal = await Annal.load();
const taken = 'a text is a string, an ArrayBuffer or a typed array, several are a list of { text, name, dct }; this is';
const nested = {};
nested.title = nested;

/** The line of an error, "AnnalError: " in front of those of the module; or how many events there are. */
const told = call => call().then(timeline => timeline.events?.length ?? timeline.length,
  error => (error instanceof AnnalError ? 'AnnalError: ' : error instanceof TypeError ? 'TypeError: ' : '') + error.message);

const rows = [
  [() => annal.timeline(), `TypeError: ${taken} undefined`],
  [() => annal.timeline(null), `TypeError: ${taken} null`],
  [() => annal.timeline(5), `TypeError: ${taken} a value of Number`],
  [() => annal.timeline({ text: mill }), `TypeError: ${taken} a value of Object`],
  [() => annal.timeline(new Blob([mill])), `TypeError: ${taken} a value of Blob`],
  [() => annal.timeline([mill]), 'TypeError: documents[0] is a value of String; write { text, name, dct }'],
  [() => annal.timeline([{ text: mill }, {}]), 'TypeError: documents[1].text is a string, an ArrayBuffer or a typed array, not undefined'],
  [() => annal.timeline(mill, null), "TypeError: options are an object, such as { dct: '2016-11-14' }; this is null"],
  [() => annal.timeline(mill, { format: 'svg' }), "TypeError: the option 'format' is for render; leave it out"],
  [() => annal.dates(mill, { format: 'text' }), "TypeError: the option 'format' is for render; leave it out"],
  [() => annal.timeline(mill, nested), /^TypeError: an option holds what JSON cannot: .*circular.*$/],
  [() => annal.timeline([]), 'AnnalError: documents: there must be one at least'],
  [() => annal.timeline(''), /^AnnalError: .*empty/],
  [() => annal.timeline(mill, { dct: '14 November 2016' }), "AnnalError: dct: '14 November 2016' is no date of the form 2016-11-14 or 2016-11-14T06:30"],
  [() => annal.timeline([{ text: mill, dct: 'soon' }]), "AnnalError: documents[0].dct: 'soon' is no date of the form 2016-11-14 or 2016-11-14T06:30"],
  [() => annal.timeline(mill, { titel: 'x' }), /^AnnalError: there is no 'titel'; known: name, title, url, .*; did you mean 'title'\?$/],
  [() => annal.render(mill, { format: 'png' }), /^AnnalError: .* writes no PNG; the program annal does$/],
  [() => AnnalWorker.load(), 'there are no web workers here; AnnalWorker is for browsers, Annal has the same methods in Node'],
  [() => annal.timeline(bytes), 1],
  [() => annal.timeline(bytes.buffer), 1],
  [() => annal.timeline(new DataView(bytes.buffer)), 1],
  [() => annal.timeline([{ text: bytes.buffer, name: 'a.txt' }]), 1],
  [() => annal.timeline(Buffer.from(mill), { dct: undefined }), 1],
  [() => annal.dates(bytes.buffer), 1],
];

const found = [];
for (const [call, expected] of rows) {
  const line = await told(call);
  found.push({ call: String(call), told: line, expected: expected instanceof RegExp && expected.test(line) ? line : expected instanceof RegExp ? String(expected) : expected });
}
console.log(JSON.stringify(found));
