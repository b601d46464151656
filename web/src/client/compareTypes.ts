// What became of the units of one plan or draft in another, as docs/http-api.md states it.
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Bounds, Named } from './types';

/** `plan:3` or `draft:7`. */
export type Version = `${'plan' | 'draft'}:${string}`;

/** What can become of units; kept ones are not listed. */
export const FATES = ['changed', 'split', 'merged', 'rearranged', 'new', 'retired'] as const;
export type Fate = (typeof FATES)[number];

export interface ComparedUnit extends Named {
  parent: string | null;
  /** The unit that goes on as this one, or that it goes on as. */
  counterpart: string | null;
  areaSquareMetres: number;
  addresses: number;
  openIncidents: number;
  bounds: Bounds;
}

export interface Change {
  fate: Fate;
  /** Of a changed one: `redrawn`, `recoded`, `renamed`, `reparented`, `attributes`. */
  alterations: string[];
  bounds: Bounds;
  from: ComparedUnit[];
  to: ComparedUnit[];
}

/** Ground that changes hands; null stands for nobody. */
export interface Move {
  from: string | null;
  to: string | null;
  areaSquareMetres: number;
  addresses: number;
  openIncidents: number;
}

export interface Spread {
  units: number;
  total: number;
  mean: number;
  least: number;
  most: number;
  /** Shares of the mean. */
  largestDeviation: number;
  coefficientOfVariation: number;
}

export const BALANCES = ['households', 'addresses', 'openIncidents', 'area'] as const;

export interface Comparison {
  summary: Record<Fate | 'kept', number>;
  area: { moved: number; added: number; dropped: number };
  addresses: { total: number; moved: number };
  openIncidents: { total: number; moved: number };
  changes: Change[];
  moves: Move[];
  balance: Partial<Record<(typeof BALANCES)[number], { before: Spread; after: Spread } | null>>;
}

export type Outline = Feature<Geometry, { side: 'from' | 'to'; code: string; name: string | null; fate: Fate }>;
export type Outlines = FeatureCollection<Geometry, Outline['properties']>;
