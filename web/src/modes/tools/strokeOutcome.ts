// What it would mean that whole units come to belong to another one: asked of the server, and looked at for what it
// does not refuse: a unit above that would come apart, or be left with nothing.
import type { Geometry } from 'geojson';
import type { Edit, EditAnswer } from '../../client/draftTypes';
import { ProblemError, isAbort } from '../../client/http';
import { partsBySize } from '../../model/brush';
import { polygonsOf } from '../../model/shapes';
import { messageOf } from '../mode';
import type { Outcome } from './outcome';
import type { Bench } from './tool';

/** As `outcomeOf`, for units that change the unit that they belong to. Null where nobody wants the answer any more. */
export async function parentsOutcome(bench: Bench, edit: Edit, receiver: string, signal: AbortSignal): Promise<Outcome | null> {
  try {
    const answer = await bench.preview(edit, signal);
    return signal.aborted ? null : (against(bench, answer, receiver) ?? { shapes: [] });
  } catch (error) {
    if (isAbort(error) || !(error instanceof ProblemError)) return null;
    return { refused: messageOf(error), place: (error.body['place'] ?? null) as Geometry | null };
  }
}

function against({ desk }: Bench, { changed, removed }: EditAnswer, receiver: string): Outcome | null {
  const { i18n, units } = desk;
  for (const { feature, bounds: _ } of units.parents) {
    const { level, code } = feature.properties;
    const unit = i18n.nameAndCode(feature.properties);
    if (removed.some((gone) => gone.level === level && gone.code === code)) {
      return { refused: i18n.t('brush.empties', { unit }), place: feature.geometry };
    }
    const now = changed.features.find(({ properties }) => properties.level === level && properties.code === code);
    const parts = partsBySize(polygonsOf(now?.geometry ?? null));
    if (parts.length > Math.max(1, polygonsOf(feature.geometry).length)) {
      const place: Geometry = { type: 'Polygon', coordinates: parts[parts.length - 1]! };
      return { refused: i18n.t(code === receiver ? 'brush.apart' : 'brush.tears', { unit }), place };
    }
  }
  return null;
}
