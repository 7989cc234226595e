// Controls of the editor's forms: plain HTML elements with labels.
import { element } from './words';

export function button(text: string, act: () => void, label?: string): HTMLButtonElement {
  const made = element('button', text) as HTMLButtonElement;
  made.type = 'button';
  if (label) made.setAttribute('aria-label', label);
  made.addEventListener('click', act);
  return made;
}

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const unique = { next: 0 };

/** A field under its label, and a line below it that says what is wrong, or how it is read. */
export function field(label: string, name: string, value: string, kind: 'input' | 'textarea' | 'select' = 'input', options: [string, string][] = []): { box: HTMLElement; input: Field; say(text: string, wrong?: boolean): void } {
  const input = document.createElement(kind) as Field;
  input.name = name;
  if (input instanceof HTMLSelectElement) for (const [text, of] of options) input.append(new Option(text, of));
  input.value = value;
  const line = document.createElement('output');
  line.id = `annal-line-${unique.next++}`;
  input.setAttribute('aria-describedby', line.id);
  const box = element('div', element('label', label, input), line);
  box.className = 'field';
  return {
    box, input,
    say(text, wrong = false) {
      line.textContent = text;
      line.classList.toggle('wrong', wrong);
      if (wrong) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    },
  };
}

/** A dialog at `place`, which keeps the focus until it is closed by Escape; Enter in a line of text is `done`. */
export function openDialog(root: HTMLElement, label: string, place: DOMRect, content: Node[], done: () => void, closed: () => void): { close(): void; card: HTMLElement } {
  const card = element('div', ...content);
  card.className = 'card';
  card.lang = 'en';
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', label);
  const stops = () => [...card.querySelectorAll<HTMLElement>('button,input,select,textarea,summary')].filter(part => part.offsetParent !== null && !(part as HTMLButtonElement).disabled);
  const outside = (e: Event) => { if (!card.contains(e.target as Node)) done(); };
  const close = () => {
    if (!card.isConnected) return;
    document.removeEventListener('pointerdown', outside, true);
    card.remove();
    closed();
  };
  card.addEventListener('keydown', e => {
    e.stopPropagation();
    if (e.key === 'Escape') { e.preventDefault(); close(); }
    if (e.key === 'Enter' && (e.target as Element).matches('input')) { e.preventDefault(); done(); }
    if (e.key !== 'Tab') return;
    const all = stops(), last = all.length - 1;
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (e.shiftKey ? at <= 0 : at === last) { e.preventDefault(); all[e.shiftKey ? last : 0].focus(); }
  });
  card.addEventListener('click', e => e.stopPropagation());
  document.addEventListener('pointerdown', outside, true);
  root.append(card);
  const left = Math.max(8, Math.min(place.left, document.documentElement.clientWidth - card.offsetWidth - 8));
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${place.bottom + scrollY + 6}px`;
  card.scrollIntoView({ block: 'nearest' });
  return { close, card };
}
