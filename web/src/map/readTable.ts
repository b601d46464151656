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
  const last = Math.max(...(await Promise.all(parts)).map((each) => (table.take(each), each.last)));
  for (const each of await Promise.all(startsOf(1 + api.part * parts.length, last, api.part).map(asked))) table.take(each);
  return table;
}

/** Where parts of a table begin, from one number to another. */
function startsOf(from: number, last: number, part: number): number[] {
  const starts: number[] = [];
  for (let start = from; start <= last; start += part) starts.push(start);
  return starts;
}
