// Classes of a choropleth: quantiles over the distinct values, with readable breaks.

/** Sequential, colour-blind safe, light to dark: the light end still stands off the paper. */
export const RAMP: readonly string[] = ['#d5e6e2', '#a3cdc9', '#6bacb4', '#3a829b', '#1f567d', '#132f5a'];

export interface ClassBreak {
  /** Inclusive. */
  from: number;
  /** Inclusive: the largest value that occurs in the class. */
  to: number;
  colour: string;
  /** How many values lie in the class. */
  size: number;
}

/** Where the classes end, as parts of all values: narrow at the top, so that the few largest stand out. */
const SHARES: readonly number[] = [0.25, 0.5, 0.7, 0.85, 0.95, 1];

/**
 * Up to six classes by quantiles; few distinct values are a class each. Equal values are never split between two
 * classes, and zero is left out: nothing happened there, which is not a shade of something. O(n log n).
 */
export function quantileClasses(values: readonly number[]): ClassBreak[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const few = new Set(sorted).size <= SHARES.length;
  const groups: number[][] = [];
  let at = 0;
  while (at < sorted.length) {
    const share = few ? 0 : (SHARES.find((part) => Math.round(part * sorted.length) > at) ?? 1);
    let end = Math.max(at + 1, Math.round(share * sorted.length));
    while (end < sorted.length && sorted[end] === sorted[end - 1]) end++;
    groups.push(sorted.slice(at, end));
    at = end;
  }
  return groups.map((group, index) => ({
    from: group[0] ?? 0,
    to: group[group.length - 1] ?? 0,
    colour: rampColour(index, groups.length),
    size: group.length,
  }));
}

/** The class that holds the value; null for zero, for less, and where there is no value. */
export function classOf(classes: readonly ClassBreak[], value: number | null | undefined): ClassBreak | null {
  if (value === null || value === undefined || value <= 0) return null;
  return classes.find((candidate) => value <= candidate.to) ?? null;
}

/** A colour of the ramp between its light and its dark end, at a share from 0 to 1. */
export function rampAt(share: number): string {
  const at = Math.max(0, Math.min(1, share)) * (RAMP.length - 1);
  const low = Math.min(RAMP.length - 2, Math.floor(at));
  const part = (colour: string, i: number): number => parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16);
  const mixed = [0, 1, 2].map((i) => {
    const from = part(RAMP[low]!, i);
    return Math.round(from + (at - low) * (part(RAMP[low + 1]!, i) - from));
  });
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function rampColour(index: number, count: number): string {
  const position = count <= 1 ? RAMP.length - 3 : Math.round((index * (RAMP.length - 1)) / (count - 1));
  return RAMP[position] ?? '#1f567d';
}
