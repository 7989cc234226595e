// What the reader has given: a text, or files, and an edits file with them.
import { button } from '../form';
import { element } from '../words';
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

/** What the module reads: of a PDF what it shows, for which pdf.js is fetched. */
async function readable(bytes: Uint8Array): Promise<Uint8Array> {
  return isPdf(bytes) ? (await import('./pdf.js')).contentOf(bytes) : bytes;
}

export class Inputs {
  private files: { name: string; bytes: Uint8Array }[] = [];
  /** The text of an edits file: one that came with the files, then what the reader has changed. */
  edits = '';

  constructor(private readonly text: HTMLTextAreaElement, private readonly list: HTMLElement) {
    text.addEventListener('input', () => { this.edits = ''; });
  }

  /** Takes the text in place of all else. */
  paste(text: string): void {
    this.clear();
    this.text.value = text;
    this.text.scrollTop = 0;
  }

  /** Takes the files besides those that are there. An edits file alone is for the text that is there. */
  async add(files: Iterable<File>): Promise<void> {
    for (const file of files) {
      if (isEdits(file)) this.edits = await file.text();
      else this.files.push({ name: file.name, bytes: await readable(new Uint8Array(await file.arrayBuffer())) });
    }
    this.show();
  }

  private clear(): void {
    this.files = [];
    this.edits = '';
    this.show();
  }

  get documents(): InputDocument[] {
    const files = this.files.map(({ name, bytes }) => ({ name, text: bytes }));
    return this.text.value.trim() ? [{ name: pastedName, text: this.text.value }, ...files] : files;
  }

  /** What names of saved files begin with. */
  get name(): string {
    const [only, ...others] = this.documents;
    return others.length || !only?.name ? 'timeline' : only.name.replace(/\.[^.]*$/, '') || pastedName;
  }

  private show(): void {
    this.list.hidden = this.files.length === 0;
    this.list.replaceChildren(...this.files.map(file => element('li', file.name, button('×', () => this.remove(file), `Remove ${file.name}`))));
  }

  private remove(file: { name: string }): void {
    this.files = this.files.filter(other => other !== file);
    this.edits = '';
    this.show();
    this.text.focus();
  }
}
