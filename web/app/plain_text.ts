// Text files of other character sets. annal reads plain text in UTF-8 alone; pages, mail and documents, which state their character set,
// it decodes itself.

/** The bytes in UTF-8, and where that is a guess, the name of the character set that they were read in. */
export interface PlainText { bytes: Uint8Array; guess?: string }

const statesCharset = /\.(html?|xhtml|xml|eml|mbox|docx|odt|epub|json|tml)$/i, markup = /^\s*<|^content-type:.*charset/im;

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch { return false; }
}

/** Of a text that is not in UTF-8: in Cyrillic most letters are beyond ASCII, in Latin few. */
function likelyCharset(bytes: Uint8Array): { label: string; name: string } {
  const high = bytes.filter(byte => byte >= 0xc0).length, low = bytes.filter(byte => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)).length;
  return high > low ? { label: 'windows-1251', name: 'Windows-1251 (Cyrillic)' } : { label: 'windows-1252', name: 'Windows-1252 (Western European)' };
}

/** A file as annal reads it: text in UTF-16 or a character set of Windows becomes UTF-8, all else stays as it is. */
export function plainText(name: string, bytes: Uint8Array): PlainText {
  if (statesCharset.test(name)) return { bytes };
  const mark = bytes[0] << 8 | bytes[1], decoded = (label: string) => new TextEncoder().encode(new TextDecoder(label).decode(bytes));
  if (mark === 0xfffe) return { bytes: decoded('utf-16le') };
  if (mark === 0xfeff) return { bytes: decoded('utf-16be') };
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (markup.test(head) || bytes.some(byte => byte < 9) || isUtf8(bytes)) return { bytes };
  const { label, name: guess } = likelyCharset(bytes);
  return { bytes: decoded(label), guess };
}
