// The little plane geometry that drawing needs. Degrees in, degrees out; never used to decide whose a place is:
// that is the server's answer.
import type { Geometry, Position } from 'geojson';

/** The polygons of a geometry as arrays of rings; empty for points and lines. */
export function polygonsOf(geometry: Geometry | null): Position[][][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates];
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates;
  if (geometry?.type === 'GeometryCollection') return geometry.geometries.flatMap(polygonsOf);
  return [];
}

/** Every position of a geometry. */
function positionsOf(geometry: Geometry | null): Position[] {
  if (!geometry) return [];
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf);
  const flat = (value: unknown): Position[] =>
    Array.isArray(value) ? (typeof value[0] === 'number' ? [value as Position] : value.flatMap(flat)) : [];
  return flat(geometry.coordinates);
}

/** West, south, east, north; null for an empty geometry. */
export function boundsOf(geometry: Geometry | null): [number, number, number, number] | null {
  const positions = positionsOf(geometry);
  if (positions.length === 0) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of positions) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/** Whether the point lies inside, by the even-odd rule over all rings. Points on an edge fall either way. */
export function contains(geometry: Geometry, x: number, y: number): boolean {
  return polygonsOf(geometry).some((rings) => evenOdd(rings, x, y));
}

function evenOdd(rings: Position[][], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi = 0, yi = 0] = ring[i] ?? [];
      const [xj = 0, yj = 0] = ring[j] ?? [];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}

export interface LabelSpot {
  x: number;
  y: number;
  /** Width of the shape along the label's line, in degrees of longitude. */
  width: number;
}

/**
 * A spot inside the largest polygon where a line of text has room: the middle of the widest stretch inside the shape,
 * over a few horizontal lines. Null for geometries without area. O(vertices).
 */
export function labelSpot(geometry: Geometry): LabelSpot | null {
  let rings: Position[][] | null = null;
  let largest = 0;
  for (const polygon of polygonsOf(geometry)) {
    const area = Math.abs(ringArea(polygon[0] ?? []));
    if (area > largest) [rings, largest] = [polygon, area];
  }
  if (!rings) return null;
  const ys = (rings[0] ?? []).map((position) => position[1] ?? 0);
  const south = Math.min(...ys);
  const height = Math.max(...ys) - south;
  let best: LabelSpot | null = null;
  for (const part of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const y = south + height * part;
    const [from, to] = widestStretch(rings, y);
    const gain = best && part !== 0.5 ? 1.25 : 1;
    if (to > from && (!best || to - from > best.width * gain)) best = { x: (from + to) / 2, y, width: to - from };
  }
  return best;
}

function widestStretch(rings: Position[][], y: number): [number, number] {
  const crossings: number[] = [];
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi = 0, yi = 0] = ring[i] ?? [];
      const [xj = 0, yj = 0] = ring[j] ?? [];
      if (yi > y !== yj > y) crossings.push(((xj - xi) * (y - yi)) / (yj - yi) + xi);
    }
  }
  crossings.sort((a, b) => a - b);
  let best: [number, number] = [0, 0];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from = 0, to = 0] = [crossings[i], crossings[i + 1]];
    if (to - from > best[1] - best[0]) best = [from, to];
  }
  return best;
}

function ringArea(ring: Position[]): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i] ?? [];
    const [xj = 0, yj = 0] = ring[j] ?? [];
    twice += xj * yi - xi * yj;
  }
  return twice / 2;
}
