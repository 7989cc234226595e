// The page "paste an article, get its timeline": a form, a worker that reads, and a frame that shows the page of the timeline.
import { download } from '../exports';
import { element } from '../words';
import { button } from '../form';
import { withDrawModule } from '../draft';
import { drawModule } from './draw_module';
import { Engine } from './engine';
import { examples } from './examples';
import { formats, type SavedFormat } from './formats';
import { showPage } from './frame';
import { Inputs, isEdits } from './inputs';
import type { RenderOptions } from '../module/annal';
import type { Facts } from './messages';

const part = <T extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as T;
const form = part<HTMLFormElement>('form'), status = part('status'), result = part('result'), found = part('found');
const dct = form.elements.namedItem('dct') as HTMLInputElement, language = form.elements.namedItem('lang') as HTMLSelectElement;
const draw = part<HTMLButtonElement>('draw'), format = part<HTMLSelectElement>('format'), progress = part<HTMLProgressElement>('progress');
const inputs = new Inputs(part<HTMLTextAreaElement>('text'), part('files'));
const words = {
  draw: 'Draw the timeline', again: 'Draw anew', automatic: 'Automatic', reading: 'Reading…', nothing: 'Paste or drop an article first.',
  edited: 'Your edits are kept in this browser. “Draw anew” draws them with the dates that follow from them; what you save here has them too.',
  unread: 'The files cannot be read; connect to the network and try again.',
  offline: 'This page works offline from now on.',
  events: (n: number) => `The timeline has ${n} ${n === 1 ? 'event' : 'events'}.`,
  noEvents: 'The text tells of no event with a date. Another day of writing may help, or another text.',
  stated: (day: string) => `The text was written on ${day}, as it says itself. State another day if that is wrong.`,
  inferred: (day: string) => `The text was probably written on ${day}. State the day if you know it better.`,
  unknown: 'The text does not say when it was written, so “yesterday” has no day. State the day above and draw anew.',
  given: (day: string) => `Read as written on ${day}, as you stated.`,
};

function say(text: string, wrong = false): void {
  status.classList.toggle('wrong', wrong);
  status.textContent = text;
}

const engine = new Engine({
  progress: share => { progress.value = share; },
  ready: () => { part('loading').hidden = true; void drawModule().then(keepOffline, () => undefined); },
  broken: message => { part('loading').hidden = true; say(message, true); },
});

async function keepOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('sw.js');
    await navigator.serviceWorker.ready;
    part('offline').textContent = words.offline;
  } catch { /* not here: the page needs the network each time */ }
}

/** The day that the text was found to state, which the field shows: it is no statement of the reader. */
let foundDay = '';
const statedDay = () => (dct.value.trim() === foundDay ? '' : dct.value.trim());
/** What the form states beside the text. */
const stated = (): RenderOptions => ({ dct: statedDay() || undefined, lang: language.value || undefined, edits: inputs.edits || undefined });

function forgetFound(): void {
  if (!statedDay()) dct.value = '';
  foundDay = found.textContent = '';
  language.options[0].text = words.automatic;
}

function dayOf(facts: Facts): string {
  const { value, source } = facts.dct;
  if (statedDay()) return words.given(statedDay());
  if (!value) return words.unknown;
  return source === 'inferred' ? words.inferred(value) : words.stated(value);
}

function showFacts(facts: Facts): void {
  const name = examples.find(example => example.tag === facts.language)?.name ?? facts.language;
  language.options[0].text = `${words.automatic} (${name})`;
  if (facts.documents > 1) return;
  found.textContent = dayOf(facts);
  if (!statedDay()) dct.value = foundDay = facts.dct.value ?? '';
}

function setDrawn(on: boolean): void {
  document.body.classList.toggle('drawn', on);
  result.hidden = part('saving').hidden = part('change').hidden = !on;
  draw.textContent = on ? words.again : words.draw;
  if (!on) result.replaceChildren();
}

