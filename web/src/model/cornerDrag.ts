// A corner that is dragged past others: where borders have corners close to each other, those it runs past are let go.
import { same, type LatticePoint } from './lattice';
import { boxOf, type Outline, type Ring } from './outlines';
import { VertexMove, type MoveFault } from './vertexMove';

/** So many corners are let go on each side at most. */
const MOST = 20;

/** Where a corner goes, and what goes with it. */
export interface CornerPlace {
  move: VertexMove;
  /** Corners that are taken out, which only the dragged border has. */
  passed: readonly LatticePoint[];
  fault: MoveFault | null;
}

export class CornerDrag {
  private readonly plain: VertexMove;
  private readonly without = new Map<string, VertexMove>();

  /**
   * @param outlines the units around, and those that may come into the way
   * @param from the corner, exactly as the units have it
   */
  constructor(
    private readonly outlines: readonly Outline[],
    private readonly from: LatticePoint,
  ) {
    this.plain = new VertexMove(outlines, from);
  }

  /** Codes of the units that share the corner. */
  get touched(): readonly string[] {
    return this.plain.touched;
  }

  /** The corner alone where it can stand by itself; else without the corners on its way, where that can stand. */
  at(to: LatticePoint): CornerPlace {
    const alone = { move: this.plain, passed: [], fault: this.plain.fault(to) };
    if (alone.fault === null) return alone;
    const passed = passedCorners(this.outlines, this.from, to);
    if (passed.length === 0) return alone;
    const key = passed.map(({ x, y }) => `${x} ${y}`).join();
    let move = this.without.get(key);
    if (!move) this.without.set(key, (move = new VertexMove(withoutCorners(this.outlines, passed), this.from)));
    return move.fault(to) === null ? { move, passed, fault: null } : alone;
  }
}

/**
 * The corners along the borders from a corner that lie nearer to it than its new place, and on that side; as far as the
 * next place where borders meet.
 */
export function passedCorners(outlines: readonly Outline[], from: LatticePoint, to: LatticePoint): LatticePoint[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const isPassed = ({ x, y }: LatticePoint): boolean =>
    (x - from.x) * dx + (y - from.y) * dy > 0 && Math.hypot(x - from.x, y - from.y) <= Math.hypot(dx, dy);
  const found = new Map<string, LatticePoint>();
  for (const ring of ringsWith(outlines, from)) {
    const start = ring.findIndex((point) => same(point, from));
    for (const step of [1, -1]) {
      let before = from;
      for (let count = 1; count <= Math.min(MOST, ring.length - 4); count++) {
        const corner = ring[(start + step * count + ring.length * MOST) % ring.length]!;
        if (!isPassed(corner) || !isPlain(outlines, before, corner)) break;
        found.set(`${corner.x} ${corner.y}`, corner);
        before = corner;
      }
    }
  }
  return [...found.values()];
}

/** Whether just those units have a corner that have the edge leading to it: no other border begins there. */
function isPlain(outlines: readonly Outline[], before: LatticePoint, corner: LatticePoint): boolean {
  return ringsWith(outlines, corner).every((ring) => {
    const at = ring.findIndex((point) => same(point, corner));
    return [1, ring.length - 1].some((step) => same(ring[(at + step) % ring.length]!, before));
  });
}

function ringsWith(outlines: readonly Outline[], { x, y }: LatticePoint): Ring[] {
  return outlines
    .filter(({ box: [west, south, east, north] }) => x >= west && x <= east && y >= south && y <= north)
    .flatMap(({ polygons }) => polygons.flat())
    .filter((ring) => ring.some((point) => point.x === x && point.y === y));
}

function withoutCorners(outlines: readonly Outline[], corners: readonly LatticePoint[]): Outline[] {
  const gone = new Set(corners.map(({ x, y }) => `${x} ${y}`));
  const stays = ({ x, y }: LatticePoint): boolean => !gone.has(`${x} ${y}`);
  return outlines.map((outline) => {
    if (outline.polygons.flat(2).every(stays)) return outline;
    const polygons = outline.polygons.map((rings) => rings.map((ring) => ring.filter(stays)));
    return { code: outline.code, polygons, box: boxOf(polygons.flat(2)) };
  });
}
