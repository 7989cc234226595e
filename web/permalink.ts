// The address of an event: its id with a key made of its words ("#e12-4fz8qk"), so that the link finds it again when the
// timeline was made anew and the ids have changed. A link whose key is gone leads nowhere rather than to another event.
import { quote } from './words';
import { textOf } from './timeline';
import type { Timeline, TimelineEvent } from './timeline';

/** FNV-1a of 32 bits, in base 36. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}

export class Permalinks {
  private readonly keys = new Map<string, string>();
  private readonly ids = new Map<string, string>();
  constructor(timeline: Timeline) {
    const seen = new Map<string, number>();
    const fold = (words: string) => words.normalize('NFC').toLowerCase().trim();
    for (const event of timeline.events) {
      const text = textOf(timeline, event.span);
      const words = event.span.end > event.span.begin ? `${fold(quote(text, event.sentence ?? event.span))}|${fold(quote(text, event.span))}` : fold(event.title);
      const nth = (seen.get(words) ?? 0) + 1;
      seen.set(words, nth);
      const key = hash(`${words}|${nth}`);
      this.keys.set(event.id, key);
      if (!this.ids.has(key)) this.ids.set(key, event.id);
    }
  }
  /** What stands behind "#" for the event. */
  of(event: TimelineEvent): string { return `${event.id}-${this.keys.get(event.id)}`; }
  /** The id of the event that `name` leads to; undefined where it is no link to an event, '' where the event is gone. */
  find(name: string): string | undefined {
    const [, id, key] = /^(e\d+)(?:-([0-9a-z]+))?$/.exec(name) ?? [];
    if (!id) return undefined;
    if (key) return this.ids.get(key) ?? '';
    return this.keys.has(id) ? id : '';
  }
}
