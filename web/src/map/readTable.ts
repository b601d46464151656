// The table of the units of a level, read from the server in parts.
import type { NumberColumns, TilesApi, TilesOf } from '../client/tiles';
import type { Level } from '../client/types';
import { coarser } from '../model/levels';
import { UnitTable } from '../model/unitTable';

/** The table of a level with those above it, all parts side by side. */
export async function readTable(
  api: TilesApi,
  of: TilesOf,
  levels: readonly Level[],
  level: Level,
  signal: AbortSignal,
): Promise<UnitTable> {
  const above = coarser(levels, level.name);
  const asked = (from: number): Promise<NumberColumns> => api.table(of, level.name, from, signal);
  const parts = startsOf(1, Math.max(1, level.units), api.part).map(asked);
  const upper = above && (await readTable(api, of, levels, above, signal));
  const table = new UnitTable(level.name, upper);
  const last = await takeAll(table, parts);
  await takeAll(table, startsOf(1 + api.part * parts.length, last, api.part).map(asked));
  return table;
}

/**
 * Takes parts over, each in a task of its own: all of a city's would keep the page from drawing.
 *
 * @returns the largest number that they tell of
 */
async function takeAll(table: UnitTable, parts: readonly Promise<NumberColumns>[]): Promise<number> {
  let last = 0;
  for (const each of await Promise.all(parts)) {
    await breath();
    table.take(each);
    last = Math.max(last, each.last);
  }
  return last;
}

/** Lets the page do what waits. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Where parts of a table begin, from one number to another. */
function startsOf(from: number, last: number, part: number): number[] {
  const starts: number[] = [];
  for (let start = from; start <= last; start += part) starts.push(start);
  return starts;
}
