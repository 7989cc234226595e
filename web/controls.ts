// The words of the editor's controls, all in one place.
import type { EventField, PageField } from './edit_state';

export const words = {
  edit: 'Edit', endEditing: 'End editing', undo: 'Undo', redo: 'Redo', add: 'Add event', merge: 'Merge', headline: 'Headline',
  acceptAll: 'Accept all', save: 'Save', tools: 'Editing', hide: 'Hide', show: 'Show', pin: 'Pin', accept: 'Accept', reset: 'Reset',
  remove: 'Remove', mark: 'Mark to merge', unmark: 'Unmark', done: 'Done', cancel: 'Cancel', more: 'More', split: 'Make it an event of its own',
  leftOut: 'Left out', leftOutNone: 'No event is left out.', change: 'Change', untitled: 'New event', none: 'as it is', otherMentions: 'Also told of here',
  discard: 'Discard', goOn: 'Continue', newEvent: 'new', hidden: 'hidden', accepted: 'accepted', visibility: { show: 'shown', pin: 'pinned' } as Record<string, string>, edited: 'edited', undated: 'undated',
  hint: 'Click a title or a date to change it, or press Enter on it. Drag an event onto another to merge them.',
  redrawn: (file: string) => `Dates that count from a changed one follow when annal draws the timeline anew. Save, put ${file} beside the article, and run:`,
  redrawnHere: 'Dates that count from a changed one follow with “Draw anew” above; what is saved above has the edits too.',
  drawn: (n: number, only: number) => `${n} ${n === 1 ? 'event' : 'events'} in the picture${only ? `; ${only} shown only in the table until it is drawn anew` : ''}.`,
  copy: 'Copy', copied: 'Copied', readers: 'Save for readers', forReaders: 'For a page without the editor:',
  readersLater: 'Not saved: readers would see a picture that does not show your edits yet. Save, then draw it anew by the second command below.',
  readersAnew: 'Not saved: readers would see a picture that does not show your edits yet. Press “Draw anew” above, then save.',
  countsFrom: 'Counts from', noDate: 'Not a date', asText: 'As the text has it', noDay: 'No day: try “2016-11-10” or “10 Nov 2016”.',
  changeTime: (t: string) => `Change the date “${t}”`, leftOutNamed: (t: string) => `Left out: ${t}`, timeDropped: 'no date', timeFrom: (day: string) => `counts from ${day}`, whenDrawn: 'when drawn anew',
  understood: (date: string) => `Read as: ${date}`,
  unread: 'This date is not read here, so the old one stays on the page. Try “14 Nov 2016”, “Nov 2016”, “2014–2016” or “before 2010”.',
  unreadMark: (wording: string) => `“${wording}” is not read here`,
  badColour: 'No colour: try “#b42318” or “teal”.',
  badAddress: 'An address begins with https:// or http://.',
  noTitle: 'An event needs a title.',
  editing: (title: string) => `Change “${title}”`,
  showNamed: (title: string) => `Show “${title}”`,
  hideNamed: (title: string) => `Hide “${title}”`,
  dateNamed: (when: string) => `Change the date ${when}`,
  mergeCount: (n: number) => `Merge ${n} events`,
  mergeInto: (a: string, b: string) => `Merge “${a}” into “${b}”`,
  unsaved: (when: string, n: number) => `Unsaved edits of ${when}: ${n} ${n === 1 ? 'change' : 'changes'}.`,
  saved: (file: string) => `Saved ${file} and this page with the edits.`,
  savedUnread: (wordings: string[]) => ` ${wordings.length} ${wordings.length === 1 ? 'date is' : 'dates are'} not read here: ${wordings.map(w => `“${w}”`).join(', ')}; annal reads ${wordings.length === 1 ? 'it, or reports it' : 'them, or reports them'}.`,
  savedReaders: (file: string) => `Saved ${file}: the page without the editor.`,
  savedInPlace: (file: string) => `Saved in ${file}.`,
  notSaved: 'Not saved:',
  said: {
    hide: (t: string) => `Hidden: ${t}`, show: (t: string) => `Shown: ${t}`, pin: (t: string) => `Pinned: ${t}`, changed: (t: string) => `Changed: ${t}`,
    added: (t: string) => `Added: ${t}`, merged: (n: number, t: string) => `${n} events are one now: ${t}`, split: 'Made an event of its own', reset: (t: string) => `As Annal made it: ${t}`,
    removed: (t: string) => `Removed: ${t}`, accepted: 'Accepted as it is: a later version changes nothing of it', undone: 'Undone', redone: 'Redone', headline: 'Headline changed', noDate: (t: string) => `Not a date: ${t}`, counts: (t: string, day: string) => `“${t}” counts from ${day}`, asText: (t: string) => `As the text has it: ${t}`, marked: (n: number) => `${n} marked to merge`,
  },
};

export const fieldNames: Record<EventField, string> = {
  title: 'Title', date: 'Date', status: 'Status', show: 'Shown', lane: 'Lane', colour: 'Colour', note: 'Note', link: 'Link', image: 'Image', accepted: 'Accepted',
};
export const pageFieldNames: Record<PageField, string> = { title: 'Headline', subtitle: 'Subtitle', credit: 'Credit', note: 'Note' };
export const statuses = ['fact', 'reported', 'alleged', 'expected', 'conditional', 'denied'];
