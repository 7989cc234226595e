// The sheet that shows the evidence of an event: at the side of a wide screen, at the foot of a narrow one. The page and the
// picture stay where they are; what a narrow sheet would cover moves out from under it, inside the picture where that is enough.
import { button } from './form';
import { element } from './words';
import type { Say } from './labels';

export interface SheetActions { close(): void; step(by: number): void; tools: HTMLElement[] }

const gap = 12;  // px between the sheet and what it must not cover

export class Sheet {
  readonly element = element('section');
  private readonly content = element('div');
  private opener?: HTMLElement | SVGElement;

  constructor(private readonly root: HTMLElement, say: Say, actions: SheetActions) {
    this.element.className = 'why';
    this.element.hidden = true;
    this.element.setAttribute('role', 'dialog');
    this.element.setAttribute('aria-label', say('evidence'));
    const icon = (text: string, label: string, act: () => void) => {
      const made = button(text, act, label);
      made.title = label;
      return made;
    };
    const space = element('span');
    space.className = 'space';
    const head = element('div', icon('‹', say('previous-event'), () => actions.step(-1)), icon('›', say('next-event'), () => actions.step(1)), ...actions.tools, space, icon('×', say('close'), () => actions.close()));
    head.className = 'sheet-head';
    this.content.className = 'sheet-body';
    this.content.tabIndex = 0;
    this.content.setAttribute('role', 'group');
    this.element.append(head, this.content);
    root.append(this.element);
  }

  get isOpen(): boolean { return !this.element.hidden; }

  /** Shows `content` of what `at` stands for; `x` is where it was pointed at. With `focus`, the sheet takes the focus until it is closed. */
  open(content: Node[], label: string, at: Element | undefined, focus: boolean, x?: number): void {
    if (focus && document.activeElement !== document.body && !this.element.contains(document.activeElement)) this.opener = document.activeElement as HTMLElement;
    this.content.replaceChildren(...content);
    this.content.scrollTop = 0;
    this.content.setAttribute('aria-label', label);
    if (!this.isOpen) {
      this.element.hidden = false;
      this.element.classList.toggle('at-left', !!at && this.isBetterAtLeft(at, x));
    }
    if (at) this.uncover(at);
    if (focus) this.content.focus({ preventScroll: true });
  }

  close(): void {
    if (!this.isOpen) return;
    const had = this.element.contains(document.activeElement);
    this.element.hidden = true;
    this.root.classList.remove('makes-room');
    for (const frame of this.root.querySelectorAll('.picture')) frame.classList.remove('makes-room');
    if (had && this.opener?.isConnected) this.opener.focus({ preventScroll: true });
    this.opener = undefined;
  }

  private isBetterAtLeft(at: Element, x?: number): boolean {
    const { left, right } = at.getBoundingClientRect(), width = this.element.offsetWidth + gap, atRight = innerWidth - width;
    if (x !== undefined && (x > atRight || x < width)) return x > atRight;
    return Math.max(0, right - atRight) > Math.max(0, width - left);
  }

  /** Moves `at` out from under a sheet at the foot of the screen. */
  private uncover(at: Element): void {
    const sheet = this.element.getBoundingClientRect();
    if (sheet.width < document.documentElement.clientWidth - 1) return;
    const hidden = () => {
      const { top, bottom } = at.getBoundingClientRect();
      return Math.min(bottom + gap - sheet.top, top - gap);  // never so far that its first line leaves the screen
    };
    this.root.classList.add('makes-room');
    const frame = at.closest('.picture');
    frame?.classList.add('makes-room');
    if (frame && hidden() > 0) frame.scrollTop += hidden();
    if (hidden() > 0) scrollBy(0, hidden());
  }
}
