// Judges what measure.mjs found in one picture: each fault is a kind, a place and words. What it takes from a finished file is listed in README.md.
import { boxOf, chains, crossing, overlap, polylines, runsThrough } from './geometry.mjs';
import { measuresOf } from './measures.mjs';

const near = (box) => `at ${Math.round(box.x0)},${Math.round(box.y0)}`;
const short = (words) => (words.length > 40 ? `${words.slice(0, 39)}…` : words);
const has = (shape, ...names) => names.some((name) => shape.classes.includes(name));

function textFaults({ width, height, texts }, add) {
  texts.forEach((a, i) => {
    const clipped = a.x0 < -0.5 || a.y0 < -0.5 || a.x1 > width + 0.5 || a.y1 > height + 0.5;
    if (clipped) add('clipped', a, `“${short(a.words)}” leaves the canvas`);
    for (const b of texts.slice(i + 1))
      if (overlap(a, b)) add('overlap', a, `“${short(a.words)}” and “${short(b.words)}”`);
    if (a.hidden || (a.visible < 0.95 && !clipped)) add('covered', a, `${Math.round(100 * a.visible)} % of “${short(a.words)}” can be seen`);
    if (a.role === 'title' && a.size < 11) add('small', a, `“${short(a.words)}” is ${a.size} px high`);
  });
}

/// Lines that words stand on: those painted after the words, and those below words without a halo.
function lineFaults({ texts, lines, marks }, add) {
  for (const line of lines) {
    if (line.filled || has(line, 'gap')) continue;
    for (const points of polylines(line.path))
      for (const text of texts) {
        if (text.halo && line.order < text.order) continue;
        if (points.some((p, i) => i && runsThrough(points[i - 1], p, text)))
          add(has(line, 'cut', 'te') ? 'cut' : 'line', text, `a line (${line.classes.join(' ')}) runs through “${short(text.words)}”`);
      }
  }
  for (const mark of marks)
    for (const text of texts) {
      const touches = mark.filled || mark.tag !== 'path' ? overlap(mark, text, 1)
        : polylines(mark.path).some((points) => points.some((p, i) => i && runsThrough(points[i - 1], p, text)));
      if (touches) add('mark', text, `the mark of ${mark.event} (${mark.signature}) touches “${short(text.words)}”`);
    }
}

/// The cuts of `plot`, each the boxes of its strokes: a cut may have two edges.
function cutsIn(plot, lines, [low, high, from, to]) {
  const strokes = lines.filter((l) => has(l, 'cut', 'te')).flatMap((l) => polylines(l.path).map(boxOf))
    .filter((b) => b[high] > plot[low] && b[low] < plot[high] && b[to] > plot[from] - 45 && b[from] < plot[to] + 45)
    .sort((a, b) => a[low] + a[high] - b[low] - b[high]);
  const cuts = [];
  for (const stroke of strokes)
    if (cuts.length && stroke[low] <= Math.max(...cuts.at(-1).map((b) => b[high])) + 3) cuts.at(-1).push(stroke);
    else cuts.push([stroke]);
  return cuts;
}

/// A cut is one mark at each axis, or one ribbon from end to end; never in pieces.
function cutFaults({ lines, plots, upright }, add) {
  const names = upright ? ['y0', 'y1', 'x0', 'x1'] : ['x0', 'x1', 'y0', 'y1'], [, , from, to] = names;
  for (const plot of plots)
    for (const cut of cutsIn(plot, lines, names)) {
      cut.sort((a, b) => a[from] - b[from]);
      let pieces = 1, end = cut[0][to];
      for (const stroke of cut) {
        if (stroke[from] > end + 1) ++pieces;
        end = Math.max(end, stroke[to]);
      }
      const ribbon = cut.some((b) => b[to] - b[from] > 45);
      if (pieces > (ribbon ? 1 : 2)) add('cut', cut[0], `a cut is drawn in ${pieces} pieces`);
    }
}

function leaderFaults({ lines }, add) {
  const leaders = chains(lines.filter((l) => has(l, 'll', 'le')).flatMap((l) => polylines(l.path)));
  const segments = leaders.flatMap((chain, leader) => chain.flatMap((points) => points.slice(1).map((p, i) => ({ leader, ends: [points[i], p] }))));
  segments.forEach((a, i) => {
    for (const b of segments.slice(i + 1)) {
      const at = a.leader === b.leader ? null : crossing(a.ends, b.ends);
      if (at) add('leader', { x0: at[0], y0: at[1] }, 'two leaders cross');
    }
  });
}

