// A canvas over the map that is drawn again whenever the view has changed, and rides along while it is changing.
import type { Geometry } from 'geojson';
import * as L from 'leaflet';
import { pixelOf } from '../model/mercator';
import { polygonsOf } from '../model/shapes';

/** How far beyond the view the canvas reaches, as a part of the view: short drags show no blank edge. */
const MARGIN = 0.15;

export interface Frame {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
  zoom: number;
  /** World pixel position of the canvas's top left corner at this zoom. */
  left: number;
  top: number;
}

/** Makes the outline of an area the context's path. */
export function traceArea(frame: Frame, geometry: Geometry): void {
  const { context } = frame;
  context.beginPath();
  for (const ring of polygonsOf(geometry).flat()) {
    ring.forEach(([lon = 0, lat = 0], index) => {
      const [x, y] = pixelOf(frame, lon, lat);
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
    context.closePath();
  }
}

/** A rectangle within a frame, in its pixels. */
export interface Part {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Which overlay draws on a canvas. */
const overlays = new WeakMap<HTMLCanvasElement, CanvasOverlay>();

export abstract class CanvasOverlay extends L.Layer {
  /** The overlay that draws on a canvas; null where none does. */
  static of(canvas: HTMLCanvasElement): CanvasOverlay | null {
    return overlays.get(canvas) ?? null;
  }

  private canvas: HTMLCanvasElement | null = null;
  private corner: L.Point = L.point(0, 0);
  private drawnAt: { zoom: number; origin: L.Point } | null = null;
  private requested = 0;

  constructor(private readonly paneName: string) {
    super();
  }

  /** The part of the frame that will be drawn in, from its top left corner; null for all of it. A small one costs less. */
  protected part(_frame: Omit<Frame, 'context'>): Part | null {
    return null;
  }

  /** Draws everything into an empty canvas whose unit is the CSS pixel. */
  protected abstract draw(frame: Frame): void;

  override onAdd(map: L.Map): this {
    this.canvas = L.DomUtil.create('canvas', 'leaflet-zoom-animated overlay-canvas');
    this.canvas.setAttribute('aria-hidden', 'true');
    overlays.set(this.canvas, this);
    (map.getPane(this.paneName) ?? map.getPanes().overlayPane).append(this.canvas);
    this.redraw();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.requested);
    this.canvas?.remove();
    this.canvas = null;
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      moveend: () => this.redraw(),
      resize: () => this.redraw(),
      zoomanim: (event) => this.ride(event as L.ZoomAnimEvent),
    };
  }

  /** Draws into another picture of the view. */
  drawInto(frame: Frame): void {
    const whole = { left: 0, top: 0, width: frame.width, height: frame.height };
    const part = this.part(frame) ?? whole;
    frame.context.translate(part.left, part.top);
    this.draw({ ...frame, width: part.width, height: part.height, left: frame.left + part.left, top: frame.top + part.top });
  }

  /** Asks for a drawing in the next frame; more calls before it cost nothing. */
  redraw(): void {
    cancelAnimationFrame(this.requested);
    this.requested = requestAnimationFrame(() => this.paint());
  }

  private map(): L.Map | null {
    return (this as unknown as { _map: L.Map | null })._map ?? null;
  }

  private paint(): void {
    const map = this.map();
    const canvas = this.canvas;
    const context = canvas?.getContext('2d');
    if (!map || !canvas || !context) return;
    const size = map.getSize();
    const margin = size.multiplyBy(MARGIN).round();
    const whole = { left: 0, top: 0, width: size.x + 2 * margin.x, height: size.y + 2 * margin.y };
    const outer = map.containerPointToLayerPoint(L.point(-margin.x, -margin.y));
    const pixels = map.getPixelOrigin().add(outer);
    const part = this.part({ ...whole, zoom: map.getZoom(), left: pixels.x, top: pixels.y }) ?? whole;
    this.fit(canvas, part.width, part.height);
    this.corner = outer.add([part.left, part.top]);
    L.DomUtil.setTransform(canvas, this.corner, 1);
    const origin = map.getPixelOrigin().add(this.corner);
    this.drawnAt = { zoom: map.getZoom(), origin };
    const ratio = window.devicePixelRatio || 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, part.width, part.height);
    this.draw({ context, width: part.width, height: part.height, zoom: map.getZoom(), left: origin.x, top: origin.y });
  }

  /** Setting a canvas's size clears and allocates it: only where it has changed. */
  private fit(canvas: HTMLCanvasElement, width: number, height: number): void {
    const ratio = window.devicePixelRatio || 1;
    if (canvas.width === Math.round(width * ratio) && canvas.height === Math.round(height * ratio)) return;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }

  /** While Leaflet animates to another zoom, the picture drawn is scaled along. */
  private ride(event: L.ZoomAnimEvent): void {
    const map = this.map();
    if (!map || !this.canvas || !this.drawnAt) return;
    const scale = map.getZoomScale(event.zoom, this.drawnAt.zoom);
    const pane = map.layerPointToContainerPoint([0, 0]);
    const newOrigin = map.project(event.center, event.zoom).subtract(map.getSize().divideBy(2)).add(pane).round();
    L.DomUtil.setTransform(this.canvas, this.drawnAt.origin.multiplyBy(scale).subtract(newOrigin), scale);
  }
}
