// What this tab keeps of the form while it is open, so that a text outlasts a reload and "back". Files it does not keep.

/** What the reader has given. */
export interface Kept { text: string; edits: string; dct: string; lang: string }

const key = 'annal-form';

/** Keeps it, or with an empty text forgets. False where the browser keeps nothing. */
export function keepForm(form: Kept): boolean {
  try {
    if (form.text.trim()) sessionStorage.setItem(key, JSON.stringify(form));
    else sessionStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

export function keptForm(): Kept | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Whether the browser keeps what the editor in the frame writes. */
export function keepsEdits(): boolean {
  const probe = 'annal-probe';
  try {
    localStorage.setItem(probe, '');
    localStorage.removeItem(probe);
    return true;
  } catch {
    return false;
  }
}
