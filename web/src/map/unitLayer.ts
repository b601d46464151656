// The exact shapes of the areas in view, for those who edit or compare them: as many as can be handled at once.
import { isAbort } from '../client/http';
import type { Bounds, Level, Theme, UnitCollection, UnitFeature } from '../client/types';
import { MOST_UNITS, coarser, expectedUnits, snapBounds, wantedLevel } from '../model/levels';
import { boundsOf, contains } from '../model/shapes';
import type { CityMap } from './cityMap';

export interface DrawnUnit {
  feature: UnitFeature;
  bounds: Bounds;
}

export interface UnitLayerEvents {
  /** Other shapes are at hand; with `tooMany`, none, because the view is too wide. */
  changed(tooMany: boolean): void;
  busy(is: boolean): void;
  failed(error: unknown): void;
}

/** Where units come from: a plan or a draft. */
export type UnitSource = (level: string, box: Bounds, limit: number, signal: AbortSignal) => Promise<UnitCollection>;

export interface UnitRequest {
  theme: Theme;
  level: string | null;
  /** Tells one source from another. */
  key: string;
  source: UnitSource;
}

export class UnitLayer {
  units: readonly DrawnUnit[] = [];
  /** The areas of the level above in the same view. */
  parents: readonly DrawnUnit[] = [];
  /** The level that they are of; null where nobody wants shapes. */
  shown: Level | null = null;
  private request: UnitRequest | null = null;
  private parent: Level | null = null;
  private wanted = false;
  private loading: AbortController | null = null;
  private loadedKey = '';

  constructor(
    private readonly map: CityMap,
    private readonly events: UnitLayerEvents,
  ) {}

  /** Where the units of the plan or draft on the map come from; null before there is one. */
  get source(): UnitSource | null {
    return this.request?.source ?? null;
  }

  /** Another theme, level, date or draft is meant. */
  ask(request: UnitRequest): void {
    this.request = request;
    void this.load();
  }

  /** Whether anybody handles shapes now. */
  want(is: boolean): void {
    if (is === this.wanted) return;
    this.wanted = is;
    if (is) void this.load();
    else this.clear();
  }

  /** Loads what the present view needs, if it is not there already. A request still under way is given up. */
  async load(): Promise<void> {
    const request = this.request;
    const extent = request?.theme.bounds;
    const level = request && wantedLevel(request.theme.levels, request.level);
    if (!this.wanted || !request || !extent || !level) return;
    const box = snapBounds(this.map.bounds());
    const tooMany = expectedUnits(level, extent, this.map.bounds()) > MOST_UNITS;
    const key = [request.theme.id, request.theme.plan?.id, level.name, request.key, tooMany || box].join('|');
    if (key === this.loadedKey) return;
    this.loading?.abort();
    const loading = (this.loading = new AbortController());
    this.events.busy(true);
    try {
      await this.fetch(request, level, tooMany ? null : box, key, loading.signal);
    } catch (error) {
      if (!isAbort(error)) this.events.failed(error);
    } finally {
      if (this.loading === loading) {
        this.loading = null;
        this.events.busy(false);
      }
    }
  }

  /** Loads again, also what is there already: after an error, or when the data has changed. */
  reload(): void {
    this.forget();
    void this.load();
  }

  /** What is there counts as old. */
  forget(): void {
    this.loadedKey = '';
  }

  /** Puts changed units of the level and the one above in place of what was, without loading the view again. */
  patch(changed: readonly UnitFeature[], removed: readonly { level: string; code: string }[]): void {
    const level = this.shown;
    if (!level) return;
    const gone = (name: string): Set<string> =>
      new Set([...removed, ...changed.map(({ properties }) => properties)].filter((unit) => unit.level === name).map(({ code }) => code));
    const of = (name: string): UnitFeature[] => changed.filter(({ properties }) => properties.level === name);
    this.units = replaced(this.units, gone(level.name), of(level.name));
    if (this.parent) this.parents = replaced(this.parents, gone(this.parent.name), of(this.parent.name));
    this.events.changed(false);
  }

  /** The unit around a place, in degrees. For pointing only: whose a place is, the server decides. */
  at(lon: number, lat: number): DrawnUnit | null {
    const inBox = ({ bounds: [west, south, east, north] }: DrawnUnit): boolean =>
      lon >= west && lon <= east && lat >= south && lat <= north;
    return this.units.find((unit) => inBox(unit) && contains(unit.feature.geometry, lon, lat)) ?? null;
  }

  find(code: string): DrawnUnit | null {
    return this.units.find((unit) => unit.feature.properties.code === code) ?? null;
  }

  close(): void {
    this.loading?.abort();
  }

  private clear(): void {
    this.loading?.abort();
    [this.units, this.parents, this.shown, this.parent] = [[], [], null, null];
    this.loadedKey = '';
  }

  /** @param box null where the view is too wide for shapes */
  private async fetch(request: UnitRequest, level: Level, box: Bounds | null, key: string, signal: AbortSignal): Promise<void> {
    const parent = coarser(request.theme.levels, level.name);
    const of = ({ name }: Level): Promise<UnitCollection> | null => box && request.source(name, box, MOST_UNITS, signal);
    const [units, above] = await Promise.all([of(level), parent && of(parent)]);
    if (signal.aborted || !this.wanted) return;
    const tooMany = !units || units.truncated === true;
    this.loadedKey = key;
    this.units = tooMany ? [] : units.features.map(withBounds);
    this.parents = tooMany ? [] : (above?.features ?? []).map(withBounds);
    [this.shown, this.parent] = [level, parent];
    this.events.changed(tooMany);
  }
}

function replaced(units: readonly DrawnUnit[], gone: ReadonlySet<string>, features: readonly UnitFeature[]): DrawnUnit[] {
  return [...units.filter(({ feature }) => !gone.has(feature.properties.code)), ...features.map(withBounds)];
}

function withBounds(feature: UnitFeature): DrawnUnit {
  return { feature, bounds: boundsOf(feature.geometry) ?? [0, 0, 0, 0] };
}
