// The script of the page that annal writes: it enlivens the page. Where the page may be edited, the script before this one
// (edit.ts) has left its function, which turns it into an editor.
import { enliven } from './viewer';
import type { StartEditor } from './editor';
import type { PageData } from './timeline';

const script = document.getElementById('annal-data');
const main = document.querySelector('main');
if (script && main) {
  const data = JSON.parse(script.textContent!) as PageData, source = document.documentElement.outerHTML;
  enliven(main, data);
  const edit = (globalThis as { annalEditor?: StartEditor }).annalEditor;
  if (data.edits) edit?.(main, data, source, enliven);
}
