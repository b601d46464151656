// The shapes of a file that is not imported yet.
import * as L from 'leaflet';
import type { FeatureCollection } from 'geojson';
import type { CityMap } from './cityMap';
import { COLOURS } from './colours';

const PANE = 'preview';

export class PreviewLayer {
  private readonly renderer = L.canvas({ pane: PANE, padding: 0.2 });
  private layer: L.GeoJSON | null = null;

  constructor(private readonly map: CityMap) {}

  /** Shows these shapes in place of those before. */
  show(shapes: FeatureCollection): void {
    this.clear();
    const line = { renderer: this.renderer, pane: PANE, interactive: false, color: COLOURS.changed, weight: 1.5 };
    this.layer = L.geoJSON(shapes, {
      style: (feature) => (feature?.geometry.type === 'Point' ? {} : { ...line, fillColor: COLOURS.changed, fillOpacity: 0.18 }),
      pointToLayer: (_, at) =>
        L.circleMarker(at, { ...line, radius: 2.5, weight: 0.5, color: COLOURS.ring, fillColor: COLOURS.changed, fillOpacity: 1 }),
    }).addTo(this.map.leaflet);
  }

  clear(): void {
    this.layer?.remove();
    this.layer = null;
  }
}
