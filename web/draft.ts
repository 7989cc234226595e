// A draft of the changes in the browser's storage, for this text alone; and saving: the edits file and the page with them.
import { download } from './exports';
import type { Change } from './edit_state';
import type { PageData } from './timeline';

export interface Draft { at: string; changes: Change[] }

/** FNV-1a of 64 bits in two halves. */
function hash(text: string): string {
  let [a, b] = [0x811c9dc5, 0x811c9dc5 ^ 0x5bd1e995];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x01000197);
  }
  return [a, b].map(n => (n >>> 0).toString(36)).join('');
}

export class DraftStore {
  private readonly name: string;
  constructor(data: PageData) {
    const { id, text } = data.timeline.documents[0];
    this.name = `annal-edits:${id}:${hash(text + (data.edits?.text ?? ''))}`;
  }
  read(): Draft | undefined {
    try {
      const draft = JSON.parse(localStorage.getItem(this.name) ?? 'null') as Draft | null;
      return draft && Array.isArray(draft.changes) && draft.changes.length ? draft : undefined;
    } catch { return undefined; }
  }
  write(changes: Change[]): void {
    try {
      if (changes.length) localStorage.setItem(this.name, JSON.stringify({ at: new Date().toLocaleString(), changes }));
      else localStorage.removeItem(this.name);
    } catch { /* no storage: the edits live as long as the page */ }
  }
}

/** The page as it came, with the changes in its data. */
export function pageWith(source: string, data: PageData, changes: Change[]): string {
  return pageOf(source, { ...data, edits: { ...data.edits!, draft: changes } });
}

/** `page` with the module that draws, where it came without and was filled later (page_picture.ts). */
export function withDrawModule(page: string, module: string): string {
  return page.replace('id="annal-draw"></script>', () => `id="annal-draw">${module}</script>`);
}

function pageOf(page: string, data: PageData): string {
  const source = withDrawModule(page, document.getElementById('annal-draw')?.textContent ?? '');
  const json = JSON.stringify(data).replace(/</g, '\\u003c');
  const open = source.indexOf('>', source.indexOf('id="annal-data"')) + 1;
  return `<!DOCTYPE html>\n${source.slice(0, open)}${json}${source.slice(source.indexOf('</script>', open))}`;
}

/** The page as it came, without the editor and what only the editor reads. */
export function pageForReaders(source: string, data: PageData): string {
  const begin = source.search(/<scrip[t] id="annal-editor">/), end = source.indexOf('</script>', begin) + 9;
  return pageOf(begin < 0 ? source : source.slice(0, begin) + source.slice(end), { ...data, edits: undefined });
}

export function saveFiles(file: string, toml: string, page: string): void {
  download(file, 'application/toml', toml);
  download(file.replace(/\.edits\.toml$/, '.html'), 'text/html', page);
}
