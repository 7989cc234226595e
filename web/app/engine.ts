// The page's side of the worker: questions are promises.
import type { Answer, Drawn, Question } from './messages';

interface Waiting { done(drawn: Drawn): void; failed(error: Error): void }

export class Engine {
  private readonly worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /** `progress` is told what share of the module is there, `ready` that it is, `broken` why it never will be. */
  constructor(on: { progress(share: number): void; ready(): void; broken(message: string): void }) {
    const broken = (message: string) => {
      on.broken(message);
      for (const { failed } of this.waiting.values()) failed(new Error(message));
      this.waiting.clear();
    };
    this.worker.addEventListener('error', event => broken(event.message || 'the worker of this page cannot be loaded; reload the page'));
    this.worker.addEventListener('message', ({ data: answer }: MessageEvent<Answer>) => {
      if (answer.kind === 'progress') return on.progress(answer.share);
      if (answer.kind === 'ready') return on.ready();
      if (answer.kind === 'broken') return broken(answer.message);
      const waiting = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      if (answer.kind === 'drawn') waiting?.done(answer.drawn);
      else waiting?.failed(new Error(answer.message));
    });
  }

  ask(documents: Question['documents'], options: Question['options']): Promise<Drawn> {
    const id = ++this.last;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.worker.postMessage({ id, documents, options } satisfies Question);
    });
  }
}
