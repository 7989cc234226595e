// Writes changes into the text of an edits file (docs/edits.md), whose comments and order stay: a key that stands there is
// replaced, a block that names the same event is gone on with, all else is put behind. annal reads the result.
import type { Quote } from './quotes';
import type { EventField, Fields, State, TimeEdit } from './edit_state';

/** One `key = value` of the text; both ends are offsets of whole lines. */
interface Entry { key: string; value: string; begin: number; end: number }
interface Block { name: string; begin: number; end: number; entries: Entry[] }

/** A basic string of TOML. */
export function tomlText(text: string): string {
  return `"${text.replace(/["\\]/g, c => `\\${c}`).replace(/\n/g, '\\n').replace(/[\u0000-\u001f\u007f]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}

/** Where the value that begins at `at` ends: strings of each kind, and arrays and tables over several lines. */
function endOfValue(text: string, at: number): number {
  let depth = 0;
  while (at < text.length) {
    const quotes = ['"""', "'''", '"', "'"].find(q => text.startsWith(q, at));
    if (quotes) {
      let end = at + quotes.length;
      while (end < text.length && !text.startsWith(quotes, end)) end += quotes[0] === '"' && text[end] === '\\' ? 2 : 1;
      at = end + quotes.length;
      continue;
    }
    const c = text[at];
    if (c === '[' || c === '{') depth++;
    else if (c === ']' || c === '}') depth--;
    else if (c === '#') { at = lineEnd(text, at); continue; }
    else if (c === '\n' && depth <= 0) return at;
    at++;
  }
  return text.length;
}
const lineEnd = (text: string, at: number) => { const end = text.indexOf('\n', at); return end < 0 ? text.length : end; };

/** The blocks of the text; the first, without a name, is what stands before all of them. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [{ name: '', begin: 0, end: 0, entries: [] }];
  let at = 0;
  while (at < text.length) {
    const block = blocks[blocks.length - 1];
    const line = text.slice(at, lineEnd(text, at));
    const header = /^\s*\[\[?\s*([\w-]+)\s*\]\]?\s*(#.*)?$/.exec(line);
    const entry = /^\s*(?:([\w-]+)|"([^"\\]*)")\s*=\s*/.exec(line);
    if (header) {
      blocks.push({ name: header[1], begin: at, end: at + line.length + 1, entries: [] });
    } else if (entry) {
      const from = at + entry[0].length, to = Math.max(from, endOfValue(text, from));
      block.entries.push({ key: entry[1] ?? entry[2], value: text.slice(from, to).replace(/\s+$/, ''), begin: at, end: Math.min(to + 1, text.length) });
      at = block.end = Math.min(to + 1, text.length);
      continue;
    }
    at = Math.min(at + line.length + 1, text.length + 1);
  }
  return blocks;
}

const valueOf = (block: Block, key: string) => block.entries.find(e => e.key === key)?.value.replace(/\s+#.*$/, '');

type Line = [key: string, value: string];
interface Put { at: number; end: number; text: string }

/** Puts `lines` into `block`, in place of those of the same keys or behind its last. */
function putInto(text: string, block: Block, lines: Line[], drop: string[] = []): Put[] {
  const puts: Put[] = [], fresh: string[] = [];
  for (const [key, value] of lines) {
    const old = block.entries.find(e => e.key === key);
    if (old) puts.push({ at: old.begin, end: old.end, text: `${key} = ${value}${/\s+#.*$/.exec(old.value)?.[0] ?? ''}\n` });
    else fresh.push(`${key} = ${value}\n`);
  }
  for (const old of block.entries) if (drop.includes(old.key) && !lines.some(([key]) => key === old.key)) puts.push({ at: old.begin, end: old.end, text: '' });
  const end = block.entries.length || block.name ? block.end : 0;
  const gap = end > 0 && text[end - 1] !== '\n' ? '\n' : '';
  if (fresh.length) puts.push({ at: Math.min(end, text.length), end: Math.min(end, text.length), text: gap + fresh.join('') + (end === 0 && text.trim() ? '\n' : '') });
  return puts;
}

const order: EventField[] = ['title', 'date', 'status', 'show', 'lane', 'colour', 'note', 'link', 'image', 'accepted'];
const visibility = ['hide', 'show', 'pin'];

