// Where the module and its parts are: beside this script. Each is named by itself, so that bundlers take it along, and a page fetches
// those parts that its texts need: a language other than English, the characters of Chinese, Japanese and Korean sets, and the module
// that draws in the pages that are written.

export const moduleAddress = new URL('./annal.wasm', import.meta.url);

export const partAddresses: Readonly<Record<string, URL>> = {
  charsets: new URL('./parts/charsets.part', import.meta.url),
  de: new URL('./parts/de.part', import.meta.url),
  draw: new URL('./parts/draw.part', import.meta.url),
  es: new URL('./parts/es.part', import.meta.url),
  fr: new URL('./parts/fr.part', import.meta.url),
  ru: new URL('./parts/ru.part', import.meta.url),
  uk: new URL('./parts/uk.part', import.meta.url),
};
