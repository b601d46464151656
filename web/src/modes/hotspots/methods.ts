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

/** What is asked of the server for what the reader chose; null where it has yet to be said of which period. */
export function methodQuestionOf(claim: MethodClaim, state: State, theme: string, level: string): MethodQuestion | null {
  const { at, category, hours, status, weekdays } = state;
  const asked: MethodQuestion = {
    method: claim,
    theme,
    ...(at ? { at } : {}),
    ...(category ? { category } : {}),
    ...(hours ? { hours } : {}),
    ...(weekdays ? { weekdays } : {}),
    ...(status ? { status } : {}),
  };
  const { from, to } = asAsked({ from: state.from, to: state.to });
  if (claim === 'score') return from && to ? { ...asked, level, testFrom: from, testTo: to } : null;
  const inPeriod = { ...asked, ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const own = OWN[claim](state);
  if (own === null) return null;
  return { ...inPeriod, ...(WITHOUT_LEVEL.includes(claim) ? {} : { level }), ...own };
}

/** Those that are not about areas. */
const WITHOUT_LEVEL: readonly MethodClaim[] = ['near-repeat', 'rhythm', 'density'];

/** What a method takes beside incidents and areas; null where a change has no period yet. */
const OWN: Record<Exclude<MethodClaim, 'score'>, (state: State) => Partial<MethodQuestion> | null> = {
  emerging: ({ test }) => ({
    step: test.step,
    before: test.before,
    scope: test.scope,
    hamedRao: test.trend === 'hamed-rao',
    neighbours: test.neighbours,
    ...(test.neighbours === 'band' ? { metres: test.metres } : {}),
    ...(test.neighbours === 'nearest' ? { nearest: test.nearest } : {}),
  }),
  change: earlierOf,
  repeat: ({ test }) => ({ by: 'units', least: test.least }),
  'near-repeat': ({ test }) => ({ replicas: test.replicas, seed: test.seed }),
  rhythm: () => ({}),
  density: ({ test }) => ({
    bandwidth: test.bandwidth === 'given' ? String(test.width) : test.bandwidth,
    kernel: test.kernel,
    edge: test.edge,
  }),
  scan: (state) => {
    const { test } = state;
    // Without anything at risk there is nothing to compare with but other steps of time.
    const over = overOf(state);
    const timed = test.time !== 'whole' || over === 'none';
    return {
      over,
      direction: test.direction,
      largestShare: test.share / 100,
      replicas: test.replicas,
      seed: test.seed,
      ...(timed ? { step: test.step, alive: test.time === 'alive' } : {}),
    };
  },
};

/** The earlier period of a change. */
function earlierOf({ from, test, to }: State): Partial<MethodQuestion> | null {
  if (!from || !to) return null;
  if (test.earlier === 'year-before') return { yearBefore: true };
  const given = test.earlier === 'given';
  if (given && (test.beforeFrom === '' || test.beforeTo === '')) return null;
  const before = asAsked(given ? { from: test.beforeFrom, to: test.beforeTo } : justBefore(from, to));
  return { beforeFrom: before.from, beforeTo: before.to };
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
