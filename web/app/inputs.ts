// What the reader has given: a text, or files, and an edits file with them.
import { button } from '../form';
import { element } from '../words';
import type { InputDocument } from '../module/annal';

/** Of a text that is pasted, as the names of what is saved begin with it. */
const pastedName = 'article';
const editsEnding = /\.edits\.toml$/i;

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
      if (editsEnding.test(file.name)) this.edits = await file.text();
      else this.files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
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
