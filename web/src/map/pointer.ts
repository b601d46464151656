// The pointer over the map, whatever it is: mouse, pen or finger. A tool can take a press for itself; then the map
// stays where it is until the press ends, and no click follows a drag.
import * as L from 'leaflet';
import { STEPS_PER_DEGREE, type LatticePoint } from '../model/lattice';
import type { Reach } from '../model/snapping';
import type { CityMap } from './cityMap';

export interface PointerPlace {
  at: LatticePoint;
  /** Pixels of the map's box. */
  pixel: { x: number; y: number };
  /** Whether snapping is switched off for now. */
  free: boolean;
  /** Whether the Shift key is held. */
  more: boolean;
  finger: boolean;
}

export interface PointerHandler {
  /** True takes the press: moves and the release come here, and the map does not pan. */
  down(place: PointerPlace): boolean;
  /** The pointer moved, pressed or not. */
  move(place: PointerPlace): void;
  /** A press that was taken ends; `moved` where it went farther than a click does. */
  up(place: PointerPlace, moved: boolean): void;
  /** The press was taken away, by a second finger for instance. */
  cancel(): void;
  /** The pointer is over the map no more. */
  leave(): void;
}

/** A press that goes no farther than this, in pixels, is a click. */
const CLICK_PIXELS = 4;

/** After a finger is lifted its click may come this much later, in milliseconds. */
export const CLICK_DELAY = 80;

/** Where a finger was lifted, and where its click is said to be, differ by no more than this, in pixels. */
const SAME_PLACE = 8;

export class MapPointer {
  private readonly ending = new AbortController();
  private pressed: { id: number; x: number; y: number; moved: boolean } | null = null;

  constructor(
    private readonly map: CityMap,
    private readonly handler: PointerHandler,
  ) {
    const { element } = map;
    const options = { capture: true, signal: this.ending.signal };
    element.addEventListener('pointerdown', (event) => this.down(event), options);
    element.addEventListener('pointermove', (event) => this.move(event), options);
    element.addEventListener('pointerup', (event) => this.up(event), options);
    element.addEventListener('pointercancel', (event) => this.cancel(event), options);
    element.addEventListener(
      'pointerleave',
      () => {
        if (!this.pressed) this.handler.leave();
      },
      options,
    );
    element.addEventListener('contextmenu', (event) => this.pressed && event.preventDefault(), options);
  }

  close(): void {
    this.ending.abort();
    this.release();
  }

  private down(event: PointerEvent): void {
    if (this.pressed) {
      this.cancel(event);
      return;
    }
    if (event.button !== 0 || !this.handler.down(this.place(event))) return;
    this.pressed = { id: event.pointerId, x: event.clientX, y: event.clientY, moved: false };
    this.map.leaflet.dragging.disable();
    this.map.element.setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    const { pressed } = this;
    if (pressed && pressed.id !== event.pointerId) return;
    if (pressed) pressed.moved ||= Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > CLICK_PIXELS;
    this.handler.move(this.place(event));
  }

  private up(event: PointerEvent): void {
    if (this.pressed?.id !== event.pointerId) return;
    const { moved } = this.pressed;
    this.release();
    this.swallowClick(event);
    this.handler.up(this.place(event), moved);
  }

  private cancel(event: PointerEvent): void {
    if (!this.pressed) return;
    this.release();
    this.swallowClick(event);
    event.stopPropagation();
    this.handler.cancel();
  }

  private release(): void {
    if (!this.pressed) return;
    if (this.map.element.hasPointerCapture(this.pressed.id)) this.map.element.releasePointerCapture(this.pressed.id);
    this.pressed = null;
    this.map.leaflet.dragging.enable();
  }

  /** The click that browsers send after the release, at its place, is not one for the map; any other is meant. */
  private swallowClick(released: PointerEvent): void {
    const { element } = this.map;
    const done = new AbortController();
    element.addEventListener(
      'click',
      (click) => {
        if (Math.hypot(click.clientX - released.clientX, click.clientY - released.clientY) > SAME_PLACE) return;
        click.stopPropagation();
        done.abort();
      },
      { capture: true, signal: done.signal },
    );
    setTimeout(() => done.abort(), CLICK_DELAY);
  }

  private place(event: PointerEvent): PointerPlace {
    const box = this.map.element.getBoundingClientRect();
    const pixel = { x: event.clientX - box.left, y: event.clientY - box.top };
    const { lng, lat } = this.map.leaflet.containerPointToLatLng(L.point(pixel.x, pixel.y));
    const at = { x: Math.round(lng * STEPS_PER_DEGREE), y: Math.round(lat * STEPS_PER_DEGREE) };
    return { at, pixel, free: event.altKey, more: event.shiftKey, finger: event.pointerType === 'touch' };
  }
}

/** A circle of so many pixels around the middle of the view, in steps of the lattice. */
export function reachOf(map: CityMap, pixels: number): Reach {
  const { leaflet } = map;
  const middle = leaflet.getSize().divideBy(2);
  const a = leaflet.containerPointToLatLng(middle);
  const b = leaflet.containerPointToLatLng(middle.add([pixels, -pixels]));
  return { x: (b.lng - a.lng) * STEPS_PER_DEGREE, y: (b.lat - a.lat) * STEPS_PER_DEGREE };
}
