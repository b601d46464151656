// The handle between two versions of the same ground: it can be moved by pointer and by keys, and each side shows its panes.
import * as L from 'leaflet';
import type { CityMap } from './cityMap';

/** Steps of the arrow keys and of Page Up and Page Down, in hundredths of the map's width. */
const [STEP, LEAP] = [2, 10];
const MOVES = 'move zoom zoomend moveend resize viewreset';

export interface SwipeWords {
  label: string;
  from: string;
  to: string;
  /** What the handle says of itself, for so many hundredths. */
  value(part: number): string;
}

/** Names of the panes that only one side shows. */
export interface SwipePanes {
  from: readonly string[];
  to: readonly string[];
}

export class Swipe {
  private readonly handle: HTMLElement;
  private part = 50;
  private readonly follow = (): void => this.clip();

  constructor(
    private readonly map: CityMap,
    private readonly panes: SwipePanes,
    private readonly words: SwipeWords,
  ) {
    this.handle = this.makeHandle();
    map.element.append(this.handle);
    map.leaflet.on(MOVES, this.follow);
    this.move(this.part);
  }

  close(): void {
    this.map.leaflet.off(MOVES, this.follow);
    for (const pane of this.of([...this.panes.from, ...this.panes.to])) pane.style.clipPath = '';
    this.handle.remove();
  }

  private of(names: readonly string[]): HTMLElement[] {
    return names.flatMap((name) => this.map.leaflet.getPane(name) ?? []);
  }

  private makeHandle(): HTMLElement {
    const handle = document.createElement('div');
    handle.className = 'swipe';
    handle.tabIndex = 0;
    handle.dataset['testid'] = 'swipe';
    const attributes = {
      role: 'slider',
      'aria-label': this.words.label,
      'aria-orientation': 'horizontal',
      'aria-valuemin': '0',
      'aria-valuemax': '100',
    };
    for (const [name, value] of Object.entries(attributes)) handle.setAttribute(name, value);
    for (const side of ['from', 'to'] as const) {
      const tag = document.createElement('span');
      tag.className = `swipe-tag swipe-${side}`;
      tag.textContent = tag.title = this.words[side];
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
    const to = {
      ArrowLeft: part - STEP,
      ArrowDown: part - STEP,
      ArrowRight: part + STEP,
      ArrowUp: part + STEP,
      PageDown: part - LEAP,
      PageUp: part + LEAP,
      Home: 0,
      End: 100,
    }[event.key];
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

  /** Panes move along with the map, so the edge is stated in their pixels. */
  private clip(): void {
    const { leaflet } = this.map;
    const size = leaflet.getSize();
    const edge = (size.x * this.part) / 100;
    const box = (left: number, right: number): string => {
      const [a, b] = [leaflet.containerPointToLayerPoint([left, 0]), leaflet.containerPointToLayerPoint([right, size.y])];
      return `polygon(${a.x}px ${a.y}px, ${b.x}px ${a.y}px, ${b.x}px ${b.y}px, ${a.x}px ${b.y}px)`;
    };
    for (const pane of this.of(this.panes.from)) pane.style.clipPath = box(0, edge);
    for (const pane of this.of(this.panes.to)) pane.style.clipPath = box(edge, size.x);
  }
}
