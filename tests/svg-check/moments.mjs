// When the events of a JSON timeline were, as numbers that can be compared: no calendar, so years before Christ and open ends are no trouble.

/// The number of the first or last second of `date` (2016, 2016-11, 2016-11-14, 2016-11-14T06:30:00, -0043-03-15).
function second(date, last) {
  const parts = /^(-?\d+)(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d)(?::(\d\d))?(?::(\d\d))?)?/.exec(date ?? '');
  if (!parts) return last ? Infinity : -Infinity;
  const ends = last ? [0, 12, 31, 23, 59, 59] : [0, 1, 1, 0, 0, 0], base = [0, 13, 32, 24, 60, 60];
  return parts.slice(1).reduce((sum, part, i) => sum * base[i] + (part === undefined ? ends[i] : Number(part)), 0);
}

/// For each id the first and last second in which its event may have been, and its start as the text has it.
export function momentsOf(timeline) {
  return new Map(timeline.events.map((event) => {
    const { start = {}, end = {} } = event;
    return [event.id, { first: second(start.earliest, false), last: second(end.latest ?? start.latest, true), start: start.earliest && second(start.earliest, false) }];
  }));
}
