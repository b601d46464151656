// The lattice of 1e-7 degree that the server keeps its geometry on: whole numbers, so that "on the line" is a fact.
// Differences stay below 90 degrees (9e8 steps), as the server refuses wider themes.
import type { Position } from 'geojson';

/** A point of the lattice: x east, y north, in steps of 1e-7 degree. */
export interface LatticePoint {
  readonly x: number;
  readonly y: number;
}

export const STEPS_PER_DEGREE = 1e7;

export function toLattice([lon = 0, lat = 0]: Position): LatticePoint {
  return { x: Math.round(lon * STEPS_PER_DEGREE), y: Math.round(lat * STEPS_PER_DEGREE) };
}

/** Degrees with the seven decimals that the server writes. */
export function toPosition({ x, y }: LatticePoint): Position {
  return [+(x / STEPS_PER_DEGREE).toFixed(7), +(y / STEPS_PER_DEGREE).toFixed(7)];
}

export function same(a: LatticePoint, b: LatticePoint): boolean {
  return a.x === b.x && a.y === b.y;
}

/** Relative rounding of a difference of two products in doubles, with room to spare. */
const DOUBT = 1e-15;

/** 1 where c lies left of the line from a to b, -1 right of it, 0 on it. Exact. */
export function orientation(a: LatticePoint, b: LatticePoint, c: LatticePoint): -1 | 0 | 1 {
  const left = (b.x - a.x) * (c.y - a.y);
  const right = (b.y - a.y) * (c.x - a.x);
  const difference = left - right;
  if (Math.abs(difference) > (Math.abs(left) + Math.abs(right)) * DOUBT) return difference > 0 ? 1 : -1;
  const big = BigInt(b.x - a.x) * BigInt(c.y - a.y) - BigInt(b.y - a.y) * BigInt(c.x - a.x);
  return big > 0n ? 1 : big < 0n ? -1 : 0;
}

/** Whether p, known to lie on the line through a and b, lies between them, ends included. */
export function between(a: LatticePoint, b: LatticePoint, p: LatticePoint): boolean {
  return p.x >= Math.min(a.x, b.x) && p.x <= Math.max(a.x, b.x) && p.y >= Math.min(a.y, b.y) && p.y <= Math.max(a.y, b.y);
}

/** Whether the closed segments have a point in common. Exact. */
export function segmentsMeet(a: LatticePoint, b: LatticePoint, c: LatticePoint, d: LatticePoint): boolean {
  const [oc, od] = [orientation(a, b, c), orientation(a, b, d)];
  const [oa, ob] = [orientation(c, d, a), orientation(c, d, b)];
  if (oc * od < 0 && oa * ob < 0) return true;
  return (
    (oc === 0 && between(a, b, c)) || (od === 0 && between(a, b, d)) || (oa === 0 && between(c, d, a)) || (ob === 0 && between(c, d, b))
  );
}

/** Whether p lies strictly inside the triangle, whichever way round it is. Exact. */
export function insideTriangle(p: LatticePoint, a: LatticePoint, b: LatticePoint, c: LatticePoint): boolean {
  const turn = orientation(a, b, p);
  return turn !== 0 && turn === orientation(b, c, p) && turn === orientation(c, a, p);
}

/** Twice the signed area of a ring without closing point, in square steps: positive counter-clockwise. Exact. */
export function twiceArea(ring: readonly LatticePoint[]): bigint {
  let sum = 0n;
  const origin = ring[0];
  if (!origin) return sum;
  for (let i = 1; i + 1 < ring.length; i++) {
    const [b, c] = [ring[i]!, ring[i + 1]!];
    sum += BigInt(b.x - origin.x) * BigInt(c.y - origin.y) - BigInt(c.x - origin.x) * BigInt(b.y - origin.y);
  }
  return sum;
}
