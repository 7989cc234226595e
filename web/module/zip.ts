// Unpacks zip archives (.docx, .odt, .epub) for the module, whose wasm/annal/archive.cc says what the functions take and return.
import { inflateSync } from 'fflate';

interface Part { method: number; encrypted: boolean; packed: number; size: number; header: number }
interface Archive { bytes: Uint8Array; parts: Map<string, Part> }

export interface ZipReader { imports(memory: () => WebAssembly.Memory): WebAssembly.ModuleImports }

const endMark = 0x06054b50, entryMark = 0x02014b50, partMark = 0x04034b50;

/** The parts that the directory at the end of an archive lists; nothing where it is damaged. */
function opened(bytes: Uint8Array): Archive | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endMark) --end;
  if (end < 0) return undefined;
  const parts = new Map<string, Part>();
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; --count) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return undefined;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    parts.set(name, {
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0, method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), header: view.getUint32(at + 42, true),
    });
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { bytes, parts };
}

function unpacked({ bytes }: Archive, part: Part): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (part.header + 30 > bytes.length || view.getUint32(part.header, true) !== partMark) return undefined;
  const begin = part.header + 30 + view.getUint16(part.header + 26, true) + view.getUint16(part.header + 28, true);
  const packed = bytes.subarray(begin, begin + part.packed);
  if (packed.length !== part.packed) return undefined;
  if (part.method === 0) return packed;
  try {
    return part.method === 8 ? inflateSync(packed, { out: new Uint8Array(part.size) }) : undefined;
  } catch { return undefined; }
}

export function unzipHost(): ZipReader {
  const archives = new Map<number, Archive>();
  let last = 0;
  return {
    imports(memory) {
      const copy = (at: number, size: number) => new Uint8Array(memory().buffer).slice(at, at + size);
      const part = (archive: number, name: number, size: number) => archives.get(archive)?.parts.get(new TextDecoder().decode(copy(name, size)));
      return {
        zip_open(at: number, size: number) {
          const archive = opened(copy(at, size));
          if (!archive) return 0;
          archives.set(++last, archive);
          return last;
        },
        zip_count: (archive: number) => archives.get(archive)?.parts.size ?? 0,
        zip_size(archive: number, name: number, size: number) {
          const found = part(archive, name, size);
          if (!found) return -1;
          if (found.encrypted) return -2;
          return found.method === 0 || found.method === 8 ? found.size : -3;
        },
        zip_read(archive: number, name: number, size: number, to: number, room: number) {
          const found = part(archive, name, size);
          const bytes = found && unpacked(archives.get(archive)!, found);
          if (!bytes || bytes.length > room) return -1;
          new Uint8Array(memory().buffer).set(bytes, to);
          return bytes.length;
        },
        zip_close: (archive: number) => void archives.delete(archive),
      };
    },
  };
}
