// Asks for what the reader wants to know, and gives it as a picture.
import type { MethodAnswer, MethodRun } from '../../client/types';
import { METHODS, type Claim, type MethodClaim, type State } from '../../model/state';
import type { TestChoice } from '../../model/testChoice';
import type { Desk } from '../../ui/desk';
import { ChangePicture } from './changePicture';
import { Claims, questionOf } from './claims';
import { DensityPicture } from './densityPicture';
import { EmergingPicture } from './emergingPicture';
import { methodQuestionOf, waitedFor } from './methods';
import type { AreaClaim } from './methodPicture';
import type { Picture, Shapes } from './picture';
import { RepeatPicture } from './repeatPicture';
import { ScanPicture } from './scanPicture';
import { TablePicture } from './tablePicture';

/** What a picture tells the panel. */
export interface PictureHost {
  /** How far a method is. */
  working(run: MethodRun): void;
  /** Another source of p is wanted. */
  choose(chance: TestChoice['chance']): void;
  /** The colours mean something else. */
  drawn(): void;
}

/** @returns null where it has yet to be said of which period */
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
    return inCells(desk, new Claims(desk, local, answer, (chance) => host.choose(chance)), signal);
  }
  const question = methodQuestionOf(method, state, scope.theme, scope.level);
  if (!question) return null;
  const { answer, ...run } = await waitedFor(desk.api, question, (now) => host.working(now), signal);
  if (!answer) throw new Error(run.detail ?? desk.i18n.t('take.cancelled'));
  const done = { ...run, answer };
  if (method === 'density') return new DensityPicture(desk, done, await desk.api.hotspotShapes(run.id, signal));
  if (method === 'near-repeat' || method === 'rhythm' || method === 'score') return new TablePicture(desk, method, done);
  return inCells(desk, ofAreas(desk, method, done, host), signal);
}

function ofAreas(desk: Desk, method: AreaClaim, done: MethodRun & { answer: MethodAnswer }, host: PictureHost): Picture {
  if (method === 'scan') return new ScanPicture(desk, method, done);
  if (method === 'repeat') return new RepeatPicture(desk, method, done);
  return method === 'emerging' ? new EmergingPicture(desk, method, done) : new ChangePicture(desk, done, () => host.drawn());
}

/** The same picture; where it is about cells, with their shapes. */
async function inCells(desk: Desk, picture: Picture, signal: AbortSignal): Promise<Picture> {
  if (!picture.level.includes(':')) return picture;
  const cells = await desk.api.hotspotShapes(picture.id, signal);
  const shapes: Shapes = { cells, colourOf: ({ code }) => picture.colourOf(String(code)) };
  return Object.assign(picture, { shapes });
}
