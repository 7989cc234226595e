// What several documents tell of an event: their sentences, by document; where they give it different dates, the dates side
// by side, each with those that give it.
import { documentOf, textOf } from './timeline';
import { element, marked, pointsOf } from './words';
import type { Say } from './labels';
import type { PageData, Span, TimelineEvent } from './timeline';

/** What tellings can do: find the sentence of a place in the article, and show words there. */
export interface TellingGuide { say: Say; data: PageData; sentenceAt(span: Span): Span | undefined; showWords(spans: Span[], scroll: boolean): void }

const mostShown = 6;  // documents, before the others are folded up

export class Tellings {
  constructor(private readonly guide: TellingGuide) {}

  /** "3 sources"; nothing where one document tells of it. */
  count(event: TimelineEvent): string { return this.guide.data.words?.sources?.[event.sources?.length ?? 0] ?? ''; }

  /** The sentences of all documents. */
  of(event: TimelineEvent): HTMLElement[] {
    const { say } = this.guide, accounts = event.accounts ?? [];
    const dated = new Set(accounts.flatMap(account => account.mentions.map(documentOf)));
    const others = this.byDocument(event, event.mentions.filter(mention => !dated.has(documentOf(mention))));
    const heading = accounts.length ? say('also-told') : this.count(event);
    return [...this.accounts(event), ...(heading && others.length ? [element('h3', heading)] : []), ...folded(others, say)];
  }

  private accounts(event: TimelineEvent): HTMLElement[] {
    if (!event.accounts) return [];
    const columns = event.accounts.map(account => {
      const date = element('p', account.when ?? '');
      date.className = 'date';
      return element('div', date, ...folded(this.byDocument(event, account.mentions), this.guide.say));
    });
    const beside = element('div', ...columns);
    beside.className = 'accounts';
    return [element('h3', this.guide.say('dates-differ')), beside];
  }

  /** Of each document that has one of `mentions`, what it is and its sentences. */
  private byDocument(event: TimelineEvent, mentions: Span[]): HTMLElement[] {
    const documents = new Map<number, Span[]>();
    for (const mention of mentions) documents.set(documentOf(mention), [...documents.get(documentOf(mention)) ?? [], mention]);
    return [...documents].map(([document, told]) => this.telling(event, document, told));
  }

  private telling(event: TimelineEvent, document: number, mentions: Span[]): HTMLElement {
    const { data, sentenceAt, showWords } = this.guide, { name, written } = data.words!.documents![document];
    const sentences = new Map(mentions.map(mention => sentenceAt(mention) ?? mention).map(span => [span.begin, span]));
    const link = element('button', name);
    link.className = 'words';
    link.addEventListener('click', () => showWords([...sentences.values()], true));
    const origin = element('p', link, written ? ` · ${written}` : '');
    origin.className = 'origin muted';
    const made = element('div', origin, ...[...sentences.values()].map(sentence => this.quote(event, sentence)));
    made.className = 'telling';
    return made;
  }

  private quote(event: TimelineEvent, sentence: Span): HTMLElement {
    const { timeline } = this.guide.data;
    const times = timeline.timexes.filter(time => event.timexes.includes(time.id)).map(time => time.span);
    const made = element('blockquote', ...marked(pointsOf(textOf(timeline, sentence)), sentence, [event.span, ...event.mentions, ...times]));
    made.lang = timeline.documents[documentOf(sentence)].language ?? '';
    return made;
  }
}

function folded(parts: HTMLElement[], say: Say): HTMLElement[] {
  if (parts.length <= mostShown + 1) return parts;
  return [...parts.slice(0, mostShown), element('details', element('summary', say('more-documents', String(parts.length - mostShown))), ...parts.slice(mostShown))];
}