function linesOf(fields: Fields): Line[] {
  return order.filter(field => fields[field] !== undefined).map(field => {
    const value = fields[field]!;
    if (field === 'show') return value ? [value, 'true'] : ['hide', 'false'];
    return [field, field === 'accepted' ? String(value === 'true') : tomlText(value)];
  });
}
const quoteLines = ({ words, occurrence, head, sentence }: Quote): Line[] => {
  const lines: [string, string | undefined][] = [['words', tomlText(words)], ['occurrence', occurrence ? String(occurrence) : undefined],
    ['head', head && tomlText(head)], ['sentence', sentence && tomlText(sentence)]];
  return lines.filter((line): line is Line => !!line[1]);
};
const inline = (quote: Quote) => {
  const lines = quoteLines(quote);
  return lines.length > 1 ? `{ ${lines.map(([k, v]) => `${k} = ${v}`).join(', ')} }` : lines[0][1];
};

const timeLines = ({ drop, from }: TimeEdit): Line[] => (drop ? [['drop', 'true']] : from ? [['counts_from', tomlText(from)]] : []);

/** The text with what `state` changes; `quote` names an event of the timeline or of `state.split`, or a time expression. */
export function withChanges(text: string, state: State, quote: (id: string) => Quote): string {
  const blocks = blocksOf(text);
  const puts: Put[] = [], behind: string[] = [];
  const append = (name: string, lines: Line[]) => behind.push(`[[${name}]]\n${lines.map(([k, v]) => `${k} = ${v}\n`).join('')}`);
  const top: Line[] = (['title', 'subtitle', 'credit', 'note'] as const).filter(f => state.page[f] !== undefined).map(f => [f, tomlText(state.page[f]!)]);
  if (state.accepted) top.push(['accepted', 'true']);
  puts.push(...putInto(text, blocks[0], top));

  for (const [first, others] of state.merged) append('merge', [['events', `[${[first, ...others].map(id => inline(quote(id))).join(', ')}]`]]);
  for (const { event, mention } of state.split.map(s => ({ event: quote(s.event), mention: quote(s.id) })))
    append('split', [['event', inline(event)], ['mention', inline(mention)]]);
  const blocksFor = (id: string, name = 'event') => {
    const { words, occurrence, sentence } = quote(id);
    return blocks.filter(b => b.name === name && valueOf(b, 'words') === tomlText(words) && (valueOf(b, 'occurrence') ?? '') === String(occurrence ?? '')
      && (!sentence || [undefined, tomlText(sentence)].includes(valueOf(b, 'sentence'))));
  };
  for (const id of state.reset) {
    if (state.events.has(id)) continue;
    for (const block of blocksFor(id)) puts.push({ at: block.begin, end: block.end, text: '' });
  }
  for (const [id, fields] of state.events) {
    const lines = linesOf(fields);
    if (state.gone.has(id) || !lines.length) continue;
    if (state.added.includes(id)) { append('add', lines); continue; }
    const block = blocksFor(id).pop();
    if (!block) append('event', [...quoteLines(quote(id)), ...lines]);
    else puts.push(...putInto(text, block, lines, [...(state.reset.has(id) ? order : []), ...(fields.show === undefined && !state.reset.has(id) ? [] : visibility)]));
  }
  for (const [id, edit] of state.times) {
    const lines = timeLines(edit), old = blocksFor(id, 'time');
    for (const block of lines.length ? old.slice(0, -1) : old) puts.push({ at: block.begin, end: block.end, text: '' });
    if (lines.length && old.length) puts.push(...putInto(text, old[old.length - 1], lines, ['drop', 'counts_from']));
    else if (lines.length) append('time', [...quoteLines(quote(id)), ...lines]);
  }
  return withPuts(text, puts, behind);
}

function withPuts(text: string, puts: Put[], behind: string[]): string {
  for (const put of puts.sort((a, b) => b.at - a.at || b.end - a.end)) text = text.slice(0, put.at) + put.text + text.slice(put.end);
  const rest = behind.join('\n');
  if (!rest) return text;
  return text.trim() ? `${text.replace(/\n*$/, '\n')}\n${rest}` : rest;
}
