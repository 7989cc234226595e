// The documents of a page of several, as tabs: a row of a few, a list with a field that finds them of more. The page comes
// with all of them one below the other, so that they can be read without this script.
import { button } from './form';
import { fold } from './search';
import { element } from './words';
import type { Say } from './labels';
import type { PageData, Timeline } from './timeline';

const mostInRow = 6;

const panelsOf = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('.documents>[data-document]')];

/** Gives each document its text, which a page of several documents holds in its elements alone. */
export function takeTexts(root: HTMLElement, timeline: Timeline): void {
  panelsOf(root).forEach((panel, i) => { timeline.documents[i].text ??= panel.querySelector('.text')!.textContent!; });
}

export class Documents {
  private readonly panels: HTMLElement[];
  private readonly tabs: HTMLButtonElement[] = [];
  private readonly list = element('div');
  private readonly input = document.createElement('input');
  private readonly count = element('output');

  constructor(root: HTMLElement, private readonly data: PageData, private readonly say: Say) {
    this.panels = panelsOf(root);
    const section = root.querySelector('.documents'), heading = section?.querySelector('h2');
    if (!section || !heading || this.panels.length < 2) return;
    this.list.className = 'tabs';
    this.list.setAttribute('role', 'tablist');
    this.list.setAttribute('aria-label', heading.textContent!);
    this.panels.forEach((panel, i) => this.addTab(panel, i));
    const many = this.panels.length > mostInRow, choice = element('div', ...(many ? [this.finder()] : []), this.list);
    choice.className = 'choice';
    section.classList.toggle('many', many);
    if (many) this.list.setAttribute('aria-orientation', 'vertical');
    heading.after(choice);
    this.list.addEventListener('keydown', e => this.turn(e));
    section.addEventListener('annal-open', e => this.open(this.panels.indexOf(e.target as HTMLElement), true));
    if (data.edits === null) section.append(this.note());
    this.open(0);
  }

  /** Why this page is no editor. */
  private note(): HTMLElement {
    const made = element('p', this.say('edits-apart'));
    made.className = 'apart muted';
    return made;
  }

  private addTab(panel: HTMLElement, i: number): void {
    const { title } = this.data.timeline.documents[i], { name, written } = this.data.words!.documents![i];
    const part = (kind: string, text?: string) => {
      const made = element('span', text ?? '');
      made.className = kind;
      return made;
    };
    const tab = button('', () => this.open(i));
    tab.append(...[part('name', name), part('title', title === name ? '' : title), part('day', written)].filter(one => one.textContent).flatMap((one, at) => (at ? [' ', one] : [one])));
    tab.id = `document-${i}-tab`;
    tab.setAttribute('role', 'tab');
    panel.id = `document-${i}`;
    tab.setAttribute('aria-controls', panel.id);
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    panel.tabIndex = 0;
    this.tabs.push(tab);
    this.list.append(tab);
  }

  /** A field that leaves the tabs whose words hold what is written there. */
  private finder(): HTMLElement {
    this.input.type = 'search';
    this.input.name = 'document-words';
    this.input.addEventListener('input', () => this.find());
    this.count.className = 'muted';
    return element('label', this.say('find-document'), this.input, this.count);
  }
  private find(): void {
    const wanted = fold(this.input.value.trim());
    for (const tab of this.tabs) tab.hidden = !fold(tab.textContent!).includes(wanted);
    this.count.textContent = wanted ? this.say('hits', String(this.seen().length), String(this.tabs.length)) : '';
    this.keepStop();
  }
  private seen(): HTMLButtonElement[] { return this.tabs.filter(tab => !tab.hidden); }
  /** One tab takes the focus by the Tab key: the one that is open, or the first of those found. */
  private keepStop(): void {
    const open = this.tabs.find(tab => tab.getAttribute('aria-selected') === 'true' && !tab.hidden) ?? this.seen()[0];
    for (const tab of this.tabs) tab.tabIndex = tab === open ? 0 : -1;
  }

  /** Opens the document `at`; with `found`, it stays in the list although other words are looked for. */
  private open(at: number, found = false): void {
    this.panels.forEach((panel, i) => { panel.hidden = i !== at; });
    this.tabs.forEach((tab, i) => tab.setAttribute('aria-selected', String(i === at)));
    if (found && this.tabs[at].hidden) {
      this.input.value = '';
      this.find();
    }
    this.keepStop();
    const { list } = this, tab = this.tabs[at];
    list.scrollTop = Math.min(tab.offsetTop, Math.max(list.scrollTop, tab.offsetTop + tab.offsetHeight - list.clientHeight));
    list.scrollLeft = Math.min(tab.offsetLeft, Math.max(list.scrollLeft, tab.offsetLeft + tab.offsetWidth - list.clientWidth));
  }

  private turn(e: KeyboardEvent): void {
    const tabs = this.seen(), at = tabs.indexOf(e.target as HTMLButtonElement), last = tabs.length - 1;
    const turns: Record<string, number> = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last };
    if (at < 0 || !(e.key in turns)) return;
    e.preventDefault();
    const to = tabs[(turns[e.key] + tabs.length) % tabs.length];
    this.open(this.tabs.indexOf(to));
    to.focus({ preventScroll: true });
  }
}