/** Reads what is there and shows its page. */
async function drawTimeline(): Promise<void> {
  const { documents } = inputs;
  if (!documents.length) return say(words.nothing, true);
  say(words.reading);
  forgetFound();
  try {
    const { output, facts, problems, faults } = await engine.ask(documents, { ...stated(), format: 'html' });
    setDrawn(true);
    if (facts) showFacts(facts);
    await showPage(result, output, 'Timeline', { edited: toml => { inputs.edits = toml; say(words.edited); }, dragged: onDrag });
    const wrong = [...problems.map(({ line, message }) => `${line ? `Edits, line ${line}` : 'Edits'}: ${message}`), ...faults];
    say([facts?.events ? words.events(facts.events) : words.noEvents, ...wrong].join('\n'), wrong.length > 0);
  } catch (error) {
    setDrawn(false);
    say((error as Error).message, true);
  }
}

async function save(name: SavedFormat['name'], ending: string, type: string): Promise<void> {
  try {
    const { output } = await engine.ask(inputs.documents, { ...stated(), format: name });
    download(inputs.name + ending, type, name === 'html' ? withDrawModule(output, await drawModule()) : output);
    say(`Saved ${inputs.name}${ending}.`);
  } catch (error) {
    say((error as Error).message, true);
  }
}

/** Puts a text, or nothing, in place of what is there. */
function clear(text = ''): void {
  inputs.paste(text);
  dct.value = language.value = '';
}

/** Draws the timeline of a text in place of what is there. */
function drawText(text: string): void {
  clear(text);
  void drawTimeline();
}

async function take(list: FileList): Promise<void> {
  const files = [...list];
  if (document.body.classList.contains('drawn') && !files.every(isEdits)) clear();
  say(words.reading);
  try {
    await inputs.add(files);
  } catch (error) {
    return say(`${words.unread} (${(error as Error).message})`, true);
  }
  await drawTimeline();
}

/** Files and texts may be dropped anywhere. */
function onDrag(event: DragEvent): void {
  const { dataTransfer } = event;
  if (!dataTransfer || event.target instanceof HTMLTextAreaElement && !dataTransfer.types.includes('Files')) return;
  event.preventDefault();
  if (event.type !== 'drop') return;
  if (dataTransfer.files.length) return void take(dataTransfer.files);
  const text = dataTransfer.getData('text/plain');
  if (text) drawText(text);
}

for (const { name, tag, text } of examples) {
  const made = button(name, () => { draw.focus(); drawText(text); });
  made.lang = tag;
  document.querySelector('.examples')!.append(made);
}
language.append(new Option(words.automatic, ''), ...examples.map(({ name, tag }) => new Option(name, tag)));
format.append(...formats.map(({ label, name }) => new Option(label, name)));
form.addEventListener('submit', event => { event.preventDefault(); void drawTimeline(); });
part('text').addEventListener('keydown', event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit(); });
part('change').addEventListener('click', () => { setDrawn(false); say(''); forgetFound(); part('text').focus(); });
part('clear').addEventListener('click', () => {
  clear();
  say('');
  part('text').focus();
});
part('open').addEventListener('click', () => part('chosen').click());
part<HTMLInputElement>('chosen').addEventListener('change', ({ target }) => {
  const chosen = target as HTMLInputElement;
  if (chosen.files?.length) void take(chosen.files).then(() => { chosen.value = ''; });
});
part('share').addEventListener('click', () => void save('html', '.html', 'text/html'));
part('save').addEventListener('click', () => {
  const { name, ending, type } = formats[format.selectedIndex];
  void save(name, ending, type);
});
for (const name of ['dragover', 'drop'] as const) addEventListener(name, onDrag);
for (const name of ['dragover', 'dragleave', 'drop']) addEventListener(name, () => document.body.classList.toggle('dropping', name === 'dragover'));
addEventListener('paste', event => {
  const files = event.clipboardData?.files;
  if (!files?.length) return;
  event.preventDefault();
  void take(files);
});
