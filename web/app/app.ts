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
import { clearNotes, readable, say, sayDrawn } from './lines';
import { keepForm, keepsEdits, keptForm } from './memory';
import { Offline } from './offline';
import { words } from './wording';
import type { RenderOptions } from '../module/annal';
import type { Facts } from './facts';

const part = <T extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as T;
const form = part<HTMLFormElement>('form'), result = part('result'), found = part('found');
const dct = form.elements.namedItem('dct') as HTMLInputElement, language = form.elements.namedItem('lang') as HTMLSelectElement;
const draw = part<HTMLButtonElement>('draw'), format = part<HTMLSelectElement>('format'), progress = part<HTMLProgressElement>('progress');
const inputs = new Inputs(part<HTMLTextAreaElement>('text'), part('files'));

const offline = new Offline(part('offline'));
let keeping: Promise<void> | undefined;
/** Has the browser keep the page. That takes its time, which the first picture has first. */
const keepPage = () => keeping ??= drawModule().catch(() => undefined).then(() => offline.begin());
const engine = new Engine({
  progress: share => { progress.value = share; },
  ready: () => { part('loading').hidden = true; setTimeout(keepPage, 2000); },
  kept: () => void keeping?.then(() => offline.show()),
  broken: message => { part('loading').hidden = true; say(message, true); },
});

/** Of what is being done, what ends it. */
let stop: AbortController | undefined;

function cancel(): void {
  const reason = new Error(words.cancelled);
  stop?.abort(reason);
  stop = undefined;
  engine.cancel(reason);
}

/** Does one thing, in place of what was being done; "Cancel" ends it. What `act` finds after that, it must not use. */
async function working(act: (stop: AbortSignal) => Promise<void>): Promise<void> {
  cancel();
  const own = stop = new AbortController(), { signal } = own;
  const aborted = new Promise<never>((_, failed) => signal.addEventListener('abort', () => failed(signal.reason)));
  const offer = setTimeout(() => { part('cancel').hidden = false; }, 400);
  setBusy(true);
  say(words.reading);
  try {
    await Promise.race([act(signal), aborted]);
  } catch (error) {
    if (stop === own || !stop) say(readable((error as Error).message), !signal.aborted);
  }
  clearTimeout(offer);
  if (stop && stop !== own) return;
  stop = undefined;
  setBusy(false);
}

/** While it is busy, the page takes no further order to draw or save; the buttons keep the focus. */
function setBusy(on: boolean): void {
  if (!on) part('cancel').hidden = true;
  for (const name of ['draw', 'share', 'save']) part(name).setAttribute('aria-disabled', String(on));
}
const whenFree = (act: () => void) => () => { if (!stop) act(); };

/** The day that the text was found to state, which the field shows: it is no statement of the reader. */
let foundDay = '';
const statedDay = () => (dct.value.trim() === foundDay ? '' : dct.value.trim());
/** What the form states beside the text. */
const stated = (): RenderOptions => ({ dct: statedDay() || undefined, lang: language.value || undefined, edits: inputs.edits || undefined });

function forgetFound(): void {
  if (!statedDay()) dct.value = '';
  foundDay = found.textContent = '';
  clearNotes();
  language.options[0].text = words.automatic;
}

function dayOf({ dct: { value, source }, open }: Facts): string {
  if (statedDay()) return words.given(statedDay());
  if (!value) return open ? words.open(open.lacks, open.words) : '';
  return source === 'inferred' ? words.inferred(value) : words.stated(value);
}

function showFacts(facts: Facts): void {
  const name = examples.find(example => example.tag === facts.language)?.name ?? facts.language;
  language.options[0].text = facts.isOtherScript ? words.automatic : `${words.automatic} (${name})`;
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
  if (!inputs.documents.length) return say(words.nothing, true);
  await working(async stop => {
    try {
      await read(stop);
    } catch (error) {
      if (!stop.aborted) setDrawn(false);
      throw error;
    }
  });
}

async function read(stop: AbortSignal): Promise<void> {
  forgetFound();
  const drawn = await engine.ask(inputs.documents, { ...stated(), format: 'html' });
  stop.throwIfAborted();
  setDrawn(true);
  if (drawn.facts) showFacts(drawn.facts);
  await showPage(result, drawn.output, 'Timeline', { edited, dragged: onDrag });
  sayDrawn(drawn, inputs.guesses);
  void keepPage().then(() => offline.show());
}

function edited(toml: string): void {
  inputs.edits = toml;
  say(keepsEdits() ? words.edited : words.editedUnkept);
}

async function save(name: SavedFormat['name'], ending: string, type: string): Promise<void> {
  await working(async stop => {
    const { output } = await engine.ask(inputs.documents, { ...stated(), format: name });
    stop.throwIfAborted();
    download(inputs.name + ending, type, name === 'html' ? withDrawModule(output, await drawModule()) : output);
    say(words.saved(inputs.name + ending));
  });
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
  let isRead = false;
  await working(async stop => {
    if (document.body.classList.contains('drawn') && !files.every(isEdits)) clear();
    try {
      await inputs.add(files, stop);
    } catch (error) {
      throw stop.aborted ? error : new Error(`${words.unread} (${(error as Error).message})`);
    }
    isRead = true;
  });
  if (isRead) await drawTimeline();
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
form.addEventListener('submit', event => { event.preventDefault(); if (!stop) void drawTimeline(); });
part('text').addEventListener('keydown', event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit(); });
part('change').addEventListener('click', () => { cancel(); setDrawn(false); say(''); forgetFound(); part('text').focus(); });
part('cancel').addEventListener('click', () => { cancel(); draw.focus(); });
part('clear').addEventListener('click', () => {
  cancel();
  clear();
  say('');
  part('text').focus();
});
part('open').addEventListener('click', () => part('chosen').click());
part<HTMLInputElement>('chosen').addEventListener('change', ({ target }) => {
  const chosen = target as HTMLInputElement;
  if (chosen.files?.length) void take(chosen.files).then(() => { chosen.value = ''; });
});
part('share').addEventListener('click', whenFree(() => void save('html', '.html', 'text/html')));
part('save').addEventListener('click', whenFree(() => {
  const { name, ending, type } = formats[format.selectedIndex];
  void save(name, ending, type);
}));
for (const name of ['dragover', 'drop'] as const) addEventListener(name, onDrag);
for (const name of ['dragover', 'dragleave', 'drop']) addEventListener(name, () => document.body.classList.toggle('dropping', name === 'dragover'));
addEventListener('paste', event => {
  const files = event.clipboardData?.files;
  if (!files?.length) return;
  event.preventDefault();
  void take(files);
});

const keep = () => keepForm({ text: inputs.text, edits: inputs.edits, dct: statedDay(), lang: language.value });
addEventListener('pagehide', keep);
addEventListener('beforeunload', event => {
  const isKept = keep() && !inputs.hasFiles;
  if (!isKept && inputs.documents.length) event.preventDefault();
});
const before = keptForm();
if (before) {
  inputs.paste(before.text, before.edits);
  dct.value = before.dct;
  language.value = before.lang;
  say(before.edits.trim() ? words.restoredEdits : words.restored);
}
