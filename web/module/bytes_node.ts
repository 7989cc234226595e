// The bytes behind an address, which in Node is mostly that of a file.
import * as web from './bytes';

export async function bytesOf(address: URL): Promise<Uint8Array<ArrayBuffer>> {
  if (address.protocol !== 'file:') return web.bytesOf(address);
  const { readFile } = await import('node:fs/promises');
  return new Uint8Array(await readFile(address));
}

export async function compiledFrom(address: URL): Promise<WebAssembly.Module> {
  return address.protocol === 'file:' ? WebAssembly.compile(await bytesOf(address)) : web.compiledFrom(address);
}
