// What stands out on the map: the unit pointed at, the unit selected, findings, hexagons, and the place asked about.
import * as L from 'leaflet';
import type { Feature, Geometry } from 'geojson';
import type { Finding, HexCollection } from '../client/types';
import type { Place } from '../model/state';
import type { CityMap } from './cityMap';
import { COLOURS } from './colours';

export class Marks {
  private readonly shapes = L.canvas({ pane: 'shapes', padding: 0.25 });
  private readonly front = L.canvas({ pane: 'selection', padding: 0.25 });
  private readonly drawn = new Map<string, L.Layer>();
  private hexFeatures: HexCollection['features'] = [];

  constructor(private readonly map: CityMap) {}

  hover(geometry: Geometry | null): void {
    this.shape('hover', geometry, this.front, { color: COLOURS.hover, weight: 2, fillColor: COLOURS.hover, fillOpacity: 0.08 });
  }

  /** The grid that owns the place asked about. */
  owner(geometry: Geometry | null): void {
    this.shape('owner-halo', geometry, this.front, { color: '#ffffff', weight: 5, opacity: 0.9, fill: false });
    this.shape('owner', geometry, this.front, { color: COLOURS.selected, weight: 3, fillColor: COLOURS.selected, fillOpacity: 0.12 });
  }

  select(geometry: Geometry | null): void {
    this.shape('halo', geometry, this.front, { color: '#ffffff', weight: 6, opacity: 0.9, fill: false });
    this.shape('selected', geometry, this.front, { color: COLOURS.selected, weight: 3, fillColor: COLOURS.selected, fillOpacity: 0.1 });
  }

  /** Draws the findings that have a place; the selected one stands out. */
  findings(findings: readonly Finding[], selected: string | null): void {
    const features = findings.flatMap((finding) =>
      finding.place ? [{ type: 'Feature', id: finding.id, geometry: finding.place, properties: finding } as Feature] : [],
    );
    const style = (feature?: Feature): L.PathOptions => {
      const finding = feature?.properties as Finding;
      const colour = finding.severity === 'blocking' ? COLOURS.blocking : COLOURS.warning;
      const strong = finding.id === selected;
      return { color: colour, weight: strong ? 4 : 2, opacity: 1, fillColor: colour, fillOpacity: strong ? 0.45 : 0.25 };
    };
    const layer = L.geoJSON(features, {
      ...({ renderer: this.shapes } as object),
      interactive: false,
      style,
      pointToLayer: (feature, at) =>
        L.circleMarker(at, { renderer: this.shapes, interactive: false, radius: 6, ...style(feature) }),
    });
    this.replace('findings', features.length > 0 ? layer : null);
  }

  hexagons(hexes: HexCollection | null, colour: (value: HexCollection['features'][number]) => string): void {
    this.hexFeatures = hexes?.features ?? [];
    const layer = hexes
      ? L.geoJSON<unknown, Geometry>(hexes, {
          ...({ renderer: this.shapes } as object),
          interactive: false,
          style: (feature) => ({
            color: '#ffffff',
            weight: 1,
            fillColor: colour(feature as HexCollection['features'][number]),
            fillOpacity: 0.85,
          }),
        })
      : null;
    this.replace('hexagons', layer);
  }

  hexagonFeatures(): HexCollection['features'] {
    return this.hexFeatures;
  }

  place(place: Place | null): void {
    if (!place) {
      this.replace('place', null);
      return;
    }
    const pin = L.divIcon({ className: 'map-pin', iconSize: [24, 25], iconAnchor: [12, 25] });
    const marker = L.marker([place.lat, place.lon], { icon: pin, interactive: false, keyboard: false, pane: 'markerPane' });
    this.replace('place', marker);
  }

  clear(): void {
    for (const layer of this.drawn.values()) layer.remove();
    this.drawn.clear();
  }

  private shape(name: string, geometry: Geometry | null, renderer: L.Canvas, style: L.PathOptions): void {
    const options = { ...({ renderer } as object), interactive: false, style: { ...style, lineJoin: 'round' as const } };
    this.replace(name, geometry ? L.geoJSON({ type: 'Feature', geometry, properties: {} } as Feature, options) : null);
  }

  private replace(name: string, layer: L.Layer | null): void {
    this.drawn.get(name)?.remove();
    this.drawn.delete(name);
    if (layer) this.drawn.set(name, layer.addTo(this.map.leaflet));
  }
}
