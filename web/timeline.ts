// The part of Annal's JSON timeline (annal schema) that the viewer reads. Offsets are Unicode code points.
// A span of a timeline of several documents names its document, unless it is the first.
export interface Span { begin: number; end: number; document?: number; page?: number }
export interface Ends { earliest?: string; latest?: string }
export interface Dated { start: Ends; end: Ends; when?: string; edtf?: string }
export interface TimeExpression { id: string; span: Span; text: string; value: string; reading?: string; anchor?: string }
/** A date that some of several documents give to an event, where others give another; `mentions` are where they do. */
export interface Account extends Dated { mentions: Span[] }
export interface TimelineEvent extends Dated {
  id: string; span: Span; title: string; factuality: string; source?: string; salience: number; certainty: number; shown: boolean; lane?: string;
  sentence?: Span; mentions: Span[]; timexes: string[]; position: number; rank: number; precedes: string[];
  sources?: number[]; accounts?: Account[]; colour?: string; note?: string; link?: string; image?: string; visibility?: string; edited?: string[];
}
export interface Relation { from: string; to: string; type: string; origin: string; rule?: string; trust: number; evidence?: Span }
export interface Presentation { title?: string; subtitle?: string; credit?: string; note?: string; theme?: string }
export interface Document { id: string; title?: string; language?: string; dct: { value?: string }; text: string; blocks: { kind: string; span: Span }[] }
export interface Timeline {
  schema: string; version: number; documents: Document[]; presentation?: Presentation; lanes?: string;
  timexes: TimeExpression[]; events: TimelineEvent[]; relations: Relation[]; evidence?: { rule?: string; kind: string }[];
}

/** A step of a proof: what it claims of `a` and `b`, why (a kind of evidence), and the words of the text that it rests on. */
export interface Step { claim: string; kind?: string; a: string; b?: string; at?: string; words?: Span }
/** Which of the events `a` and `b` came first; `steps` are indices into `Proofs.steps`. */
export interface Pair { a: string; b: string; verdict: string; steps: number[] }
export interface Proofs { steps: Step[]; pairs: Pair[] }

/** What the page needs to change the timeline: the edits file with its text, and how dates are written in the article's language. */
export interface EditData { file: string; text?: string; language: string; labels: Record<string, string>; quotes?: { words: string; occurrence?: number; head?: string; sentence?: string }[]; draft?: unknown[] }

/** The page's own words, the day of writing and the dates of time expressions in the reader's language. Of several documents the short name and the day of writing of each, and "3 sources" by their number. */
export interface PageWords { language: string; texts: Record<string, string>; written?: string; times?: Record<string, string>; documents?: { name: string; written?: string }[]; sources?: Record<string, string> }

/** `edits` is null where a page would be edited but holds several documents, each of which has edits of its own. */
export interface PageData { words?: PageWords; timeline: Timeline; proofs?: Proofs; edits?: EditData | null }

/** The index of the document in which `span` counts. */
export const documentOf = (span?: Span): number => span?.document ?? 0;
/** The text that `span` is a part of. */
export const textOf = (timeline: Timeline, span: Span): string => timeline.documents[documentOf(span)].text;
