// What the build puts in place: texts that are imported, and the files that are fetched apart, each with its size and the SHA-256 of it.
declare module '*.txt' {
  const text: string;
  export default text;
}

/** By path, such as "annal.wasm" and "parts/de.part". */
declare const ANNAL_FILES: Record<string, { size: number; sha256: string }>;
/** The files that read PDFs, each with its size. */
declare const ANNAL_LATER: Record<string, number>;
/**
 * The files of the page itself, "" being the page, and those that are fetched when they are needed, each with its SHA-256 in
 * base64; `version` changes with any of them.
 */
declare const ANNAL_SHELL: { version: string; files: Record<string, string>; later: Record<string, string> };

/** Of pdf.js, what is used here. */
declare module 'pdfjs-dist/build/pdf.min.mjs' {
  /** A piece of a line; `transform` takes its units to those of the page, `width` is in those. */
  export interface PdfItem { str: string; transform: number[]; width: number; fontName: string; hasEOL: boolean }
  export interface PdfStyle { ascent: number; descent: number }
  export interface PdfPageProxy {
    commonObjs: { has(name: string): boolean; get(name: string): { name?: string } };
    getTextContent(): Promise<{ items: PdfItem[]; styles: Record<string, PdfStyle> }>;
    getOperatorList(): Promise<unknown>;
    getViewport(options: { scale: number }): { width: number; height: number; transform: number[] };
    cleanup(): void;
  }
  export interface PdfDocument {
    numPages: number;
    getMetadata(): Promise<{ info: Record<string, unknown> }>;
    getPage(number: number): Promise<PdfPageProxy>;
  }
  export class PDFWorker { constructor(options: { port: Worker; verbosity: number }); }
  export function getDocument(options: { data: Uint8Array; worker: PDFWorker; verbosity: number; disableFontFace: boolean; useSystemFonts: boolean; stopAtErrors: boolean }): { promise: Promise<PdfDocument> };
}
