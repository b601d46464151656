// The map itself: view, base map, scale bar, clicks and keys. It knows places, not what they mean.
import * as L from 'leaflet';
import type { Bounds, Config } from '../client/types';
import { nearestMiddle, roomiest, type Rectangle } from '../model/room';
import type { View } from '../model/state';

/** Panes from below to above. The number is the CSS stacking order. */
const PANES = {
  units: 410,
  shapes: 420,
  outlines: 430,
  before: 432,
  after: 434,
  preview: 436,
  selection: 440,
  labels: 450,
  edit: 455,
  places: 460,
  points: 470,
};

/** A place in the map's box, in pixels from its top left corner. */
export type Pixel = L.Point;

export interface MapEvents {
  /** The view has come to rest. */
  moved(view: View): void;
  /** A click, or Enter on the focused map (then the middle). Degrees and pixels of the container. */
  picked(lon: number, lat: number, pixel: Pixel, byKey: boolean): void;
  /** The pointer moved over, or left (null). */
  hovered(at: { lon: number; lat: number; pixel: Pixel } | null): void;
}

/** What is left of a rectangle between its edges and what is fitted into it, in pixels at most. */
const MARGIN = 24;
const SCALE_PIXELS = 140;

export class CityMap {
  readonly leaflet: L.Map;
  private basemap: L.TileLayer | null = null;
  private credited = '';
  private hoverFrame = 0;

  constructor(
    readonly element: HTMLElement,
    private readonly events: MapEvents,
    private readonly covered: () => readonly Rectangle[],
  ) {
    this.leaflet = L.map(element, {
      zoomControl: false,
      attributionControl: false,
      preferCanvas: true,
      zoomSnap: 0.5,
      minZoom: 3,
      maxZoom: 20,
      maxBoundsViscosity: 1,
      worldCopyJump: false,
      fadeAnimation: false,
    });
    for (const [name, order] of Object.entries(PANES)) {
      const pane = this.leaflet.createPane(name);
      pane.style.zIndex = String(order);
      pane.style.pointerEvents = 'none';
    }
    L.control.scale({ position: 'bottomright', maxWidth: SCALE_PIXELS, imperial: false }).addTo(this.leaflet);
    this.listen();
  }

  view(): View {
    const { lng, lat } = this.leaflet.getCenter();
    return { lon: lng, lat, zoom: this.leaflet.getZoom() };
  }

