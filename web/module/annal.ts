// Annal in a browser, a worker or Node: the C++ code of the command line, compiled to WebAssembly. Nothing leaves the machine: the
// only requests are those for the module itself and, when a text needs them, for parts of it, such as its language.
import { bytesOf, compiledFrom } from '#bytes';
import { AnnalError } from './errors.js';
import { bytesOfText, checkOptions, checkText, jsonOf, type Format, type TextOrBytes } from './input.js';
import { useKernel, type KernelHost } from './kernel';
import { moduleAddress, partAddresses } from './parts';
import { unzipHost, type ZipReader } from './zip';

export { AnnalError } from './errors.js';
export type { Format, TextOrBytes } from './input.js';

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
  text: TextOrBytes;
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
  /** By default "svg". */
  format?: Format;
  layout?: 'rows' | 'compact' | 'lanes' | 'vertical' | 'story';
  /** px of a picture, columns of text. */
  width?: number;
  ascii?: boolean;
  /** Of a page: whether it can be edited; by default it can. */
  editor?: boolean;
}

/** An edit that could not be carried out, at its line of the edits file. */
export interface EditProblem { line: number; message: string }

export interface Rendered {
  output: string;
  problems: EditProblem[];
  /** A line for each of several documents that cannot be read. */
  faults: string[];
}

/** Where the module and its parts come from. */
export interface Sources {
  /** The module, compiled or as its bytes or address, by default from beside this script. */
  module?: WebAssembly.Module | BufferSource | URL | string;
  /** Returns the bytes of a part, by default of parts/NAME.part beside this script; a language has its tag as the name. */
  parts?: (name: string) => Promise<Uint8Array>;
}

interface Exports extends KernelHost {
  _initialize(): void;
  annal_allocate(size: number): number;
  annal_free(bytes: number): void;
  annal_attach(bytes: number, size: number): void;
  annal_add_part(name: number, length: number, bytes: number, size: number): number;
  annal_timeline(json: number, size: number): number;
  annal_dates(json: number, size: number): number;
  annal_notes(): void;
  annal_output(): number;
  annal_output_size(): number;
}

type Question = 'annal_timeline' | 'annal_dates';

const done = 0, needsParts = 2;
const displayOptions = ['format', 'layout', 'width', 'ascii', 'editor'];

export class Annal {
  private code!: Exports;
  private turn: Promise<unknown> = Promise.resolve();

  private readonly parts = new Map<string, Uint8Array>();

  private constructor(private readonly module: WebAssembly.Module, private readonly fetchPart: (name: string) => Promise<Uint8Array>, private readonly zip: ZipReader) {}

  /** Compiles the module. A page does so once. */
  static async load(sources: Sources = {}): Promise<Annal> {
    const module = await compiled(sources.module ?? moduleAddress);
    const annal = new Annal(module, sources.parts ?? (name => bytesOf(partAddresses[name])), unzipHost());
    await annal.start();
    return annal;
  }

  /** The timeline of a text or of several, as the JSON of `annal build` (annal-timeline/2). Throws AnnalError. */
  async timeline(text: TextOrBytes | InputDocument[], options: TimelineOptions = {}): Promise<any> {
    checkOptions(options, displayOptions);
    return JSON.parse((await this.render(text, { ...options, format: 'json' })).output);
  }

  /** The timeline in a format: the bytes that `annal build --format` writes. Throws AnnalError. */
  async render(text: TextOrBytes | InputDocument[], options: RenderOptions = {}): Promise<Rendered> {
    checkOptions(options, []);
    return this.ask('annal_timeline', text, { format: 'svg', ...options });
  }

  /** The time expressions of a text, as `annal dates --format json` writes them. Throws AnnalError. */
  async dates(text: TextOrBytes, options: DocumentOptions & { lang?: string } = {}): Promise<any[]> {
    checkOptions(options, displayOptions);
    return JSON.parse((await this.ask('annal_dates', text, options)).output).timexes;
  }

