// Where a drawn line meets the edges of areas: both are led through common points of the lattice, as the server does it.
import { between, orientation, same, type LatticePoint } from './lattice';
import { boxOf, boxesMeet, type Outline } from './outlines';
import type { Reach } from './snapping';

/** A corner drawn on an edge was rounded to the lattice: it lies so many steps beside it at most. */
const ROUNDING = 1;

/** One piece of an edge, from one common point to the next. */
export interface Piece {
  readonly a: LatticePoint;
  readonly b: LatticePoint;
  /** The area that lies to the left of it; null for drawn lines. */
  readonly code: string | null;
}

/**
 * The edges of the areas and the drawn line, cut where they meet. Edges of areas are cut only with vertices of others that
 * lie on them: neighbours share their edges. O(drawn edges · edges of areas).
 *
 * @param drawn its corners; a ring repeats its first one at the end
 * @param drawnCode the area that a drawn ring encloses, counter-clockwise; null for a line
 * @param snap how near an end of an edge a crossing is taken to be there
 */
export function nodedPieces(areas: readonly Outline[], drawn: readonly LatticePoint[], drawnCode: string | null, snap: Reach): Piece[] {
  const strokes = segmentsOf(drawn).map(([a, b]) => ({ a, b, box: boxOf([a, b]), stops: [] as LatticePoint[] }));
  const around = boxOf(drawn);
  const pieces: Piece[] = [];
  for (const { code, polygons, box } of areas) {
    const near = boxesMeet(box, around) ? strokes : [];
    for (const rings of polygons) {
      rings.forEach((ring, index) => {
        const points = twiceSigned(ring) > 0 === (index === 0) ? ring : [...ring].reverse();
        points.forEach((a, i) => {
          const b = points[(i + 1) % points.length]!;
          const stops: LatticePoint[] = [];
          const own = boxOf([a, b]);
          for (const stroke of near) if (boxesMeet(own, stroke.box)) meet(stroke.a, stroke.b, a, b, snap, stroke.stops, stops);
          if (areas.length > 1 && boxesMeet(own, around)) stops.push(...verticesOn(a, b, areas));
          pieces.push(...cut(a, b, stops, code));
        });
      });
    }
  }
  for (const { a, b, stops } of strokes) pieces.push(...cut(a, b, stops, drawnCode));
  return pieces;
}

/** Vertices of any area in the middle of an edge. */
function verticesOn(a: LatticePoint, b: LatticePoint, areas: readonly Outline[]): LatticePoint[] {
  const found: LatticePoint[] = [];
  const box = boxOf([a, b]);
  for (const { polygons, box: around } of areas) {
    if (!boxesMeet(box, around)) continue;
    for (const ring of polygons.flat()) {
      for (const point of ring) if (between(a, b, point) && orientation(a, b, point) === 0) found.push(point);
    }
  }
  return found;
}

/** Whether an open line has a point in common with itself other than its corners in a row. A line that ends where it began does not. */
export function crossesItself(line: readonly LatticePoint[]): boolean {
  const segments = segmentsOf(line).map(([a, b]) => ({ a, b, box: boxOf([a, b]) }));
  return segments.some((e, i) =>
    segments.slice(i + 1).some((f, k) => {
      if (!boxesMeet(e.box, f.box)) return false;
      if (k === 0) return orientation(e.a, e.b, f.b) === 0 && (between(e.a, e.b, f.b) || between(f.a, f.b, e.a));
      const closing = i === 0 && i + 1 + k === segments.length - 1 && same(e.a, f.b);
      if (closing) return orientation(f.a, f.b, e.b) === 0 && (between(f.a, f.b, e.b) || between(e.a, e.b, f.a));
      return meets(e.a, e.b, f.a, f.b);
    }),
  );
}

/** Twice the signed area in square steps: positive counter-clockwise. As exact as doubles are. */
export function twiceSigned(ring: readonly LatticePoint[]): number {
  const origin = ring[0];
  if (!origin) return 0;
  let sum = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    const [b, c] = [ring[i]!, ring[i + 1]!];
    sum += (b.x - origin.x) * (c.y - origin.y) - (c.x - origin.x) * (b.y - origin.y);
  }
  return sum;
}

function segmentsOf(line: readonly LatticePoint[]): [LatticePoint, LatticePoint][] {
  return line.slice(1).flatMap((b, i) => (same(line[i]!, b) ? [] : [[line[i]!, b]]));
}

function meets(a: LatticePoint, b: LatticePoint, c: LatticePoint, d: LatticePoint): boolean {
  const stops: LatticePoint[] = [];
  meet(a, b, c, d, { x: 0, y: 0 }, stops, stops);
  return stops.length > 0 || same(a, c) || same(a, d) || same(b, c) || same(b, d);
}

/** Notes the common point of a stroke and an edge for both, where it is not an end of theirs already. */
function meet(
  from: LatticePoint,
  to: LatticePoint,
  one: LatticePoint,
  other: LatticePoint,
  snap: Reach,
  onStroke: LatticePoint[],
  onEdge: LatticePoint[],
): void {
  // The same whichever way round the edge is given: neighbours have it in opposite directions.
  const [a, b] = one.x < other.x || (one.x === other.x && one.y < other.y) ? [one, other] : [other, one];
  for (const end of [a, b]) if (isOn(from, to, end, 0)) onStroke.push(end);
  const held = [from, to].filter((end) => isOn(a, b, end, ROUNDING));
  onEdge.push(...held);
  const sides = [orientation(from, to, a) * orientation(from, to, b), orientation(a, b, from) * orientation(a, b, to)];
  if (held.length > 0 || sides.some((side) => side >= 0)) return;
  const place = crossing(from, to, a, b);
  const end = [a, b].find((vertex) => Math.hypot((vertex.x - place.x) / (snap.x || 1), (vertex.y - place.y) / (snap.y || 1)) <= 1);
  onStroke.push(end ?? place);
  onEdge.push(end ?? place);
}

/** Whether p lies on the segment from a to b, or not farther from it than so many steps. Ends count. */
function isOn(a: LatticePoint, b: LatticePoint, p: LatticePoint, steps: number): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  if (steps === 0) return orientation(a, b, p) === 0 && between(a, b, p);
  const along = (p.x - a.x) * dx + (p.y - a.y) * dy;
  const length = Math.hypot(dx, dy);
  return along >= 0 && along <= length * length && Math.abs((p.x - a.x) * dy - (p.y - a.y) * dx) <= steps * length;
}

/** The lattice point nearest to where two segments cross. */
function crossing(from: LatticePoint, to: LatticePoint, a: LatticePoint, b: LatticePoint): LatticePoint {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const [ex, ey] = [b.x - a.x, b.y - a.y];
  const part = ((a.x - from.x) * ey - (a.y - from.y) * ex) / (dx * ey - dy * ex);
  return { x: Math.round(from.x + part * dx), y: Math.round(from.y + part * dy) };
}

/** From one end by way of the stops to the other. */
function cut(a: LatticePoint, b: LatticePoint, stops: readonly LatticePoint[], code: string | null): Piece[] {
  const along = ({ x, y }: LatticePoint): number => (x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y);
  const points = [a, ...stops.filter((stop) => !same(stop, a) && !same(stop, b)).sort((p, q) => along(p) - along(q)), b];
  return points.slice(1).flatMap((to, i) => (same(points[i]!, to) ? [] : [{ a: points[i]!, b: to, code }]));
}
