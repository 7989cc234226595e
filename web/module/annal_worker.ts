// Annal in a worker, so that a page goes on while a long text is read.
import { AnnalError } from './errors.js';
import { moduleAddress, partAddresses } from './parts';
import type { DocumentOptions, InputDocument, Rendered, RenderOptions, TextOrBytes, TimelineOptions } from './annal.js';

export { AnnalError } from './errors.js';
export type { DocumentOptions, EditProblem, Format, InputDocument, Rendered, RenderOptions, TextOrBytes, TimelineOptions } from './annal.js';

/** Where the module and its parts come from: by default from beside this script. */
export interface WorkerSources {
  module?: WebAssembly.Module | BufferSource | URL | string;
  /** Addresses by the names of the parts, as Sources.parts of Annal has them. */
  parts?: Record<string, URL | string>;
}

/** Errors that a worker passes on, by name. */
const kinds: Record<string, new (message: string) => Error> = { AnnalError, TypeError };

interface Waiting { resolve(value: any): void; reject(error: Error): void }

/** The methods of Annal, answered by a worker one after another. */
export class AnnalWorker {
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private ended?: Error;

  private constructor(private readonly worker: Worker) {
    worker.addEventListener('message', ({ data: { id, value, error } }) => {
      const { resolve, reject } = this.waiting.get(id)!;
      this.waiting.delete(id);
      if (error) reject(new (kinds[error.name] ?? Error)(error.message));
      else resolve(value);
    });
    worker.addEventListener('error', event => this.end(new Error(event.message || 'the worker of annal cannot be loaded')));
  }

  /** Starts a worker and compiles the module there. */
  static async load({ module = moduleAddress, parts = partAddresses }: WorkerSources = {}): Promise<AnnalWorker> {
    if (typeof Worker === 'undefined') throw new Error('there are no web workers here; AnnalWorker is for browsers, Annal has the same methods in Node');
    const annal = new AnnalWorker(new Worker(new URL('./worker.js', import.meta.url), { type: 'module' }));
    const addresses = Object.entries(parts).map(([name, address]) => [name, absolute(address)]);
    const isAddress = module instanceof URL || typeof module === 'string';
    await annal.ask('load', { module: isAddress ? absolute(module) : module, parts: Object.fromEntries(addresses) });
    return annal;
  }

  /** As Annal.timeline. */
  timeline(text: TextOrBytes | InputDocument[], options: TimelineOptions = {}): Promise<any> {
    return this.ask('timeline', text, options);
  }

  /** As Annal.render. */
  render(text: TextOrBytes | InputDocument[], options: RenderOptions = {}): Promise<Rendered> {
    return this.ask('render', text, options);
  }

  /** As Annal.dates. */
  dates(text: TextOrBytes, options: DocumentOptions & { lang?: string } = {}): Promise<any[]> {
    return this.ask('dates', text, options);
  }

  /** Ends the worker; questions that are not answered, and later ones, fail. */
  close(): void {
    this.worker.terminate();
    this.end(new Error('the worker of annal is closed'));
  }

  private ask(method: string, ...given: unknown[]): Promise<any> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(this.ended);
      const id = ++this.last;
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, method, given });
    });
  }

  private end(error: Error): void {
    this.ended ??= error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

function absolute(address: URL | string): string {
  return new URL(address, globalThis.location?.href).href;
}
