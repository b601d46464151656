// Units as rings of lattice points: what checks and snapping work on.
import type { Geometry, Position } from 'geojson';
import { STEPS_PER_DEGREE, same, toLattice, toPosition, type LatticePoint } from './lattice';
import { polygonsOf } from './shapes';

/** A ring without its closing point. */
export type Ring = readonly LatticePoint[];

export interface Outline {
  readonly code: string;
  /** Polygons, each an outer ring and its holes. */
  readonly polygons: readonly (readonly Ring[])[];
  /** West, south, east, north in steps. */
  readonly box: Box;
}

export type Box = readonly [number, number, number, number];

export function outlineOf(code: string, geometry: Geometry): Outline {
  const polygons = polygonsOf(geometry).map((rings) => rings.map(ringOf));
  return { code, polygons, box: boxOf(polygons.flatMap((rings) => rings.flat())) };
}

/** An open line for snapping: there and back again, so that its ends are not joined. */
export function outlineOfLine(line: readonly Position[]): Outline {
  const points = line.map(toLattice);
  const ring = [...points, ...points.slice(1, -1).reverse()];
  return { code: '', polygons: [[ring]], box: boxOf(points) };
}

function ringOf(positions: readonly Position[]): Ring {
  const points = positions.map(toLattice);
  const [first, last] = [points[0], points[points.length - 1]];
  return first && last && points.length > 1 && same(first, last) ? points.slice(0, -1) : points;
}

export function boxOf(points: readonly LatticePoint[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** A closed GeoJSON ring. */
export function positionsOfRing(ring: Ring): Position[] {
  const closed = ring[0] ? [...ring, ring[0]] : [];
  return closed.map(toPosition);
}

/** Metres per step of longitude and of latitude at a latitude in degrees (WGS 84 series, to about 1e-5). */
export function metresPerStep(lat: number): { x: number; y: number } {
  const phi = (lat * Math.PI) / 180;
  const x = 111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi);
  const y = 111132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi);
  return { x: x / STEPS_PER_DEGREE, y: y / STEPS_PER_DEGREE };
}

/** Area in square metres, holes taken off; good to a few parts in 100,000 for shapes of some kilometres. */
export function squareMetres(geometry: Geometry | null): number {
  let sum = 0;
  for (const rings of polygonsOf(geometry)) {
    const outer = rings[0];
    if (!outer) continue;
    const scale = metresPerStep(meanLatitude(outer));
    const steps = STEPS_PER_DEGREE ** 2 * scale.x * scale.y;
    rings.forEach((ring, index) => (sum += (index === 0 ? 1 : -1) * Math.abs(degreesArea(ring)) * steps));
  }
  return sum;
}

function meanLatitude(ring: readonly Position[]): number {
  return ring.reduce((sum, position) => sum + (position[1] ?? 0), 0) / Math.max(1, ring.length);
}

function degreesArea(ring: readonly Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return twice / 2;
}
