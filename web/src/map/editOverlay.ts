// What is being drawn: only the units touched, the line under the pointer, and handles. The base layer stays still.
import { pixelOf } from '../model/mercator';
import type { Geometry } from 'geojson';
import type { LatticePoint } from '../model/lattice';
import { STEPS_PER_DEGREE } from '../model/lattice';
import { boundsOf, polygonsOf } from '../model/shapes';
import { CanvasOverlay, type Frame, type Part } from './canvasOverlay';
import { COLOURS } from './colours';

export type Tone = 'valid' | 'invalid' | 'chosen' | 'sketch' | 'faint';

export interface Stroke {
  points: readonly LatticePoint[];
  tone: Tone;
  closed?: boolean;
}

/** A picture in plain values. Shapes lie below lines, lines below dots, dots below handles. */
export interface Scene {
  shapes?: readonly { geometry: Geometry; tone: Tone }[];
  /** `closed`: the line is the edge of an area. */
  line?: Stroke | null;
  /** A thinner line: where the drawing would go on. */
  tail?: Stroke | null;
  /** Places to choose from; chosen ones are larger and have a light edge. */
  dots?: readonly { at: LatticePoint; chosen: boolean }[];
  handles?: readonly { at: LatticePoint; tone: Tone; strong?: boolean }[];
}

const STROKES: Record<Tone, string> = {
  valid: COLOURS.valid,
  invalid: COLOURS.invalid,
  chosen: COLOURS.selected,
  sketch: COLOURS.selected,
  faint: COLOURS.faint,
};

type Origin = Pick<Frame, 'zoom' | 'left' | 'top'>;

/** The widest stroke and handle reach so far beyond the places themselves, in pixels. */
const EDGE = 12;
const STEP = 64;

export class EditOverlay extends CanvasOverlay {
  private scene: Scene = {};

  constructor() {
    super('edit');
  }

  show(scene: Scene): void {
    this.scene = scene;
    this.redraw();
  }

  /** Around what is drawn, in steps of 64 pixels so that the canvas seldom changes its size while something moves. */
  protected override part(frame: Omit<Frame, 'context'>): Part {
    const { shapes = [], line, tail, dots = [], handles = [] } = this.scene;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    const add = ([x, y]: [number, number]): void => {
      [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
    };
    for (const { geometry } of shapes) {
      const bounds = boundsOf(geometry);
      if (!bounds) continue;
      add(pixelOf(frame, bounds[0], bounds[1]));
      add(pixelOf(frame, bounds[2], bounds[3]));
    }
    const marks = [...dots, ...handles].map((mark) => mark.at);
    for (const point of [...(line?.points ?? []), ...(tail?.points ?? []), ...marks]) add(at(frame, point));
    const low = (value: number): number => Math.max(0, Math.floor((value - EDGE) / STEP) * STEP);
    const high = (value: number, most: number): number => Math.min(most, Math.ceil((value + EDGE) / STEP) * STEP);
    const [left, top] = [low(west), low(south)];
    return {
      left: Number.isFinite(left) ? left : 0,
      top: Number.isFinite(top) ? top : 0,
      width: Math.max(STEP, high(east, frame.width) - left || 0),
      height: Math.max(STEP, high(north, frame.height) - top || 0),
    };
  }

  protected draw(frame: Frame): void {
    const { context } = frame;
    context.lineJoin = 'round';
    context.lineCap = 'round';
    for (const { geometry, tone } of this.scene.shapes ?? []) this.shape(frame, geometry, tone);
    const { line, tail } = this.scene;
    if (tail) this.line(frame, tail, 1.5);
    if (line && line.points.length > 0) this.line(frame, line, 3);
    this.dots(frame, this.scene.dots ?? []);
    for (const { at, tone, strong } of this.scene.handles ?? []) this.handle(frame, at, tone, strong ?? false);
  }

  private shape(frame: Frame, geometry: Geometry, tone: Tone): void {
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
    if (tone !== 'faint') {
      context.globalAlpha = tone === 'invalid' ? 0.3 : 0.18;
      context.fillStyle = STROKES[tone];
      context.fill('evenodd');
      context.globalAlpha = 1;
    }
    this.stroke(context, tone, tone === 'faint' ? 1 : 2.5);
  }

  private line(frame: Frame, { points, tone, closed }: Stroke, width: number): void {
    const { context } = frame;
    context.beginPath();
    points.forEach((point, index) => {
      const [x, y] = at(frame, point);
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
    if (closed) {
      context.closePath();
      context.globalAlpha = 0.15;
      context.fillStyle = STROKES[tone];
      context.fill();
      context.globalAlpha = 1;
    }
    this.stroke(context, tone, width);
  }

  /** A line with a light edge; what is wrong is also dashed, so that colour is not alone in saying so. */
  private stroke(context: CanvasRenderingContext2D, tone: Tone, width: number): void {
    context.setLineDash([]);
    context.lineWidth = width + 3;
    context.strokeStyle = COLOURS.halo;
    context.stroke();
    context.setLineDash(tone === 'invalid' ? [7, 5] : []);
    context.lineWidth = width;
    context.strokeStyle = STROKES[tone];
    context.stroke();
    context.setLineDash([]);
  }

  private dots(frame: Frame, dots: NonNullable<Scene['dots']>): void {
    const { context } = frame;
    for (const chosen of [false, true]) {
      context.beginPath();
      for (const dot of dots) {
        if (dot.chosen !== chosen) continue;
        const [x, y] = at(frame, dot.at);
        const radius = chosen ? 4.5 : 2.5;
        context.moveTo(x + radius, y);
        context.arc(x, y, radius, 0, 2 * Math.PI);
      }
      context.fillStyle = chosen ? COLOURS.selected : COLOURS.faint;
      context.fill();
      context.lineWidth = chosen ? 1.5 : 0.5;
      context.strokeStyle = COLOURS.handle;
      context.stroke();
    }
  }

  private handle(frame: Frame, point: LatticePoint, tone: Tone, strong: boolean): void {
    const { context } = frame;
    const [x, y] = at(frame, point);
    context.beginPath();
    context.arc(x, y, strong ? 7 : 3.5, 0, 2 * Math.PI);
    context.fillStyle = strong ? STROKES[tone] : COLOURS.handle;
    context.fill();
    context.lineWidth = strong ? 2.5 : 1.5;
    context.strokeStyle = strong ? COLOURS.handle : STROKES[tone];
    context.stroke();
  }
}

function at(frame: Origin, { x, y }: LatticePoint): [number, number] {
  return pixelOf(frame, x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE);
}
