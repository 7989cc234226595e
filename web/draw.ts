// Draws timelines with the module web/dist/draw.wasm.gz: the C++ code that the command line draws with, compiled to
// WebAssembly. It asks nothing of its host, so its imports are all answered with an error.

/** What a picture shows, and how. Everything may be left out. */
export interface DrawOptions {
  layout?: 'rows' | 'compact' | 'lanes' | 'vertical';
  /** px; 1200, for `vertical` 600. */
  width?: number;
  /** "light", "dark", or custom properties as docs/themes.md has them. */
  theme?: string;
  /** Of dates and labels: "de". */
  lang?: string;
  /** Draw this part of the calendar alone: dates in ISO 8601, the last one included, or seconds since 1970. */
  from?: string | number;
  to?: string | number;
  /** The ids of the events to draw, and of those to leave out. */
  only?: string[];
  hidden?: string[];
  relations?: 'none' | 'stated' | 'all';
  /** Most events with a row of their own, 60; the others are counted. */
  rows?: number;
  /** Of every id in the picture, so that several can share a page. */
  prefix?: string;
}

/** Where the time of the calendar lies in a picture: stretches of [from, to] in seconds since 1970 and their px. */
export interface TimeAxis {
  begin: number;
  end: number;
  upright: boolean;
  segments: [number, number, number, number][];
}

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  annal_allocate(size: number): number;
  annal_free(bytes: number): void;
  annal_open(bytes: number, size: number): number;
  annal_draw(options: number, size: number): number;
  annal_axes(): void;
  annal_output(): number;
  annal_output_size(): number;
}

/** One timeline that the module has read. */
export class Drawing {
  constructor(private readonly code: Exports, json: string) {
    this.call(code.annal_open, json);
  }

  /** The SVG with these options: the bytes of `annal build -f svg`. Throws an Error that says what is wrong with them. */
  draw(options: DrawOptions = {}): string {
    return this.call(this.code.annal_draw, JSON.stringify(options));
  }

  /** The axes of the picture drawn last. */
  axes(): TimeAxis[] {
    this.code.annal_axes();
    return JSON.parse(this.output());
  }

  private call(what: (bytes: number, size: number) => number, text: string): string {
    const bytes = new TextEncoder().encode(text);
    const at = this.code.annal_allocate(bytes.length || 1);
    new Uint8Array(this.code.memory.buffer).set(bytes, at);
    const failed = what(at, bytes.length);
    this.code.annal_free(at);
    if (failed) throw new Error(this.output());
    return this.output();
  }

  private output(): string {
    const at = this.code.annal_output();
    return new TextDecoder().decode(new Uint8Array(this.code.memory.buffer, at, this.code.annal_output_size()));
  }
}

/** The module, ready to read timelines. */
export class DrawModule {
  private constructor(private readonly module: WebAssembly.Module) {}

  /** Of the bytes of draw.wasm.gz, packed or unpacked. */
  static async of(bytes: Uint8Array<ArrayBuffer>): Promise<DrawModule> {
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const code = packed ? await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer() : bytes;
    return new DrawModule(await WebAssembly.compile(code));
  }

  /** Reads a timeline, as an object or its JSON. Throws an Error that says what is wrong with it. */
  open(timeline: object | string): Drawing {
    const imports: WebAssembly.Imports = {};
    for (const { module, name } of WebAssembly.Module.imports(this.module)) (imports[module] ??= {})[name] = () => 52;
    const code = new WebAssembly.Instance(this.module, imports).exports as unknown as Exports;
    code._initialize();
    return new Drawing(code, typeof timeline === 'string' ? timeline : JSON.stringify(timeline));
  }
}
