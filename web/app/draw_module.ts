// The module that draws in pages: the first picture does not wait for it, so it comes apart, and is put into pages afterwards.
import { fileOf } from './store';

let kept: Promise<string> | undefined;

/** The module in base64, as pages hold it; fetched once. */
export function drawModule(): Promise<string> {
  return kept ??= fetched().catch(error => {
    kept = undefined;
    throw error;
  });
}

async function fetched(): Promise<string> {
  const part = await fileOf('parts/draw.part'), begin = 64, end = begin + new DataView(part.buffer).getUint32(20, true);
  let bytes = '';
  for (let at = begin; at < end; at += 8192) bytes += String.fromCharCode(...part.subarray(at, Math.min(end, at + 8192)));
  return btoa(bytes);
}

/** Puts the module into a page that is shown. */
export async function fillDrawModule(page: Document): Promise<void> {
  const holder = page.getElementById('annal-draw');
  if (!holder) return;
  holder.textContent = await drawModule();
  holder.dispatchEvent(new Event('annal-filled'));
}
