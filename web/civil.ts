// Civil seconds, as the module counts them: since 1970 on the calendar of a timeline, without zone.

/** Of a day or moment of the JSON: "2016-11-14", "-0044-03-15T06:40". NaN of anything else. */
export function civilSeconds(iso: string | undefined): number {
  const found = /^(-?\d{4,})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(iso ?? '');
  if (!found) return NaN;
  const [year, month, day, hour, minute, second] = found.slice(1).map(part => Number(part ?? 0));
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  return moment.setUTCHours(hour, minute, second) / 1000;
}

/** The moment behind the day or moment that `iso` names. */
export function civilEnd(iso: string | undefined): number {
  return civilSeconds(iso) + (iso?.includes('T') ? 1 : 86400);
}

/** The day, or the second where it is not midnight, that begins at `seconds`; with `end` the one that ends there. */
export function isoOf(seconds: number, end: boolean): string {
  const isDay = seconds % 86400 === 0, at = new Date((end ? seconds - (isDay ? 86400 : 1) : seconds) * 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const year = at.getUTCFullYear(), digits = String(Math.abs(year)).padStart(4, '0');
  const day = `${year < 0 ? '-' : ''}${digits}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
  return isDay ? day : `${day}T${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
}
