// "Why this date?" and "before or after that?": the words of the text that an event rests on, and those that force the order
// of two, in the reader's language.
import { sureness } from './certainty';
import { sayNodes } from './labels';
import { Tellings } from './tellings';
import { documentOf, textOf } from './timeline';
import { element, marked, pointsOf, quote } from './words';
import type { Say, Word } from './labels';
import type { TellingGuide } from './tellings';
import type { Pair, Relation, Span, Step, TimelineEvent } from './timeline';

/** What the evidence of a page can do besides: go to an event. */
export interface Guide extends TellingGuide { go(id: string): void }

const inverse: Record<string, string> = {
  BEFORE: 'after', AFTER: 'before', IBEFORE: 'iafter', IAFTER: 'ibefore', INCLUDES: 'is-included', IS_INCLUDED: 'includes', SIMULTANEOUS: 'simultaneous',
  IDENTITY: 'identity', DURING: 'includes', BEGINS: 'begun-by', BEGUN_BY: 'begins', ENDS: 'ended-by', ENDED_BY: 'ends',
};
const reasons: Record<string, Word> = {
  tense: 'reason-tense', reporting: 'reason-reporting', narrative: 'reason-narrative', identity: 'reason-identity', world: 'reason-world', model: 'reason-model',
};
const claims: Record<string, Word> = {
  value: 'claim-is', inside: 'claim-inside', 'same-time': 'claim-same', meets: 'claim-meets', before: 'claim-before', 'begins-before-end': 'claim-overlaps',
  'begins-by': 'claim-begins-by', 'ends-by': 'claim-ends-by', 'begins-from': 'claim-begins-from', 'begins-until': 'claim-begins-until',
  'ends-from': 'claim-ends-from', 'ends-until': 'claim-ends-until', 'lasts-at-least': 'claim-lasts-at-least', 'lasts-at-most': 'claim-lasts-at-most',
  'at-least-before': 'claim-apart-least', 'at-most-after': 'claim-apart-most',
};

type Part = Node | string;

export class Evidence {
  private readonly titles: Map<string, string>;
  private readonly times;
  private readonly kinds: Map<string | undefined, string>;
  private readonly tellings: Tellings;
  constructor(private readonly guide: Guide) {
    const { timeline } = guide.data;
    this.tellings = new Tellings(guide);
    this.titles = new Map(timeline.events.map(e => [e.id, e.title]));
    this.times = new Map(timeline.timexes.map(t => [t.id, t]));
    this.kinds = new Map((timeline.evidence ?? []).map(e => [e.rule, e.kind]));
  }

  /** "12 Mar 2024 · reported · date certain · 3 sources · p. 12". */
  facts(event: TimelineEvent): string {
    const { say } = this.guide;
    return [event.when || say('no-date'), event.factuality === 'fact' ? '' : say(event.factuality as Word), event.when ? say(sureness(event.certainty)) : '', this.tellings.count(event), event.span.page ? say('page', String(event.span.page)) : ''].filter(part => part).join(' · ');
  }

  /** The sentences that tell of the event, its own words and its dates marked; none where the text does not. */
  told(event: TimelineEvent): HTMLElement[] {
    const { timeline } = this.guide.data;
    if (event.sources) return this.tellings.of(event);
    if (!event.sentence || event.sentence.end <= event.sentence.begin) return [];
    const spans = [event.span, ...event.mentions, ...event.timexes.flatMap(id => this.times.get(id)?.span ?? [])];
    const made = element('blockquote', ...marked(pointsOf(timeline.documents[0].text), event.sentence, spans));
    made.lang = timeline.documents[0].language ?? '';
    return [made];
  }

  /** The reasons for the event's date, or for its place where it has none. */
  why(event: TimelineEvent): HTMLElement[] {
    const { say } = this.guide, list = element('ul');
    const item = (...parts: Part[]) => list.append(element('li', ...parts));
    if (event.edited?.includes('date')) item(say('reason-edited'));
    const related = this.guide.data.timeline.relations.filter(relation => relation.from === event.id || relation.to === event.id);
    const other = (relation: Relation) => (relation.from === event.id ? relation.to : relation.from);
    for (const id of event.timexes) if (this.times.has(id)) item(...this.timeSays(id, related.find(relation => other(relation) === id)?.evidence));
    for (const relation of related) {
      const id = other(relation);
      if (!relation.evidence || relation.rule === 'calendar-order' || this.times.has(id) || (id === 't0' && event.timexes.length)) continue;
      const kind = relation.from === event.id ? relation.type.toLowerCase().replace(/_/g, '-') : inverse[relation.type];
      item(`${say(`relation-${kind}` as Word)} ${this.name(id)}: `, ...this.because(this.kinds.get(relation.rule), relation.evidence));
    }
    if (!list.children.length) item(event.when ? say('reason-inferred') : say('no-reason'));
    return [element('h3', say(event.when ? 'why' : 'why-here')), list];
  }

