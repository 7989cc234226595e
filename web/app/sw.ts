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

async function answer(file: string, request: Request): Promise<Response> {
  const address = addressOf(file), cache = await caches.open(name), kept = await cache.match(address);
  if (kept || !(file in ANNAL_SHELL.later)) return kept ?? fetch(request);
  const fetched = await fetch(address, { cache: 'no-cache', integrity: `sha256-${ANNAL_SHELL.later[file]}` });
  if (fetched.ok) await cache.put(address, fetched.clone());
  return fetched;
}

worker.addEventListener('install', event => event.waitUntil(fill().then(() => worker.skipWaiting())));
worker.addEventListener('activate', event => event.waitUntil(clean().then(() => worker.clients.claim())));
worker.addEventListener('fetch', event => {
  const address = event.request.url.replace(/[?#].*/, '').replace(/index\.html$/, '');
  const file = address.startsWith(scope) ? address.slice(scope.length) : undefined;
  if (event.request.method !== 'GET' || file === undefined) return;
  if (file in ANNAL_SHELL.files || file in ANNAL_SHELL.later) event.respondWith(answer(file, event.request));
});
