// What a picture makes of its width: which events of different moments can be told apart along the axis, and how much of it cuts and the background
// they isolate take. Where that is beyond what the axis had room for, it is a fault.
import { boxOf, polylines } from './geometry.mjs';

const apart = 4;              ///< px between marks of different moments
const most_for_cuts = 0.2;    ///< of the axis
const dot_width = 17;         ///< px: a wider mark is a bar or a whisker

/// Where each event stands along the axis: a dot's middle, else the beginning of its bar.
function placesOf({ marks, texts }) {
  const places = new Map();
  for (const mark of marks) {
    const one = places.get(mark.event) ?? { event: mark.event, bar: false, x0: Infinity, x1: -Infinity, y: (mark.y0 + mark.y1) / 2 };
    one.x0 = Math.min(one.x0, mark.x0);
    one.x1 = Math.max(one.x1, mark.x1);
    one.bar ||= mark.tag === 'rect' || mark.classes.includes('v');
    places.set(mark.event, one);
  }
  for (const one of places.values()) {
    one.dot = !one.bar && one.x1 - one.x0 <= dot_width;
    one.x = one.dot ? (one.x0 + one.x1) / 2 : one.x0;
    one.words = texts.filter((t) => t.event === one.event && t.role === 'date').map((t) => t.words).join(' ');
    one.title = texts.filter((t) => t.event === one.event && t.role === 'title').map((t) => t.words).join(' ');
  }
  return [...places.values()];
}

const inside = (place, plot) => place.y >= plot.y0 && place.y <= plot.y1 && place.x >= plot.x0 - 6 && place.x <= plot.x1 + 6;

/// Whether two events have different dates; `apart` if neither date can be a part of the other, as a day and an hour of it can.
function differ(a, b, moments) {
  const one = moments?.get(a.event), other = moments?.get(b.event);
  const same = one && other ? one.first === other.first && one.last === other.last : a.words === b.words;
  return { any: !same, apart: one && other ? one.last < other.first || other.last < one.first : !same };
}

/// Dots closer than `apart` to one of another date, that is `how` different.
function closeDots(places, moments, how) {
  const dots = places.filter((p) => p.dot).sort((a, b) => a.x - b.x);
  return dots.filter((a, i) => dots.some((b, j) => j !== i && Math.abs(a.x - b.x) < apart && differ(a, b, moments)[how]));
}

/// How many of the different starts are drawn at least `apart` from the one before.
function startsApart(places, moments) {
  const first = new Map();
  for (const place of places) {
    const start = moments?.get(place.event)?.start;
    if (start !== undefined && !first.has(start)) first.set(start, place.x);
  }
  let kept = 0, last = -Infinity;
  for (const x of [...first.values()].sort((a, b) => a - b))
    if (x - last >= apart) { ++kept; last = x; }
  return { kept, of: first.size };
}

/// The spans along x that cuts take in `plot`.
function cutsOf({ lines, areas }, plot) {
  const spans = [...lines, ...areas].filter((l) => l.classes.some((c) => ['cut', 'te', 'gap'].includes(c)))
    .flatMap((l) => (l.path ? polylines(l.path).map(boxOf) : [l]))
    .filter((b) => b.x1 > plot.x0 && b.x0 < plot.x1 && b.y1 > plot.y0 - 45 && b.y0 < plot.y1 + 45)
    .map((b) => [b.x0, b.x1]).sort((a, b) => a[0] - b[0]);
  const joined = [];
  for (const span of spans)
    if (joined.length && span[0] <= joined.at(-1)[1] + 8) joined.at(-1)[1] = Math.max(joined.at(-1)[1], span[1]);
    else joined.push([...span]);
  return joined;
}

/// The share of the plots that goes to cuts and to the segments they isolate: those with at most two events and a quarter of what the fullest has.
function shareOfCuts(picture, places) {
  let taken = 0, whole = 0;
  for (const plot of picture.plots) {
    const cuts = cutsOf(picture, plot);
    whole += plot.x1 - plot.x0;
    if (!cuts.length) continue;
    const edges = [plot.x0, ...cuts.flat(), plot.x1];
    const segments = [];
    for (let i = 0; i < edges.length; i += 2) segments.push({ width: Math.max(0, edges[i + 1] - edges[i]), events: places.filter((p) => inside(p, plot) && p.x >= edges[i] - 4 && p.x <= edges[i + 1] + 4).length });
    const fullest = Math.max(...segments.map((s) => s.events));
    const background = segments.filter((s) => s.events <= Math.min(2, fullest / 4));
    taken += cuts.reduce((sum, [a, b]) => sum + b - a, 0) + background.reduce((sum, s) => sum + s.width, 0);
  }
  return whole ? taken / whole : 0;
}

/// The measures of `picture`, which also adds what is a fault among them.
export function measuresOf(picture, moments, add) {
  const titles = new Map();
  for (const text of picture.texts.filter((t) => t.role === 'title')) titles.set(text.event, (titles.get(text.event) ?? true) && text.visible >= 0.95 && text.size >= 11);
  const measures = { width: picture.width, titles: titles.size, legible: [...titles.values()].filter(Boolean).length };
  if (picture.upright || !picture.plots.length) return { measures };
  const places = placesOf(picture);
  const within = picture.plots.map((plot) => ({ plot, places: places.filter((p) => inside(p, plot)) }));
  measures.cuts = shareOfCuts(picture, places);
  if (measures.cuts > most_for_cuts + 0.005) add('width', { x0: picture.plots[0].x0, y0: picture.plots[0].y0 }, `cuts and the background they isolate take ${Math.round(100 * measures.cuts)} % of the axis`);
  measures.close = 0;
  for (const { plot, places: some } of within) {
    const close = closeDots(some, moments, 'apart');
    measures.close += closeDots(some, moments, 'any').length;
    const roomy = new Set(some.map((p) => p.words)).size * 4 * apart <= plot.x1 - plot.x0;
    if (close.length && roomy) add('close', { x0: close[0].x, y0: close[0].y }, `${close.length} marks of different moments lie closer than ${apart} px: ${close.slice(0, 4).map((p) => p.words).join(' | ')}`);
    const dots = some.filter((p) => p.dot).sort((a, b) => a.y - b.y);
    if (picture.layout === 'rows')
      dots.forEach((p, i) => { if (i && p.y - dots[i - 1].y > 4 && p.x < dots[i - 1].x - 1) add('order', { x0: p.x, y0: p.y }, `the row “${p.words}” is left of “${dots[i - 1].words}” above it`); });
  }
  measures.starts = startsApart(places, moments);
  return { measures };
}