  /** Questions are answered one after another: each may have to wait for parts. */
  private ask(question: Question, text: TextOrBytes | InputDocument[], options: object): Promise<Rendered> {
    checkText(text);
    const answer = this.turn.then(() => this.answered(question, text, options));
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  private async answered(question: Question, text: TextOrBytes | InputDocument[], options: object): Promise<Rendered> {
    for (;;) {
      const outcome = await this.guarded(() => this.run(question, text, options));
      if (outcome !== needsParts) {
        const output = this.output();
        if (outcome !== done) throw new AnnalError(output);
        this.code.annal_notes();
        return { output, ...JSON.parse(this.output()) };
      }
      await this.take(this.output().split('\n'));
    }
  }

  /** Gets parts, and a new instance with them: what the one before made without them is not kept. */
  private async take(names: string[]): Promise<void> {
    const fetched = await Promise.all(names.map(name => this.fetchPart(name)));
    names.forEach((name, i) => this.parts.set(name, fetched[i]));
    try {
      await this.start();
    } catch (error) {
      names.forEach(name => this.parts.delete(name));
      await this.start();
      throw error;
    }
  }

  /** A fault of the code, such as too little memory, ends the instance: the next question gets a new one, without parts. */
  private async guarded<T>(act: () => T): Promise<T> {
    try {
      return act();
    } catch (error) {
      this.parts.clear();
      await this.start();
      if (error instanceof TypeError) throw error;  // of the options
      throw new AnnalError(`the text is too large or too deep for WebAssembly (${error instanceof Error ? error.message : error})`);
    }
  }

  private run(question: Question, text: TextOrBytes | InputDocument[], options: object): number {
    const documents = Array.isArray(text) ? text : undefined;
    const attach = ({ text, ...rest }: InputDocument, attachment: number) => (this.attach(text), { ...rest, attachment });
    const request = documents ? { ...options, documents: documents.map(attach) } : attach({ ...options, text: text as TextOrBytes }, 0);
    return this.withBytes(jsonOf(request), (at, size) => this.code[question](at, size));
  }

  private async start(): Promise<void> {
    const imports: WebAssembly.Imports = {};
    for (const { module, name } of WebAssembly.Module.imports(this.module)) (imports[module] ??= {})[name] = () => 52;
    imports.annal = this.zip.imports(() => this.code.memory);
    this.code = (await WebAssembly.instantiate(this.module, imports)).exports as unknown as Exports;
    this.code._initialize();
    await useKernel(this.code);
    for (const [name, bytes] of this.parts) this.addPart(name, bytes);
  }

  /** A server may answer with a page of its own, or with a piece. */
  private addPart(name: string, bytes: Uint8Array): void {
    const at = this.copied(bytes);
    if (this.withBytes(name, (text, length) => this.code.annal_add_part(text, length, at, bytes.length))) return;
    throw new Error(`parts/${name}.part is no part of annal, or not of this version; see what its address answers`);
  }

  private attach(text: TextOrBytes): void {
    this.withBytes(text, (at, size) => this.code.annal_attach(at, size));
  }

  private withBytes<T>(text: TextOrBytes, use: (at: number, size: number) => T): T {
    const bytes = bytesOfText(text);
    const at = this.copied(bytes);
    const result = use(at, bytes.length);
    this.code.annal_free(at);
    return result;
  }

  /** The place of a copy in the memory of the module. */
  private copied(bytes: Uint8Array): number {
    const at = this.code.annal_allocate(bytes.length || 1) >>> 0;
    if (at === 0) throw new Error('there is no room');
    new Uint8Array(this.code.memory.buffer).set(bytes, at);
    return at;
  }

  private output(): string {
    const at = this.code.annal_output() >>> 0, size = this.code.annal_output_size() >>> 0;
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(this.code.memory.buffer, at, size));
  }
}

function compiled(source: NonNullable<Sources['module']>): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return Promise.resolve(source);
  if (source instanceof URL) return compiledFrom(source);
  return typeof source === 'string' ? compiledFrom(new URL(source, globalThis.location?.href)) : WebAssembly.compile(source);
}
