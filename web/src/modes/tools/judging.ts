// What a judgement of a drawing is in words and in shapes with names.
import type { Judgement } from '../../model/judgement';
import { metresPerStep } from '../../model/outlines';
import type { Reach } from '../../model/snapping';
import { STEPS_PER_DEGREE, type LatticePoint } from '../../model/lattice';
import type { Desk } from '../../ui/desk';
import { nameOf } from '../session/unitName';
import type { Shown } from '../session/loadTable';

/** Drawn corners within so many metres of a corner or a border are taken to lie on it; the server does the same. */
const SNAP_METRES = 0.5;

/** The distance of snapping in steps of the lattice. */
export function snapAt({ y }: LatticePoint): Reach {
  const metres = metresPerStep(y / STEPS_PER_DEGREE);
  return { x: SNAP_METRES / metres.x, y: SNAP_METRES / metres.y };
}

export function wordsOf(desk: Desk, { reason, units, n }: Judgement): string {
  const [unit = '', other = ''] = units.map((code) => nameOf(desk, code));
  return desk.i18n.t(`judge.${reason}`, { unit, other, n });
}

/** The units that would change; new ones are numbered where there are several. */
export function shownBy({ i18n }: Desk, { shapes }: Judgement): Shown[] {
  const several = shapes.filter(({ code }) => code === null).length > 1;
  let n = 0;
  return shapes.map(({ code, geometry }) => ({
    code: code ?? (several ? i18n.t('judge.newNumber', { n: ++n }) : i18n.t('judge.new')),
    geometry,
  }));
}
