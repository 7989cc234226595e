// Annal in a browser, a worker or Node: the C++ code of the command line, compiled to WebAssembly. Nothing leaves the machine: the
// only requests are those for the module itself and, when a text needs them, for the models of its language.
import { unzipHost, type ZipReader } from './zip';

/** What is stated about a text; everything may be left out. */
export interface DocumentOptions {
  /** The day of writing: "2016-11-14"; by default as the text states it. */
  dct?: string;
  /** Of its file: its ending may say what it is ("minutes.docx"). */
  name?: string;
  title?: string;
  /** Address of a page, which may state its day. */
  url?: string;
}

export interface InputDocument extends DocumentOptions {
  /** Text, or the bytes of a page, mail, .docx, .odt or .epub file. */
  text: string | Uint8Array;
}

export interface TimelineOptions extends DocumentOptions {
  /** "auto", or the tag of the language of all texts: "de". */
  lang?: string;
  /** The text of an edits file (docs/edits.md). */
  edits?: string;
  /** Show every event; or so many; or those with a date, with this participant, from this day on, until that. */
  all?: boolean;
  top?: number;
  dated?: boolean;
  about?: string;
  from?: string;
  to?: string;
}

export interface RenderOptions extends TimelineOptions {
  /** "svg", "html", "text", "timeml", "csv", ...: what `annal build --format` writes, but for png, pdf, dot and graph-svg. */
  format?: string;
  layout?: 'rows' | 'compact' | 'lanes' | 'vertical' | 'story';
  /** px of a picture, columns of text. */
  width?: number;
  ascii?: boolean;
  /** Of a page: whether it can be edited; by default it can. */
  editor?: boolean;
}

/** What is wrong with an input, in one line. */
export class AnnalError extends Error {
  override name = 'AnnalError';
}

/** An edit that could not be carried out, at its line of the edits file. */
export interface EditProblem { line: number; message: string }

export interface Rendered {
  output: string;
  problems: EditProblem[];
  /** A line for each of several documents that cannot be read. */
  faults: string[];
}

/** Where the module and the models come from: by default from beside this script. */
export interface Sources {
  /** The module, compiled or as its bytes or address. */
  module?: WebAssembly.Module | BufferSource | URL | string;
  /** Returns the bytes of the models of a language, MODELS/<tag>.models. */
  models?: (tag: string) => Promise<Uint8Array>;
}

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  annal_start(): void;
  annal_allocate(size: number): number;
  annal_free(bytes: number): void;
  annal_attach(bytes: number, size: number): void;
  annal_add_models(tag: number, size: number, model: number, lemmas: number): void;
  annal_timeline(json: number, size: number): number;
  annal_dates(json: number, size: number): number;
  annal_notes(): void;
  annal_output(): number;
  annal_output_size(): number;
}

type Question = 'annal_timeline' | 'annal_dates';

const done = 0, needsModels = 2;

export class Annal {
  private code!: Exports;
  private readonly loaded = new Map<string, Uint8Array>();
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(private readonly module: WebAssembly.Module, private readonly models: (tag: string) => Promise<Uint8Array>, private readonly zip: ZipReader) {
    this.start();
  }

  /** Compiles the module. A page does so once. */
  static async load(sources: Sources = {}): Promise<Annal> {
    const module = await compiled(sources.module ?? new URL('./annal.wasm', import.meta.url));
    return new Annal(module, sources.models ?? (tag => bytesOf(new URL(`./models/${tag}.models`, import.meta.url))), unzipHost());
  }

  /** The timeline of a text or of several, as the JSON of `annal build` (annal-timeline/2). Throws AnnalError. */
  async timeline(text: string | Uint8Array | InputDocument[], options: TimelineOptions = {}): Promise<any> {
    return JSON.parse((await this.render(text, { ...options, format: 'json' })).output);
  }

  /** The timeline in a format: the bytes that `annal build --format` writes. Throws AnnalError. */
  render(text: string | Uint8Array | InputDocument[], options: RenderOptions = {}): Promise<Rendered> {
    return this.ask('annal_timeline', text, { format: 'svg', ...options });
  }

