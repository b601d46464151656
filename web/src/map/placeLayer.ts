// Addresses and facilities of the view as small marks; only where the map is close enough to tell them apart.
import * as L from 'leaflet';
import { isAbort } from '../client/http';
import type { Api } from '../client/api';
import type { PlaceCollection } from '../client/types';
import { snapBounds } from '../model/levels';
import type { CityMap } from './cityMap';
import { COLOURS } from './colours';

const MOST = 3000;

export class PlaceLayer {
  private readonly renderer = L.canvas({ pane: 'places', padding: 0.2 });
  private layer: L.GeoJSON | null = null;
  private loading: AbortController | null = null;
  private shown = false;
  private drawnKey = '';

  constructor(
    private readonly map: CityMap,
    private readonly api: Api,
    private readonly kind: 'addresses' | 'facilities',
    private readonly fromZoom: number,
    private readonly failed: (error: unknown) => void,
  ) {}

  show(shown: boolean): void {
    this.shown = shown;
    void this.load();
  }

  /** Loads what the view needs, or clears the marks where the layer is off or the map too far away. */
  async load(): Promise<void> {
    if (!this.shown || this.map.leaflet.getZoom() < this.fromZoom) {
      this.clear();
      return;
    }
    const box = snapBounds(this.map.bounds());
    if (box.join() === this.drawnKey) return;
    this.loading?.abort();
    const loading = (this.loading = new AbortController());
    try {
      const places = await this.api.placeLayer(this.kind, box, MOST, loading.signal);
      if (loading.signal.aborted) return;
      this.draw(places);
      this.drawnKey = box.join();
    } catch (error) {
      if (!isAbort(error)) this.failed(error);
    }
  }

  close(): void {
    this.shown = false;
    this.clear();
  }

  private clear(): void {
    this.loading?.abort();
    this.layer?.remove();
    this.layer = null;
    this.drawnKey = '';
  }

  private draw(places: PlaceCollection): void {
    this.layer?.remove();
    const facility = this.kind === 'facilities';
    const style: L.CircleMarkerOptions = {
      renderer: this.renderer,
      pane: 'places',
      interactive: false,
      radius: facility ? 5 : 2.5,
      weight: facility ? 2 : 1,
      color: facility ? COLOURS.ring : COLOURS.address,
      fillColor: facility ? COLOURS.facility : COLOURS.ring,
      fillOpacity: 1,
    };
    this.layer = L.geoJSON(places, { pointToLayer: (_, at) => L.circleMarker(at, style) }).addTo(this.map.leaflet);
  }
}
