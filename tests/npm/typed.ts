// Uses the packages as a strict program does; tsc alone reads it.
import { Annal, AnnalError, type Rendered, type RenderOptions } from 'annal';
import { AnnalWorker } from 'annal/worker';
import { DrawModule } from 'annal-timeline';

export async function used(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const annal = await Annal.load({ module: bytes, parts: async name => bytes.subarray(name.length) });
  const options: RenderOptions = { format: 'svg', layout: 'vertical', width: 400, dct: '2016-11-14' };
  const rendered: Rendered = await annal.render([{ text: 'The mill burned.', name: 'a.txt' }, { text: bytes, dct: '2016' }], options);
  const line: number | undefined = rendered.problems[0]?.line;
  const worker: AnnalWorker = await AnnalWorker.load({ module: '/annal.wasm', parts: { de: new URL('https://example.org/de.part') } });
  await worker.timeline('It burned.', { top: 3, all: false });
  worker.close();
  // @ts-expect-error: the module writes no png
  await annal.render('It burned.', { format: 'png' });
  // @ts-expect-error: a timeline is data, not a format
  await annal.timeline(bytes.buffer, { format: 'svg' });
  // @ts-expect-error: there is no such layout
  await annal.render('It burned.', { layout: 'circle' }).catch((error: AnnalError) => error.message);
  return (await DrawModule.of(bytes)).open({}).draw({ layout: 'rows' }) + line;
}
