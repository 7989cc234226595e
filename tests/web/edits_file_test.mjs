// What the editor writes into an edits file that is there already: comments, order and all it does not change stay.
// Usage: edits_file_test.mjs
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-toml-'));
const web = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../web');
const bundled = async name => {
  execFileSync(path.join(web, 'node_modules/.bin/esbuild'), [path.join(web, `${name}.ts`), '--bundle', '--format=esm', `--outfile=${folder}/${name}.mjs`, '--log-level=warning']);
  return import(pathToFileURL(path.join(folder, `${name}.mjs`)).href);
};
const { withChanges } = await bundled('edits_file');
const { stateOf } = await bundled('edit_state');

const quote = id => ({ e1: { words: 'was built' }, e2: { words: 'said', occurrence: 2 }, e3: { words: 'a "rig"' }, e4: { words: 'the rig sank', head: 'sank', sentence: 'Then the rig sank.' } })[id] ?? { words: id };
const event = (id, fields) => ({ kind: 'event', id, fields });
const table = [
  ['a key that is there is replaced, its comment stays', '# mine\n[[event]]\nwords = "was built"  # once\ntitle = "A"  # short\nlane = "B"\n', [event('e1', { title: 'C' })],
    '# mine\n[[event]]\nwords = "was built"  # once\ntitle = "C"  # short\nlane = "B"\n'],
  ['a key that is not there goes on with the block', '[[event]]\nwords = "was built"\n\n# next\n[[add]]\ntitle = "X"\n', [event('e1', { date: '2016' })],
    '[[event]]\nwords = "was built"\ndate = "2016"\n\n# next\n[[add]]\ntitle = "X"\n'],
  ['of hide, show and pin one is left', '[[event]]\nwords = "said"\noccurrence = 2\nhide = true\n', [event('e2', { show: 'pin' })],
    '[[event]]\nwords = "said"\noccurrence = 2\npin = true\n'],
  ['another occurrence is another event', '[[event]]\nwords = "said"\nhide = true\n', [event('e2', { title: 'T' })],
    '[[event]]\nwords = "said"\nhide = true\n\n[[event]]\nwords = "said"\noccurrence = 2\ntitle = "T"\n'],
  ['the headline stands before all blocks', '# top\n[[add]]\ntitle = "X"\n', [{ kind: 'page', fields: { title: 'H', note: '' } }],
    'title = "H"\nnote = ""\n\n# top\n[[add]]\ntitle = "X"\n'],
  ['the headline is replaced, behind an array of lines', 'pick = [\n  "a", # [[event]]\n  "b"]\ntitle = "G"\n[[add]]\ntitle = "X"\n', [{ kind: 'page', fields: { title: 'H', credit: 'C' } }],
    'pick = [\n  "a", # [[event]]\n  "b"]\ntitle = "H"\ncredit = "C"\n[[add]]\ntitle = "X"\n'],
  ['resetting takes the block out', 'title = "H"\n[[event]]\nwords = "was built"\ntitle = "A"\n[[event]]\nwords = "x"\nhide = true\n', [{ kind: 'reset', id: 'e1' }],
    'title = "H"\n[[event]]\nwords = "x"\nhide = true\n'],
  ['what is changed after resetting is all that is left', '[[event]]\nwords = "was built"\ntitle = "A"\nhide = true\n', [{ kind: 'reset', id: 'e1' }, event('e1', { date: '2016' })],
    '[[event]]\nwords = "was built"\ndate = "2016"\n'],
  ['strings of several lines are passed over', '[[event]]\nwords = "x"\nnote = """\n[[event]]\nwords = "was built"\n"""\n', [event('e1', { title: 'T' })],
    '[[event]]\nwords = "x"\nnote = """\n[[event]]\nwords = "was built"\n"""\n\n[[event]]\nwords = "was built"\ntitle = "T"\n'],
  ['quotes, line ends and control characters are escaped', '', [event('e3', { note: 'a\nb\\"\u0007' })],
    '[[event]]\nwords = "a \\"rig\\""\nnote = "a\\nb\\\\\\"\\u0007"\n'],
  ['a file without a last line end', 'title = "H"', [event('e1', { title: 'T' })], 'title = "H"\n\n[[event]]\nwords = "was built"\ntitle = "T"\n'],
  ['merging and splitting name events by their quotes', '', [{ kind: 'merge', ids: ['e1', 'e2'] }, { kind: 'split', id: 's1', event: 'e3', mention: {}, title: 'x', fields: {} }],
    '[[merge]]\nevents = ["was built", { words = "said", occurrence = 2 }]\n\n[[split]]\nevent = "a \\"rig\\""\nmention = "s1"\n'],
  ['merging twice is one merger', '', [{ kind: 'merge', ids: ['e1', 'e2'] }, { kind: 'merge', ids: ['e3', 'e2'] }, event('e2', { title: 'gone' })],
    '[[merge]]\nevents = ["a \\"rig\\"", "was built", { words = "said", occurrence = 2 }]\n'],
  ['a time expression counts from a day instead of being dropped', '[[time]]\nwords = "said"\noccurrence = 2\ndrop = true  # no\n', [{ kind: 'time', id: 'e2', edit: { from: '2016-11-10' } }],
    '[[time]]\nwords = "said"\noccurrence = 2\ncounts_from = "2016-11-10"\n'],
  ['a time expression is dropped, and another taken back', '[[time]]\nwords = "was built"\ndrop = true\n', [{ kind: 'time', id: 'e1', edit: {} }, { kind: 'time', id: 'e2', edit: { drop: true } }],
    '[[time]]\nwords = "said"\noccurrence = 2\ndrop = true\n'],
  ['a quote holds its sentence and its head, and goes on with a block of that sentence or of none',
    '[[event]]\nwords = "the rig sank"\nsentence = "In 1990 the rig sank."\nhide = true\n', [event('e4', { title: 'T' }), { kind: 'merge', ids: ['e4', 'e1'] }],
    '[[event]]\nwords = "the rig sank"\nsentence = "In 1990 the rig sank."\nhide = true\n\n[[merge]]\nevents = [{ words = "the rig sank", head = "sank", sentence = "Then the rig sank." }, "was built"]\n\n'
    + '[[event]]\nwords = "the rig sank"\nhead = "sank"\nsentence = "Then the rig sank."\ntitle = "T"\n'],
  ['an event that is added and removed is none', '', [{ kind: 'add', id: 'n1', fields: { title: 'A' } }, event('n1', { show: 'hide' })], ''],
];
for (const [sentence, text, changes, wanted] of table) {
  const got = withChanges(text, stateOf(changes), quote);
  if (got === wanted) continue;
  process.exitCode = 1;
  console.log(`FAILED: ${sentence}: ${JSON.stringify(got)} is not ${JSON.stringify(wanted)}`);
}
if (!process.exitCode) console.log(`ok: ${table.length} changes of edits files`);
fs.rmSync(folder, { recursive: true, force: true });
