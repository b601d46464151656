// What is read of tiles besides the tiles: whose the numbers are, and where something changed.
import { query } from './api';
import type { Http } from './http';
import type { Bounds } from './types';

/** Which plan tiles show: a draft, or that of a theme at a date (today where null). */
export interface TilesOf {
  readonly theme: string;
  readonly at: string | null;
  readonly draft: string | null;
  /** The version of the tiles of today's plan, which a browser keeps for ever; null where it is not known. */
  readonly version: string | null;
}

/** A tile by its address. */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Where a tile is, of a pattern with `{z}`, `{x}` and `{y}`. */
export function tileAt(pattern: string, { z, x, y }: TileAddress): string {
  return pattern.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
}

export interface TileChanges {
  /** Up to which this tells. */
  readonly version: number;
  /** Everything may be different. */
  readonly all: boolean;
  readonly boxes: readonly Bounds[];
}

/** A part of the server's table, in columns: position i tells of number `from + i`. */
export interface NumberColumns {
  readonly level: string;
  readonly from: number;
  /** The largest number there is. */
  readonly last: number;
  readonly codes: readonly (string | null)[];
  readonly names: readonly (string | null)[];
  readonly namesIn: Readonly<Record<string, readonly (string | null)[]>>;
  /** Numbers of the units above; 0 at the coarsest level. */
  readonly parents: readonly number[];
}

/** So many units a request: their parsing keeps the page for some milliseconds. */
const PART = 6000;

export class TilesApi {
  /** How many units a part of a table tells of, at most. */
  readonly part = PART;

  constructor(private readonly http: Http) {}

  /** A part of the table of a level, from a number on. */
  table(of: TilesOf, level: string, from: number, signal: AbortSignal): Promise<NumberColumns> {
    return this.http.get(this.document('table', of, level, { from, limit: PART }, versionOf(of)), signal);
  }

  /** @param since a version told before; 0 asks for the present one */
  changes(of: TilesOf, level: string, since: number, signal: AbortSignal): Promise<TileChanges> {
    return this.http.get(this.document('changes', of, level, { since }), signal);
  }

  /** Where tiles of owners are, contested ground marked; `{z}`, `{x}` and `{y}` stand for the tile. */
  owners(of: TilesOf, level: string): string {
    return '/tiles/units/{z}/{x}/{y}.ids' + query({ ...only(of), level, contested: 'true', v: versionOf(of) });
  }

  /** Where vector tiles of some layers are. */
  vectors(of: TilesOf, level: string, layers: 'lines' | 'labels'): string {
    return '/tiles/units/{z}/{x}/{y}.mvt' + query({ ...only(of), level, layers, v: versionOf(of) });
  }

  private document(name: 'table' | 'changes', of: TilesOf, level: string, more: Record<string, number>, v: string | null = null): string {
    return `/tiles/units/${name}.json` + query({ ...only(of), level, ...more, v });
  }
}

/** Of a draft each tile has a version of its own, and of a plan at a date it is not told. */
function versionOf({ at, draft, version }: TilesOf): string | null {
  return at === null && draft === null ? version : null;
}

/** A draft has a theme and no date. */
function only({ theme, at, draft }: TilesOf): Record<string, string | null> {
  return draft === null ? { theme, at } : { draft };
}
