// The card of a time expression of the article: that it is no date, or the day that it counts from.
import { words } from './controls';
import { button, field, openDialog } from './form';
import { element } from './words';
import type { TimeEdit } from './edit_state';
import type { DateReading } from './stated_date';
import type { TimeExpression } from './timeline';

export interface TimeCard {
  time: TimeExpression; times: TimeExpression[]; edit?: TimeEdit;
  read(wording: string): DateReading | undefined;
  apply(edit: TimeEdit, said: string): void;
  closed(): void;
}

/** The day that `reading` is, in ISO 8601; nothing for what is more or less than a day. */
function dayOf(reading?: DateReading): string | undefined {
  return reading && reading.end - reading.begin === 86400000 ? new Date(reading.begin).toISOString().slice(0, 10) : undefined;
}

export function timeCard(root: HTMLElement, at: DOMRect, { time, times, edit, read, apply, closed }: TimeCard): void {
  const from = field(words.countsFrom, 'from', edit?.from ?? '');
  const end = (made: TimeEdit, said: string) => { dialog.close(); apply(made, said); };
  const done = () => {
    const value = from.input.value.trim(), day = dayOf(read(value));
    if (!value || value === edit?.from) return dialog.close();
    if (!day) { from.say(words.noDay, true); return from.input.focus(); }
    end({ from: day }, words.said.counts(time.text, day));
  };
  from.input.addEventListener('input', () => {
    const value = from.input.value.trim(), reading = read(value);
    from.say(!value ? '' : dayOf(reading) ? words.understood(reading!.day) : words.noDay, !!value && !dayOf(reading));
  });
  const buttons = element('div', button(words.noDate, () => end({ drop: true }, words.said.noDate(time.text))));
  if (edit?.drop || edit?.from) buttons.append(button(words.asText, () => end({}, words.said.asText(time.text))));
  const last = element('div', button(words.done, done), button(words.cancel, () => dialog.close()));
  buttons.className = last.className = 'buttons';
  const reading = time.reading?.replace(/\bt\d+\b/g, id => { const other = times.find(one => one.id === id); return other ? `“${other.text}”` : id; });
  const about = element('p', element('q', time.text), time.reading ? ` · ${reading}` : time.value ? ` · ${time.value}` : '');
  const dialog = openDialog(root, words.changeTime(time.text), at, [about, buttons, from.box, last], done, closed);
  buttons.querySelector('button')!.focus();
}
