// Of Node's types, what the module uses there.
declare module 'node:fs/promises' {
  export function readFile(file: URL): Promise<Uint8Array>;
}
