// The service worker: it keeps the page itself, so that it opens offline after the first visit. Each version has a cache of its
// own, which is filled whole or not at all; each file in it has the hash that the build states.
import { dataCache } from './store';

/** Of the types of service workers, what is used here. */
interface Lasting extends Event { waitUntil(work: Promise<unknown>): void }
interface Asked extends Lasting { request: Request; respondWith(answer: Promise<Response>): void }
const worker = self as unknown as {
  registration: { scope: string }; clients: { claim(): Promise<void> }; skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', act: (event: Lasting) => void): void;
  addEventListener(name: 'fetch', act: (event: Asked) => void): void;
};

const prefix = 'annal-shell-', name = prefix + ANNAL_SHELL.version, scope = worker.registration.scope;
const addressOf = (file: string) => new URL(file, scope).href;

async function fill(): Promise<void> {
  const cache = await caches.open(name);
  await Promise.all(Object.entries(ANNAL_SHELL.files).map(async ([file, hash]) => {
    const answer = await fetch(addressOf(file), { cache: 'no-cache', integrity: `sha256-${hash}` });
    if (!answer.ok) throw new Error(`${file}: status ${answer.status}`);
    await cache.put(addressOf(file), answer);
  }));
}

/** Removes what other versions have kept. */
async function clean(): Promise<void> {
  for (const other of await caches.keys()) if (other.startsWith(prefix) && other !== name) await caches.delete(other);
  const wanted = new Set(Object.entries(ANNAL_FILES).map(([file, { sha256 }]) => addressOf(`${file}?${sha256.slice(0, 16)}`)));
  const data = await caches.open(dataCache);
  for (const { url } of await data.keys()) if (url.startsWith(scope) && !wanted.has(url)) await data.delete(url);
}

async function answer(request: Request, address: string): Promise<Response> {
  return await (await caches.open(name)).match(address) ?? fetch(request);
}

worker.addEventListener('install', event => event.waitUntil(fill().then(() => worker.skipWaiting())));
worker.addEventListener('activate', event => event.waitUntil(clean().then(() => worker.clients.claim())));
worker.addEventListener('fetch', event => {
  const address = event.request.url.replace(/[?#].*/, '').replace(/index\.html$/, '');
  const file = address.startsWith(scope) ? address.slice(scope.length) : undefined;
  if (event.request.method === 'GET' && file !== undefined && file in ANNAL_SHELL.files) event.respondWith(answer(event.request, address));
});
