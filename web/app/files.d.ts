// What the build puts in place: texts that are imported, and the files that are fetched apart, each with its size and the SHA-256 of it.
declare module '*.txt' {
  const text: string;
  export default text;
}

/** By path, such as "annal.wasm" and "models/de.models". */
declare const ANNAL_FILES: Record<string, { size: number; sha256: string }>;
/** The files of the page itself, "" being the page, each with its SHA-256 in base64; `version` changes with any of them. */
declare const ANNAL_SHELL: { version: string; files: Record<string, string> };
