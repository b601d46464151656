// Methods that the server answers as jobs: what is asked, and how it is waited for.
import type { Api } from '../../client/api';
import { isAbort } from '../../client/http';
import type { MethodQuestion, MethodRun } from '../../client/types';
import { asAsked, justBefore } from '../../model/period';
import type { Measure, MethodClaim, State } from '../../model/state';

/** How often it is asked how far a method is, in milliseconds. */
const EVERY = 400;

const OVER: Record<Measure, string> = { count: 'none', perSquareKilometre: 'area', perThousandAddresses: 'addresses' };

/** What incidents are tested against: an attribute, or what the measure says. */
export function overOf({ measure, over }: State): string {
  return over ?? OVER[measure];
}

/** What is asked of the server for what the reader chose; null where a change has no period yet. */
export function methodQuestionOf(claim: MethodClaim, state: State, theme: string, level: string): MethodQuestion | null {
  const { at, category, from, hours, status, test, to, weekdays } = state;
  const period = asAsked({ from, to });
  const asked: MethodQuestion = {
    method: claim,
    theme,
    level,
    ...(at ? { at } : {}),
    ...(period.from ? { from: period.from } : {}),
    ...(period.to ? { to: period.to } : {}),
    ...(category ? { category } : {}),
    ...(hours ? { hours } : {}),
    ...(weekdays ? { weekdays } : {}),
    ...(status ? { status } : {}),
  };
  if (claim === 'emerging') {
    return {
      ...asked,
      step: test.step,
      before: test.before,
      scope: test.scope,
      hamedRao: test.trend === 'hamed-rao',
      neighbours: test.neighbours,
      ...(test.neighbours === 'band' ? { metres: test.metres } : {}),
      ...(test.neighbours === 'nearest' ? { nearest: test.nearest } : {}),
    };
  }
  if (claim === 'change') {
    if (!from || !to) return null;
    if (test.earlier === 'year-before') return { ...asked, yearBefore: true };
    const before = asAsked(justBefore(from, to));
    return { ...asked, beforeFrom: before.from, beforeTo: before.to };
  }
  // Without anything at risk there is nothing to compare with but other steps of time.
  const over = overOf(state);
  const timed = test.time !== 'whole' || over === 'none';
  return {
    ...asked,
    over,
    direction: test.direction,
    largestShare: test.share / 100,
    replicas: test.replicas,
    seed: test.seed,
    ...(timed ? { step: test.step, alive: test.time === 'alive' } : {}),
  };
}

/**
 * Asks a method and waits for it. It stops when the signal does.
 *
 * @param told is told how far it is
 */
export async function waitedFor(
  api: Api,
  question: MethodQuestion,
  told: (run: MethodRun) => void,
  signal: AbortSignal,
): Promise<MethodRun> {
  let run = await api.beginMethod(question, signal);
  try {
    while (run.state === 'waiting' || run.state === 'running') {
      told(run);
      await pause(EVERY, signal);
      run = await api.methodRun(run.id, signal);
    }
    return run;
  } catch (error) {
    // Nobody waits for it any more: the work ends.
    if (isAbort(error)) await api.stopMethod(run.id).catch(() => undefined);
    throw error;
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((settle, fail) => {
    const stopped = (): void => {
      clearTimeout(timer);
      fail(new DOMException('given up', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stopped);
      settle();
    }, milliseconds);
    signal.addEventListener('abort', stopped, { once: true });
    if (signal.aborted) stopped();
  });
}
