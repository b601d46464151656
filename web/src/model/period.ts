// A period of days as people choose it, and as the server is asked for it.

interface Days {
  readonly from?: string | null;
  /** The last day that belongs to it. */
  readonly to?: string | null;
}

const DAY = 24 * 60 * 60 * 1000;
/** The last day that a date field takes. */
const LAST = '9999-12-31';

/** The same period with the moment at which it is over, which no longer belongs to it, as the server is told. */
export function asAsked<T extends Days>(days: T): T {
  const { to } = days;
  return to === undefined || to === null || to >= LAST ? days : { ...days, to: dayAfter(to) };
}

function dayAfter(date: string): string {
  return shifted(date, DAY);
}

export function dayBefore(date: string): string {
  return shifted(date, -DAY);
}

/** The days of a period, both ends included, just before it. */
export function justBefore(from: string, to: string): { from: string; to: string } {
  const length = Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`) + DAY;
  return { from: shifted(from, -length), to: dayBefore(from) };
}

function shifted(date: string, by: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + by).toISOString().slice(0, 10);
}
