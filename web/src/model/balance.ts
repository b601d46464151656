// How much each unit has to carry, and how far that is from the mean.
import type { Geometry } from 'geojson';
import type { ClassBreak } from './classes';
import { squareMetres } from './outlines';
import type { PointIndex } from './pointIndex';

export type Weight = 'households' | 'addresses' | 'incidents' | 'area';
export const WEIGHTS: readonly Weight[] = ['households', 'addresses', 'incidents', 'area'];

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

/** Diverging and colour-blind safe: too little is blue, too much is brown, about the mean is pale. */
const BANDS: readonly { from: number; to: number; colour: string }[] = [
  { from: -1, to: -0.5, colour: '#3a78b0' },
  { from: -0.5, to: -0.2, colour: '#9cc3df' },
  { from: -0.2, to: 0.2, colour: '#f3f1ea' },
  { from: 0.2, to: 0.5, colour: '#e3b778' },
  { from: 0.5, to: Infinity, colour: '#a9641c' },
];

export function bandColour(deviates: number): string {
  return BANDS.find(({ to }) => deviates < to)?.colour ?? '#a9641c';
}

/** The bands with how many of the values fall in each, for the legend. */
export function bandsOf(deviations: readonly number[]): ClassBreak[] {
  return BANDS.map(({ from, to, colour }) => ({
    from,
    to,
    colour,
    size: deviations.filter((value) => value >= from && value < to).length,
  }));
}
