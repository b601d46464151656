// How much each unit has to carry, and how far that is from the mean.
import type { Geometry } from 'geojson';
import type { ClassBreak } from './classes';
import { squareMetres } from './outlines';
import type { PointIndex } from './pointIndex';

export type Weight = 'households' | 'addresses' | 'incidents' | 'area';
export const WEIGHTS: readonly Weight[] = ['households', 'addresses', 'incidents', 'area'];

/** Whether a measure is one that is counted from the places in view, too. */
export function isWeight(measure: string): measure is Weight {
  return WEIGHTS.some((weight) => weight === measure);
}

/** What one unit carries; null where it is not known. Area in square metres. */
export type Load = Record<Weight, number | null>;

/** The mean of the theme's units. */
export type Means = Record<Weight, number | null>;

/** What is counted: places, and the households that each address stands for. */
export interface Places {
  addresses: PointIndex | null;
  incidents: PointIndex | null;
  /** Households of each address: those of its grid, shared out evenly. Null where grids do not say. */
  households: readonly number[] | null;
}

/** Counts what a shape carries. Areas are good to a few parts in 100,000. */
export function loadOf(geometry: Geometry, places: Places): Load {
  const addresses = places.addresses?.inside(geometry) ?? null;
  const households = addresses && places.households;
  return {
    area: squareMetres(geometry),
    addresses: addresses?.length ?? null,
    incidents: places.incidents?.inside(geometry).length ?? null,
    households: households ? addresses.reduce((sum, index) => sum + (households[index] ?? 0), 0) : null,
  };
}

/** By how much a value is above (0.2) or below (-0.2) the mean; null where either is not known or the mean is 0. */
export function deviation(value: number | null, mean: number | null): number | null {
  return value === null || mean === null || mean === 0 ? null : value / mean - 1;
}

/** What there is to count: a city may have no addresses, or no households on record. */
export function countable(means: Means, loads: readonly Load[]): Weight[] {
  return WEIGHTS.filter((weight) => loads.some((load) => load[weight] !== null && (means[weight] !== 0 || load[weight] > 0)));
}

/** What deviation is told of where the planner has not chosen: of what there is, the most telling. */
export function usualWeight(known: readonly Weight[]): Weight {
  return known[0] ?? 'area';
}

/** Diverging and colour-blind safe: too little is blue, too much is brown, about the mean is pale. */
const COLOURS: readonly string[] = ['#3a78b0', '#9cc3df', '#f3f1ea', '#e3b778', '#a9641c'];

/** Where the bands of deviation end, on either side of the mean: a little off, far off. */
export type BandEnds = readonly [number, number];

const USUAL: BandEnds = [0.2, 0.5];

function bands([near, far]: BandEnds): { from: number; to: number; colour: string }[] {
  const ends = [-1, -far, -near, near, far, Infinity];
  return COLOURS.map((colour, i) => ({ from: ends[i] ?? -1, to: ends[i + 1] ?? Infinity, colour }));
}

/** The bands of a proposal: what is within the tolerance is pale. */
export function endsFor(tolerance: number): BandEnds {
  return [tolerance, Math.min(0.99, 2.5 * tolerance)];
}

/**
 * The band of a deviation, from 0 for far too little to 4 for far too much; what is tolerated is in the middle.
 *
 * @param outside whether it is more than is tolerated, where somebody said exactly; null where nobody did
 */
export function bandOf(deviates: number, ends: BandEnds = USUAL, outside: boolean | null = null): number {
  const middle = (COLOURS.length - 1) / 2;
  if (outside === false) return middle;
  const found = bands(ends).findIndex(({ to }) => deviates < to);
  if (outside === null || found !== middle) return found;
  return deviates < 0 ? middle - 1 : middle + 1;
}

export function bandColour(deviates: number, ends: BandEnds = USUAL, outside: boolean | null = null): string {
  return COLOURS[bandOf(deviates, ends, outside)] ?? '#a9641c';
}

/** The bands with how many fall in each, for the legend. */
export function bandsOf(inBands: readonly number[], ends: BandEnds = USUAL): ClassBreak[] {
  return bands(ends).map(({ from, to, colour }, band) => ({ from, to, colour, size: inBands.filter((one) => one === band).length }));
}
