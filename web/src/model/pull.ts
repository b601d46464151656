// A corner that takes those around along: which follow within a radius along borders, and how far. The server reckons
// the same in the end; this answers within a frame. Pure; steps of the lattice, metres along borders.
import type { Geometry } from 'geojson';
import { STEPS_PER_DEGREE, same, type LatticePoint } from './lattice';
import { metresPerStep, positionsOfRing, type Outline } from './outlines';

interface Follower {
  readonly at: LatticePoint;
  /** Of the way of the corner itself, from 0 to 1. */
  readonly weight: number;
}

/** How far the corners follow that lie at a share of the radius: wholly at 0, not at all from 1 on, level at both. */
function falloff(share: number): number {
  return Math.max(0, 1 - share * share) ** 2;
}

export class Pull {
  private readonly followers = new Map<string, Follower>();
  private readonly moved: readonly Outline[];

  /**
   * @param outlines the units around
   * @param from the corner, exactly as the units have it
   */
  constructor(
    outlines: readonly Outline[],
    readonly from: LatticePoint,
    readonly radius: number,
  ) {
    const scale = metresPerStep(from.y / STEPS_PER_DEGREE);
    const [x, y] = [radius / scale.x, radius / scale.y];
    const near = outlines.filter(
      ({ box: [west, south, east, north] }) => west <= from.x + x && east >= from.x - x && south <= from.y + y && north >= from.y - y,
    );
    const metres = (a: LatticePoint, b: LatticePoint): number => Math.hypot((a.x - b.x) * scale.x, (a.y - b.y) * scale.y);
    for (const [key, { at, away }] of reached(neighboursOf(near), from, radius, metres)) {
      this.followers.set(key, { at, weight: falloff(away / radius) });
    }
    this.moved = near.filter(({ polygons }) => polygons.flat(2).some((point) => this.followers.has(keyOf(point))));
  }

  /** How many corners follow, besides the one that is dragged. */
  get count(): number {
    return this.followers.size - 1;
  }

  /** Where the corners would lie. */
  corners(to: LatticePoint): LatticePoint[] {
    return [...this.followers.values()].map((follower) => this.place(follower, to));
  }

  /** The units that have any of them as they would be, by code. */
  shapes(to: LatticePoint): Map<string, Geometry> {
    const result = new Map<string, Geometry>();
    for (const { code, polygons } of this.moved) {
      const coordinates = polygons.map((rings) =>
        rings.map((ring) =>
          positionsOfRing(
            ring.map((point) => {
              const follower = this.followers.get(keyOf(point));
              return follower ? this.place(follower, to) : point;
            }),
          ),
        ),
      );
      result.set(code, { type: 'MultiPolygon', coordinates });
    }
    return result;
  }

  private place({ at, weight }: Follower, to: LatticePoint): LatticePoint {
    if (same(at, this.from)) return to;
    return { x: at.x + Math.round(weight * (to.x - this.from.x)), y: at.y + Math.round(weight * (to.y - this.from.y)) };
  }
}

function keyOf({ x, y }: LatticePoint): string {
  return `${x} ${y}`;
}

function neighboursOf(outlines: readonly Outline[]): Map<string, LatticePoint[]> {
  const neighbours = new Map<string, LatticePoint[]>();
  const add = (a: LatticePoint, b: LatticePoint): void => {
    const list = neighbours.get(keyOf(a)) ?? [];
    if (list.length === 0) neighbours.set(keyOf(a), list);
    if (!list.some((other) => same(other, b))) list.push(b);
  };
  for (const ring of outlines.flatMap(({ polygons }) => polygons.flat())) {
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length]!;
      add(a, b);
      add(b, a);
    });
  }
  return neighbours;
}

/** Dijkstra's search; corners are few, so the next one is looked for among all that are open. */
function reached(
  neighbours: ReadonlyMap<string, readonly LatticePoint[]>,
  from: LatticePoint,
  limit: number,
  metres: (a: LatticePoint, b: LatticePoint) => number,
): Map<string, { at: LatticePoint; away: number }> {
  const done = new Map<string, { at: LatticePoint; away: number }>();
  const open = new Map([[keyOf(from), { at: from, away: 0 }]]);
  while (open.size > 0) {
    const [key, here] = [...open].reduce((best, one) => (one[1].away < best[1].away ? one : best));
    open.delete(key);
    done.set(key, here);
    for (const next of neighbours.get(key) ?? []) {
      const away = here.away + metres(here.at, next);
      const known = open.get(keyOf(next));
      if (away < limit && !done.has(keyOf(next)) && (!known || away < known.away)) open.set(keyOf(next), { at: next, away });
    }
  }
  return done;
}
