// What an edit would make of the units on the map, asked of the server while it is still being drawn.
import type { Geometry } from 'geojson';
import type { Edit } from '../../client/draftTypes';
import { ProblemError, isAbort } from '../../client/http';
import type { UnitFeature } from '../../client/types';
import { squareMetres } from '../../model/outlines';
import { messageOf } from '../mode';
import type { Shown } from '../session/loadTable';
import type { Bench } from './tool';

/** A change of area below this, in square metres, comes from rounding. */
const NOTABLE = 0.5;

/** The units as they would be; or why not, and where. */
export type Outcome = { shapes: readonly Shown[] } | { refused: string; place: Geometry | null };

/** Null where the answer is not wanted any more, or there was none. */
export async function outcomeOf(bench: Bench, edit: Edit, signal: AbortSignal): Promise<Outcome | null> {
  try {
    const { changed } = await bench.preview(edit, signal);
    if (signal.aborted) return null;
    return { shapes: changed.features.filter((feature) => isNotable(bench, feature)).map(shownOf) };
  } catch (error) {
    if (isAbort(error) || !(error instanceof ProblemError)) return null;
    return { refused: messageOf(error), place: (error.body['place'] ?? null) as Geometry | null };
  }
}

/** Whether a grid is another than before by more than a corner that a neighbour's new border gave it. */
function isNotable({ desk }: Bench, { properties, geometry }: UnitFeature): boolean {
  if (properties.level !== desk.units.shown?.name) return false;
  const before = desk.units.find(properties.code)?.feature.geometry;
  return !before || Math.abs(squareMetres(before) - squareMetres(geometry)) > NOTABLE;
}

function shownOf({ properties, geometry }: UnitFeature): Shown {
  return { code: properties.code, geometry };
}
