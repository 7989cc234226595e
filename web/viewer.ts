// Enlivens a page that already shows everything: the picture, the article and the table come as plain markup, so that
// they can be read without this script. Whatever stands for an event carries data-event; hover, click or Enter on one
// lights up the others and opens its evidence.
import { Evidence } from './evidence';
import { colourChoice } from './colour';
import { Documents, takeTexts } from './documents';
import { copyLine, exportMenu } from './exports';
import { filterBar } from './filters';
import { button } from './form';
import { sayIn } from './labels';
import { Permalinks } from './permalink';
import { searchBar } from './search';
import { Sheet } from './sheet';
import { Story } from './story';
import { themeSwitch } from './theme';
import { bringIntoView, element, light, sentenceAt } from './words';
import { PagePicture } from './page_picture';
import { zoomBar } from './zoom_time';
import type { EditedTimeline } from './edited_timeline';
import type { PageData, TimelineEvent } from './timeline';

const isEditing = () => document.body.classList.contains('editing');

export function enliven(root: HTMLElement, data: PageData): void {
  const { timeline } = data, say = sayIn(data.words!.texts);
  takeTexts(root, timeline);
  const events = new Map(timeline.events.map(event => [event.id, event]));
  const all = (id: string) => root.querySelectorAll<HTMLElement>(`[data-event~="${CSS.escape(id)}"]`);
  let chosen = '';

  /** Lights up everything that stands for event `id`, and its sentence; none for ''. */
  function show(id: string): void {
    for (const lit of root.querySelectorAll('.lit,.lit-mark,.lit-sentence')) lit.classList.remove('lit', 'lit-mark', 'lit-sentence');
    if (!events.has(id)) return;
    for (const part of all(id)) {
      part.classList.add(part.classList.contains('ev') ? 'lit-mark' : 'lit');
      if (part.classList.contains('ev')) part.closest('.sent')?.classList.add('lit-sentence');
    }
  }

  const links = new Permalinks(timeline);
  const address = (name: string) => {
    try { history.replaceState(history.state, '', name ? `#${name}` : location.pathname + location.search); } catch { /* a page without an address of its own */ }
  };
  /** A button that copies the link to an event. */
  function share(event: TimelineEvent, story = false): HTMLElement {
    const link = () => `${location.href.replace(/#.*/, '')}#${story ? 'story-' : ''}${links.of(event)}`;
    const made = button(say('copy-link'), async () => {
      try {
        await navigator.clipboard.writeText(link());
        made.textContent = say('copied');
      } catch { made.replaceWith(copyLine(link(), say)); }
    });
    return made;
  }

  const evidence: Evidence = new Evidence({ say, data, go: id => { story.close(); choose(id, undefined, true); }, showWords: (spans, scroll) => { if (scroll) story.close(); light(root, spans, scroll); }, sentenceAt: span => sentenceAt(root, span) });
  new Documents(root, data, say);
  const tools = element('span');
  const sheet = new Sheet(root, say, { close: () => choose(''), step, tools: [tools] });
  function contentOf(event: TimelineEvent): Node[] {
    const words = root.querySelector(`.article [data-event~="${CSS.escape(event.id)}"]`);
    const source = event.source ? [element('p', say('said-by', event.source))] : [];
    const there = words && !event.sources ? [button(say('in-article'), () => bringIntoView(words))] : [];
    return [element('h2', event.title), element('p', evidence.facts(event)), ...evidence.told(event), ...source, ...there, ...evidence.why(event), ...evidence.order(event)];
  }

  /** Opens the evidence of an event, beside `at`, which stands for it; closes it for ''. */
  function choose(id: string, at?: Element, focus = false, x?: number): void {
    chosen = id;
    light(root, []);
    show(id);
    const event = events.get(id);
    if (isEditing()) return sheet.close();
    if (!event) sheet.close();
    else {
      tools.replaceChildren(share(event));
      sheet.open(contentOf(event), event.title, at ?? markOf(id), focus, x);
    }
    address(event ? links.of(event) : '');
  }
  /** What stands for the event where the reader looks: its mark in the picture, if that is in view, or its row. */
  function markOf(id: string): Element | undefined {
    return [...all(id)].find(part => part.getClientRects().length && part.closest('.picture')) ?? [...all(id)].find(part => part.getClientRects().length);
  }
  const order = () => [...root.querySelectorAll<HTMLElement>('tr[data-event]:not([hidden])')].map(row => row.dataset.event!).filter(id => events.has(id));
  function step(by: number): void {
    const ids = order(), to = ids[ids.indexOf(chosen) + by];
    if (to) choose(to, undefined, true);
  }

  const idOf = (target: EventTarget | null) => {
    const part = (target as Element | null)?.closest?.('[data-event]');
    return part ? part.getAttribute('data-event')!.split(' ')[0] : '';
  };
  root.addEventListener('mouseover', e => { const id = idOf(e.target); if (id) show(id); });
  root.addEventListener('mouseout', e => { if (idOf(e.target)) show(chosen); });
  /** The title at a place of the picture: between its lines, where a finger falls too. */
  const titleAt = ({ target, clientX: x, clientY: y }: MouseEvent) => [...(target as Element).closest('.picture')?.querySelectorAll('[data-event] text') ?? []].find(title => {
    const box = title.getBoundingClientRect();
    return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
  });
  root.addEventListener('click', e => {
    const at = idOf(e.target) ? e.target as Element : titleAt(e) ?? e.target as Element, id = idOf(at);
    if (!id || at.closest('.why')) return;
    const link = at.closest('a');
    if (link && !link.getAttribute('href')?.startsWith('#')) return;  // its owner's, out of the page
    if (link) e.preventDefault();
    // A click by keyboard has no place, and its reader goes on in the sheet.
    choose(id, at.closest('.ev') ?? at.closest('[data-event]')!, e.detail === 0, e.detail === 0 ? undefined : e.clientX);
  });
  keyboard(root, choose, show, idOf);

  const story: Story = new Story(root, data, order().map(id => events.get(id)!), say, evidence, {
    turned: event => {
      address(event ? `story-${links.of(event)}` : story.isOpen ? 'story' : '');
      if (!story.isOpen) opener.focus({ preventScroll: true });
    },
    share: event => share(event, true),
  });
  const opener = button(say('story'), () => { sheet.close(); story.open(events.get(chosen)); });
  const more = element('div', opener, ...themeSwitch(timeline, say), exportMenu(root, timeline, say));
  more.className = 'group more';
  const bar = root.querySelector<HTMLElement>('.bar')!;
  const rest = button(say('more-tools'), () => rest.setAttribute('aria-expanded', String(bar.classList.toggle('all-tools'))));
  rest.className = 'all-tools-button';  // on a narrow screen alone, which hides the rest
  rest.setAttribute('aria-expanded', 'false');
  more.append(rest);
  const picture = new PagePicture(root, timeline);
  root.addEventListener('annal-drawn', () => show(chosen));
  root.addEventListener('annal-edited', e => {
    const { detail } = e as CustomEvent<EditedTimeline>;
    picture.replace(detail.timeline, detail.ids);
  });
  bar.replaceChildren(searchBar(root, say), filterBar(root, data, say, only => picture.filter(only), colourChoice(data, say, picture)), zoomBar(root, timeline, picture, say), more);
  bar.hidden = false;

  /** Goes where the address leads: to an event, the story, or the picture alone. */
  function follow(): void {
    if (!root.isConnected) return;
    let name = '';
    try { name = decodeURIComponent(location.hash.slice(1)); } catch { /* no name of ours */ }
    document.documentElement.classList.toggle('embedded', name === 'embed');
    bar.parentElement!.querySelector('.gone')?.remove();
    if (name === 'story') return story.open();
    const ofStory = name.startsWith('story-'), id = links.find(name.replace(/^story-/, ''));
    if (ofStory) return id && story.tells(id) ? story.open(events.get(id)) : gone();
    if (id === undefined) return;
    const at = markOf(id);
    if (!id || !at) return gone();
    if (at.getBoundingClientRect().bottom > innerHeight * 0.5 || at.getBoundingClientRect().top < 0) at.scrollIntoView({ block: 'center' });
    choose(id, at);
  }
  function gone(): void {
    const notice = element('p', say('link-gone'));
    notice.className = 'gone';
    notice.setAttribute('role', 'status');
    bar.after(notice);
  }
  addEventListener('hashchange', follow);
  if (root.dataset.view === 'story' && !location.hash) story.open();
  else follow();
}

