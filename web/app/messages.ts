// What the page and its worker say to each other.
import type { Facts } from './facts';
import type { InputDocument, Rendered, RenderOptions } from '../module/annal';

/** A question to the worker: documents, and the format that they are wanted in. */
export interface Question { id: number; documents: InputDocument[]; options: RenderOptions }

/** `facts` are there for pages alone. */
export interface Drawn extends Rendered { facts?: Facts }

export type Answer =
  | { kind: 'progress'; share: number }
  | { kind: 'ready' }
  | { kind: 'kept' }
  | { kind: 'broken'; message: string }
  | { kind: 'drawn'; id: number; drawn: Drawn }
  | { kind: 'failed'; id: number; message: string };
