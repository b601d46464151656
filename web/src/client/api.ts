// One method per resource of the server. Nothing here knows the map or the page.
import type { Change, Comparison, Crosswalk, Move, Outlines, Places, Version } from './compareTypes';
import type { FactChange, FactOfAttribute, Rule, RuleChange } from './draftTypes';
import type { Http } from './http';
import type {
  Bounds,
  Config,
  Counts,
  HexCollection,
  HotspotQuestion,
  IncidentTimes,
  Hotspots,
  HotspotShapes,
  Incident,
  IncidentPage,
  IncidentPoints,
  Located,
  MethodQuestion,
  MethodRun,
  NewIncident,
  PlaceCollection,
  Plan,
  SearchAnswer,
  Theme,
  UnitCollection,
  UnitDetail,
  UnitList,
  VoidCollection,
} from './types';

type Value = string | number | boolean | null | undefined;

/** Which incidents: half-open period of local dates, one category or all. */
export interface IncidentFilter {
  from?: string | null;
  to?: string | null;
  category?: string | null;
  hours?: string | null;
  weekdays?: string | null;
  status?: string | null;
}

/** Which units: a theme, a level and the date whose plan is meant (today where null). */
export interface UnitScope {
  theme: string;
  level: string;
  at?: string | null;
}

/** Which two are compared. */
export interface Compared {
  from: Version;
  to: Version;
  level: string | null;
}

/** Plans or drafts of which two themes, and the levels meant in them. */
export interface CrosswalkOf extends Compared {
  withLevel: string | null;
}

/** Which rows of a long list: part of a code or name, an order with `-` for the largest first, and where they begin. */
export interface RowsWanted {
  q?: string;
  sort?: string;
  fate?: string | null;
  offset: number;
  limit: number;
}

/** `?a=1&b=2` of the parameters that have a value; empty where none has. */
export function query(parameters: Record<string, Value>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (given.length === 0) return '';
  return '?' + new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}

export class Api {
  constructor(private readonly http: Http) {}

  config(signal?: AbortSignal): Promise<Config> {
    return this.http.get('/api/v1/config', signal);
  }

  async themes(signal?: AbortSignal): Promise<Theme[]> {
    return (await this.http.get<{ themes: Theme[] }>('/api/v1/themes', signal)).themes;
  }

  async plans(theme: string, signal?: AbortSignal): Promise<Plan[]> {
    return (await this.http.get<{ plans: Plan[] }>('/api/v1/plans' + query({ theme }), signal)).plans;
  }

  units(scope: UnitScope, more: { q?: string; limit?: number }, signal?: AbortSignal): Promise<UnitList> {
    return this.http.get('/api/v1/units' + query({ ...scope, ...more }), signal);
  }

  unit(scope: UnitScope, code: string, signal?: AbortSignal): Promise<UnitDetail> {
    const path = [scope.theme, scope.level, code].map(encodeURIComponent).join('/');
    return this.http.get(`/api/v1/units/${path}` + query({ at: scope.at }), signal);
  }

  unitLayer(scope: UnitScope, bbox: Bounds, limit: number, signal?: AbortSignal): Promise<UnitCollection> {
    return this.http.get('/api/v1/layers/units' + query({ ...scope, bbox: bbox.join(','), limit }), signal);
  }

  /** @param of the draft, or the date whose plan is meant (today where both are null) */
  voids(theme: string, of: { draft: string | null; at: string | null }, signal?: AbortSignal): Promise<VoidCollection> {
    return this.http.get('/api/v1/layers/voids' + query(of.draft ? { draft: of.draft } : { theme, at: of.at }), signal);
  }

  /** @param of two plans or drafts, and the level meant in both (the finest where null) */
  compare(of: Compared, signal?: AbortSignal): Promise<Comparison> {
    return this.http.get('/api/v1/compare' + query({ ...of, limit: 0 }), signal);
  }

  compareChanges(of: Compared, rows: RowsWanted, signal?: AbortSignal): Promise<{ total: number; changes: Change[] }> {
    return this.http.get('/api/v1/compare/changes' + query({ ...of, ...rows }), signal);
  }

  compareMoves(of: Compared, rows: RowsWanted, signal?: AbortSignal): Promise<{ total: number; moves: Move[] }> {
    return this.http.get('/api/v1/compare/moves' + query({ ...of, ...rows }), signal);
  }

  /** The outlines in view, in both, of units that were not kept. */
  comparedOutlines(of: Compared, bbox: Bounds, limit: number, signal?: AbortSignal): Promise<Outlines> {
    return this.http.get('/api/v1/compare' + query({ ...of, format: 'geojson', bbox: bbox.join(','), limit }), signal);
  }

  /** Where all units are that were not kept. */
  comparedPlaces(of: Compared, signal?: AbortSignal): Promise<Places> {
    return this.http.get('/api/v1/compare/places' + query({ ...of }), signal);
  }

  crosswalk(of: CrosswalkOf, rows: RowsWanted, signal?: AbortSignal): Promise<Crosswalk> {
    return this.http.get('/api/v1/crosswalk' + query({ ...of, ...rows }), signal);
  }

  /** Where the whole crosswalk can be downloaded as CSV. */
  crosswalkTable(of: CrosswalkOf): string {
    return '/api/v1/crosswalk' + query({ ...of, format: 'csv' });
  }

  /** Where the whole table from unit to unit can be downloaded as CSV. */
  comparisonTable(of: Compared): string {
    return '/api/v1/compare' + query({ ...of, format: 'csv' });
  }

