// Whose ground a drawn line runs over.
import { STEPS_PER_DEGREE, type LatticePoint } from './lattice';
import type { Outline } from './outlines';
import { snapTo, type Reach } from './snapping';

/** Places along a line, about this many, tell whose ground it runs over. */
const SAMPLES = 60;

/** The codes of the units under a line, the most of it first. */
export function unitsUnder(points: readonly LatticePoint[], codeAt: (lon: number, lat: number) => string | null): string[] {
  const counts = new Map<string, number>();
  const lengths = points.slice(1).map((b, i) => Math.hypot(b.x - (points[i]?.x ?? 0), b.y - (points[i]?.y ?? 0)));
  const step = lengths.reduce((sum, length) => sum + length, 0) / SAMPLES || 1;
  points.slice(1).forEach((b, i) => {
    const a = points[i]!;
    const n = Math.max(1, Math.round((lengths[i] ?? 0) / step));
    for (let k = 0; k < n; k++) {
      const part = (k + 0.5) / n;
      const code = codeAt((a.x + (b.x - a.x) * part) / STEPS_PER_DEGREE, (a.y + (b.y - a.y) * part) / STEPS_PER_DEGREE);
      if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  });
  return [...counts].sort(([, a], [, b]) => b - a).map(([code]) => code);
}

/**
 * The two units whose border a line redraws: the one that it runs through most, and of the others the one that both its
 * ends lie on or near, else the one that it runs through next. Null where there are no two.
 */
export function borderUnits(
  points: readonly LatticePoint[],
  outlines: readonly Outline[],
  reach: Reach,
  codeAt: (lon: number, lat: number) => string | null,
): [string, string] | null {
  const [first, second] = unitsUnder(points, codeAt);
  const [start, end] = [points[0], points[points.length - 1]];
  if (first === undefined || !start || !end) return null;
  const near = outlines.filter((outline) => outline.code !== first && snapTo([outline], start, reach) && snapTo([outline], end, reach));
  const other = near.find(({ code }) => code === second)?.code ?? near[0]?.code ?? second;
  return other === undefined ? null : [first, other];
}
