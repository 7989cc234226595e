// The part of Annal's JSON timeline (annal schema) that the viewer reads. Offsets are Unicode code points.
export interface Span { begin: number; end: number }
export interface Ends { earliest?: string; latest?: string }
export interface TimeExpression { id: string; span: Span; text: string; value: string; reading?: string }
export interface TimelineEvent {
  id: string; span: Span; title: string; factuality: string; source?: string; salience: number; certainty: number; shown: boolean; lane?: string;
  start: Ends; end: Ends; when?: string; sentence?: Span; mentions: Span[]; timexes: string[]; position: number; rank: number; precedes: string[];
}
export interface Relation { from: string; to: string; type: string; origin: string; rule?: string; trust: number; evidence?: Span }
export interface Document { title?: string; dct: { value?: string }; text: string; blocks: { kind: string; span: Span }[] }
export interface Timeline {
  schema: string; version: number; documents: Document[];
  timexes: TimeExpression[]; events: TimelineEvent[]; relations: Relation[];
}

/** A step of a proof: what it claims and the words of the text that it rests on. */
export interface Step { claim: string; rule?: string; trust: number; words?: Span }
/** Why events `a` and `b` stand in their order; `steps` are indices into `Proofs.steps`. */
export interface Pair { a: string; b: string; summary: string; steps: number[] }
export interface Proofs { steps: Step[]; pairs: Pair[] }

export interface PageData { timeline: Timeline; proofs?: Proofs }
