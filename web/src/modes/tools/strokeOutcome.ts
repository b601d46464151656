// What it would mean that whole units come to belong to another one: asked of the server, and looked at for what it
// does not refuse: a unit above that would be left with nothing.
import type { Geometry } from 'geojson';
import type { Edit, EditAnswer } from '../../client/draftTypes';
import { ProblemError, isAbort } from '../../client/http';
import { messageOf } from '../mode';
import type { Outcome } from './outcome';
import type { Bench } from './tool';

/** As `outcomeOf`, for units that change the unit that they belong to. Null where nobody wants the answer any more. */
export async function parentsOutcome(bench: Bench, edit: Edit, signal: AbortSignal): Promise<Outcome | null> {
  try {
    const answer = await bench.preview(edit, signal);
    return signal.aborted ? null : (emptied(bench, answer) ?? { shapes: [] });
  } catch (error) {
    if (isAbort(error) || !(error instanceof ProblemError)) return null;
    return { refused: messageOf(error), place: (error.body['place'] ?? null) as Geometry | null };
  }
}

function emptied({ desk }: Bench, { removed }: EditAnswer): Outcome | null {
  const { i18n, units } = desk;
  for (const { feature } of units.parents) {
    const { level, code } = feature.properties;
    if (removed.some((gone) => gone.level === level && gone.code === code)) {
      return { refused: i18n.t('brush.empties', { unit: i18n.nameAndCode(feature.properties) }), place: feature.geometry };
    }
  }
  return null;
}
