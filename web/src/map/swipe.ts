// Two versions of the same ground, one on each side of a handle that can be moved by pointer and by keys.
import * as L from 'leaflet';
import type { Fate, Outlines } from '../client/compareTypes';
import { FATE_COLOURS, COLOURS } from './colours';
import type { CityMap } from './cityMap';

/** Steps of the arrow keys and of Page Up and Page Down, in hundredths of the map's width. */
const [STEP, LEAP] = [2, 10];

export interface SwipeWords {
  label: string;
  from: string;
  to: string;
  /** What the handle says of itself, for so many hundredths. */
  value(part: number): string;
}

export class Swipe {
  private readonly handle: HTMLElement;
  private readonly layers: L.Layer[] = [];
  private part = 50;
  private readonly follow = (): void => this.clip();

  constructor(
    private readonly map: CityMap,
    outlines: Outlines,
    private readonly words: SwipeWords,
  ) {
    for (const side of ['from', 'to'] as const) this.layers.push(...drawn(outlines, side).map((layer) => layer.addTo(map.leaflet)));
    this.handle = this.makeHandle();
    map.element.append(this.handle);
    map.leaflet.on('move zoom zoomend moveend resize viewreset', this.follow);
    this.move(this.part);
  }

  close(): void {
    this.map.leaflet.off('move zoom zoomend moveend resize viewreset', this.follow);
    for (const layer of this.layers) layer.remove();
    this.handle.remove();
  }

  private makeHandle(): HTMLElement {
    const handle = document.createElement('div');
    handle.className = 'swipe';
    handle.tabIndex = 0;
    handle.dataset['testid'] = 'swipe';
    const attributes = { role: 'slider', 'aria-label': this.words.label, 'aria-orientation': 'horizontal', 'aria-valuemin': '0', 'aria-valuemax': '100' };
    for (const [name, value] of Object.entries(attributes)) handle.setAttribute(name, value);
    for (const side of ['from', 'to'] as const) {
      const tag = document.createElement('span');
      tag.className = `swipe-tag swipe-${side}`;
      tag.textContent = this.words[side];
      handle.append(tag);
    }
    handle.append(Object.assign(document.createElement('span'), { className: 'swipe-grip' }));
    L.DomEvent.disableClickPropagation(handle);
    handle.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      handle.focus();
      handle.setPointerCapture(event.pointerId);
    });
    handle.addEventListener('pointermove', (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const box = this.map.element.getBoundingClientRect();
      this.move(((event.clientX - box.left) / box.width) * 100);
    });
    handle.addEventListener('keydown', (event) => this.key(event));
    return handle;
  }

  private key(event: KeyboardEvent): void {
    const { part } = this;
    const to = { ArrowLeft: part - STEP, ArrowDown: part - STEP, ArrowRight: part + STEP, ArrowUp: part + STEP, PageDown: part - LEAP, PageUp: part + LEAP, Home: 0, End: 100 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.move(to);
  }

  private move(part: number): void {
    this.part = Math.max(0, Math.min(100, part));
    const rounded = Math.round(this.part);
    this.handle.style.left = `${this.part}%`;
    this.handle.setAttribute('aria-valuenow', String(rounded));
    this.handle.setAttribute('aria-valuetext', this.words.value(rounded));
    this.clip();
  }

  /** Each version's pane shows only its side. Panes move along with the map, so the edge is stated in their pixels. */
  private clip(): void {
    const { leaflet } = this.map;
    const size = leaflet.getSize();
    const edge = (size.x * this.part) / 100;
    const box = (left: number, right: number): string => {
      const [a, b] = [leaflet.containerPointToLayerPoint([left, 0]), leaflet.containerPointToLayerPoint([right, size.y])];
      return `polygon(${a.x}px ${a.y}px, ${b.x}px ${a.y}px, ${b.x}px ${b.y}px, ${a.x}px ${b.y}px)`;
    };
    const from = leaflet.getPane('before');
    const to = leaflet.getPane('after');
    if (from) from.style.clipPath = box(0, edge);
    if (to) to.style.clipPath = box(edge, size.x);
  }
}

/** One version filled by what became of its units, under the dashed outlines of the other. */
function drawn(outlines: Outlines, side: 'from' | 'to'): L.GeoJSON[] {
  const pane = side === 'from' ? 'before' : 'after';
  const renderer = L.canvas({ pane, padding: 0.25 });
  const of = (wanted: 'from' | 'to', style: (fate: Fate) => L.PathOptions): L.GeoJSON =>
    L.geoJSON<{ fate: Fate }>({ ...outlines, features: outlines.features.filter(({ properties }) => properties.side === wanted) } as Outlines, {
      ...({ renderer } as object),
      pane,
      interactive: false,
      style: (feature) => ({ lineJoin: 'round', ...style(feature?.properties.fate ?? 'changed') }),
    });
  return [
    of(side, (fate) => ({ color: COLOURS.parentLine, weight: 2, fillColor: FATE_COLOURS[fate], fillOpacity: 0.92 })),
    of(side === 'from' ? 'to' : 'from', () => ({ color: COLOURS.blocking, weight: 1.5, dashArray: '5 4', opacity: 0.85, fill: false })),
  ];
}
