// The worker behind AnnalWorker (annal_worker.ts): the first message says where the module and its parts are, each further one is a
// question.
import { bytesOf } from '#bytes';
import { Annal } from './annal';

let annal: Promise<Annal> | undefined;

async function answer(method: string, given: any[]): Promise<unknown> {
  if (method === 'load') {
    const { module, parts } = given[0];
    annal = Annal.load({ module, parts: name => bytesOf(new URL(parts[name])) });
    await annal;
    return undefined;
  }
  return (await annal! as any)[method](...given);
}

addEventListener('message', async ({ data: { id, method, given } }: MessageEvent) => {
  try {
    postMessage({ id, value: await answer(method, given) });
  } catch (error) {
    const { name, message } = error as Error;
    postMessage({ id, error: { name, message } });
  }
});
