// The areas of a plan: as many as can be seen at once, of the wanted level or a coarser one, drawn on canvas.
import * as L from 'leaflet';
import type { Geometry } from 'geojson';
import { isAbort } from '../client/http';
import type { Api, UnitScope } from '../client/api';
import type { Bounds, Level, Theme, UnitCollection, UnitFeature } from '../client/types';
import { MOST_UNITS, coarser, fittingLevel, snapBounds } from '../model/levels';
import { boundsOf, contains } from '../model/shapes';
import { COLOURS } from './colours';
import type { CityMap } from './cityMap';

export interface DrawnUnit {
  feature: UnitFeature;
  bounds: Bounds;
}

export type UnitStyle = (feature: UnitFeature) => L.PathOptions;

export interface UnitLayerEvents {
  /** New areas are on the map. `shown` is their level, which can be coarser than the level asked for. */
  drawn(units: readonly DrawnUnit[], shown: Level, parent: Level | null): void;
  busy(is: boolean): void;
  failed(error: unknown): void;
}

export interface UnitRequest {
  theme: Theme;
  level: string | null;
  at: string | null;
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
  private outlines: L.GeoJSON | null = null;
  private outlinesWanted = true;
  private loading: AbortController | null = null;
  private drawnKey = '';
  private readonly tooMany = new Map<string, Set<string>>();

  constructor(
    private readonly map: CityMap,
    private readonly api: Api,
    private readonly events: UnitLayerEvents,
  ) {}

  /** Shows another theme, level or date. */
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
    const key = [request.theme.id, request.theme.plan?.id, level.name, request.at, box].join('|');
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
    this.drawnKey = '';
    void this.load();
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
    const scope = (name: string): UnitScope => ({ theme: request.theme.id, level: name, at: request.at });
    const parent = coarser(request.theme.levels, level.name);
    const [units, above] = await Promise.all([
      this.api.unitLayer(scope(level.name), box, MOST_UNITS, signal),
      parent ? this.api.unitLayer(scope(parent.name), box, MOST_UNITS, signal) : null,
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
    this.shown = level;
    this.events.drawn(this.units, level, parent);
  }

  private draw(units: UnitCollection, above: UnitCollection | null): void {
    this.layer?.remove();
    this.outlines?.remove();
    const withRenderer = (renderer: L.Canvas): L.GeoJSONOptions => ({ ...({ renderer } as object), interactive: false });
    this.units = units.features.map(withBounds);
    this.parents = (above?.features ?? []).map(withBounds);
    this.layer = L.geoJSON<unknown, Geometry>(units, {
      ...withRenderer(this.renderer),
      pane: 'units',
      style: (feature) => this.style(feature as UnitFeature),
    }).addTo(this.map.leaflet);
    this.outlines = L.geoJSON<unknown, Geometry>(above ?? { type: 'FeatureCollection', features: [] }, {
      ...withRenderer(this.outlineRenderer),
      pane: 'outlines',
      style: { color: COLOURS.parentLine, weight: 1.8, opacity: 0.75, fill: false, lineJoin: 'round' },
    });
    this.showOutlines(this.outlinesWanted);
  }
}

function withBounds(feature: UnitFeature): DrawnUnit {
  return { feature, bounds: boundsOf(feature.geometry) ?? [0, 0, 0, 0] };
}
