// What became of the units of one plan or draft in another, as docs/openapi.yaml has it.
import type { Shape } from './shapes';
import type { Drawn } from './types';

/** `plan:3` or `draft:7`. */
export type Version = `${'plan' | 'draft'}:${string}`;

/** What can become of units; kept ones are not listed. */
export const FATES = ['changed', 'split', 'merged', 'rearranged', 'new', 'retired'] as const satisfies readonly Shape<'Fate'>[];
export type Fate = (typeof FATES)[number];

export type Change = Shape<'Change'>;
export type Move = Shape<'Move'>;
export type Spread = Shape<'Spread'>;
export type Comparison = Shape<'Comparison'>;
export const BALANCES = ['households', 'addresses', 'openIncidents', 'area'] as const;

export type Outline = Drawn<Shape<'Outline'>>;
export type Outlines = Omit<Shape<'Outlines'>, 'features'> & { features: Outline[] };
export type Places = Shape<'ComparedPlaces'>;
export type PlaceColumns = Shape<'PlaceColumns'>;

export type CrosswalkRow = Shape<'CrosswalkRow'>;
export type Crosswalk = Shape<'Crosswalk'>;

export const MOVE_SORTS = ['-area', '-addresses', '-openIncidents', '-households', 'code'] as const;
export const CROSSWALK_SORTS = ['-area', '-areaShare', '-areaShareOfWith', '-addresses', '-households', 'code'] as const;
