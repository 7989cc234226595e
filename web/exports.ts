// Saves what the page holds: the picture, the data, the table. Nothing leaves the machine.
import { button } from './form';
import { isInApp } from './host';
import { inSystemTheme } from './theme';
import { element } from './words';
import type { Say, Word } from './labels';
import type { Timeline } from './timeline';

export function download(name: string, type: string, content: BlobPart): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A cell of CSV; what a spreadsheet would take for a formula gets an apostrophe. */
function cell(text: string): string {
  return `"${(/^[=+\-@\t\r|＝＋－＠]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
}

/** The rules of the page's style sheet that are the picture's, for a file of its own. */
function pictureStyle(): Element {
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  const rules = [...document.styleSheets, ...document.adoptedStyleSheets ?? []].filter(sheet => !sheet.disabled).flatMap(sheet => [...sheet.cssRules]).map(rule => rule.cssText);
  style.textContent = rules.filter(rule => rule.includes('.annal-t')).join('\n');
  return style;
}

/** Text with a button that copies it. */
export function copyLine(text: string, say: Say): HTMLElement {
  const code = element('code', text);
  const copy = button(say('copy'), async () => {
    getSelection()?.selectAllChildren(code);
    try {
      await navigator.clipboard.writeText(text);
      copy.textContent = say('copied');
    } catch { /* it is selected */ }
  });
  const line = element('p', code, ' ', copy);
  line.className = 'command';
  return line;
}

/** The address of the page, or an example of one with the name of its file; in a frame without a file, that of its text. */
function addressOf(timeline: Timeline): string {
  const here = location.href.replace(/#.*/, ''), [{ id }, ...others] = timeline.documents;
  if (/^https?:/.test(here)) return here;
  const name = isInApp() ? encodeURIComponent(others.length ? 'timeline' : id.replace(/\.[^.]*$/, '')) + '.html' : here.replace(/.*\//, '');
  return `https://example.org/${name}`;
}

/** Shows the code that shows the page inside another: the picture, and the slides. */
function showEmbedding(root: HTMLElement, timeline: Timeline, say: Say): void {
  const address = addressOf(timeline);
  const attribute = (words: string) => words.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const title = root.querySelector('h1')?.textContent ?? '';
  const frame = (view: string, height: number) => `<iframe src="${attribute(address)}#${view}" title="${attribute(title)}" width="100%" height="${height}" frameborder="0" loading="lazy"></iframe>`;
  const dialog = document.createElement('dialog');
  dialog.className = 'embedding';
  dialog.setAttribute('aria-label', say('embed'));
  dialog.append(element('p', say('embed-how')), copyLine(frame('embed', 640), say), element('p', say('embed-story')), copyLine(frame('story', 560), say), button(say('close'), () => dialog.close()));
  dialog.addEventListener('close', () => dialog.remove());
  root.append(dialog);
  dialog.showModal();
}

export function exportMenu(root: HTMLElement, timeline: Timeline, say: Say): HTMLElement {
  const picture = () => {
    const copy = root.querySelector<SVGElement>('.picture svg')!.cloneNode(true) as SVGElement;
    copy.removeAttribute('style');
    for (const part of copy.querySelectorAll('.off,.lit')) part.classList.remove('off', 'lit');
    for (const part of copy.querySelectorAll('.struck')) part.remove();
    if (!copy.querySelector('style')) copy.prepend(inSystemTheme(pictureStyle));
    return new XMLSerializer().serializeToString(copy);
  };
  const saveImage = () => {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = image.width * 2;
      canvas.height = image.height * 2;
      canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(blob => { if (blob) download('timeline.png', 'image/png', blob); });
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture())}`;
  };
  const table = () => [...root.querySelectorAll('table tr')].filter(row => !(row as HTMLElement).hidden && !row.classList.contains('struck'))
    .map(row => [...row.children].filter(part => !part.classList.contains('flips')).map(part => cell(part.textContent ?? '')).join(',')).join('\r\n');
  const entries: [Word, () => void][] = [
    ['save-svg', () => download('timeline.svg', 'image/svg+xml', picture())],
    ['save-png', saveImage],
    ['save-json', () => download('timeline.json', 'application/json', JSON.stringify(timeline, null, 2))],
    ['save-csv', () => download('timeline.csv', 'text/csv', table())],
    ['print', () => window.print()],
    ['embed', () => showEmbedding(root, timeline, say)],
  ];
  const offered = isInApp() ? entries.filter(([word]) => !/^save-(svg|json|csv)$/.test(word)) : entries;
  const menu = document.createElement('details');
  menu.className = 'menu';
  const list = element('div');
  for (const [word, act] of offered) list.append(button(say(word), () => { menu.open = false; act(); }));
  menu.append(element('summary', say('export')), list);
  return menu;
}
