// What a line or an area that is being drawn would do if it ended here: said at once, before the server is asked.
// It follows the server's rules for each kind of edit; where the two differ, the server is right.
import type { Geometry } from 'geojson';
import { Faces } from './faces';
import { same, type LatticePoint } from './lattice';
import { crossesItself, nodedPieces, twiceSigned } from './noding';
import { boxOf, boxesMeet, type Outline } from './outlines';
import { snapTo, type Reach } from './snapping';

/** `sound`: it could end here. `open`: not yet, but nothing is wrong. `wrong`: it must not go on like this. */
export type Verdict = 'sound' | 'open' | 'wrong';

export type Reason =
  | 'outside'
  | 'across'
  | 'splits'
  | 'crosses'
  | 'oneSide'
  | 'border'
  | 'reshapes'
  | 'vanishes'
  | 'apart'
  | 'closing'
  | 'nothing'
  | 'transfers'
  | 'covered'
  | 'addsApart'
  | 'adds';

export interface Judgement {
  verdict: Verdict;
  reason: Reason;
  /** Codes of the units that the reason is about. */
  units: readonly string[];
  /** How many parts or units the reason is about. */
  n: number;
  /** The units that would change, as they would be; null is the code of a new one. */
  shapes: readonly { code: string | null; geometry: Geometry }[];
}

/** The code of what is drawn, which no unit has. */
const DRAWN = '';

/** Corners of lines that are drawn by hand, point after point, are not looked at one by one. */
const MOST_SNAPPED = 64;

function judged(verdict: Verdict, reason: Reason, units: readonly string[] = [], n = 0, shapes: Judgement['shapes'] = []): Judgement {
  return { verdict, reason, units, n, shapes };
}

/**
 * A line through a unit. It is cut into parts where the line goes from border to border; the largest keeps the code.
 *
 * @param unit the one that the line runs through most
 * @param snap how near drawn corners are taken to lie on a border
 */
export function judgeSplit(line: readonly LatticePoint[], unit: Outline | null, snap: Reach): Judgement {
  if (crossesItself(line)) return judged('wrong', 'crosses');
  if (!unit) return judged('open', 'outside');
  const faces = facesOf([unit], line, null, snap);
  const { code } = unit;
  const own = faces.of(code);
  const cut = own.filter((face) => faces.beside(face).some((other) => other !== face && faces.in(other, code)));
  if (cut.length === 0) return judged('open', 'across', [code]);
  const [largest, ...others] = bySize(faces, cut);
  const kept = own.filter((face) => face === largest || !cut.includes(face));
  const shapes = [{ code, geometry: faces.shape(kept) }, ...others.map((face) => ({ code: null, geometry: faces.shape([face]) }))];
  return judged('sound', 'splits', [code], shapes.length, shapes);
}

/** A new border between two units: the pieces between line and border change hands. */
export function judgeReshape(line: readonly LatticePoint[], pair: readonly [Outline, Outline] | null, snap: Reach): Judgement {
  if (crossesItself(line)) return judged('wrong', 'crosses');
  if (!pair) return judged('open', 'oneSide');
  const codes = pair.map(({ code }) => code);
  const faces = facesOf(pair, line, null, snap);
  const owned = codes.map((code) => faces.of(code));
  const other = (side: number): string => codes[1 - side] ?? '';
  const moving = owned.map((own, side) => cutOff(faces, own, codes[side] ?? '', other(side)));
  if (moving.every(({ length }) => length === 0)) {
    owned.forEach((own, side) => {
      const along = own.filter((face) => touches(faces, face, other(side)));
      if (along.length < own.length) moving[side] = along;
    });
  }
  if (moving.every(({ length }) => length === 0)) return judged('open', 'border', codes);
  const shapes = codes.map((code, side) => {
    const stays = (owned[side] ?? []).filter((face) => !moving[side]?.includes(face));
    return { code, geometry: faces.shape([...stays, ...(moving[1 - side] ?? [])]) };
  });
  return wholeness(shapes, pair) ?? judged('sound', 'reshapes', codes, 2, shapes);
}

