// The geometry that faults.mjs asks for: subpaths, boxes, crossings. Positions in px.

/// The subpaths of path data as lists of points; of curves the points where they end.
export function polylines(data) {
  const tokens = data.match(/[a-zA-Z]|-?\d*\.?\d+(?:e-?\d+)?/g) ?? [];
  const lines = [];
  let at = [0, 0], letter = '', i = 0;
  const number = () => Number(tokens[i++]);
  while (i < tokens.length) {
    if (/[a-zA-Z]/.test(tokens[i])) letter = tokens[i++];
    const from = letter === letter.toLowerCase() ? at : [0, 0], kind = letter.toUpperCase();
    if (kind === 'Z') { if (lines.length) lines.at(-1).push(lines.at(-1)[0]); continue; }
    if (kind === 'H') at = [from[0] + number(), at[1]];
    else if (kind === 'V') at = [at[0], from[1] + number()];
    else {
      i += { Q: 2, C: 4, S: 2, A: 5 }[kind] ?? 0;
      at = [from[0] + number(), from[1] + number()];
    }
    if (kind === 'M') { lines.push([at]); letter = letter === 'm' ? 'l' : 'L'; } else if (lines.length) lines.at(-1).push(at);
  }
  return lines;
}

export function boxOf(points) {
  const xs = points.map((p) => p[0]), ys = points.map((p) => p[1]);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/// Whether two boxes share more than `slack` px both ways.
export function overlap(a, b, slack = 0.5) {
  return a.x0 + slack < b.x1 && b.x0 + slack < a.x1 && a.y0 + slack < b.y1 && b.y0 + slack < a.y1;
}

/// Whether the segment from `a` to `b` runs through the inside of `box`, `slack` px off its edge.
export function runsThrough(a, b, box, slack = 1) {
  let from = 0, to = 1;
  for (const [i, low, high] of [[0, box.x0 + slack, box.x1 - slack], [1, box.y0 + slack, box.y1 - slack]]) {
    const way = b[i] - a[i];
    if (high <= low) return false;
    if (Math.abs(way) < 1e-9) { if (a[i] <= low || a[i] >= high) return false; continue; }
    const one = (low - a[i]) / way, other = (high - a[i]) / way;
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  return from < to;
}

/// Where the segments ab and cd cross inside both of them, else null; ends that touch do not cross.
export function crossing([a, b], [c, d]) {
  const turn = (p, q, r) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  const t1 = turn(c, d, a), t2 = turn(c, d, b), t3 = turn(a, b, c), t4 = turn(a, b, d);
  if (Math.min(Math.abs(t1), Math.abs(t2), Math.abs(t3), Math.abs(t4)) < 1e-6 || t1 > 0 === t2 > 0 || t3 > 0 === t4 > 0) return null;
  const part = t1 / (t1 - t2);
  return [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
}

/// Lists of polylines that hang together at their ends.
export function chains(lines) {
  const chain = lines.map((_, i) => i), ends = new Map();
  const root = (i) => (chain[i] === i ? i : (chain[i] = root(chain[i])));
  lines.forEach((line, i) => {
    for (const end of [line[0], line.at(-1)]) {
      const key = end.map((v) => v.toFixed(1)).join(' ');
      if (ends.has(key)) chain[root(i)] = root(ends.get(key));
      else ends.set(key, i);
    }
  });
  const groups = new Map();
  lines.forEach((line, i) => groups.set(root(i), [...(groups.get(root(i)) ?? []), line]));
  return [...groups.values()];
}
