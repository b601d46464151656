// What a loop catches, and who would get it unless told otherwise. Pure; degrees where positions, steps where points.
import type { Geometry } from 'geojson';
import { STEPS_PER_DEGREE, type LatticePoint } from './lattice';
import { boxesMeet, metresPerStep, type Outline } from './outlines';
import { polygonsOf } from './shapes';

/** An address that can be chosen. */
export interface Chosen {
  readonly id: string;
  readonly at: LatticePoint;
}

/** How a loop counts: as the choice itself, on top of it, or taken off it. */
export type LoopMode = 'new' | 'add' | 'remove';

/** The choice after another loop; things are the same where their ids are. */
export function chosenAfter<T extends { readonly id: string }>(before: readonly T[], caught: readonly T[], mode: LoopMode): readonly T[] {
  if (mode === 'new') return caught;
  const ids = new Set(caught.map(({ id }) => id));
  const others = before.filter(({ id }) => !ids.has(id));
  return mode === 'remove' ? others : [...others, ...caught];
}

/**
 * Of the units that do not give, the one that shares the longest border with the ground that the chosen places would
 * take along; null where none does. An edge counts where the nearest place of its unit is a chosen one.
 *
 * @param givers each unit that has chosen places, with all of its places
 * @param all the units around, which fit together edge by edge
 */
export function longestNeighbour(
  givers: readonly { outline: Outline; places: readonly { at: LatticePoint; chosen: boolean }[] }[],
  all: readonly Outline[],
): string | null {
  const giving = new Set(givers.map(({ outline }) => outline.code));
  const metres = new Map<string, number>();
  for (const { outline, places } of givers) {
    const owners = edgeOwners(all.filter(({ code, box }) => !giving.has(code) && boxesMeet(box, outline.box)));
    const scale = metresPerStep(outline.box[1] / STEPS_PER_DEGREE);
    forEachEdge(outline, (a, b) => {
      const other = owners.get(edgeKey(a, b));
      if (other === undefined) return;
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      let nearest = Infinity;
      let chosen = false;
      for (const place of places) {
        const away = ((place.at.x - middle.x) * scale.x) ** 2 + ((place.at.y - middle.y) * scale.y) ** 2;
        if (away < nearest) [nearest, chosen] = [away, place.chosen];
      }
      if (chosen) metres.set(other, (metres.get(other) ?? 0) + Math.hypot((b.x - a.x) * scale.x, (b.y - a.y) * scale.y));
    });
  }
  return most(metres);
}

/** The units that share an edge with some of the given ones, those with the longest border first. */
export function neighboursOf(codes: ReadonlySet<string>, all: readonly Outline[]): string[] {
  const metres = new Map<string, number>();
  const owners = edgeOwners(all.filter(({ code }) => !codes.has(code)));
  for (const outline of all) {
    if (!codes.has(outline.code)) continue;
    const scale = metresPerStep(outline.box[1] / STEPS_PER_DEGREE);
    forEachEdge(outline, (a, b) => {
      const other = owners.get(edgeKey(a, b));
      if (other !== undefined) metres.set(other, (metres.get(other) ?? 0) + Math.hypot((b.x - a.x) * scale.x, (b.y - a.y) * scale.y));
    });
  }
  return [...metres].sort(([, a], [, b]) => b - a).map(([code]) => code);
}

function most(metres: ReadonlyMap<string, number>): string | null {
  let [best, length]: [string | null, number] = [null, 0];
  for (const [code, value] of metres) if (value > length) [best, length] = [code, value];
  return best;
}

function edgeOwners(outlines: readonly Outline[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const outline of outlines) forEachEdge(outline, (a, b) => owners.set(edgeKey(a, b), outline.code));
  return owners;
}

function forEachEdge({ polygons }: Outline, visit: (a: LatticePoint, b: LatticePoint) => void): void {
  for (const ring of polygons.flat()) ring.forEach((a, i) => visit(a, ring[(i + 1) % ring.length]!));
}

/** The same from both sides. */
function edgeKey(a: LatticePoint, b: LatticePoint): string {
  return a.x < b.x || (a.x === b.x && a.y < b.y) ? `${a.x} ${a.y} ${b.x} ${b.y}` : `${b.x} ${b.y} ${a.x} ${a.y}`;
}

/**
 * The code under most of an outline, looked at a hair outside of it; null where nobody is there.
 *
 * @param hair steps
 */
export function codeAround(geometry: Geometry, hair: number, codeAt: (lon: number, lat: number) => string | null): string | null {
  const metres = new Map<string, number>();
  for (const rings of polygonsOf(geometry)) {
    const ring = rings[0] ?? [];
    for (let i = 1; i < ring.length; i++) {
      const [ax = 0, ay = 0] = ring[i - 1] ?? [];
      const [bx = 0, by = 0] = ring[i] ?? [];
      const length = Math.hypot(bx - ax, by - ay);
      if (length === 0) continue;
      const out = hair / STEPS_PER_DEGREE / length;
      const code = codeAt((ax + bx) / 2 + (by - ay) * out, (ay + by) / 2 - (bx - ax) * out);
      if (code !== null) metres.set(code, (metres.get(code) ?? 0) + length);
    }
  }
  return most(metres);
}
