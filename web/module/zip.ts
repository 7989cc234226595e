// Unpacks zip archives (.docx, .odt, .epub) for the module; wasm/annal/unpacker.cc says what the functions take and return.
import { Inflate } from 'fflate';
import { directoryOf, type Part } from './zip_directory';

interface Archive { bytes: Uint8Array; parts: Map<string, Part>; unpacked: Uint8Array }

export interface ZipReader { imports(memory: () => WebAssembly.Memory): WebAssembly.ModuleImports }

// unzip::Fault of reader/zip/unpacker.h.
const damaged = 0, hasPassword = 1, unknownMethod = 2, tooLong = 3;
const stored = 0, deflated = 8;
const partHead = 30;

/** Unpacked bytes, or what is wrong with the part. */
function unpack(bytes: Uint8Array, part: Part, most: number): Uint8Array | number {
  if (part.encrypted) return hasPassword;
  if (part.method !== stored && part.method !== deflated) return unknownMethod;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (part.header + partHead > bytes.length) return damaged;
  const begin = part.header + partHead + view.getUint16(part.header + 26, true) + view.getUint16(part.header + 28, true);
  const packed = bytes.subarray(begin, begin + part.packed);
  if (packed.length !== part.packed) return damaged;
  const found = part.method === deflated ? inflated(packed, most) : packed.length > most ? tooLong : packed;
  if (typeof found === 'number') return found;
  return checksum(found) === part.checksum ? found : damaged;
}

/** Piece by piece, so that no archive takes more memory than its part may have. */
function inflated(packed: Uint8Array, most: number): Uint8Array | number {
  const step = 1 << 14;
  const pieces: Uint8Array[] = [];
  let size = 0, ended = false;
  const stream = new Inflate((piece, final) => { pieces.push(piece); size += piece.length; ended ||= final; });
  try {
    for (let at = 0; at < packed.length && size <= most; at += step) stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch { return damaged; }
  if (size > most) return tooLong;
  if (!ended) return damaged;
  const out = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) { out.set(piece, at); at += piece.length; }
  return out;
}

const checksums = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; ++bit) byte = byte & 1 ? byte >>> 1 ^ 0xedb88320 : byte >>> 1;
  return byte;
});

/** CRC-32. */
function checksum(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) sum = checksums[(sum ^ byte) & 255] ^ sum >>> 8;
  return ~sum >>> 0;
}

export function unzipHost(): ZipReader {
  const archives = new Map<number, Archive>();
  let last = 0;
  return {
    imports(memory) {
      const copy = (at: number, size: number) => new Uint8Array(memory().buffer).slice(at >>> 0, (at >>> 0) + (size >>> 0));
      const named = (archive: number, name: number, size: number) => archives.get(archive)?.parts.get(new TextDecoder().decode(copy(name, size)));
      return {
        zip_open(at: number, size: number) {
          const bytes = copy(at, size), parts = directoryOf(bytes);
          if (!parts) return 0;
          archives.set(++last, { bytes, parts, unpacked: new Uint8Array() });
          return last;
        },
        zip_count: (archive: number) => archives.get(archive)?.parts.size ?? 0,
        zip_has: (archive: number, name: number, size: number) => named(archive, name, size) ? 1 : 0,
        zip_read(archive: number, name: number, size: number, most: number) {
          const part = named(archive, name, size), found = archives.get(archive);
          const bytes = part && found ? unpack(found.bytes, part, most >>> 0) : damaged;
          if (typeof bytes === 'number') return -1 - bytes;
          found!.unpacked = bytes;
          return bytes.length;
        },
        zip_take: (archive: number, to: number) => { new Uint8Array(memory().buffer).set(archives.get(archive)!.unpacked, to >>> 0); },
        zip_close: (archive: number) => void archives.delete(archive),
      };
    },
  };
}
