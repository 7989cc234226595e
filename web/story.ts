// The timeline as a story: one event a slide, with its date, headline, sentence and source. Arrow keys, buttons and a swipe
// turn; the strip at the foot shows where one is, and leads to any slide.
import { button } from './form';
import { element } from './words';
import type { Evidence } from './evidence';
import type { Say, Word } from './labels';
import type { PageData, TimelineEvent } from './timeline';

export interface StoryActions { /** The slide changed; none: the story was closed. */ turned(event?: TimelineEvent): void; share(event: TimelineEvent): HTMLElement }

const swipe = 48;  // px that a finger must go

export class Story {
  private readonly element = element('section');
  private readonly slide = element('div');
  private readonly strip = element('div');
  private readonly back: HTMLButtonElement;
  private readonly on: HTMLButtonElement;
  private readonly count = element('span');
  private at = -1;  // the slide of the title

  constructor(private readonly root: HTMLElement, private readonly data: PageData, private readonly events: TimelineEvent[], private readonly say: Say, private readonly evidence: Evidence, private readonly actions: StoryActions) {
    this.element.className = 'story';
    this.element.hidden = true;
    this.element.setAttribute('role', 'region');
    this.element.setAttribute('aria-label', say('story'));
    this.slide.className = 'slide';
    this.slide.tabIndex = 0;
    this.slide.setAttribute('role', 'group');
    this.slide.setAttribute('aria-live', 'polite');
    this.strip.className = 'strip';
    this.back = button('', () => this.turn(this.at - 1));
    this.on = button('', () => this.turn(this.at + 1));
    this.back.className = 'turn back';
    this.on.className = 'turn on';
    this.count.className = 'muted count';
    const head = element('div', this.count, button(say('whole-page'), () => this.close()));
    head.className = 'story-head';
    events.forEach((event, i) => {
      const step = button('', () => this.turn(i), `${i + 1}. ${event.when ? `${event.when}: ` : ''}${event.title}`);
      step.title = step.getAttribute('aria-label')!;
      this.strip.append(step);
    });
    if (events.length > 60) this.strip.hidden = true;  // too narrow to hit: the count says it
    this.element.append(head, this.slide, this.back, this.on, this.strip);
    this.listen();
  }

  get isOpen(): boolean { return !this.element.hidden; }

  /** Whether the event `id` has a slide. */
  tells(id: string): boolean { return this.events.some(event => event.id === id); }

  /** Opens at an event, or at the title. */
  open(event?: TimelineEvent): void {
    if (!this.element.isConnected) this.root.append(this.element);
    this.element.hidden = false;
    this.cover(true);
    this.turn(event ? this.events.indexOf(event) : -1);
  }
  close(): void {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.cover(false);
    this.actions.turned();
  }
  /** What lies below the story can be neither scrolled nor reached. */
  private cover(on: boolean): void {
    document.documentElement.classList.toggle('in-story', on);
    for (const part of this.root.children) if (part !== this.element) (part as HTMLElement).inert = on;
  }

  private turn(to: number): void {
    if (to < -1 || to >= this.events.length) return;
    const forward = to >= this.at;
    this.at = to;
    const event = this.events[to] as TimelineEvent | undefined;
    this.slide.replaceChildren(event ? this.slideOf(event) : this.titleSlide());
    this.slide.classList.remove('came-on', 'came-back');
    void this.slide.offsetWidth;  // so that the movement begins anew
    this.slide.classList.add(forward ? 'came-on' : 'came-back');
    this.slide.scrollTop = 0;
    this.slide.setAttribute('aria-label', event?.title ?? this.title);
    this.count.textContent = event ? this.say('slide', String(to + 1), String(this.events.length)) : '';
    [...this.strip.children].forEach((step, i) => {
      step.classList.toggle('done', i < to);
      if (i === to) step.setAttribute('aria-current', 'step');
      else step.removeAttribute('aria-current');
    });
    this.label(this.back, 'previous-event', to - 1, '‹');
    this.label(this.on, 'next-event', to + 1, '›');
    this.slide.focus({ preventScroll: true });
    this.actions.turned(event);
  }

