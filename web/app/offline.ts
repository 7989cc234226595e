// What works without the network: the page says so of the languages whose models are in the browser's cache, and offers to keep them all.
import { button } from '../form';
import { examples } from './examples';
import { fileOf, keptFiles } from './store';
import { words } from './wording';

const pdfFiles = Object.keys(ANNAL_LATER), always = ['annal.wasm', 'parts/draw.part'];  // for all texts

async function isPdfKept(): Promise<boolean> {
  const found = await Promise.all(pdfFiles.map(file => caches.match(new URL(file, location.href))));
  return found.every(Boolean);
}

/** Fetches what is not kept: the files of languages, which are checked, and those for PDFs, which the service worker keeps. */
async function keepAll(missing: string[]): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false);
  for (const file of missing) await fileOf(file);
  for (const file of pdfFiles) await fetch(file);
}

export class Offline {
  private isServed = false;

  constructor(private readonly place: HTMLElement) {}

  /** Has the service worker keep the page, and says what works offline. */
  async begin(): Promise<void> {
    try {
      this.isServed = !!await navigator.serviceWorker.register('sw.js').catch(() => navigator.serviceWorker.getRegistration());
      if (this.isServed) await navigator.serviceWorker.ready;
    } catch { /* not here: nothing is kept */ }
    await this.show();
  }

  /** Says it of what is kept now. */
  async show(note = ''): Promise<void> {
    const kept = await keptFiles(), missing = Object.keys(ANNAL_FILES).filter(file => !kept.has(file));
    if (!this.isServed || always.some(file => !kept.has(file))) return this.place.replaceChildren(words.offlineNot);
    const names = examples.filter(({ tag }) => !missing.includes(`parts/${tag}.part`)).map(({ name }) => name);
    const pdf = await isPdfKept(), all = names.length === examples.length;
    const line = all ? (pdf ? words.offline : words.offlinePdf) : words.offlineFor(names, pdf);
    this.place.replaceChildren(line, ...(all && pdf ? [] : [' ', this.offer(missing, all, pdf)]), ...(note ? [` ${note}`] : []));
  }

  private offer(missing: string[], all: boolean, pdf: boolean): HTMLElement {
    const bytes = missing.reduce((sum, file) => sum + ANNAL_FILES[file].size, 0) + (pdf ? 0 : pdfFiles.reduce((sum, file) => sum + ANNAL_LATER[file], 0));
    const made: HTMLButtonElement = button(words.keepAll(!all, bytes), async () => {
      made.disabled = true;
      made.textContent = words.keeping;
      try {
        await keepAll(missing);
        const kept = await keptFiles();
        await this.show(missing.every(file => kept.has(file)) ? '' : words.noRoom);
      } catch (error) {
        await this.show((error as Error).message);
      }
    });
    return made;
  }
}
