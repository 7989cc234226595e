// The directory at the end of a zip archive.

export interface Part { method: number; encrypted: boolean; packed: number; checksum: number; header: number }

const endMark = 0x06054b50, entryMark = 0x02014b50;
const endSize = 22, entrySize = 46, longestComment = 0xffff;

/** The parts that it lists, of one name the first; nothing where it is damaged. */
export function directoryOf(bytes: Uint8Array): Map<string, Part> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const least = Math.max(0, bytes.length - endSize - longestComment);
  for (let end = bytes.length - endSize; end >= least; --end) {
    const parts = view.getUint32(end, true) === endMark && partsOf(bytes, view, end);
    if (parts) return parts;
  }
  return undefined;
}

function partsOf(bytes: Uint8Array, view: DataView, end: number): Map<string, Part> | undefined {
  const count = view.getUint16(end + 10, true), size = view.getUint32(end + 12, true), begin = view.getUint32(end + 16, true);
  const isWhole = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count && begin + size <= end && end + endSize + view.getUint16(end + 20, true) <= bytes.length;
  if (!isWhole) return undefined;
  const parts = new Map<string, Part>();
  let at = begin;
  for (let i = 0; i < count; ++i) {
    if (at + entrySize > end || view.getUint32(at, true) !== entryMark) return undefined;
    const name = new TextDecoder().decode(bytes.subarray(at + entrySize, at + entrySize + view.getUint16(at + 28, true)));
    if (!parts.has(name)) parts.set(name, partAt(view, at));
    at += entrySize + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return at === begin + size ? parts : undefined;
}

function partAt(view: DataView, at: number): Part {
  return {
    encrypted: (view.getUint16(at + 8, true) & 1) !== 0, method: view.getUint16(at + 10, true), checksum: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true), header: view.getUint32(at + 42, true),
  };
}