  /** An arrow that says what it leads to. */
  private label(made: HTMLButtonElement, word: Word, to: number, arrow: string): void {
    const event = this.events[to] as TimelineEvent | undefined;
    const part = (name: string, text: string) => {
      const span = element('span', text);
      span.className = name;
      return span;
    };
    const sign = part('arrow', arrow);
    sign.setAttribute('aria-hidden', 'true');
    made.hidden = to < -1 || to >= this.events.length;
    made.replaceChildren(sign, part('unseen', `${this.say(word)}: `), part('when', event?.when ?? ''), part('what', event?.title ?? this.title));
  }

  private get title(): string { return this.root.querySelector('h1')?.textContent ?? ''; }

  private titleSlide(): HTMLElement {
    const words = (selector: string) => this.root.querySelector(selector)?.textContent ?? '';
    const about = document.querySelector<HTMLMetaElement>('meta[name=description]')?.content ?? '';
    const hint = element('p', this.say('slide-hint'));
    hint.className = 'muted';
    const begin = button(this.say('begin'), () => this.turn(0));
    begin.className = 'begin';
    const subtitle = words('main>.subtitle'), made = element('div', element('h2', this.title), ...[subtitle, about === subtitle ? '' : about].filter(part => part).map(part => element('p', part)), begin, hint);
    made.className = 'opening';
    return made;
  }

  private slideOf(event: TimelineEvent): HTMLElement {
    const { say, evidence } = this, document_ = this.data.timeline.documents[0].title;
    const date = element('p', event.when || say('no-date')), headline = element('h2', event.title);
    date.className = 'date';
    if (event.factuality !== 'fact') {
      const status = element('span', say(event.factuality as Word));
      status.className = 'status';
      date.append(' ', status);
    }
    // Of several documents, each sentence stands with the name of its own.
    const origin = event.sources || document_ === this.title ? '' : document_;
    const source = element('p', [event.source && say('said-by', event.source), origin].filter(part => part).join(' · '));
    source.className = 'muted';
    const made = element('article', date, headline, ...evidence.told(event), ...(source.textContent ? [source] : []), ...this.extras(event));
    const why = element('details', element('summary', say(event.when ? 'why' : 'why-here')), ...evidence.why(event).slice(1));
    const foot = element('div', why, this.actions.share(event));
    foot.className = 'slide-foot';
    made.append(foot);
    if (this.at === this.events.length - 1) {
      const end = [...this.root.querySelectorAll<HTMLElement>('main>.note,main>.credit')].map(part => element('p', part.textContent ?? ''));
      for (const part of end) part.className = 'muted';
      made.append(...end, button(say('from-the-start'), () => this.turn(-1)));
    }
    return made;
  }

  /** The picture, note and link that the owner gave to the event. */
  private extras(event: TimelineEvent): Node[] {
    const made: Node[] = [];
    if (event.image && /^data:image\//i.test(event.image)) {
      const image = document.createElement('img');
      image.src = event.image;
      image.alt = '';
      made.push(image);
    }
    if (event.note) made.push(element('p', event.note));
    if (event.link && /^https?:\/\//i.test(event.link)) {
      const link = element('a', this.say('opens-elsewhere'));
      link.setAttribute('href', event.link);
      link.setAttribute('rel', 'noopener');
      made.push(element('p', link));
    }
    return made;
  }

  private listen(): void {
    document.addEventListener('keydown', e => {
      if (!this.isOpen || !this.element.isConnected || e.ctrlKey || e.metaKey || e.altKey || document.querySelector('dialog[open]')) return;
      const turns: Record<string, number> = { ArrowRight: this.at + 1, PageDown: this.at + 1, ArrowLeft: this.at - 1, PageUp: this.at - 1, Home: -1, End: this.events.length - 1 };
      if (e.key === 'Escape') this.close();
      else if (e.key in turns) this.turn(turns[e.key]);
      else return;
      e.preventDefault();
    });
    let from: Touch | undefined;
    this.element.addEventListener('touchstart', e => { from = e.touches.length === 1 ? e.touches[0] : undefined; }, { passive: true });
    this.element.addEventListener('touchend', e => {
      if (!from || getSelection()?.toString()) return;
      const [x, y] = [e.changedTouches[0].clientX - from.clientX, e.changedTouches[0].clientY - from.clientY];
      if (Math.abs(x) > swipe && Math.abs(x) > 2 * Math.abs(y)) this.turn(this.at + (x < 0 ? 1 : -1));
    });
  }
}
