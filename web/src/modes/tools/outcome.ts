// What an edit would make of the units on the map, asked of the server while it is still being drawn.
import type { Geometry } from 'geojson';
import type { Edit, EditAnswer } from '../../client/draftTypes';
import { ProblemError, isAbort } from '../../client/http';
import type { UnitFeature } from '../../client/types';
import { squareMetres } from '../../model/outlines';
import { messageOf } from '../mode';
import { householdsOf, whoHasThen } from '../session/foretold';
import type { Shown } from '../session/loadTable';
import type { Bench } from './tool';

/** A change of area below this, in square metres, comes from rounding. */
const NOTABLE = 0.5;

/** The units as they would be; or why not, and where. */
export type Outcome = { shapes: readonly Shown[] } | { refused: string; place: Geometry | null };

/** Null where the answer is not wanted any more, or there was none. */
export async function outcomeOf(bench: Bench, edit: Edit, signal: AbortSignal): Promise<Outcome | null> {
  try {
    const answer = await bench.preview(edit, signal);
    if (signal.aborted) return null;
    const notable = answer.changed.features.filter((feature) => isNotable(bench, feature));
    return { shapes: shownIn(answer, notable) };
  } catch (error) {
    if (isAbort(error) || !(error instanceof ProblemError)) return null;
    return { refused: messageOf(error), place: (error.body['place'] ?? null) as Geometry | null };
  }
}

/** What grids would have then, in words; nothing where that is not known. */
export async function foreseen(bench: Bench, edit: Edit): Promise<string> {
  try {
    return whoHasThen(bench.desk, await bench.preview(edit, new AbortController().signal));
  } catch (error) {
    if (error instanceof ProblemError || isAbort(error)) return '';
    throw error;
  }
}

/** Whether a grid is another than before by more than a corner that a neighbour's new border gave it. */
function isNotable({ desk }: Bench, { properties, geometry }: UnitFeature): boolean {
  if (properties.level !== desk.units.shown?.name) return false;
  const before = desk.units.find(properties.code)?.feature.geometry;
  return !before || Math.abs(squareMetres(before) - squareMetres(geometry)) > NOTABLE;
}

/** Units of an answer, with the numbers that it says of them. */
export function shownIn(answer: EditAnswer, units: readonly UnitFeature[]): Shown[] {
  const households = householdsOf(answer);
  return units.map(({ properties: { code }, geometry }) => ({ code, geometry, households: households.get(code) }));
}
