// Asks for what the reader wants to know, and gives it as a picture.
import type { MethodRun } from '../../client/types';
import type { Claim, MethodClaim, State } from '../../model/state';
import type { TestChoice } from '../../model/testChoice';
import type { Desk } from '../../ui/desk';
import { ChangePicture } from './changePicture';
import { Claims, questionOf } from './claims';
import { EmergingPicture } from './emergingPicture';
import { methodQuestionOf, waitedFor } from './methods';
import type { Picture } from './picture';
import { ScanPicture } from './scanPicture';

/** What a picture tells the panel. */
export interface PictureHost {
  /** How far a method is. */
  working(run: MethodRun): void;
  /** Another source of p is wanted. */
  choose(chance: TestChoice['chance']): void;
  /** The colours mean something else. */
  drawn(): void;
}

const METHODS: readonly MethodClaim[] = ['scan', 'emerging', 'change'];

/** @returns null where it is not said yet what is asked: a change has no period */
export async function pictured(
  desk: Desk,
  claim: Exclude<Claim, 'none'>,
  scope: { theme: string; level: string },
  host: PictureHost,
  signal: AbortSignal,
): Promise<Picture | null> {
  const state: State = desk.store.get();
  const method = METHODS.find((one) => one === claim);
  if (!method) {
    const local = claim as Exclude<typeof claim, MethodClaim>;
    const answer = await desk.api.hotspots(questionOf(local, state, scope.theme, scope.level), signal);
    return new Claims(desk, local, answer, (chance) => host.choose(chance));
  }
  const question = methodQuestionOf(method, state, scope.theme, scope.level);
  if (!question) return null;
  const { answer, ...run } = await waitedFor(desk.api, question, (now) => host.working(now), signal);
  if (!answer) throw new Error(run.detail ?? desk.i18n.t('take.cancelled'));
  const done = { ...run, answer };
  if (method === 'scan') return new ScanPicture(desk, method, done);
  return method === 'emerging' ? new EmergingPicture(desk, method, done) : new ChangePicture(desk, done, () => host.drawn());
}
