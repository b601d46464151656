// Incidents as points, gathered where they crowd. Hundreds of thousands stay smooth.
import type * as L from 'leaflet';
import { markRadius, marksIn, toWorld, type Mark, type WorldPoints } from '../model/clusters';
import type { IncidentPoints } from '../client/types';
import type { Disc } from '../model/labels';
import { CanvasOverlay, type Frame } from './canvasOverlay';
import { COLOURS } from './colours';

/** Edge of a gathering cell in pixels. */
const CELL = 64;
/** From this zoom on every point is drawn for itself. */
const EACH_FROM_ZOOM = 17;

export interface PointHit {
  count: number;
  /** The incident's id, where the mark stands for one. */
  id: string | null;
  category: string | null;
  lon: number;
  lat: number;
}

export class PointLayer extends CanvasOverlay {
  private source: IncidentPoints | null = null;
  private points: WorldPoints | null = null;
  private marks: Mark[] = [];
  private frame: { left: number; top: number; zoom: number } | null = null;

  /**
   * @param format writes a count on its mark
   * @param painted called after each drawing
   */
  constructor(
    private readonly format: (count: number) => string,
    private readonly painted: () => void,
  ) {
    super('points');
  }

  setPoints(source: IncidentPoints | null): void {
    this.source = source;
    this.points = source ? toWorld(source.lon, source.lat, source.category) : null;
    this.redraw();
  }

  /** What is drawn at a pixel of the container; null where nothing is. */
  hit(map: L.Map, pixel: L.Point): PointHit | null {
    if (!this.frame || !this.source) return null;
    const at = map.containerPointToLayerPoint(pixel).add(map.getPixelOrigin());
    const [x, y] = [at.x - this.frame.left, at.y - this.frame.top];
    let best: Mark | null = null;
    let nearest = Infinity;
    for (const mark of this.marks) {
      const distance = Math.hypot(mark.x - x, mark.y - y) - markRadius(mark.count);
      if (distance < 3 && distance < nearest) [best, nearest] = [mark, distance];
    }
    if (!best) return null;
    const single = best.count === 1;
    return {
      count: best.count,
      id: single ? (this.source.id[best.index] ?? null) : null,
      category: single ? (this.source.categories[this.source.category[best.index] ?? -1] ?? null) : null,
      ...this.degrees(best),
    };
  }

  /** The marks as discs in pixels of a frame; none where they were drawn for another view. */
  discs({ left, top, zoom }: Frame): Disc[] {
    const same = this.frame?.zoom === zoom && this.frame.left === left && this.frame.top === top;
    return same ? this.marks.map(({ x, y, count }) => ({ x, y, radius: markRadius(count) })) : [];
  }

  protected draw(frame: Frame): void {
    this.paintMarks(frame);
    this.painted();
  }

  private paintMarks({ context, width, height, zoom, left, top }: Frame): void {
    this.frame = { left, top, zoom };
    this.marks = [];
    if (!this.points) return;
    const cell = zoom >= EACH_FROM_ZOOM ? 0 : CELL;
    this.marks = marksIn(this.points, { left, top, width, height, world: 256 * 2 ** zoom }, cell);
    this.marks.sort((a, b) => a.count - b.count);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.font = '600 11px system-ui, sans-serif';
    for (const mark of this.marks) this.drawMark(context, mark);
  }

  private drawMark(context: CanvasRenderingContext2D, { x, y, count }: Mark): void {
    const radius = markRadius(count);
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.globalAlpha = count === 1 ? 1 : 0.9;
    context.fillStyle = COLOURS.incident;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = count === 1 ? 1.25 : 2;
    context.strokeStyle = '#ffffff';
    context.stroke();
    if (count > 1) {
      context.fillStyle = '#ffffff';
      context.fillText(this.format(count), x, y + 0.5);
    }
  }

  private degrees(mark: Mark): { lon: number; lat: number } {
    const { left, top, zoom } = this.frame ?? { left: 0, top: 0, zoom: 0 };
    const world = 256 * 2 ** zoom;
    const lon = ((mark.x + left) / world - 0.5) * 360;
    const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (mark.y + top)) / world))) * 180) / Math.PI;
    return { lon, lat };
  }
}
