// Points on the screen: which are in view, and which stand so close that a count says more than dots.
// One pass over typed arrays per view, and only when the map has come to rest: there is no index to build or to age.

/** Points in the world square of the Web Mercator projection: x and y from 0 to 1, y downwards. */
import { toWorld } from './mercator';

export interface WorldPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** How many things stand at each. */
  readonly count: Uint32Array;
  /** Index of each point's category. */
  readonly category: Uint16Array;
}

/** What to draw at a place, in pixels from the view's corner. */
export interface Mark {
  x: number;
  y: number;
  /** How many things it stands for. */
  count: number;
  /** Index of the point, where it stands for one thing; else of any of its points. */
  index: number;
  /** The lowest category among its points. */
  least: number;
}

export interface PixelView {
  /** World pixel position of the view's top left corner at this zoom. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** Pixels of the whole world's edge at this zoom: 256 · 2^zoom. */
  world: number;
}

/** Projects degrees to the world square, one thing at each place. The arrays have equal length; a copy is kept. */
export function worldPoints(lon: readonly number[], lat: readonly number[], category: readonly number[]): WorldPoints {
  const x = new Float64Array(lon.length);
  const y = new Float64Array(lon.length);
  for (let i = 0; i < lon.length; i++) {
    const place = toWorld(lon[i] ?? 0, lat[i] ?? 0);
    [x[i], y[i]] = [place.x, place.y];
  }
  return { x, y, count: new Uint32Array(lon.length).fill(1), category: Uint16Array.from(category) };
}

/**
 * The marks of a view. Cells are fixed to the world, so that marks keep still while the map is panned. A cell with one
 * point is the point itself; with more, a mark at their mean.
 *
 * @param cell edge of a cell in pixels; 0 draws every point for itself
 * @param only the category to draw; -1 draws all
 */
export function marksIn(points: WorldPoints, view: PixelView, cell: number, only = -1): Mark[] {
  const { x, y, count: counts, category } = points;
  const margin = Math.max(cell, 16);
  const columns = cell > 0 ? Math.ceil((view.width + 2 * margin) / cell) + 2 : 0;
  const firstColumn = cell > 0 ? Math.floor((view.left - margin) / cell) : 0;
  const firstRow = cell > 0 ? Math.floor((view.top - margin) / cell) : 0;
  const marks: Mark[] = [];
  const byCell = new Map<number, Mark>();
  for (let i = 0; i < x.length; i++) {
    if (only >= 0 && category[i] !== only) continue;
    const px = x[i]! * view.world - view.left;
    const py = y[i]! * view.world - view.top;
    if (px < -margin || py < -margin || px > view.width + margin || py > view.height + margin) continue;
    const count = counts[i]!;
    if (cell === 0) {
      marks.push({ x: px, y: py, count, index: i, least: category[i]! });
      continue;
    }
    const column = Math.floor((px + view.left) / cell) - firstColumn;
    const row = Math.floor((py + view.top) / cell) - firstRow;
    const key = row * columns + column;
    const mark = byCell.get(key);
    if (mark) {
      mark.x += px * count;
      mark.y += py * count;
      mark.count += count;
      mark.least = Math.min(mark.least, category[i]!);
    } else {
      byCell.set(key, { x: px * count, y: py * count, count, index: i, least: category[i]! });
    }
  }
  for (const mark of byCell.values()) {
    marks.push({ ...mark, x: mark.x / mark.count, y: mark.y / mark.count });
  }
  return marks;
}

/** Radius in pixels of the disc that stands for so many points: area grows with the logarithm, so that text fits. */
export function markRadius(count: number): number {
  return count === 1 ? 4.5 : Math.min(30, 9 + 4.5 * Math.log10(count));
}
