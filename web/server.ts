// A page that `annal serve` shows: changes are posted, and the server's new picture, table and data take the place of the old.
// Undoing posts the text that the edits file had before.
import type { PageData } from './timeline';

export interface Problem { line: number; message: string }
export interface Answer { main: HTMLElement; data: PageData; style?: string; problems: Problem[] }

export class Server {
  private done: string[] = [];
  private undone: string[] = [];
  private constructor(private readonly token: string, private base: string | undefined, public text: string, readonly problems: Problem[]) {}

  /** The server that this page comes from; none for a page that stands alone. */
  static of(data: PageData): Server | undefined {
    const token = document.querySelector<HTMLMetaElement>('meta[name="annal-serve"]')?.content;
    const session = JSON.parse(document.getElementById('annal-session')?.textContent ?? '{}');
    return token ? new Server(token, session.base, data.edits?.text ?? '', session.problems ?? []) : undefined;
  }

  get canUndo(): boolean { return this.done.length > 0; }
  get canRedo(): boolean { return this.undone.length > 0; }

  async save(text: string): Promise<Answer> {
    const before = this.text, answer = await this.post(text);
    this.done.push(before);
    this.undone = [];
    return answer;
  }
  async undo(): Promise<Answer> { return this.step(this.done, this.undone); }
  async redo(): Promise<Answer> { return this.step(this.undone, this.done); }

  private async step(from: string[], to: string[]): Promise<Answer> {
    const before = this.text, answer = await this.post(from[from.length - 1]);
    from.pop();
    to.push(before);
    return answer;
  }

  private async post(text: string): Promise<Answer> {
    const json = await this.ask('edits', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ text, base: this.base }) });
    const page = new DOMParser().parseFromString(json.html, 'text/html');
    const main = page.querySelector('main');
    const data = typeof json.data === 'string' ? JSON.parse(json.data) : json.data;
    if (!main || !data) throw new Error('no timeline in the answer');
    this.text = text;
    this.base = json.base ?? this.base;
    return { main: document.adoptNode(main), data, style: json.style, problems: json.problems ?? [] };
  }

  /** The date as the server reads it; none where it does not. */
  async date(wording: string): Promise<string | undefined> {
    try {
      return (await this.ask(`date?wording=${encodeURIComponent(wording)}`, {})).when;
    } catch { return undefined; }
  }

  /** The page without the editor, as the server draws it. */
  async pageForReaders(): Promise<string> {
    const answer = await fetch('timeline.html', { headers: { 'X-Annal-Token': this.token } });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return answer.text();
  }

  private async ask(path: string, options: RequestInit): Promise<any> {
    const answer = await fetch(path, { ...options, headers: { ...options.headers, 'X-Annal-Token': this.token } });
    const json = await answer.json();
    if (!answer.ok || json.error) throw new Error(json.error ?? `status ${answer.status}`);
    return json;
  }
}
