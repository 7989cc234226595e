// The large files, the module and its parts: fetched once, compared with the hash that the build states, and kept in
// the browser's cache, where the page finds them offline. Where there is no cache (a page that is not secure), they are fetched anew.

/** The cache of all versions: an entry is named by its hash, so what does not change is kept (sw.ts removes the others). */
export const dataCache = 'annal-data';

const hexOf = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('');

const addressOf = (name: string) => new URL(`${name}?${ANNAL_FILES[name].sha256.slice(0, 16)}`, location.href).href;

/** None where the browser keeps nothing for this page. */
async function opened(): Promise<Cache | undefined> {
  try {
    return await caches.open(dataCache);
  } catch { return undefined; }
}

/** Which files of ANNAL_FILES the cache has. */
export async function keptFiles(): Promise<Set<string>> {
  const addresses = new Set((await (await opened())?.keys() ?? []).map(({ url }) => url));
  return new Set(Object.keys(ANNAL_FILES).filter(name => addresses.has(addressOf(name))));
}

/** What is told of a file while it comes: the share of it that is there, with each of its pieces. */
type Progress = (share: number, piece: Uint8Array<ArrayBuffer>) => void;

/** The bytes of a file of ANNAL_FILES, which the cache has then where there is one. */
export async function fileOf(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes, keep } = await checked(name);
  await keep();
  return bytes;
}

/** The bytes of a file, which are those that the build states, and what has the cache keep them. */
async function checked(name: string, progress: Progress = () => undefined): Promise<{ bytes: Uint8Array<ArrayBuffer>; keep(): Promise<void> }> {
  const { size, sha256 } = ANNAL_FILES[name], address = addressOf(name), cache = await opened();
  const kept = await cache?.match(address);
  const bytes = kept ? new Uint8Array(await kept.arrayBuffer()) : await fetched(address, name, size, progress);
  if (globalThis.crypto?.subtle && hexOf(await crypto.subtle.digest('SHA-256', bytes)) !== sha256) {
    await cache?.delete(address);
    throw new Error(`${name} is not the one that belongs to this page; reload the page`);
  }
  const keep = async () => { if (!kept) await cache?.put(address, new Response(bytes)).catch(() => undefined); };  // no room: it is fetched anew next time
  return { bytes, keep };
}

async function fetched(address: string, name: string, size: number, progress: Progress): Promise<Uint8Array<ArrayBuffer>> {
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
    progress(at / size, value);
  }
}

/** The module in a file, compiled while it comes; it is used only if its hash is right, and before it is `kept`. */
export async function moduleOf(name: string, on: { progress(share: number): void; kept(): void }): Promise<WebAssembly.Module> {
  let feed!: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>, isFed = false;
  const pieces = new Response(new ReadableStream({ start: controller => { feed = controller; } }), { headers: { 'Content-Type': 'application/wasm' } });
  const module = WebAssembly.compileStreaming(pieces);
  module.catch(() => undefined);  // the hash is wrong too, and says so first
  const { bytes, keep } = await checked(name, (share, piece) => {
    isFed = true;
    feed.enqueue(piece);
    on.progress(share);
  });
  if (!isFed) feed.enqueue(bytes);
  feed.close();
  void keep().then(on.kept);
  return module;
}
