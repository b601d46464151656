// A shared vertex on the move: which units follow, what they would look like, and whether that could stand.
// The server decides in the end; this answers within a frame, from the same whole numbers.
import type { Geometry } from 'geojson';
import { between, insideTriangle, orientation, same, segmentsMeet, twiceArea, type LatticePoint } from './lattice';
import { boxOf, boxesMeet, positionsOfRing, type Outline, type Ring } from './outlines';

/** Why a place is none for the vertex: a border would vanish, a unit turn over, cross, touch or swallow another. */
export type MoveFault = 'vanishes' | 'flips' | 'crosses' | 'touches' | 'swallows';

/** One ring that has the vertex, between the vertices before and after it. */
interface Corner {
  outline: Outline;
  ring: Ring;
  index: number;
  before: LatticePoint;
  after: LatticePoint;
  turn: bigint;
}

interface Edge {
  a: LatticePoint;
  b: LatticePoint;
  touched: boolean;
}

export class VertexMove {
  private readonly corners: Corner[] = [];
  /** The far ends of the edges that move, each once. */
  private readonly ends: LatticePoint[] = [];
  private readonly touchedOutlines: Outline[];
  /** Edges that were in the way before the move began: a plan with faults can still be edited. */
  private readonly before: ReadonlySet<Edge>;
  private readonly edges = new Map<Outline, readonly Edge[]>();

  /**
   * @param outlines the units around, and those that may come into the way
   * @param from the vertex, exactly as the units have it
   */
  constructor(
    private readonly outlines: readonly Outline[],
    readonly from: LatticePoint,
  ) {
    for (const outline of outlines) this.collect(outline);
    this.touchedOutlines = [...new Set(this.corners.map(({ outline }) => outline))];
    for (const { before, after } of this.corners) {
      for (const end of [before, after]) if (!this.ends.some((other) => same(other, end))) this.ends.push(end);
    }
    this.before = new Set(this.conflicts(from));
  }

  /** Codes of the units that share the vertex. */
  get touched(): readonly string[] {
    return this.touchedOutlines.map(({ code }) => code);
  }

  /** What stands against moving the vertex there; null where nothing does. Exact on the lattice. O(edges nearby). */
  fault(to: LatticePoint): MoveFault | null {
    if (this.ends.some((end) => same(end, to))) return 'vanishes';
    for (const corner of this.corners) {
      const turn = twiceArea(corner.ring.map((point, index) => (index === corner.index ? to : point)));
      if (turn === 0n) return 'vanishes';
      if (turn > 0n !== corner.turn > 0n) return 'flips';
    }
    if (this.folds(to)) return 'crosses';
    const wrong = this.conflicts(to).filter((edge) => !this.before.has(edge));
    if (wrong.length > 0) return wrong.every(({ a, b }) => same(a, to) || same(b, to)) ? 'touches' : 'crosses';
    return this.swallows(to) ? 'swallows' : null;
  }

  /** The units that share the vertex as they would be, by code. */
  shapes(to: LatticePoint): Map<string, Geometry> {
    const result = new Map<string, Geometry>();
    for (const { code, polygons } of this.touchedOutlines) {
      const coordinates = polygons.map((rings) =>
        rings.map((ring) => positionsOfRing(ring.map((point) => (same(point, this.from) ? to : point)))),
      );
      result.set(code, { type: 'MultiPolygon', coordinates });
    }
    return result;
  }

  private collect(outline: Outline): void {
    const [west, south, east, north] = outline.box;
    const { x, y } = this.from;
    if (x < west || x > east || y < south || y > north) return;
    for (const ring of outline.polygons.flat()) {
      const turn = twiceArea(ring);
      ring.forEach((point, index) => {
        if (!same(point, this.from)) return;
        const before = ring[(index + ring.length - 1) % ring.length] ?? point;
        const after = ring[(index + 1) % ring.length] ?? point;
        this.corners.push({ outline, ring, index, before, after, turn });
      });
    }
  }

  /** Whether two of the moved edges would lie on each other. */
  private folds(to: LatticePoint): boolean {
    return this.ends.some((a, index) =>
      this.ends.slice(index + 1).some((b) => orientation(to, a, b) === 0 && (between(to, a, b) || between(to, b, a))),
    );
  }

  /** Standing edges that the moved edges would meet where they must not. */
  private conflicts(to: LatticePoint): Edge[] {
    const box = boxOf([to, ...this.ends]);
    const found: Edge[] = [];
    for (const outline of this.outlines) {
      if (!boxesMeet(outline.box, box)) continue;
      for (const edge of this.edgesOf(outline)) {
        if (boxesMeet(boxOf([edge.a, edge.b]), box) && this.ends.some((end) => collides(to, end, edge))) found.push(edge);
      }
    }
    return found;
  }

  private edgesOf(outline: Outline): readonly Edge[] {
    let edges = this.edges.get(outline);
    if (!edges) {
      const touched = this.touchedOutlines.includes(outline);
      edges = outline.polygons.flat().flatMap((ring) =>
        ring.flatMap((a, index) => {
          const b = ring[(index + 1) % ring.length] ?? a;
          return same(a, this.from) || same(b, this.from) ? [] : [{ a, b, touched }];
        }),
      );
      this.edges.set(outline, edges);
    }
    return edges;
  }

  /** Whether a ring would run over a vertex without crossing an edge: a unit that lies by itself. */
  private swallows(to: LatticePoint): boolean {
    const box = boxOf([to, this.from, ...this.ends]);
    const nearby = this.outlines.filter((outline) => boxesMeet(outline.box, box));
    return this.corners.some(({ before, after, ring }) =>
      nearby.some((outline) =>
        outline.polygons
          .flat()
          .some(
            (other) =>
              other !== ring && other.some((p) => insideTriangle(p, before, this.from, to) !== insideTriangle(p, after, this.from, to)),
          ),
      ),
    );
  }
}

/** Whether the edge from `to` to `end` meets a standing edge elsewhere than at an end that they may share. */
function collides(to: LatticePoint, end: LatticePoint, { a, b, touched }: Edge): boolean {
  // The very edge of a unit that does not follow: the gap between the two is closed.
  if ((same(a, to) && same(b, end)) || (same(b, to) && same(a, end))) return touched;
  for (const [shared, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (same(shared, end)) return orientation(to, end, other) === 0 && (between(to, end, other) || between(end, other, to));
    // Landing on a vertex of a unit that does not follow closes a gap; on one's own it would pinch.
    if (same(shared, to)) return touched || (orientation(to, end, other) === 0 && (between(to, end, other) || between(to, other, end)));
  }
  return segmentsMeet(to, end, a, b);
}
