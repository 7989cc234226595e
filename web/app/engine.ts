// The page's side of the worker: questions are promises.
import type { Answer, Drawn, Question } from './messages';

interface Waiting { done(drawn: Drawn): void; failed(error: Error): void }

/** What the page is told of the worker: what share of the module is there, that it is, that the browser keeps it, and why it never will be there. */
export interface EngineEvents { progress(share: number): void; ready(): void; kept(): void; broken(message: string): void }

export class Engine {
  private readonly waiting = new Map<number, Waiting>();
  private worker!: Worker;
  private isReady = false;
  private last = 0;

  constructor(private readonly on: EngineEvents) {
    this.start();
  }

  ask(documents: Question['documents'], options: Question['options']): Promise<Drawn> {
    const id = ++this.last;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.worker.postMessage({ id, documents, options } satisfies Question);
    });
  }

  /** Ends what is being answered: its promise fails with `reason`. A worker that reads is replaced, one that still loads goes on. */
  cancel(reason: Error): void {
    if (!this.waiting.size) return;
    this.fail(reason);
    if (!this.isReady) return;
    this.worker.terminate();
    this.start();
  }

  private start(): void {
    this.isReady = false;
    const broken = (message: string) => {
      this.on.broken(message);
      this.fail(new Error(message));
    };
    this.worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    this.worker.addEventListener('error', event => broken(event.message || 'the worker of this page cannot be loaded; reload the page'));
    this.worker.addEventListener('message', ({ data: answer }: MessageEvent<Answer>) => {
      if (answer.kind === 'progress') return this.on.progress(answer.share);
      if (answer.kind === 'kept') return this.on.kept();
      if (answer.kind === 'broken') return broken(answer.message);
      if (answer.kind === 'ready') {
        this.isReady = true;
        return this.on.ready();
      }
      const waiting = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      if (answer.kind === 'drawn') waiting?.done(answer.drawn);
      else waiting?.failed(new Error(answer.message));
    });
  }

  private fail(error: Error): void {
    for (const { failed } of this.waiting.values()) failed(error);
    this.waiting.clear();
  }
}
