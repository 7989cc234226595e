// Runs inside the browser, on the document of one finished SVG: what is drawn and where, as the fonts of this machine set it. Nothing is judged
// here; faults.mjs does that. Positions are px of the picture, `order` is the order of painting.

/// The texts, marks, lines and areas of the open SVG document. With `colours` alone only what a change of the colour scheme changes.
export function measure(colours) {
  const svg = document.documentElement;
  const all = [...svg.querySelectorAll('*')];
  const order = new Map(all.map((element, at) => [element, at]));
  const legend = svg.querySelector('.legend') || [...svg.children].filter((e) => e.tagName === 'g' && !e.hasAttribute('role')).pop();
  const eventOf = (element) => element.closest('[data-event]')?.getAttribute('data-event') ?? null;
  const rgba = (paint) => (/^rgba?\(([^)]*)\)/.exec(paint)?.[1].split(/[\s,/]+/).map(Number) ?? null);
  const box = (b) => ({ x0: b.x, y0: b.y, x1: b.x + b.width, y1: b.y + b.height });

  const shapes = [...svg.querySelectorAll('circle,rect,path,line,polygon,polyline,ellipse,use')].filter((e) => !e.closest('defs,marker,pattern'));
  const boxes = shapes.map((shape) => ({ ...box(shape.getBBox()), order: order.get(shape) }));
  const grounds = shapes.flatMap((shape, at) => {
    const style = getComputedStyle(shape), fill = rgba(style.fill);
    return shape.matches('rect') && !eventOf(shape) && fill ? [{ ...boxes[at], fill, alpha: (fill[3] ?? 1) * Number(style.fillOpacity) * Number(style.opacity) }] : [];
  });
  /// The colour of the areas below (x, y).
  const groundAt = (x, y) => grounds.filter((g) => g.x0 <= x && x <= g.x1 && g.y0 <= y && y <= g.y1)
    .reduce((colour, g) => colour.map((c, i) => c + (g.fill[i] - c) * g.alpha), [255, 255, 255]);
  const haloOf = (style) => {
    const width = parseFloat(style.strokeWidth);
    return style.paintOrder.startsWith('stroke') && rgba(style.stroke) && width >= 2 ? { width, colour: rgba(style.stroke) } : null;
  };
  /// The share of a line of text that can be seen.
  const seen = (text, line) => {
    const at = order.get(text);
    if (!boxes.some((b) => b.order > at && b.x0 < line.x1 && line.x0 < b.x1 && b.y0 < line.y1 && line.y0 < b.y1)) return 1;
    let visible = 0, points = 0;
    const step = Math.max(4, (line.x1 - line.x0) / 30);
    for (let x = line.x0 + 1.5; x < line.x1 - 1; x += step)
      for (const part of [0.3, 0.6]) {
        ++points;
        for (const hit of document.elementsFromPoint(x, line.baseline - part * line.size)) {
          if (hit === text || text.contains(hit)) { ++visible; break; }
          if (!hit.closest('text')) break;
        }
      }
    return points ? visible / points : 1;
  };
  /// The runs of one line and one look: date and title may share a text, and a text may have lines.
  const linesOf = (text) => {
    const runs = [], walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT), range = document.createRange();
    while (walk.nextNode()) {
      const node = walk.currentNode, part = node.parentElement;
      if (!node.data.trim()) continue;
      range.selectNodeContents(node);
      const { left, right } = range.getBoundingClientRect(), style = getComputedStyle(part), size = parseFloat(style.fontSize);
      const baseline = Number(part.closest('[y]')?.getAttribute('y'));
      if (right > left) runs.push({ words: node.data, part, style, size, baseline, x0: left, x1: right, y0: baseline - 0.8 * size, y1: baseline + 0.21 * size });
    }
    return runs;
  };
  const texts = [];
  for (const text of svg.querySelectorAll('text')) {
    const event = eventOf(text);
    for (const line of linesOf(text)) {
      const role = event ? (line.part.closest('.m') ? 'date' : 'title') : legend?.matches('.legend') && legend.contains(text) ? 'legend' : 'other';
      const halo = haloOf(line.style), middle = [(line.x0 + line.x1) / 2, line.baseline - 0.3 * line.size];
      const one = { words: line.words, event, role, x0: line.x0, x1: line.x1, y0: line.y0, y1: line.y1, size: line.size, order: order.get(text),
        halo: halo?.width ?? 0, colour: rgba(line.style.fill), ground: halo ? halo.colour : groundAt(...middle), hidden: line.style.opacity === '0' };
      texts.push(colours ? one : { ...one, visible: seen(text, line) });
    }
  }

  const classesOf = (element) => (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean);
  /// What a mark looks like, but for its colour and size.
  const signature = (element) => [element.tagName, ...classesOf(element).filter((c) => !/^[fos]\d+$/.test(c)).sort(),
    /url\(/.test(element.getAttribute('fill') ?? '') ? element.getAttribute('fill').replace(/v?(-\w+|\d)?\)$/, '') : ''].join(' ').trim();
  const lane = (element) => classesOf(element).find((c) => /^[fo]\d+$/.test(c))?.slice(1) ?? null;
  const marks = [], lines = [], key = [], areas = [];
  for (const [at, shape] of shapes.entries()) {
    const style = getComputedStyle(shape), event = eventOf(shape), paint = rgba(style.fill) ?? rgba(style.stroke);
    const one = { classes: classesOf(shape), signature: signature(shape), lane: lane(shape), event, order: order.get(shape), filled: style.fill !== 'none', tag: shape.tagName,
      ...boxes[at], path: shape.getAttribute('d') ?? '' };
    if (event) marks.push({ ...one, colour: style.fill !== 'none' && !one.classes.includes('h') ? paint : rgba(style.stroke), ground: groundAt((one.x0 + one.x1) / 2, one.y0 - 1.5) });
    else if (legend?.contains(shape)) key.push(one);
    else if (shape.matches('rect')) areas.push(one);
    else lines.push(one);
  }
  return { width: svg.width.baseVal.value, height: svg.height.baseVal.value, texts, marks, lines, key, areas, lanes: [...new Set([...svg.querySelectorAll('[data-lane]')].map((e) => e.getAttribute('data-lane')))], ownLegend: Boolean(legend?.matches('.legend')),
    gradients: svg.querySelectorAll('linearGradient,radialGradient').length, curves: svg.querySelectorAll('.cu,.cb').length };
}
