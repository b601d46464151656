// The faces into which areas are divided by what is drawn over them: what a split or a new border would make, at once.
// For showing while drawing only; what is stored the server decides.
import type { MultiPolygon } from 'geojson';
import type { LatticePoint } from './lattice';
import { twiceSigned, type Piece } from './noding';
import { positionsOfRing } from './outlines';

/** Edges go both ways: half `h` and its twin `h ^ 1`. The face of a half lies to its left. */
export class Faces {
  /** Number of bounded faces. */
  readonly count: number;
  private readonly points: LatticePoint[] = [];
  private readonly from: number[] = [];
  /** Codes of the areas that lie to the left of each half. */
  private readonly left: Set<string>[] = [];
  private readonly next: number[] = [];
  /** The face of each half; -1 for the ground outside of everything. */
  private readonly face: number[] = [];
  private readonly cycles: number[][][] = [];
  private readonly inside = new Map<string, readonly boolean[]>();

  /** @param pieces edges that meet in their ends only. O(n log n) but for the few rings that lie apart from others */
  constructor(pieces: readonly Piece[]) {
    this.connect(withoutLooseEnds(this.numbered(pieces)));
    this.count = this.trace();
    for (const code of new Set(pieces.flatMap((piece) => piece.code ?? []))) this.inside.set(code, this.ground(code));
  }

  /** The faces that lie in an area. */
  of(code: string): number[] {
    return [...Array(this.count).keys()].filter((face) => this.in(face, code));
  }

  in(face: number, code: string): boolean {
    return face >= 0 && (this.inside.get(code)?.[face] ?? false);
  }

  /** The faces on the other side of each edge of a face; -1 is outside of everything. */
  beside(face: number): number[] {
    return this.halves(face).map((half) => this.face[half ^ 1] ?? -1);
  }

  /** Size in square steps, for comparing. */
  size(face: number): number {
    return (this.cycles[face] ?? []).reduce((sum, cycle) => sum + twiceSigned(this.ring(cycle)), 0) / 2;
  }

  /** Faces as one shape, its parts each with their holes. */
  shape(faces: readonly number[]): MultiPolygon {
    const set = new Set(faces);
    const seen = new Set<number>();
    const shells: LatticePoint[][][] = [];
    const holes: LatticePoint[][] = [];
    for (const start of faces.flatMap((face) => this.halves(face))) {
      if (seen.has(start) || set.has(this.face[start ^ 1] ?? -1)) continue;
      const ring: LatticePoint[] = [];
      for (let half = start; !seen.has(half);) {
        seen.add(half);
        ring.push(this.points[this.from[half] ?? 0]!);
        half = this.next[half] ?? half;
        while (set.has(this.face[half ^ 1] ?? -1)) half = this.next[half ^ 1] ?? half;
      }
      if (twiceSigned(ring) > 0) shells.push([ring]);
      else holes.push(ring);
    }
    for (const hole of holes) shellAround(shells, hole)?.push(hole);
    return { type: 'MultiPolygon', coordinates: shells.map((rings) => rings.map(positionsOfRing)) };
  }

  private halves(face: number): number[] {
    return (this.cycles[face] ?? []).flat();
  }

  private numbered(pieces: readonly Piece[]): Map<string, [number, number, Set<string>, Set<string>]> {
    const numbers = new Map<string, number>();
    const number = (point: LatticePoint): number => {
      const key = `${point.x} ${point.y}`;
      let found = numbers.get(key);
      if (found === undefined) {
        numbers.set(key, (found = this.points.length));
        this.points.push(point);
      }
      return found;
    };
    const edges = new Map<string, [number, number, Set<string>, Set<string>]>();
    for (const { a, b, code } of pieces) {
      const [from, to] = [number(a), number(b)];
      const forth = from < to;
      const key = forth ? `${from} ${to}` : `${to} ${from}`;
      let edge = edges.get(key);
      if (!edge) edges.set(key, (edge = [Math.min(from, to), Math.max(from, to), new Set(), new Set()]));
      if (code !== null) edge[forth ? 2 : 3].add(code);
    }
    return edges;
  }

  private connect(edges: Iterable<[number, number, Set<string>, Set<string>]>): void {
    const leaving = new Map<number, number[]>();
    for (const [low, high, forth, back] of edges) {
      for (const [at, codes] of [
        [low, forth],
        [high, back],
      ] as const) {
        const known = leaving.get(at);
        if (known) known.push(this.from.length);
        else leaving.set(at, [this.from.length]);
        this.from.push(at);
        this.left.push(codes);
      }
    }
    for (const [at, halves] of leaving) {
      const origin = this.points[at]!;
      const angle = new Map(halves.map((half) => [half, this.angle(origin, half)]));
      halves.sort((g, h) => (angle.get(g) ?? 0) - (angle.get(h) ?? 0));
      // Who arrives goes on with the edge next to its own, clockwise: the face stays on the left.
      halves.forEach((half, i) => (this.next[half ^ 1] = halves[(i + halves.length - 1) % halves.length]!));
    }
  }

