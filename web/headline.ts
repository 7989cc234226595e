// The card of what stands around the timeline: headline, subtitle, credit, note.
import { pageFieldNames, words } from './controls';
import { button, field, openDialog } from './form';
import { element } from './words';
import type { Change, PageField } from './edit_state';
import type { PageData } from './timeline';

type Texts = Partial<Record<PageField, string>>;

export function headlineCard(root: HTMLElement, at: DOMRect, data: PageData, now: Texts, apply: (change: Change) => void, closed: () => void): void {
  const stated = data.timeline.presentation ?? {};
  const before = (name: PageField) => now[name] ?? stated[name] ?? (name === 'title' ? data.timeline.documents[0].title ?? '' : '');
  const names = Object.keys(pageFieldNames) as PageField[];
  const fields = names.map(name => field(pageFieldNames[name], `page-${name}`, before(name)));
  const done = () => {
    const changed: Texts = {};
    names.forEach((name, i) => { const value = fields[i].input.value.trim(); if (value !== before(name)) changed[name] = value; });
    dialog.close();
    if (Object.keys(changed).length) apply({ kind: 'page', fields: changed });
  };
  const end = element('div', button(words.done, done), button(words.cancel, () => dialog.close()));
  end.className = 'buttons';
  const dialog = openDialog(root, words.headline, at, [...fields.map(f => f.box), end], done, closed);
  (fields[0].input as HTMLInputElement).select();
}