  /** A choice of another event, and below it which of the two came first, and why; nothing where no order was looked for. */
  order(event: TimelineEvent): HTMLElement[] {
    const { say, data, go, showWords } = this.guide;
    const pairs = (data.proofs?.pairs ?? []).filter(pair => pair.a === event.id || pair.b === event.id);
    if (!pairs.length) return [];
    const other = (pair: Pair) => (pair.a === event.id ? pair.b : pair.a);
    const select = document.createElement('select');
    select.setAttribute('aria-label', say('which-first'));
    select.append(new Option(say('choose-event'), ''), ...pairs.map(pair => new Option(this.titles.get(other(pair)) ?? '', other(pair))));
    const chain = element('div');
    chain.className = 'chain';
    chain.setAttribute('aria-live', 'polite');
    select.addEventListener('change', () => {
      chain.replaceChildren();
      const pair = pairs.find(p => other(p) === select.value);
      if (!pair) return;
      const steps = pair.steps.map(i => data.proofs!.steps[i]), list = element('ol', ...this.lines(steps).map(parts => element('li', ...parts)));
      const there = element('button', say('go-there'));
      there.addEventListener('click', () => go(select.value));
      chain.append(element('p', say(`proof-${pair.verdict.replace(' ', '-')}` as Word, this.name(pair.a), this.name(pair.b))));
      if (list.children.length) chain.append(list);
      chain.append(there);
      showWords(steps.flatMap(step => step.words ?? []), false);
    });
    return [element('h3', say('which-first')), select, chain];
  }

  /** The steps of a proof. What a time expression is stands where it is named. */
  private lines(steps: Step[]): Part[][] {
    const { say } = this.guide;
    const named = new Set(steps.filter(step => step.claim !== 'value').flatMap(step => [step.a, step.b]));
    const shown = steps.filter(step => claims[step.claim] && !(step.a === 't0' && step.claim.startsWith('lasts')) && !(step.claim === 'value' && named.has(step.a)) && !(/^at-most|^lasts|-(from|until)$/.test(step.claim) && !step.at));
    return shown.map(step => {
      if (step.claim === 'value') return this.timeSays(step.a, step.words);
      if (step.claim === 'inside' && this.times.has(step.b!)) return [`${this.name(step.a)} – `, ...this.timeSays(step.b!, step.words)];
      const word = step.claim === 'at-least-before' && !step.at ? 'claim-before' : claims[step.claim];
      const statement = say(word, this.dated(step.a), step.b ? this.dated(step.b) : step.at ?? '', step.at ?? '');
      return [statement, ...(step.words || step.kind === 'edited' ? [': ', ...this.because(step.kind, step.words)] : [])];
    });
  }

  /** "12 Mar 2024: the text says: “on Tuesday”, counted from 12 March 2024". */
  private timeSays(id: string, words?: Span): Part[] {
    const { say, data } = this.guide, time = this.times.get(id)!, date = data.words?.times?.[id], { anchor } = time;
    const said = this.words(words ?? time.span), origin = data.words?.documents?.[documentOf(time.span)], written = origin ? origin.written : data.words?.written;
    const counted = !anchor || anchor === id ? sayNodes(say, 'says', said)
      : anchor === 't0' && written ? sayNodes(say, 'says-counted', said, written)
      : sayNodes(say, 'says-counted-words', said, anchor === 't0' ? say('the-day-of-writing') : this.dated(anchor));
    const from = origin ? [` (${origin.name})`] : [];
    return date ? [element('b', date), ': ', ...counted, ...from] : [...counted, ...from];
  }

  private because(kind: string | undefined, words?: Span): Part[] {
    const { say } = this.guide;
    if (kind === 'edited' || !words) return [say(kind === 'edited' ? 'reason-edited' : 'reason-inferred')];
    return sayNodes(say, reasons[kind ?? ''] ?? 'says', this.words(words));
  }

  /** Quoted words of the text, which a click shows there. */
  private words(span: Span): HTMLElement {
    const { say, data, showWords } = this.guide;
    const made = element('button', say('quotes', quote(textOf(data.timeline, span), span)));
    made.className = 'words';
    made.addEventListener('click', () => showWords([span], true));
    return made;
  }

  private name(id: string): string {
    const { say, data } = this.guide, time = this.times.get(id);
    if (id === 't0') return data.words?.written ?? say('the-day-of-writing');
    return say('quotes', this.titles.get(id) ?? time?.text.replace(/\s+/g, ' ') ?? id);
  }
  /** The name; of words that are a date with this date. */
  private dated(id: string): string {
    const date = this.guide.data.words?.times?.[id];
    return this.name(id) + (date ? ` (${date})` : '');
  }
}
