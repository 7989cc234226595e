// What the page and its worker say to each other.
import type { InputDocument, Rendered, RenderOptions } from '../module/annal';

/** A question to the worker: documents, and the format that they are wanted in. */
export interface Question { id: number; documents: InputDocument[]; options: RenderOptions }

/** What a page says of its text; `dct` and `language` of the first document. */
export interface Facts { events: number; documents: number; language: string; dct: { value?: string; source: string } }

/** `facts` are there for pages alone. */
export interface Drawn extends Rendered { facts?: Facts }

export type Answer =
  | { kind: 'progress'; share: number }
  | { kind: 'ready' }
  | { kind: 'broken'; message: string }
  | { kind: 'drawn'; id: number; drawn: Drawn }
  | { kind: 'failed'; id: number; message: string };