/** One tab stop for the picture; arrows go from event to event. Each event word of the article is a stop of its own. */
function keyboard(root: HTMLElement, choose: (id: string, at?: Element, focus?: boolean) => void, show: (id: string) => void, idOf: (target: EventTarget | null) => string): void {
  for (const picture of root.querySelectorAll<SVGElement>('.picture svg')) {
    let marks: SVGElement[] = [];
    const drawn = () => {
      marks = [...picture.querySelectorAll<SVGElement>('[data-event]')];
      marks.forEach((mark, i) => mark.setAttribute('tabindex', i === 0 ? '0' : '-1'));
    };
    drawn();
    root.addEventListener('annal-drawn', drawn);
    picture.addEventListener('keydown', e => {
      const at = marks.indexOf((e.target as Element).closest('[data-event]') as SVGElement);
      const seen = (i: number, step: number): number => {
        while (marks[i] && marks[i].classList.contains('off')) i += step;
        return marks[i] ? i : at;
      };
      const to = e.key === 'ArrowDown' || e.key === 'ArrowRight' ? seen(at + 1, 1)
        : e.key === 'ArrowUp' || e.key === 'ArrowLeft' ? seen(at - 1, -1)
        : e.key === 'Home' ? seen(0, 1) : e.key === 'End' ? seen(marks.length - 1, -1) : -1;
      if (at < 0 || to < 0) return;
      e.preventDefault();
      marks[at].setAttribute('tabindex', '-1');
      marks[to].setAttribute('tabindex', '0');
      marks[to].focus();
    });
  }
  for (const mark of root.querySelectorAll<HTMLElement>('.ev')) { mark.tabIndex = 0; mark.setAttribute('role', 'button'); }
  root.addEventListener('focusin', e => { const id = idOf(e.target); if (id && !(e.target as Element).closest('.why')) show(id); });
  root.addEventListener('keydown', e => {
    if (e.key === 'Escape') choose('');
    const id = idOf(e.target);
    if ((e.key === 'Enter' || e.key === ' ') && id && !(e.target as Element).closest('a,button,select,input,summary')) { e.preventDefault(); choose(id, e.target as Element, true); }
  });
}
