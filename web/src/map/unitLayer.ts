// The areas of a plan: as many as can be seen at once, of the wanted level or a coarser one, drawn on canvas.
import * as L from 'leaflet';
import { isAbort } from '../client/http';
import type { Bounds, Level, Theme, UnitCollection, UnitFeature } from '../client/types';
import { MOST_UNITS, coarser, fittingLevel, snapBounds } from '../model/levels';
import { boundsOf, contains } from '../model/shapes';
import { COLOURS } from './colours';
import type { CityMap } from './cityMap';

export interface DrawnUnit {
  feature: UnitFeature;
  bounds: Bounds;
}

/** How an area is painted. */
export type Paint = L.PathOptions;

export type UnitStyle = (feature: UnitFeature) => Paint;

export interface UnitLayerEvents {
  /** New areas are on the map. `shown` is their level, which can be coarser than the level asked for. */
  drawn(units: readonly DrawnUnit[], shown: Level, parent: Level | null): void;
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
  shown: Level | null = null;
  private request: UnitRequest | null = null;
  private style: UnitStyle = () => ({});
  private readonly renderer = L.canvas({ pane: 'units', padding: 0.25 });
  private readonly outlineRenderer = L.canvas({ pane: 'outlines', padding: 0.25 });
  private layer: L.GeoJSON | null = null;
  private parent: Level | null = null;
  private outlines: L.GeoJSON | null = null;
  private outlinesWanted = true;
  private loading: AbortController | null = null;
  private drawnKey = '';
  private readonly tooMany = new Map<string, Set<string>>();

  constructor(
    private readonly map: CityMap,
    private readonly events: UnitLayerEvents,
  ) {}

  /** Shows another theme, level, date or draft. */
  ask(request: UnitRequest): void {
    this.request = request;
    void this.load();
  }

  /** Loads what the present view needs, if it is not drawn already. A request still under way is given up. */
  async load(): Promise<void> {
    const request = this.request;
    const extent = request?.theme.bounds;
    if (!request || !extent) return;
    const box = snapBounds(this.map.bounds());
    const level = fittingLevel(request.theme.levels, request.level, extent, this.map.bounds(), this.tooMany.get(box.join()));
    if (!level) return;
    const key = [request.theme.id, request.theme.plan?.id, level.name, request.key, box].join('|');
    if (key === this.drawnKey) return;
    this.loading?.abort();
    const loading = (this.loading = new AbortController());
    this.events.busy(true);
    try {
      await this.fetch(request, level, box, key, loading.signal);
    } catch (error) {
      if (!isAbort(error)) this.events.failed(error);
    } finally {
      if (this.loading === loading) {
        this.loading = null;
        this.events.busy(false);
      }
    }
  }

  /** Loads again, also what is drawn already: after an error, or when the data has changed. */
  reload(): void {
    this.forget();
    void this.load();
  }

  /** What is drawn counts as old: the next load fetches it again. */
  forget(): void {
    this.drawnKey = '';
  }

  /** Takes over what an edit changed, of the level shown and the one above, without loading the view again. */
  patch(changed: readonly UnitFeature[], removed: readonly { level: string; code: string }[]): void {
    const level = this.shown;
    if (!level || !this.layer || !this.outlines) return;
    const gone = (name: string): Set<string> =>
      new Set([...removed, ...changed.map(({ properties }) => properties)].filter((unit) => unit.level === name).map(({ code }) => code));
    const of = (name: string): UnitFeature[] => changed.filter(({ properties }) => properties.level === name);
    this.units = replaced(this.units, gone(level.name), of(level.name));
    replaceIn(this.layer, gone(level.name), of(level.name));
    if (this.parent) {
      this.parents = replaced(this.parents, gone(this.parent.name), of(this.parent.name));
      replaceIn(this.outlines, gone(this.parent.name), of(this.parent.name));
    }
    this.events.drawn(this.units, level, this.parent);
  }

  restyle(style: UnitStyle): void {
    this.style = style;
    this.layer?.setStyle((feature) => this.style(feature as UnitFeature));
  }

  showOutlines(wanted: boolean): void {
    this.outlinesWanted = wanted;
    if (wanted) this.outlines?.addTo(this.map.leaflet);
    else this.outlines?.remove();
  }

  /** The drawn unit around a place, in degrees. For pointing only: whose a place is, the server decides. */
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
    this.layer?.remove();
    this.outlines?.remove();
  }

  private async fetch(request: UnitRequest, level: Level, box: Bounds, key: string, signal: AbortSignal): Promise<void> {
    const parent = coarser(request.theme.levels, level.name);
    const [units, above] = await Promise.all([
      request.source(level.name, box, MOST_UNITS, signal),
      parent ? request.source(parent.name, box, MOST_UNITS, signal) : null,
    ]);
    if (signal.aborted) return;
    if (units.truncated && parent) {
      const known = this.tooMany.get(box.join()) ?? new Set();
      this.tooMany.set(box.join(), known.add(level.name));
      await this.fetch(request, parent, box, key, signal);
      return;
    }
    this.drawnKey = key;
    this.draw(units, above);
    [this.shown, this.parent] = [level, parent];
    this.events.drawn(this.units, level, parent);
  }

  private draw(units: UnitCollection, above: UnitCollection | null): void {
    this.layer?.remove();
    this.outlines?.remove();
    const withRenderer = (renderer: L.Canvas): L.GeoJSONOptions => ({ ...({ renderer } as object), interactive: false });
    this.units = units.features.map(withBounds);
    this.parents = (above?.features ?? []).map(withBounds);
    this.layer = L.geoJSON<unknown>(units, {
      ...withRenderer(this.renderer),
      pane: 'units',
      style: (feature) => this.style(feature as UnitFeature),
    }).addTo(this.map.leaflet);
    this.outlines = L.geoJSON<unknown>(above ?? { type: 'FeatureCollection', features: [] }, {
      ...withRenderer(this.outlineRenderer),
      pane: 'outlines',
      style: { color: COLOURS.parentLine, weight: 1.8, opacity: 0.75, fill: false, lineJoin: 'round' },
    });
    this.showOutlines(this.outlinesWanted);
  }
}

function replaced(units: readonly DrawnUnit[], gone: ReadonlySet<string>, features: readonly UnitFeature[]): DrawnUnit[] {
  return [...units.filter(({ feature }) => !gone.has(feature.properties.code)), ...features.map(withBounds)];
}

function replaceIn(layer: L.GeoJSON, gone: ReadonlySet<string>, features: readonly UnitFeature[]): void {
  for (const part of layer.getLayers()) {
    const feature = (part as L.Layer & { feature?: UnitFeature }).feature;
    if (feature && gone.has(feature.properties.code)) layer.removeLayer(part);
  }
  for (const feature of features) layer.addData(feature);
}

function withBounds(feature: UnitFeature): DrawnUnit {
  return { feature, bounds: boundsOf(feature.geometry) ?? [0, 0, 0, 0] };
}
