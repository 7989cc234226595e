// The lines below the form: what is done, what is wrong, and notes on the text that was read.
import { element } from '../words';
import { words } from './wording';
import type { Drawn } from './messages';

const openNotes = 3;  // more are folded

const status = document.getElementById('status')!, notes = document.getElementById('notes')!;

/** Says it in place of what was said before. */
export function say(text: string, wrong = false): void {
  status.classList.toggle('wrong', wrong);
  status.textContent = text;
}

export function clearNotes(): void {
  notes.replaceChildren();
}

/** A message of the module for readers of the page, who wrote no request. */
export function readable(message: string): string {
  const [, day, rest] = /^(?:request: )?(dct: )?(.*)$/s.exec(message)!;
  return day ? words.wrongDay(rest) : rest;
}

/** Says how many events are drawn, and what annal will not mend in the texts, files and edits. */
export function sayDrawn({ facts, problems, faults }: Drawn, guesses: string[]): void {
  const found = facts?.told ? words.events(facts.shown, facts.told) : words.noEvents;
  say(facts?.isOtherScript ? words.otherScript : found);
  const ofEdits = problems.map(({ line, message }) => words.editsOf(message, line));
  const all = [...faults, ...guesses, ...facts?.warnings ?? [], ...ofEdits, ...ofEdits.length ? [words.withoutEdits] : []];
  if (!all.length) return;
  const list = element('ul', ...all.map(line => element('li', line)));
  list.tabIndex = 0;
  list.setAttribute('aria-label', words.notes(all.length));
  notes.replaceChildren(all.length > openNotes ? element('details', element('summary', words.notes(all.length)), list) : list);
}
