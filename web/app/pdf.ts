// Reads PDFs with pdf.js, in a worker of its own: what a hostile file does there ends with it. The words and their places go to the
// module in the bytes of annal's own reader (reader/pdf/wire.h), which trusts none of them; it puts them in the order of reading.
import * as pdfjs from 'pdfjs-dist/build/pdf.min.mjs';
import { pageOf, type PdfPage } from './pdf_page';
import type { PdfDocument, PdfPageProxy } from 'pdfjs-dist/build/pdf.min.mjs';

/** In front of the bytes, by which the module knows them (wasm/annal/pdf.cc). */
const mark = '%PDF-annal/1\n';
const outcomes = { read: 0, encrypted: 1, broken: 2, manyPages: 3 };
const mostPages = 20_000, mostSeconds = 120;

/** Numbers with the lower byte first, texts with their size in bytes. */
class Wire {
  private readonly parts: Uint8Array<ArrayBuffer>[] = [];
  private put(size: number, set: (view: DataView) => void): void {
    const bytes = new Uint8Array(size);
    set(new DataView(bytes.buffer));
    this.parts.push(bytes);
  }
  byte(value: number): void { this.put(1, view => view.setUint8(0, value)); }
  number(value: number): void { this.put(4, view => view.setInt32(0, value, true)); }
  points(...values: number[]): void { for (const value of values) this.put(4, view => view.setFloat32(0, Number.isFinite(value) ? value : 0, true)); }
  raw(text: string): void { this.parts.push(new TextEncoder().encode(text)); }
  text(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.number(bytes.length);
    this.parts.push(bytes);
  }
  head(outcome: number, detail: string, title = '', day = [0, 0, 0]): void {
    this.raw(mark);
    this.byte(outcome);
    this.text(detail);
    this.text(title);
    for (const part of day) this.number(part);
  }
  page({ width, height, text, runs }: PdfPage): void {
    this.byte(1);
    this.points(width, height);
    this.text(text);
    this.number(runs.length);
    for (const run of runs) {
      this.number(run.begin);
      this.number(run.end);
      this.points(run.left, run.top, run.right, run.bottom, run.size);
      this.byte(run.bold ? 1 : 0);
      this.byte(run.gap);
    }
  }
  async end(): Promise<Uint8Array> {
    this.byte(0);
    return new Uint8Array(await new Blob(this.parts).arrayBuffer());
  }
}

/** What a PDF shows, as the module takes it in place of the PDF. */
export async function contentOf(pdf: Uint8Array): Promise<Uint8Array> {
  const worker = new Worker(new URL('./pdf.worker.js', import.meta.url), { type: 'module' }), wire = new Wire();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, failed) => { timer = setTimeout(() => failed(new Error(`reading took longer than ${mostSeconds} seconds`)), mostSeconds * 1000); });
  try {
    await Promise.race([read(pdf, worker, wire), tooLong]);
    return await wire.end();
  } catch (error) {
    const { name, message } = error as Error, refused = new Wire();
    refused.head(name === 'PasswordException' ? outcomes.encrypted : outcomes.broken, message);
    return refused.end();
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}

async function read(pdf: Uint8Array, port: Worker, wire: Wire): Promise<void> {
  const worker = new pdfjs.PDFWorker({ port, verbosity: 0 });
  const document = await pdfjs.getDocument({ data: pdf.slice(), worker, verbosity: 0, disableFontFace: true, useSystemFonts: false, stopAtErrors: false }).promise;
  if (document.numPages > mostPages) return wire.head(outcomes.manyPages, '');
  const { info } = await document.getMetadata();
  const day = /^D:(\d{4})(\d\d)(\d\d)/.exec(String(info.CreationDate ?? ''))?.slice(1).map(Number);
  wire.head(outcomes.read, '', String(info.Title ?? '').slice(0, 1000), day);
  for (let number = 1; number <= document.numPages; ++number) wire.page(await pageNumber(document, number));
}

async function pageNumber(document: PdfDocument, number: number): Promise<PdfPage> {
  const page = await document.getPage(number), { items, styles } = await page.getTextContent();
  const bold = Object.keys(styles).length > 1 ? await boldFonts(page, Object.keys(styles)) : new Set<string>();
  const shown = pageOf(items, styles, page.getViewport({ scale: 1 }), font => bold.has(font));
  page.cleanup();
  return shown;
}

/** Those of the fonts that are bold by their names, which come with what is drawn. */
async function boldFonts(page: PdfPageProxy, fonts: string[]): Promise<Set<string>> {
  await page.getOperatorList();
  return new Set(fonts.filter(font => page.commonObjs.has(font) && /bold|black|heavy/i.test(page.commonObjs.get(font).name ?? '')));
}