  /** The time expressions of a text, as `annal dates --format json` writes them. Throws AnnalError. */
  async dates(text: string | Uint8Array, options: DocumentOptions & { lang?: string } = {}): Promise<any[]> {
    return JSON.parse((await this.ask('annal_dates', text, options)).output).timexes;
  }

  /** Questions are answered one after another: each may have to wait for models. */
  private ask(question: Question, text: string | Uint8Array | InputDocument[], options: object): Promise<Rendered> {
    const answer = this.turn.then(() => this.answered(question, text, options));
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  private async answered(question: Question, text: string | Uint8Array | InputDocument[], options: object): Promise<Rendered> {
    for (;;) {
      const outcome = this.run(question, text, options);
      if (outcome !== needsModels) {
        const output = this.output();
        if (outcome !== done) throw new AnnalError(output);
        this.code.annal_notes();
        return { output, ...JSON.parse(this.output()) };
      }
      const tag = this.output();
      this.loaded.set(tag, await this.models(tag));
      this.addModels(tag);
    }
  }

  /** A fault of the code, such as too little memory, ends the instance: the next question gets a new one. */
  private run(question: Question, text: string | Uint8Array | InputDocument[], options: object): number {
    try {
      const documents = Array.isArray(text) ? text : undefined;
      const attach = ({ text, ...rest }: InputDocument, attachment: number) => (this.attach(text), { ...rest, attachment });
      const request = documents ? { ...options, documents: documents.map(attach) } : attach({ ...options, text: text as string | Uint8Array }, 0);
      return this.withBytes(JSON.stringify(request), (at, size) => this.code[question](at, size));
    } catch (error) {
      this.start();
      throw new AnnalError(`the text is too large or too deep for WebAssembly (${error instanceof Error ? error.message : error})`);
    }
  }

  private start(): void {
    const imports: WebAssembly.Imports = {};
    for (const { module, name } of WebAssembly.Module.imports(this.module)) (imports[module] ??= {})[name] = () => 52;
    imports.annal = this.zip.imports(() => this.code.memory);
    this.code = new WebAssembly.Instance(this.module, imports).exports as unknown as Exports;
    this.code._initialize();
    this.code.annal_start();
    for (const tag of this.loaded.keys()) this.addModels(tag);
  }

  /** A file of models: "annal-models/1\n", the sizes of both tables (32 bits, the lower byte first), then at 64 the tables, each padded to 64 bytes. */
  private addModels(tag: string): void {
    const bytes = this.loaded.get(tag)!;
    const at = this.code.annal_allocate(bytes.length);
    new Uint8Array(this.code.memory.buffer).set(bytes, at);
    const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(16, true);
    const model = at + 64, lemmas = model + Math.ceil(size / 64) * 64;
    this.withBytes(tag, (name, length) => this.code.annal_add_models(name, length, model, lemmas));
  }

  private attach(text: string | Uint8Array): void {
    this.withBytes(text, (at, size) => this.code.annal_attach(at, size));
  }

  private withBytes<T>(text: string | Uint8Array, use: (at: number, size: number) => T): T {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    const at = this.code.annal_allocate(bytes.length || 1);
    new Uint8Array(this.code.memory.buffer).set(bytes, at);
    const result = use(at, bytes.length);
    this.code.annal_free(at);
    return result;
  }

  private output(): string {
    return new TextDecoder().decode(new Uint8Array(this.code.memory.buffer, this.code.annal_output(), this.code.annal_output_size()));
  }
}

async function compiled(source: NonNullable<Sources['module']>): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (!(source instanceof URL) && typeof source !== 'string') return WebAssembly.compile(source);
  const address = new URL(source, import.meta.url);
  if (address.protocol === 'file:') return WebAssembly.compile(await bytesOf(address));
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: status ${answer.status}`);
  return answer.headers.get('Content-Type')?.startsWith('application/wasm') ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/** Of an address, which in Node may be a file. */
async function bytesOf(address: URL): Promise<Uint8Array<ArrayBuffer>> {
  if (address.protocol === 'file:') return new Uint8Array(await (await import(/* @vite-ignore */ /* webpackIgnore: true */ 'node:fs/promises')).readFile(address));
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: status ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
