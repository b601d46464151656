// What stands out on the map: the unit pointed at, the unit selected, findings, cells, and the place asked about.
import * as L from 'leaflet';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { Finding } from '../client/types';
import type { Place } from '../model/state';
import type { CityMap } from './cityMap';
import { COLOURS } from './colours';

export interface RepairPicture {
  before: readonly Geometry[];
  after: readonly Geometry[];
  moved: readonly Geometry[];
}

export class Marks {
  private readonly shapes = L.canvas({ pane: 'shapes', padding: 0.25 });
  private readonly front = L.canvas({ pane: 'selection', padding: 0.25 });
  private readonly drawn = new Map<string, L.Layer>();

  constructor(private readonly map: CityMap) {}

  hover(geometry: Geometry | null): void {
    this.shape('hover', geometry, this.front, { color: COLOURS.hover, weight: 2, fillColor: COLOURS.hover, fillOpacity: 0.08 });
  }

  select(geometry: Geometry | null): void {
    this.shape('halo', geometry, this.front, { color: COLOURS.ring, weight: 6, opacity: 0.9, fill: false });
    this.shape('selected', geometry, this.front, { color: COLOURS.selected, weight: 3, fillColor: COLOURS.selected, fillOpacity: 0.1 });
  }

  /** Draws the findings that have a place; the selected one stands out. */
  findings(findings: readonly Finding[], selected: string | null): void {
    const features = findings.flatMap((finding) =>
      finding.place ? [{ type: 'Feature' as const, id: finding.id, geometry: finding.place, properties: finding }] : [],
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
      pointToLayer: (feature, at) => L.circleMarker(at, { renderer: this.shapes, interactive: false, radius: 6, ...style(feature) }),
    });
    this.replace('findings', features.length > 0 ? layer : null);
  }

  /** What a repair would change: outlines before and after, and the ground that changes hands. */
  repair(repair: RepairPicture | null): void {
    const all = (geometries: readonly Geometry[]): Geometry | null =>
      geometries.length > 0 ? { type: 'GeometryCollection', geometries: [...geometries] } : null;
    this.shape('repair-ground', all(repair?.moved ?? []), this.front, {
      color: COLOURS.changed,
      weight: 1,
      fillColor: COLOURS.changed,
      fillOpacity: 0.4,
    });
    this.shape('repair-before', all(repair?.before ?? []), this.front, { color: COLOURS.before, weight: 2, dashArray: '5 5', fill: false });
    this.shape('repair-after', all(repair?.after ?? []), this.front, { color: COLOURS.after, weight: 2, fill: false });
  }

  /** The grids of a proposed redraw, each in its colour. */
  proposal(grids: readonly { geometry: Geometry; colour: string }[]): void {
    const features = grids.map(({ geometry, colour }): Feature => ({ type: 'Feature', geometry, properties: { colour } }));
    const layer = L.geoJSON(features, {
      ...({ renderer: this.front } as object),
      interactive: false,
      style: (feature) => ({
        color: COLOURS.after,
        weight: 2,
        lineJoin: 'round',
        fillColor: (feature?.properties as { colour: string }).colour,
        fillOpacity: 0.82,
      }),
    });
    this.replace('proposal', features.length > 0 ? layer : null);
  }

  /** Lines that borders should follow. */
  streets(lines: readonly (readonly Position[])[]): void {
    const geometry: Geometry | null = lines.length > 0 ? { type: 'MultiLineString', coordinates: lines.map((line) => [...line]) } : null;
    this.shape('streets', geometry, this.front, { color: COLOURS.street, weight: 3, dashArray: '2 6' });
  }

  /** Land that is to be laid out. */
  land(geometry: Geometry | null): void {
    this.shape('land', geometry, this.front, {
      color: COLOURS.selected,
      weight: 2,
      dashArray: '6 4',
      fillColor: COLOURS.selected,
      fillOpacity: 0.08,
    });
  }

  /** The units that a finding, a choice or a refusal is about. */
  concerned(geometries: readonly Geometry[]): void {
    const geometry: Geometry | null = geometries.length > 0 ? { type: 'GeometryCollection', geometries: [...geometries] } : null;
    this.shape('concerned', geometry, this.front, { color: COLOURS.selected, weight: 2.5, fillColor: COLOURS.selected, fillOpacity: 0.1 });
  }

  /** Where the last edit could not be made. */
  refusal(place: Geometry | null): void {
    this.shape('refusal', place, this.front, { color: COLOURS.invalid, weight: 4, fillColor: COLOURS.invalid, fillOpacity: 0.35 });
  }

  /** Cells and bands above the areas, each in the colour that its properties stand for. */
  cells<P>(cells: { features: readonly { properties: P }[] } | null, colour: (properties: P) => string): void {
    const layer = cells
      ? L.geoJSON<unknown>(cells as unknown as FeatureCollection, {
          ...({ renderer: this.shapes } as object),
          interactive: false,
          style: (feature) => ({ color: '#ffffff', weight: 1, fillColor: colour(feature?.properties as P), fillOpacity: 0.85 }),
        })
      : null;
    this.replace('cells', layer);
  }

  /** Circles around places, in metres. */
  circles(circles: readonly { lon: number; lat: number; metres: number; colour: string }[]): void {
    const drawn = circles.map(({ lon, lat, metres, colour }) =>
      L.circle([lat, lon], { renderer: this.front, interactive: false, radius: metres, color: colour, weight: 2.5, fill: false }),
    );
    this.replace('circles', drawn.length > 0 ? L.layerGroup(drawn) : null);
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
    const drawn = { ...style, lineJoin: 'round' as const };
    const options: L.GeoJSONOptions = {
      ...({ renderer } as object),
      interactive: false,
      style: drawn,
      pointToLayer: (_, at) => L.circleMarker(at, { renderer, interactive: false, radius: 6, ...drawn }),
    };
    this.replace(name, geometry ? L.geoJSON({ type: 'Feature', geometry, properties: {} } as Feature, options) : null);
  }

  private replace(name: string, layer: L.Layer | null): void {
    this.drawn.get(name)?.remove();
    this.drawn.delete(name);
    if (layer) this.drawn.set(name, layer.addTo(this.map.leaflet));
  }
}