  async rules(theme: string, signal?: AbortSignal): Promise<Rule[]> {
    return (await this.http.get<{ rules: Rule[] }>('/api/v1/rules' + query({ theme }), signal)).rules;
  }

  /** Rules that are not named stay as they are. */
  async setRules(theme: string, rules: readonly RuleChange[]): Promise<Rule[]> {
    return (await this.http.change<{ rules: Rule[] }>('PUT', '/api/v1/rules' + query({ theme }), { rules }, null)).rules;
  }

  /** What the attributes of a draft's grids are. */
  async facts(draft: string, signal?: AbortSignal): Promise<FactOfAttribute[]> {
    return (await this.http.get<{ facts: FactOfAttribute[] }>('/api/v1/facts' + query({ draft }), signal)).facts;
  }

  /** What the attributes of the plan in force are. */
  async factsOfTheme(theme: string, signal?: AbortSignal): Promise<FactOfAttribute[]> {
    return (await this.http.get<{ facts: FactOfAttribute[] }>('/api/v1/facts' + query({ theme }), signal)).facts;
  }

  /** For the draft's whole theme. Attributes that are not named stay as they are. */
  async setFacts(draft: string, facts: readonly FactChange[]): Promise<FactOfAttribute[]> {
    return (await this.http.change<{ facts: FactOfAttribute[] }>('PUT', '/api/v1/facts' + query({ draft }), { facts }, null)).facts;
  }

  placeLayer(layer: 'addresses' | 'facilities', bbox: Bounds, limit: number, signal?: AbortSignal): Promise<PlaceCollection> {
    return this.http.get(`/api/v1/layers/${layer}` + query({ bbox: bbox.join(','), limit }), signal);
  }

  locate(lon: number, lat: number, theme: string, at: string | null, signal?: AbortSignal): Promise<Located> {
    return this.http.get('/api/v1/locate' + query({ lon, lat, theme, at }), signal);
  }

  search(q: string, limit: number, near: string, signal?: AbortSignal): Promise<SearchAnswer> {
    return this.http.get('/api/v1/search' + query({ q, limit, near }), signal);
  }

  incidents(filter: IncidentFilter, limit: number, signal?: AbortSignal): Promise<IncidentPage> {
    return this.http.get('/api/v1/incidents' + query({ ...filter, limit }), signal);
  }

  incident(id: string, signal?: AbortSignal): Promise<Incident> {
    return this.http.get(`/api/v1/incidents/${encodeURIComponent(id)}`, signal);
  }

  record(incident: NewIncident, signal?: AbortSignal): Promise<Incident> {
    return this.http.post('/api/v1/incidents', incident, signal);
  }

  /** Where tiles of incidents are; `{z}`, `{x}` and `{y}` stand for the tile. */
  incidentTiles(filter: IncidentFilter): string {
    return '/tiles/incidents/{z}/{x}/{y}.mvt' + query({ ...filter });
  }

  incidentPoints(filter: IncidentFilter, signal?: AbortSignal): Promise<IncidentPoints> {
    return this.http.get('/api/v1/incidents/points' + query({ ...filter }), signal);
  }

  async categories(signal?: AbortSignal): Promise<string[]> {
    return (await this.http.get<{ categories: string[] }>('/api/v1/categories', signal)).categories;
  }

  counts(scope: UnitScope, filter: IncidentFilter, signal?: AbortSignal): Promise<Counts> {
    return this.http.get('/api/v1/counts' + query({ ...scope, ...filter }), signal);
  }

  /** When incidents were: of all of them, or of a unit. */
  incidentTimes(scope: UnitScope & { unit?: string | null }, filter: IncidentFilter, signal?: AbortSignal): Promise<IncidentTimes> {
    return this.http.get('/api/v1/counts/times' + query({ ...scope, ...filter }), signal);
  }

  /** Which areas stand out. */
  hotspots(question: HotspotQuestion, signal?: AbortSignal): Promise<Hotspots> {
    return this.http.post('/api/v1/hotspots', question, signal);
  }

  /** Begins to answer a question to a method, unless that goes on or was done. */
  beginMethod(question: MethodQuestion, signal?: AbortSignal): Promise<MethodRun> {
    return this.http.post('/api/v1/hotspots', question, signal);
  }

  methodRun(id: string, signal?: AbortSignal): Promise<MethodRun> {
    return this.http.get(`/api/v1/hotspots/${encodeURIComponent(id)}`, signal);
  }

  /** Stops a method, and lets what came of it go. */
  stopMethod(id: string): Promise<void> {
    return this.http.change('DELETE', `/api/v1/hotspots/${encodeURIComponent(id)}`, undefined, null);
  }

  /** Where an answer can be downloaded. */
  hotspotFile(id: string, format: 'csv' | 'geojson', more: { table?: string } = {}): string {
    return `/api/v1/hotspots/${encodeURIComponent(id)}` + query({ format, ...more, ...(format === 'csv' ? { bom: true } : {}) });
  }

  /** The rows of an answer with the shapes of what they are about. */
  hotspotShapes(id: string, signal?: AbortSignal): Promise<HotspotShapes> {
    return this.http.get(this.hotspotFile(id, 'geojson'), signal);
  }

  hexCounts(hex: number, filter: IncidentFilter, signal?: AbortSignal): Promise<HexCollection> {
    return this.http.get('/api/v1/counts' + query({ hex, ...filter }), signal);
  }
}
