// The shapes of the server's answers about plans and what lies in them, as docs/openapi.yaml has them.
// Coordinates are WGS 84 degrees, longitude first; distances metres; areas square metres;
// times are the city's local time without an offset.
import type { Geometry } from 'geojson';
import type { Shape } from './shapes';

/** West, south, east, north in degrees. */
export type Bounds = Shape<'Bounds'>;

/** Names by language tag; empty where the source knew only a code. */
export type Names = Shape<'Names'>;

/** What has a code, and a name where the source knew one. */
export interface Named {
  code: string;
  name: string | null;
  names?: Names;
}

export type Config = Shape<'Config'>;
export type Level = Shape<'ThemeLevel'>;
export type Theme = Shape<'Theme'>;
export type Plan = Shape<'Plan'>;

export type Finding = Shape<'Finding'>;
export type Findings = Shape<'Findings'>;

export type UnitRow = Shape<'UnitRow'>;
export type UnitList = Shape<'UnitList'>;
export type UnitDetail = Shape<'UnitDetail'>;
export type Fact = Shape<'Fact'>;
/** A feature that was drawn. Units without an outline meet no box and are not changed by drawing, so that the map is sent none. */
export type Drawn<Feature> = Omit<Feature, 'geometry'> & { geometry: Shape<'Area'> };

export type UnitFeature = Drawn<Shape<'UnitFeature'>>;
export type UnitCollection = Omit<Shape<'UnitCollection'>, 'features'> & { features: UnitFeature[] };
export type VoidFeature = Shape<'VoidFeature'>;
export type VoidCollection = Shape<'VoidCollection'>;
export type PlaceCollection = Shape<'AddressCollection'> | Shape<'FacilityCollection'>;

export type Officer = Shape<'Officer'>;
export type Located = Shape<'Located'>;
export type SearchResult = Shape<'SearchResult'>;
type NothingFound = Shape<'NothingFound'>;
export type UnderstoodParts = Shape<'UnderstoodParts'>;
export interface SearchAnswer {
  results: SearchResult[];
  understood: UnderstoodParts;
  nothing: NothingFound | null;
}

export type Incident = Shape<'Incident'> & Partial<Pick<Shape<'IncidentToday'>, 'now'>>;
export type IncidentPage = Shape<'IncidentPage'>;
export type NewIncident = Shape<'NewIncident'>;
export type IncidentPoints = Shape<'IncidentPoints'>;
export type CountItem = Shape<'CountItem'>;
export type Counts = Shape<'Counts'>;
export type IncidentTimes = Shape<'IncidentTimes'>;
export type HotspotQuestion = Shape<'HotspotQuestion'>;
export type Hotspots = Shape<'Hotspots'>;
/** An answer as GeoJSON, as far as a map needs it. */
export interface HotspotShapes {
  features: readonly { geometry: Geometry; properties: Readonly<Record<string, unknown>> }[];
}
export type HotspotPlace = Shape<'HotspotPlace'>;
export type MethodQuestion = Shape<'MethodQuestion'>;
export type MethodRun = Shape<'MethodRun'>;
export type MethodAnswer = Shape<'MethodAnswer'>;
export type MethodRow = Shape<'MethodRow'>;
export type ScanCluster = Shape<'ScanCluster'>;
export type HexCollection = Shape<'HexCollection'>;
