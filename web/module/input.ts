// What is handed over as texts and options, checked before the module gets it: it would read what it does not know as an empty text.

/** A text, or the bytes of a page, mail, .docx, .odt or .epub file. */
export type TextOrBytes = string | ArrayBuffer | ArrayBufferView;

/** The formats of `annal build` that the module writes: all but png, pdf, dot and graph-svg. */
export type Format = 'csv' | 'graphml' | 'html' | 'ics' | 'json' | 'jsonld' | 'markwhen' | 'mermaid' | 'mermaid-gantt' | 'svg' | 'text'
  | 'timelinejs' | 'timeml' | 'vis';

// A buffer of another realm, such as a frame, is no instance of this one's ArrayBuffer.
const isBuffer = (value: unknown): value is ArrayBuffer => Object.prototype.toString.call(value) === '[object ArrayBuffer]';
const isText = (value: unknown): value is TextOrBytes => typeof value === 'string' || isBuffer(value) || ArrayBuffer.isView(value);
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value) && !isText(value);

/** What a value is, for an error: "null", "a Blob". */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return `a value of ${(value as object).constructor?.name || typeof value}`;
}

/** Throws a TypeError where `text` is none, and no list of documents. */
export function checkText(text: unknown): void {
  if (!Array.isArray(text)) {
    if (isText(text)) return;
    throw new TypeError(`a text is a string, an ArrayBuffer or a typed array, several are a list of { text, name, dct }; this is ${kindOf(text)}`);
  }
  text.forEach((one, i) => {
    if (!isObject(one)) throw new TypeError(`documents[${i}] is ${kindOf(one)}; write { text, name, dct }`);
    const { text } = one as { text?: unknown };
    if (!isText(text)) throw new TypeError(`documents[${i}].text is a string, an ArrayBuffer or a typed array, not ${kindOf(text)}`);
  });
}

/** Throws a TypeError where `options` are none, or have one of `others`, which are options of `render`. */
export function checkOptions(options: unknown, others: string[]): void {
  if (!isObject(options)) throw new TypeError(`options are an object, such as { dct: '2016-11-14' }; this is ${kindOf(options)}`);
  const other = others.find(name => (options as Record<string, unknown>)[name] !== undefined);
  if (other) throw new TypeError(`the option '${other}' is for render; leave it out`);
}

/** Throws a TypeError of one line where JSON cannot hold `request`. */
export function jsonOf(request: object): string {
  try {
    return JSON.stringify(request);
  } catch (error) {
    throw new TypeError(`an option holds what JSON cannot: ${(error as Error).message.split('\n')[0]}`);
  }
}

export function bytesOfText(text: TextOrBytes): Uint8Array {
  if (typeof text === 'string') return new TextEncoder().encode(text);
  return ArrayBuffer.isView(text) ? new Uint8Array(text.buffer, text.byteOffset, text.byteLength) : new Uint8Array(text);
}
