// Texts of the picture in place: as many lines as before, to the room up to the next text, with an ellipsis if they are longer.
const originals = new WeakMap<SVGTextElement, Node[]>();

/** Puts `value` in the place of the text; undefined puts back what annal drew. */
export function setLines(text: SVGTextElement, value: string | undefined): void {
  const original = originals.get(text) ?? [...text.childNodes].map(node => node.cloneNode(true));
  if (value === undefined && !originals.has(text)) return;
  originals.set(text, original);
  text.replaceChildren(...original.map(node => node.cloneNode(true)));
  if (value === undefined) return;
  const lines = [...text.children] as SVGTSpanElement[];
  if (!lines.length) {
    const room = roomOf(text);
    text.textContent = value;
    return fit(text, room);
  }
  // What does not fit into a line goes into the next one, word by word.
  const rooms = lines.map(line => (text.getBBox().width ? Math.max(line.getComputedTextLength(), roomOf(text)) : 0));
  const left = value.split(' ');
  lines.forEach((line, i) => {
    const last = i === lines.length - 1;
    line.textContent = last ? left.splice(0).join(' ') : '';
    while (!last && left.length) {
      const before = line.textContent;
      line.textContent = before ? `${before} ${left[0]}` : left[0];
      if (before && line.getComputedTextLength() > rooms[i]) { line.textContent = before; break; }
      left.shift();
    }
    fit(line, rooms[i]);
  });
}

function fit(line: SVGTextContentElement, room: number): void {
  if (!room) return;  // not on display: nothing to measure
  let text = line.textContent!;
  while (text.length > 1 && line.getComputedTextLength() > room) {
    text = text.slice(0, -1);
    line.textContent = `${text.trimEnd()}…`;
  }
}

/** How long a line may be: to the next text beside it or the edge of the picture, and never less than it was. */
function roomOf(text: SVGTextElement): number {
  const box = text.getBBox();
  const svg = text.ownerSVGElement;
  if (!svg || !box.width) return 0;
  const toLeft = text.classList.contains('en');
  if (text.classList.contains('ce')) return box.width;
  let room = toLeft ? box.x + box.width : svg.viewBox.baseVal.width - box.x;
  for (const other of svg.querySelectorAll<SVGTextElement>('text')) {
    if (other === text) continue;
    const b = other.getBBox();
    if (b.y >= box.y + box.height || b.y + b.height <= box.y || !b.width) continue;
    if (toLeft && b.x + b.width <= box.x + 1) room = Math.min(room, box.x + box.width - b.x - b.width);
    if (!toLeft && b.x >= box.x + box.width - 1) room = Math.min(room, b.x - box.x);
  }
  return Math.max(box.width, room - 8);
}
