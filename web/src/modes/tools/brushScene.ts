// The picture while painting: what can be painted, what is, and the brush.
import type { Scene, Tone } from '../../map/editOverlay';
import type { Block } from '../../model/brush';
import type { LatticePoint } from '../../model/lattice';
import type { BrushWay } from './brushCard';
import type { GroundChoice } from './groundChoice';
import type { Stroked } from './stroke';
import type { Bench } from './tool';

/** More addresses than this are not drawn one by one unless they are painted. */
const MOST_DOTS = 5000;

export function brushScene(
  bench: Bench,
  choice: GroundChoice<BrushWay>,
  blocks: readonly Block[],
  stroked: Stroked | null,
  cursor: readonly LatticePoint[] | null,
): Scene {
  const refused = stroked !== null && !('edit' in stroked);
  const tone: Tone = refused ? 'invalid' : 'chosen';
  const painted = choice.way === 'units' ? choice.units : choice.way === 'blocks' ? choice.blocks : [];
  const ids = new Set(painted.map(({ id }) => id));
  const others = choice.way === 'blocks' ? blocks.filter(({ id }) => !ids.has(id)) : [];
  const shapes: NonNullable<Scene['shapes']>[number][] = [
    ...others.map(({ geometry }) => ({ geometry, tone: 'faint' as const })),
    ...painted.map(({ geometry }) => ({ geometry, tone })),
  ];
  if (stroked && 'edit' in stroked) shapes.push(...stroked.shapes.map(({ geometry }) => ({ geometry, tone: 'valid' as const })));
  if (refused && stroked.place) shapes.push({ geometry: stroked.place, tone: 'invalid' });
  const dots = choice.way === 'addresses' ? dotsOf(bench, choice) : [];
  return { shapes, tail: cursor ? { points: cursor, tone: 'sketch', closed: true } : null, dots };
}

function dotsOf(bench: Bench, { addresses }: GroundChoice<BrushWay>): NonNullable<Scene['dots']> {
  const ids = new Set(addresses.map(({ id }) => id));
  const all = bench.loads.addresses ?? [];
  const others = all.length > MOST_DOTS ? [] : all.filter(({ id }) => !ids.has(id));
  return [...others.map(({ at }) => ({ at, chosen: false })), ...addresses.map(({ at }) => ({ at, chosen: true }))];
}
