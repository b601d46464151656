// What became of the units of one plan or draft in another, as docs/http-api.md states it.
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Bounds, Named, Names } from './types';

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
  fromName: string | null;
  fromNames: Names;
  to: string | null;
  toName: string | null;
  toNames: Names;
  areaSquareMetres: number;
  addresses: number;
  openIncidents: number;
  /** An estimate; null where no area says how many it has. */
  households: number | null;
  bounds: Bounds | null;
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
  households: { total: number; moved: number } | null;
  changesTotal: number;
  movesTotal: number;
  balance: Partial<Record<(typeof BALANCES)[number], { before: Spread; after: Spread } | null>>;
}

export type Outline = Feature<Geometry, { side: 'from' | 'to'; code: string; name: string | null; fate: Fate }>;
export type Outlines = FeatureCollection<Geometry, Outline['properties']> & { truncated?: boolean };

/** The middles of units that were not kept, in columns of equal length. */
export interface Places {
  fates: (Fate | 'kept')[];
  from: PlaceColumns;
  to: PlaceColumns;
}

export interface PlaceColumns {
  lon: number[];
  lat: number[];
  fate: number[];
}

/** What an area of one theme and one of another have in common; null stands for nobody. Shares are parts of one. */
export interface CrosswalkRow {
  code: string | null;
  name: string | null;
  names: Names;
  withCode: string | null;
  withName: string | null;
  withNames: Names;
  areaSquareMetres: number;
  areaShare: number;
  areaShareOfWith: number;
  addresses: number;
  addressesShare: number;
  addressesShareOfWith: number;
  households: number | null;
  householdsShare: number | null;
  householdsShareOfWith: number | null;
  bounds: Bounds | null;
}

export interface CrosswalkSide {
  theme: string;
  level: string;
  units: number;
}

export interface Crosswalk {
  of: CrosswalkSide;
  with: CrosswalkSide;
  total: number;
  rows: CrosswalkRow[];
}

export const MOVE_SORTS = ['-area', '-addresses', '-openIncidents', '-households', 'code'] as const;
export const CROSSWALK_SORTS = ['-area', '-areaShare', '-areaShareOfWith', '-addresses', '-households', 'code'] as const;
