// "Why is this here?" and "before that?": the evidence of one event, and the chain that forces the order of two.
import { element, quote } from './words';
import type { PageData, Relation, Span, Step, TimelineEvent } from './timeline';

const words: Record<string, string> = {
  BEFORE: 'before', AFTER: 'after', IBEFORE: 'right before', IAFTER: 'right after', INCLUDES: 'holds', IS_INCLUDED: 'lies in',
  SIMULTANEOUS: 'at the same time as', IDENTITY: 'the same as', DURING: 'lasts through', BEGINS: 'begins', BEGUN_BY: 'begins with',
  ENDS: 'ends', ENDED_BY: 'ends with',
};

export function explain(panel: HTMLElement, event: TimelineEvent, data: PageData, light: (spans: Span[]) => void, choose: (id: string) => void): void {
  const { timeline, proofs } = data;
  const text = timeline.documents[0].text;
  const titles = new Map(timeline.events.map(e => [e.id, e.title]));
  const times = new Map(timeline.timexes.map(t => [t.id, t]));
  const name = (id: string) => titles.get(id) ?? (times.get(id) ? `“${times.get(id)!.text}”` : 'the day of writing');

  /** An item of a list that lights up its words. */
  const item = (line: string, span?: Span): HTMLElement => {
    const li = element('li', line);
    if (!span) return li;
    const show = element('button', quote(text, span));
    show.addEventListener('click', () => light([span]));
    li.append(' ', show);
    return li;
  };

  panel.append(element('h2', event.title));
  panel.append(element('p', `${event.when || 'undated'} · ${event.factuality}${event.source ? ` (${event.source})` : ''} · date ${Math.round(event.certainty * 100)} % sure`));
  if (event.sentence) panel.append(element('p', element('q', quote(text, event.sentence))));

  panel.append(element('h3', 'Why is this here?'));
  const reasons = element('ul');
  for (const id of event.timexes) {
    const time = times.get(id);
    if (time) reasons.append(item(`${time.value}${time.reading ? `, ${time.reading}` : ''}:`, time.span));
  }
  const related = (relation: Relation) => relation.from === event.id || relation.to === event.id;
  for (const relation of timeline.relations.filter(related)) {
    const line = `${name(relation.from)} ${words[relation.type] ?? relation.type} ${name(relation.to)} (${relation.rule ?? relation.origin})`;
    reasons.append(item(line, relation.evidence));
  }
  if (!reasons.children.length) reasons.append(element('li', 'The text does not say when; it stands by its place in the text.'));
  panel.append(reasons);

  const pairs = (proofs?.pairs ?? []).filter(pair => pair.a === event.id || pair.b === event.id);
  if (!pairs.length) return;
  panel.append(element('h3', 'And before or after that?'));
  const select = document.createElement('select');
  select.setAttribute('aria-label', 'the other event');
  select.append(new Option('choose another event', ''));
  const other = (pair: { a: string; b: string }) => (pair.a === event.id ? pair.b : pair.a);
  for (const pair of pairs) select.append(new Option(name(other(pair)), other(pair)));
  const chain = element('div');
  chain.className = 'chain';
  chain.setAttribute('aria-live', 'polite');
  select.addEventListener('change', () => {
    chain.replaceChildren();
    const pair = pairs.find(p => other(p) === select.value);
    if (!pair) return;
    const steps: Step[] = pair.steps.map(i => proofs!.steps[i]);
    chain.append(element('p', readable(pair.summary.replace(/\be\d+ (?=["“])/g, ''))));
    const list = element('ol');
    for (const step of steps) list.append(item(`${readable(step.claim)}${step.rule ? ` (${step.rule})` : ''}`, step.words));
    if (steps.length) chain.append(list);
    const go = element('button', 'Go to that event');
    go.addEventListener('click', () => choose(select.value));
    chain.append(go);
    light(steps.flatMap(step => (step.words ? [step.words] : [])));
  });
  panel.append(select, chain);

  /** "e3 lies in t2" with the titles and words that the ids stand for. */
  function readable(claim: string): string {
    return claim.replace(/\b[et]\d+\b/g, id => (id === 't0' ? 'the day of writing' : titles.has(id) ? `“${titles.get(id)}”` : name(id)));
  }
}
