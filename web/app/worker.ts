// The worker of the page: it loads annal, and answers one question after another, so that the page stays responsive.
import { Annal } from '../module/annal';
import { factsOf } from './facts';
import { fileOf, moduleOf } from './store';
import type { Answer, Drawn, Question } from './messages';

const say = (answer: Answer) => postMessage(answer);

async function loaded(): Promise<Annal> {
  const module = await moduleOf('annal.wasm', { progress: share => say({ kind: 'progress', share }), kept: () => say({ kind: 'kept' }) });
  return Annal.load({ module, parts: async name => name === 'draw' ? nothing() : fileOf(`parts/${name}.part`) });
}

/** A part without tables: the module that draws is put into pages later (draw_module.ts). */
function nothing(): Uint8Array {
  const part = new Uint8Array(64);
  part.set(new TextEncoder().encode('annal-part/1\n'));
  return part;
}

async function drawn(annal: Annal, { documents, options }: Question): Promise<Drawn> {
  const [{ text, ...of }, ...others] = documents;
  const answer = others.length ? await annal.render(documents, options) : await annal.render(text, { ...of, ...options });
  return options.format === 'html' ? { ...answer, facts: factsOf(answer.output) } : answer;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
const annal = loaded();
annal.then(() => say({ kind: 'ready' }), error => say({ kind: 'broken', message: messageOf(error) }));
addEventListener('message', async ({ data: question }: MessageEvent<Question>) => {
  try {
    say({ kind: 'drawn', id: question.id, drawn: await drawn(await annal, question) });
  } catch (error) {
    say({ kind: 'failed', id: question.id, message: messageOf(error) });
  }
});
