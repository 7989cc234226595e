// What the reader has given: a text, or files, and an edits file with them.
import { button } from '../form';
import { element } from '../words';
import { plainText, type PlainText } from './plain_text';
import { words } from './wording';
import type { InputDocument } from '../module/annal';

/** Of a text that is pasted, as the names of what is saved begin with it. */
const pastedName = 'article';
/** Whether a file is an edits file (docs/edits.md), by its name. */
export const isEdits = ({ name }: File): boolean => /\.edits\.toml$/i.test(name);

/** As annal tells it: the mark stands at the front, or near it where the end has the other. */
function isPdf(bytes: Uint8Array): boolean {
  const letters = new TextDecoder('latin1'), at = letters.decode(bytes.subarray(0, 1024)).indexOf('%PDF-');
  return at === 0 || (at > 0 && letters.decode(bytes.subarray(-1024)).includes('startxref'));
}

/** A file as the module reads it; `guess` is the character set that was guessed. */
interface Input extends PlainText { name: string }

/** Of a PDF what it shows, for which pdf.js is fetched. */
async function readable(file: File): Promise<Input> {
  const { name } = file, bytes = new Uint8Array(await file.arrayBuffer());
  return { name, ...isPdf(bytes) ? { bytes: await (await import('./pdf.js')).contentOf(bytes) } : plainText(name, bytes) };
}

export class Inputs {
  private files: Input[] = [];
  private toml = '';

  /** The texts that the reader writes may change: edits quote words, and hold for what still has them. */
  constructor(private readonly area: HTMLTextAreaElement, private readonly list: HTMLElement) {}

  /** The text of an edits file: one that came with the files, then what the reader has changed. */
  get edits(): string { return this.toml; }
  set edits(toml: string) {
    this.toml = toml;
    this.show();
  }

  get text(): string { return this.area.value; }
  get hasFiles(): boolean { return this.files.length > 0; }

  /** Takes the text, with the edits of it, in place of all else. */
  paste(text: string, edits = ''): void {
    this.files = [];
    this.edits = edits;
    this.area.value = text;
    this.area.scrollTop = 0;
  }

  /** Takes the files besides those that are there, all or, if one cannot be read or `stop` says so, none. */
  async add(files: Iterable<File>, stop: AbortSignal): Promise<void> {
    const read: Input[] = [];
    let toml: string | undefined;
    for (const file of files) {
      if (isEdits(file)) toml = await file.text();
      else read.push(await readable(file));
      stop.throwIfAborted();
    }
    this.files.push(...read);
    this.edits = toml ?? this.toml;
  }

  get documents(): InputDocument[] {
    const files = this.files.map(({ name, bytes }) => ({ name, text: bytes }));
    return this.text.trim() ? [{ name: pastedName, text: this.text }, ...files] : files;
  }

  /** What was guessed of the files. */
  get guesses(): string[] {
    return this.files.flatMap(({ name, guess }) => (guess ? words.decoded(name, guess) : []));
  }

  /** What names of saved files begin with. */
  get name(): string {
    const [only, ...others] = this.documents;
    return others.length || !only?.name ? 'timeline' : only.name.replace(/\.[^.]*$/, '') || pastedName;
  }

  private show(): void {
    const removable = (name: string, remove: () => void) => {
      const act = () => { remove(); this.area.focus(); };
      return element('li', name, button('×', act, `Remove ${name}`));
    };
    const shown = this.files.map(file => removable(file.name, () => this.remove(file)));
    if (this.toml.trim()) shown.push(removable(words.edits, () => { this.edits = ''; }));
    this.list.hidden = shown.length === 0;
    this.list.replaceChildren(...shown);
  }

  private remove(file: Input): void {
    this.files = this.files.filter(other => other !== file);
    this.show();
  }
}
