// The shapes of the server's answers, as docs/http-api.md states them.
// Coordinates are WGS 84 degrees, longitude first; distances metres; areas square metres;
// times are the city's local time without an offset.
import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';

/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number];

/** Names by language tag; empty where the source knew only a code. */
export type Names = Partial<Record<'en' | 'zh', string>>;

export interface Named {
  code: string;
  name: string | null;
  names?: Names;
}

export interface PathStep extends Named {
  level: string;
}

export interface Config {
  version: string;
  languages: string[];
  defaultTheme: string | null;
  basemap: { url: string; attribution: string } | null;
  city: string | null;
  names: Names;
}

export type VoidFeature = Feature<Geometry, { name: string; kind: 'water' | 'enclave' | 'other' }>;
export type VoidCollection = FeatureCollection<Geometry, VoidFeature['properties']>;

export interface Level {
  depth: number;
  name: string;
  units: number;
}

export interface Theme {
  id: string;
  title: string;
  codeScheme: string;
  levels: Level[];
  bounds: Bounds | null;
  plan: ThemePlan | null;
}

export interface ThemePlan {
  id: number;
  revision: number;
  effectiveFrom: string;
  effectiveTo: string | null;
  accepted: string | null;
}

export interface Plan {
  id: number;
  theme: string;
  revision: number;
  status: 'draft' | 'published';
  effectiveFrom: string | null;
  effectiveTo: string | null;
  author: string | null;
  reason: string | null;
  accepted: string | null;
  created: string;
}

export type Severity = 'blocking' | 'warning';

export interface Finding {
  id: string;
  kind: string;
  severity: Severity;
  units: string[];
  areaSquareMetres: number | null;
  widthMetres: number | null;
  message: string;
  place: Geometry | null;
}

export interface Findings {
  blocking: number;
  warnings: number;
  findings: Finding[];
}

export interface UnitRow extends Named {
  parent: string | null;
  bounds: Bounds;
}

export interface UnitList {
  theme: string;
  plan: number;
  level: string;
  total: number;
  units: UnitRow[];
}

export interface Officer {
  id: string;
  name: string;
  role: string;
  contact: string | null;
}

export interface UnitDetail extends Named {
  theme: string;
  plan: number;
  level: string;
  path: PathStep[];
  attributes: Record<string, string>;
  areaSquareMetres: number;
  perimeterMetres: number;
  bounds: Bounds;
  neighbours: (Named & { sharedMetres: number })[] | null;
  children: { level: string; units: number } | null;
  counts: { addresses: number; incidents: number };
  officers?: Officer[];
}

export interface Located {
  theme: string;
  plan: number;
  lon: number;
  lat: number;
  grid: Named | null;
  path: PathStep[];
  onBoundary: boolean;
  contested: string[];
  runnerUp: (Named & { distanceMetres: number }) | null;
  officers: Officer[];
}

export interface UnitProperties extends Named {
  parent: string | null;
  level: string;
}

export type UnitFeature = Feature<Geometry, UnitProperties>;
export type UnitCollection = FeatureCollection<Geometry, UnitProperties> & { truncated?: boolean };
export type PlaceCollection = FeatureCollection<Point, Record<string, string | null>> & { truncated?: boolean };
export type HexCollection = FeatureCollection<Geometry, { count: number; perSquareKilometre: number }> & {
  hexMetres: number;
};

export interface SearchResult {
  id: string;
  text: string;
  lon: number;
  lat: number;
  grid: Named | null;
  score: number;
}

export interface Incident {
  id: string;
  lon: number;
  lat: number;
  occurred: string;
  category: string;
  channel: string | null;
  status: string | null;
  given: { theme: string; plan: number; code: string } | null;
  now?: Named | null;
}

export interface IncidentPage {
  total: number;
  incidents: Incident[];
}

export interface NewIncident {
  lon: number;
  lat: number;
  category: string;
  channel?: string;
  occurred?: string;
}

/** Incidents as columns of equal length; `category` holds indexes into `categories`. */
export interface IncidentPoints {
  categories: string[];
  id: string[];
  lon: number[];
  lat: number[];
  category: number[];
}

export interface CountItem extends Named {
  count: number;
  areaSquareMetres: number;
  perSquareKilometre: number;
  addresses: number;
  /** Null where the source does not say. */
  households?: number | null;
  perThousandAddresses: number | null;
}

export interface Counts {
  level: string;
  total: number;
  outside: number;
  items: CountItem[];
}
