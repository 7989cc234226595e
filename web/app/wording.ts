// What the page says, all in one place.

const count = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
const list = (names: string[]) => new Intl.ListFormat('en').format(names);

export const words = {
  draw: 'Draw the timeline', again: 'Draw anew', automatic: 'Automatic', reading: 'Reading…', nothing: 'Paste or drop an article first.', cancelled: 'Cancelled.',
  edited: 'Your edits are kept in this browser. “Draw anew” draws them with the dates that follow from them; what you save here has them too.',
  editedUnkept: 'This browser keeps nothing for this page: your edits last until it is closed, so save them. “Draw anew” draws them with the dates that follow from them; what you save here has them too.',
  edits: 'Your edits', editsOf: (message: string, line: number) => (line ? `Edits, line ${line}: ${message}` : `Edits: ${message}`),
  withoutEdits: '“Change the text”, then × beside “Your edits”, takes all edits away.',
  unread: 'The files cannot be read; connect to the network and try again.',
  restored: 'This is your text of before the page was left; it is kept until this tab is closed.',
  restoredEdits: 'These are your text and your edits of before the page was left; they are kept until this tab is closed.',
  events: (shown: number, told: number) => (shown < told ? `The timeline shows ${shown.toLocaleString('en')} of ${count(told, 'event', 'events')} by name.` : `The timeline has ${count(told, 'event', 'events')}.`),
  noEvents: 'The text tells of no event with a date. Another day of writing may help, or another text.',
  otherScript: 'annal does not read the language of this text. It reads English, German, Spanish, French, Ukrainian and Russian.',
  notes: (n: number) => count(n, 'note', 'notes'),
  stated: (day: string) => `The text was written on ${day}, as it says itself. State another day if that is wrong.`,
  inferred: (day: string) => `The text was probably written on ${day}. State the day if you know it better.`,
  open: (lacks: 'day' | 'year', time: string) => `The text does not say when it was written, so the ${lacks} of “${time}” is open. State the day of writing above and draw anew.`,
  given: (day: string) => `Read as written on ${day}, as you stated.`,
  wrongDay: (why: string) => `Day of writing: ${why}.`,
  saved: (file: string) => `Saved ${file}.`,
  decoded: (file: string, charset: string) => `${file} is not in UTF-8; it was read as ${charset}.`,
  offlineNot: 'This browser does not keep this page, so it needs the network each time.',
  offlineFor: (names: string[], pdf: boolean) => `This page works offline for texts in ${list(names)}. Other languages${pdf ? '' : ' and PDFs'} need the network once.`,
  offlinePdf: 'This page works offline in all its languages. PDFs need the network once.',
  offline: 'This page works offline in all its languages.',
  keepAll: (languages: boolean, bytes: number) => `Keep ${languages ? 'all languages' : 'what reads PDFs'} for offline use (${Math.ceil(bytes / 1e6)} MB)`, keeping: 'Fetching…',
  noRoom: 'This browser has no room for them.',
};
