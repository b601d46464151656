// Drawing goes to what is there already: a vertex in reach, else the nearest edge in reach.
import { same, type LatticePoint } from './lattice';
import type { Outline } from './outlines';

export interface Snap {
  point: LatticePoint;
  to: 'vertex' | 'edge';
  /** The ends of the edge; both the vertex where it is one. */
  edge: readonly [LatticePoint, LatticePoint];
}

/** How far the pointer reaches, in steps east-west and north-south: a circle on the screen. */
export interface Reach {
  x: number;
  y: number;
}

/** The vertex in reach that is nearest, else the nearest place on an edge in reach, else null. O(vertices in reach). */
export function snapTo(outlines: readonly Outline[], at: LatticePoint, reach: Reach, except: LatticePoint | null = null): Snap | null {
  let vertex: Snap | null = null;
  let edge: Snap | null = null;
  let [nearestVertex, nearestEdge] = [1, 1];
  for (const { polygons, box } of outlines) {
    if (at.x < box[0] - reach.x || at.x > box[2] + reach.x || at.y < box[1] - reach.y || at.y > box[3] + reach.y) continue;
    for (const ring of polygons.flat()) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [a, b] = [ring[j]!, ring[i]!];
        if (except && (same(a, except) || same(b, except))) continue;
        const corner = Math.hypot((b.x - at.x) / reach.x, (b.y - at.y) / reach.y);
        if (corner < nearestVertex) [vertex, nearestVertex] = [{ point: b, to: 'vertex', edge: [b, b] }, corner];
        if (outOfReach(a, b, at, reach)) continue;
        const point = nearestOn(a, b, at, reach);
        const side = Math.hypot((point.x - at.x) / reach.x, (point.y - at.y) / reach.y);
        if (side < nearestEdge) [edge, nearestEdge] = [{ point, to: 'edge', edge: [a, b] }, side];
      }
    }
  }
  return vertex ?? edge;
}

function outOfReach(a: LatticePoint, b: LatticePoint, at: LatticePoint, reach: Reach): boolean {
  return (
    Math.max(a.x, b.x) < at.x - reach.x ||
    Math.min(a.x, b.x) > at.x + reach.x ||
    Math.max(a.y, b.y) < at.y - reach.y ||
    Math.min(a.y, b.y) > at.y + reach.y
  );
}

/** The point of the edge that looks nearest on the screen, rounded to the lattice. */
function nearestOn(a: LatticePoint, b: LatticePoint, at: LatticePoint, reach: Reach): LatticePoint {
  const [dx, dy] = [(b.x - a.x) / reach.x, (b.y - a.y) / reach.y];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((at.x - a.x) / reach.x) * dx + ((at.y - a.y) / reach.y) * dy;
  const part = Math.max(0, Math.min(1, square === 0 ? 0 : along / square));
  return { x: Math.round(a.x + (b.x - a.x) * part), y: Math.round(a.y + (b.y - a.y) * part) };
}
