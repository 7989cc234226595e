// The large files, the module and the models of languages: fetched once, compared with the hash that the build states, and kept in
// the browser's cache, where the page finds them offline. Where there is no cache (a page that is not secure), they are fetched anew.

/** The cache of all versions: an entry is named by its hash, so what does not change is kept (sw.ts removes the others). */
export const dataCache = 'annal-data';

const hexOf = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('');

/** The bytes of a file of ANNAL_FILES; `progress` is told what share of them is there. */
export async function fileOf(name: string, progress: (share: number) => void = () => undefined): Promise<Uint8Array<ArrayBuffer>> {
  const { size, sha256 } = ANNAL_FILES[name];
  const address = new URL(`${name}?${sha256.slice(0, 16)}`, location.href).href;
  const cache = 'caches' in globalThis ? await caches.open(dataCache).catch(() => undefined) : undefined;
  const kept = await cache?.match(address);
  const bytes = kept ? new Uint8Array(await kept.arrayBuffer()) : await fetched(address, name, size, progress);
  if (globalThis.crypto?.subtle && hexOf(await crypto.subtle.digest('SHA-256', bytes)) !== sha256) {
    await cache?.delete(address);
    throw new Error(`${name} is not the one that belongs to this page; reload the page`);
  }
  if (!kept) await cache?.put(address, new Response(bytes)).catch(() => undefined);  // no room: it is fetched anew next time
  return bytes;
}

async function fetched(address: string, name: string, size: number, progress: (share: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok || !answer.body) throw new Error(`${name} cannot be fetched${answer ? ` (status ${answer.status})` : ''}; connect to the network and try again`);
  const bytes = new Uint8Array(size), reader = answer.body.getReader();
  let at = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return at === size ? bytes : bytes.slice(0, at);
    if (at + value.length > size) throw new Error(`${name} is not the one that belongs to this page; reload the page`);
    bytes.set(value, at);
    at += value.length;
    progress(at / size);
  }
}