/// Whether path data are two lines of one length side by side.
function isDouble(path) {
  const [a, b, more] = polylines(path).map(boxOf);
  if (!a || !b || more) return false;
  const near = (p, q) => Math.abs(p - q) < 0.2, beside = (p, q) => Math.abs(p - q) > 1 && Math.abs(p - q) < 7;
  return (near(a.x0, b.x0) && near(a.x1, b.x1) && beside(a.y0, b.y0)) || (near(a.y0, b.y0) && near(a.y1, b.y1) && beside(a.x0, b.x0));
}

function legendFaults({ key, marks, lines, areas, texts, plots, lanes: names, ownLegend }, add) {
  const drawn = new Set(marks.map((m) => m.signature));
  // A hollow, dotted or dashed outline means the same of a dot, a bar and a whisker; a hollow whisker is two lines side by side.
  const hollow = marks.some((m) => m.classes.includes('h') || isDouble(m.path));
  const outlined = (entry) => (entry.tag === 'rect' && marks.some((m) => m.tag === 'rect')) || entry.classes.some((c) => (c === 'h' && hollow) || (/^[de]$/.test(c) && marks.some((m) => m.classes.includes(c))));
  const lanes = new Set(marks.map((m) => m.lane));
  for (const entry of key) {
    const words = texts.filter((t) => t.x0 >= entry.x1 - 1 && t.y0 < entry.y1 && entry.y0 < t.y1).sort((a, b) => a.x0 - b.x0)[0];
    const elsewhere = [...lines, ...areas].some((l) => l.signature === entry.signature && plots.some((p) => overlap(l, p)));
    if (!drawn.has(entry.signature) && !outlined(entry) && !names.includes(words?.words) && !elsewhere) add('legend', entry, `“${words?.words ?? '?'}” (${entry.signature}) stands for no mark of the picture`);
    else if (ownLegend && entry.lane !== null && !lanes.has(entry.lane)) add('legend', entry, `“${words?.words ?? '?'}” has a colour (${entry.lane}) that no event has`);
  }
}

function luminance(colour) {
  const [r, g, b] = colour.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/// The contrast of two colours, 1 to 21, as WCAG 2 counts it.
export function contrast(a, b) {
  const [low, high] = [luminance(a.slice(0, 3)), luminance(b.slice(0, 3))].sort((p, q) => p - q);
  return (high + 0.05) / (low + 0.05);
}

/// Text below 4.5:1 and marks below 3:1 in the colour scheme that was measured.
export function contrastFaults(found, scheme) {
  const faults = [];
  for (const text of found.texts) {
    const ratio = text.colour ? contrast(text.colour, text.ground) : 1;
    if (ratio < 4.495) faults.push({ kind: 'contrast', place: near(text), words: `${scheme}: ${ratio.toFixed(2)}:1 of “${short(text.words)}”` });
  }
  for (const mark of found.marks) {
    const ratio = mark.colour ? contrast(mark.colour, mark.ground) : 21;
    if (ratio < 2.995) faults.push({ kind: 'contrast', place: near(mark), words: `${scheme}: ${ratio.toFixed(2)}:1 of the mark of ${mark.event} (${mark.signature})` });
  }
  return faults;
}

/// The plots of a picture, and whether its time runs down.
function axisOf(found) {
  const wide = found.areas.filter((a) => has(a, 'gr') && (a.x1 - a.x0 > 30) && a.y1 - a.y0 > 20);
  const grid = found.lines.filter((l) => has(l, 'g0', 'g1')).flatMap((l) => polylines(l.path)).map(boxOf);
  const down = grid.filter((b) => b.x1 - b.x0 > b.y1 - b.y0).length;
  return { plots: wide, upright: grid.length ? 2 * down > grid.length : wide.length > 0 && wide.every((p) => p.x1 - p.x0 < 150) };
}

/// The faults of a picture and its measures. `moments` (timelines.mjs) tells when its events were; without it, their date words tell them apart.
export function judge(found, moments) {
  const picture = { ...found, ...axisOf(found) };
  const faults = [];
  const add = (kind, box, words) => faults.push({ kind, place: near(box), words });
  textFaults(picture, add);
  lineFaults(picture, add);
  cutFaults(picture, add);
  leaderFaults(picture, add);
  legendFaults(picture, add);
  if (picture.curves) add('relation', { x0: 0, y0: 0 }, `${picture.curves} curves between events, which belong on the page`);
  if (picture.gradients) add('gradient', { x0: 0, y0: 0 }, `${picture.gradients} gradients; marks are plain`);
  return { faults, ...measuresOf(picture, moments, add) };
}