/** Ground drawn around goes to a unit, from all others that have some of it. */
export function judgeTransfer(ring: readonly LatticePoint[], to: Outline, others: readonly Outline[], snap: Reach): Judgement {
  const open = ringFault(ring);
  if (open) return open;
  const box = boxOf(ring);
  const givers = others.filter((other) => other.code !== to.code && boxesMeet(other.box, box));
  const faces = facesOf([to, ...givers], ring, DRAWN, snap);
  const gained: number[] = [];
  const shapes: { code: string; geometry: ReturnType<Faces['shape']> }[] = [];
  for (const { code } of givers) {
    const own = faces.of(code);
    const moving = own.filter((face) => faces.in(face, DRAWN));
    if (moving.length === 0) continue;
    gained.push(...moving);
    shapes.push({ code, geometry: faces.shape(own.filter((face) => !moving.includes(face))) });
  }
  if (gained.length === 0) return judged('open', 'nothing');
  shapes.unshift({ code: to.code, geometry: faces.shape([...faces.of(to.code), ...gained]) });
  return wholeness(shapes, [to, ...givers]) ?? judged('sound', 'transfers', [to.code], shapes.length - 1, shapes);
}

/** Ground drawn around becomes a unit of its own where no other one covers it. */
export function judgeAdd(ring: readonly LatticePoint[], units: readonly Outline[], snap: Reach): Judgement {
  const open = ringFault(ring);
  if (open) return open;
  const box = boxOf(ring);
  const near = units.filter((unit) => boxesMeet(unit.box, box));
  const faces = facesOf(near, ring, DRAWN, snap);
  const free = faces.of(DRAWN).filter((face) => !near.some(({ code }) => faces.in(face, code)));
  if (free.length === 0) return judged('open', 'covered');
  const geometry = faces.shape(free);
  const parts = geometry.coordinates.length;
  return parts > 1 ? judged('wrong', 'addsApart', [], parts) : judged('sound', 'adds', [], 1, [{ code: null, geometry }]);
}

/** The edge of an area that is being drawn; null where nothing speaks against it. */
export function ringFault(ring: readonly LatticePoint[]): Judgement | null {
  if (crossesItself(ring)) return judged('wrong', 'crosses');
  const [first] = ring;
  if (!first || ring.length < 3) return judged('open', 'closing');
  return crossesItself([...ring, first]) ? judged('open', 'closing') : null;
}

function facesOf(areas: readonly Outline[], drawn: readonly LatticePoint[], code: string | null, snap: Reach): Faces {
  const [first] = drawn;
  const closed = code !== null && first ? [...drawn, first] : drawn;
  const around = code !== null && twiceSigned(drawn) < 0 ? [...closed].reverse() : closed;
  const onBorders = around.length > MOST_SNAPPED ? around : around.map((point) => snapTo(areas, point, snap)?.point ?? point);
  const line = onBorders.filter((point, i) => i === 0 || !same(point, onBorders[i - 1]!));
  return new Faces(nodedPieces(areas, line, code, snap));
}

/** The pieces along the border that the line cuts off from the rest of a unit, which stays. */
function cutOff(faces: Faces, own: readonly number[], code: string, other: string): number[] {
  const reachOthers = own.filter((face) => faces.beside(face).some((one) => !faces.in(one, other) && !faces.in(one, code)));
  const [stays] = bySize(faces, reachOthers.length > 0 ? reachOthers : own);
  return own.filter((face) => face !== stays && touches(faces, face, other));
}

function touches(faces: Faces, face: number, code: string): boolean {
  return faces.beside(face).some((other) => faces.in(other, code));
}

/** The largest first; of equal ones the first. */
function bySize(faces: Faces, some: readonly number[]): number[] {
  return [...some].sort((a, b) => faces.size(b) - faces.size(a));
}

/** A unit may neither vanish nor fall apart. */
function wholeness(
  shapes: readonly { code: string; geometry: ReturnType<Faces['shape']> }[],
  before: readonly Outline[],
): Judgement | null {
  for (const { code, geometry } of shapes) {
    const parts = geometry.coordinates.length;
    const was = before.find((outline) => outline.code === code)?.polygons.length ?? 1;
    if (parts === 0) return judged('wrong', 'vanishes', [code]);
    if (parts > was) return judged('wrong', 'apart', [code], parts);
  }
  return null;
}
