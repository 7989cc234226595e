// Saves what the page holds: the picture, the data, the table. Nothing leaves the machine.
import { element } from './words';
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

export function exportMenu(root: HTMLElement, timeline: Timeline): HTMLElement {
  const picture = () => {
    const copy = root.querySelector<SVGElement>('.picture svg')!.cloneNode(true) as SVGElement;
    copy.removeAttribute('style');
    for (const part of copy.querySelectorAll('.off,.lit')) part.classList.remove('off', 'lit');
    for (const part of copy.querySelectorAll('.struck')) part.remove();
    if (!copy.querySelector('style')) copy.prepend(pictureStyle());
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
  const entries: [string, () => void][] = [
    ['Picture (SVG)', () => download('timeline.svg', 'image/svg+xml', picture())],
    ['Picture (PNG)', saveImage],
    ['Data (JSON)', () => download('timeline.json', 'application/json', JSON.stringify(timeline, null, 2))],
    ['Table (CSV)', () => download('timeline.csv', 'text/csv', table())],
    ['Print or PDF', () => window.print()],
  ];
  const menu = document.createElement('details');
  menu.className = 'menu';
  const list = element('div');
  for (const [words, act] of entries) {
    const button = element('button', words);
    button.addEventListener('click', () => { menu.open = false; act(); });
    list.append(button);
  }
  menu.append(element('summary', 'Export'), list);
  return menu;
}