  bounds(): Bounds {
    const bounds = this.leaflet.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  show(view: View): void {
    this.leaflet.setView([view.lat, view.lon], view.zoom, { animate: false });
  }

  /** Whether anything lies over the bounds as they are seen now. */
  isCovered([west, south, east, north]: Bounds): boolean {
    const a = this.leaflet.latLngToContainerPoint([north, west]);
    const b = this.leaflet.latLngToContainerPoint([south, east]);
    return this.covered().some(([left, top, right, bottom]) => left < b.x && right > a.x && top < b.y && bottom > a.y);
  }

  /** Moves the view so that the bounds are well visible, not closer than `closest`. */
  fit(bounds: Bounds, closest = 18, animate = true): void {
    const [west, south, east, north] = bounds;
    const size = this.leaflet.getSize();
    const [left, top, right, bottom] = this.room(bounds);
    const margin = Math.min(MARGIN, (right - left) / 10, (bottom - top) / 10);
    const padding = L.point(size.x - right + left + 2 * margin, size.y - bottom + top + 2 * margin);
    const zoom = Math.min(closest, this.leaflet.getBoundsZoom(L.latLngBounds([south, west], [north, east]), false, padding));
    const from = this.leaflet.project([north, west], zoom);
    const to = this.leaflet.project([south, east], zoom);
    const box = [to.x - from.x + 2 * margin, to.y - from.y + 2 * margin] as const;
    const [x, y] = nearestMiddle(size.x, size.y, box, this.covered()) ?? [(left + right - box[0]) / 2, (top + bottom - box[1]) / 2];
    const middle = from.add([size.x / 2 - x - margin, size.y / 2 - y - margin]);
    this.leaflet.setView(this.leaflet.unproject(middle, zoom), zoom, {
      animate: animate && !matchMedia('(prefers-reduced-motion: reduce)').matches,
    });
  }

  /** Brings a place into view; what is well in view stays where it is. */
  reveal(lon: number, lat: number, zoom = 15): void {
    const { x, y } = this.leaflet.latLngToContainerPoint([lat, lon]);
    const [left, top, right, bottom] = this.room([lon, lat, lon, lat]);
    const inside = x > left + 40 && x < right - 40 && y > top + 40 && y < bottom - 40;
    if (inside && this.leaflet.getZoom() >= zoom - 1) return;
    this.fit([lon, lat, lon, lat], Math.max(zoom, this.leaflet.getZoom()));
  }

  /** The part of the map's box that nothing lies over, where these bounds would be seen largest. */
  private room([west, south, east, north]: Bounds): Rectangle {
    const { x, y } = this.leaflet.getSize();
    const a = this.leaflet.project([north, west], 20);
    const b = this.leaflet.project([south, east], 20);
    const aspect = b.x > a.x && b.y > a.y ? (b.x - a.x) / (b.y - a.y) : 1;
    return roomiest(x, y, this.covered(), aspect);
  }

  zoomBy(steps: number): void {
    this.leaflet.setZoom(this.leaflet.getZoom() + steps);
  }

  /** Shows the base map, or none. Where its tiles fail to load, the map quietly stays the plain paper. */
  setBasemap(basemap: Config['basemap'], attributionAt: HTMLElement): void {
    this.basemap?.remove();
    this.basemap = null;
    attributionAt.textContent = this.credited = '';
    if (!basemap) return;
    let loaded = 0;
    let failed = 0;
    const tiles = L.tileLayer(basemap.url, { maxZoom: 20, maxNativeZoom: 19, opacity: 0.75, className: 'basemap-tile' });
    tiles.on('tileload', () => {
      loaded++;
      attributionAt.textContent = this.credited = basemap.attribution.replaceAll(/<[^>]*>/g, '');
    });
    tiles.on('tileerror', () => {
      failed++;
      if (loaded === 0 && failed > 3) tiles.remove();
    });
    this.basemap = tiles.addTo(this.leaflet);
  }

  /** A round distance, and how many pixels it takes in the middle of the view. */
  scaleBar(): { metres: number; pixels: number } {
    const { x, y } = this.leaflet.getSize();
    const metres = this.leaflet.distance(this.leaflet.containerPointToLatLng([0, y / 2]), this.leaflet.containerPointToLatLng([x, y / 2]));
    const most = (metres / x) * SCALE_PIXELS;
    const power = 10 ** Math.floor(Math.log10(most));
    const round = [5, 3, 2, 1].map((digit) => digit * power).find((value) => value <= most) ?? power;
    return { metres: round, pixels: (round / metres) * x };
  }

  /** Whose the base map is; empty where there is none. */
  credit(): string {
    return this.credited;
  }

  /** Tells Leaflet that its box has changed size. */
  resized(): void {
    this.leaflet.invalidateSize({ animate: false });
  }

  close(): void {
    cancelAnimationFrame(this.hoverFrame);
    this.leaflet.remove();
  }

  private listen(): void {
    this.leaflet.on('moveend', () => this.events.moved(this.view()));
    this.leaflet.on('click', (event) => this.events.picked(event.latlng.lng, event.latlng.lat, event.containerPoint, false));
    this.leaflet.on('mousemove', (event) => {
      cancelAnimationFrame(this.hoverFrame);
      const { latlng, containerPoint } = event;
      this.hoverFrame = requestAnimationFrame(() => this.events.hovered({ lon: latlng.lng, lat: latlng.lat, pixel: containerPoint }));
    });
    this.leaflet.on('mouseout movestart', () => {
      cancelAnimationFrame(this.hoverFrame);
      this.events.hovered(null);
    });
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.target !== this.element) return;
      event.preventDefault();
      const { lon, lat } = this.view();
      this.events.picked(lon, lat, this.leaflet.getSize().divideBy(2), true);
    });
  }
}
