// The article as paragraphs with its sentences, dates and events marked, from the JSON alone. The page that annal writes has
// this already (render/page/article.cc).
import { element } from './words';
import type { Span, Timeline } from './timeline';

/** The paragraphs of the text; events that are not `shown` are not marked. */
export function articleOf(timeline: Timeline, shown: Set<string>): HTMLElement[] {
  const [{ text, blocks }] = timeline.documents;
  const points = [...text];
  const events = timeline.events.filter(event => shown.has(event.id)).flatMap(event => event.mentions.map(span => ({ id: event.id, span })));
  const sentences = timeline.events.flatMap(event => (event.sentence ? [event.sentence] : []));
  const spans: Span[] = [...events.map(event => event.span), ...timeline.timexes.map(time => time.span), ...sentences];
  const paragraphs: HTMLElement[] = [];
  for (const { kind, span: { begin, end } } of blocks) {
    const inside = [...new Set([begin, end, ...spans.flatMap(span => [span.begin, span.end])])].filter(at => at >= begin && at <= end).sort((a, b) => a - b);
    const paragraph = element(kind === 'title' ? 'h3' : 'p');
    paragraph.dataset.begin = String(begin);
    let sentence: Span | undefined, around: HTMLElement = paragraph;
    for (let i = 0; i + 1 < inside.length; i++) {
      const [from, to] = [inside[i], inside[i + 1]];
      const covers = (span: Span) => span.begin <= from && to <= span.end;
      const here = sentences.find(covers);
      if (here?.begin !== sentence?.begin || !here) {
        sentence = here;
        around = here ? element('span') : paragraph;
        if (here) { around.className = 'sent'; paragraph.append(around); }
      }
      let part: Node = document.createTextNode(points.slice(from, to).join(''));
      const wrap = (classes: string) => { const made = element('span', part); made.className = classes; part = made; return made; };
      if (timeline.timexes.some(time => covers(time.span))) wrap('tx');
      const ids = events.filter(event => covers(event.span)).map(event => event.id);
      if (ids.length) wrap('ev').setAttribute('data-event', [...new Set(ids)].join(' '));
      around.append(part);
    }
    paragraphs.push(paragraph);
  }
  return paragraphs;
}
