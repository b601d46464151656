// Points that are gathered where they crowd. Hundreds of thousands stay smooth.
import type * as L from 'leaflet';
import { markRadius, marksIn, type Mark, type WorldPoints } from '../model/clusters';
import type { Disc } from '../model/labels';
import { CanvasOverlay, type Frame } from './canvasOverlay';

/** Edge of a gathering cell in pixels. */
const CELL = 64;
/** From this zoom on every point is drawn for itself. */
const EACH_FROM_ZOOM = 17;

/** A mark under the pointer, and its place in degrees. */
export interface MarkHit extends Mark {
  lon: number;
  lat: number;
}

export abstract class ClusterLayer extends CanvasOverlay {
  private points: WorldPoints | null = null;
  private marks: Mark[] = [];
  private frame: { left: number; top: number; zoom: number } | null = null;

  /**
   * @param format writes a count on its mark
   * @param painted called after each drawing
   */
  constructor(
    pane: string,
    private readonly format: (count: number) => string,
    private readonly painted: () => void,
  ) {
    super(pane);
  }

  /** The mark at a pixel of the container; null where none is. */
  markAt(map: L.Map, pixel: L.Point): MarkHit | null {
    if (!this.frame) return null;
    const at = map.containerPointToLayerPoint(pixel).add(map.getPixelOrigin());
    const [x, y] = [at.x - this.frame.left, at.y - this.frame.top];
    let best: Mark | null = null;
    let nearest = Infinity;
    for (const mark of this.marks) {
      const distance = Math.hypot(mark.x - x, mark.y - y) - markRadius(mark.count);
      if (distance < 3 && distance < nearest) [best, nearest] = [mark, distance];
    }
    return best && { ...best, ...this.degrees(best) };
  }

  /** The marks as discs in pixels of a frame; none where they were drawn for another view. */
  discs({ left, top, zoom }: Frame): Disc[] {
    const same = this.frame?.zoom === zoom && this.frame.left === left && this.frame.top === top;
    return same ? this.marks.map(({ x, y, count }) => ({ x, y, radius: markRadius(count) })) : [];
  }

  protected setWorld(points: WorldPoints | null): void {
    this.points = points;
    this.redraw();
  }

  protected draw(frame: Frame): void {
    this.paintMarks(frame);
    this.painted();
  }

  /** The colours of a mark: inside, edge, and of its count. */
  protected abstract paintOf(mark: Mark): { fill: string; edge: string; text: string };

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

  private drawMark(context: CanvasRenderingContext2D, mark: Mark): void {
    const { x, y, count } = mark;
    const { fill, edge, text } = this.paintOf(mark);
    context.beginPath();
    context.arc(x, y, markRadius(count), 0, 2 * Math.PI);
    context.globalAlpha = count === 1 ? 1 : 0.9;
    context.fillStyle = fill;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = count === 1 ? 1.25 : 2;
    context.strokeStyle = edge;
    context.stroke();
    if (count > 1) {
      context.fillStyle = text;
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
