// Where the module and the models of languages are: beside this script. Each is named by itself, so that bundlers take it along, and a
// page fetches those models that its texts need. The module holds those of English.

export const moduleAddress = new URL('./annal.wasm', import.meta.url);

export const modelAddresses: Readonly<Record<string, URL>> = {
  de: new URL('./models/de.models', import.meta.url),
  es: new URL('./models/es.models', import.meta.url),
  fr: new URL('./models/fr.models', import.meta.url),
  ru: new URL('./models/ru.models', import.meta.url),
  uk: new URL('./models/uk.models', import.meta.url),
};