  private angle(origin: LatticePoint, half: number): number {
    const to = this.points[this.from[half ^ 1] ?? 0]!;
    return Math.atan2(to.y - origin.y, to.x - origin.x);
  }

  /** Follows the edges around each face, and puts what lies apart into the face around it. */
  private trace(): number {
    const apart: number[][] = [];
    const seen = new Set<number>();
    for (let start = 0; start < this.from.length; start++) {
      if (seen.has(start)) continue;
      const cycle: number[] = [];
      for (let half = start; !seen.has(half); half = this.next[half] ?? half) {
        seen.add(half);
        cycle.push(half);
      }
      if (twiceSigned(this.ring(cycle)) > 0) {
        for (const half of cycle) this.face[half] = this.cycles.length;
        this.cycles.push([cycle]);
      } else {
        apart.push(cycle);
      }
    }
    const shells = this.cycles.map(([cycle]) => this.ring(cycle ?? []));
    const sizes = shells.map(twiceSigned);
    for (const cycle of apart) {
      const ring = this.ring(cycle);
      const own = new Set(ring);
      let around = -1;
      shells.forEach((shell, face) => {
        const smaller = around < 0 || (sizes[face] ?? 0) < (sizes[around] ?? 0);
        if (smaller && !shell.some((point) => own.has(point)) && surrounds(shell, ring[0]!)) around = face;
      });
      for (const half of cycle) this.face[half] = around;
      this.cycles[around]?.push(cycle);
    }
    return this.cycles.length;
  }

  /** Whether each face lies in an area: told by the area's edges, and handed on across all other edges. */
  private ground(code: string): boolean[] {
    const known: (boolean | undefined)[] = [];
    this.left.forEach((codes, half) => {
      const face = this.face[half] ?? -1;
      if (face < 0) return;
      if (codes.has(code)) known[face] = true;
      else if (this.left[half ^ 1]?.has(code)) known[face] ??= false;
    });
    for (let more = true; more;) {
      more = false;
      this.left.forEach((_, half) => {
        const [face, other] = [this.face[half] ?? -1, this.face[half ^ 1] ?? -1];
        if (face < 0 || known[face] !== undefined || (other >= 0 && known[other] === undefined)) return;
        known[face] = other >= 0 && known[other] === true;
        more = true;
      });
    }
    return Array.from({ length: this.count }, (_, face) => known[face] ?? false);
  }

  private ring(cycle: readonly number[]): LatticePoint[] {
    return cycle.map((half) => this.points[this.from[half] ?? 0]!);
  }
}

/** Edges that end in nothing bound no face. */
function withoutLooseEnds<E extends readonly [number, number, ...unknown[]]>(edges: Map<string, E>): E[] {
  const at = new Map<number, Set<E>>();
  for (const edge of edges.values()) {
    for (const end of [edge[0], edge[1]]) {
      const known = at.get(end);
      if (known) known.add(edge);
      else at.set(end, new Set([edge]));
    }
  }
  const loose = [...at.keys()].filter((end) => at.get(end)?.size === 1);
  const gone = new Set<E>();
  for (let end = loose.pop(); end !== undefined; end = loose.pop()) {
    for (const edge of at.get(end) ?? []) {
      gone.add(edge);
      const other = edge[0] === end ? edge[1] : edge[0];
      at.get(other)?.delete(edge);
      if (at.get(other)?.size === 1) loose.push(other);
    }
    at.delete(end);
  }
  return [...edges.values()].filter((edge) => !gone.has(edge));
}

/** The smallest shell that a hole lies in. */
function shellAround(shells: readonly LatticePoint[][][], hole: readonly LatticePoint[]): LatticePoint[][] | null {
  const size = (rings: LatticePoint[][]): number => twiceSigned(rings[0] ?? []);
  const around = shells.filter((rings) => hole.some((point) => surrounds(rings[0] ?? [], point)));
  return around.sort((a, b) => size(a) - size(b))[0] ?? null;
}

/** By the even-odd rule; points on the ring fall either way. */
function surrounds(ring: readonly LatticePoint[], { x, y }: LatticePoint): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[j]!, ring[i]!];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
