// What the check found in a plan or a draft: in pages, by place, and one by one.
import { query } from './api';
import type { Http } from './http';
import type { Bounds, Finding, Findings } from './types';

/** Whose findings: a published plan's or a draft's. */
export type FindingsOf = { readonly plan: number } | { readonly draft: string };

/** Which findings. Null or left out is any. */
export interface FindingsWanted {
  kind?: string | null;
  severity?: string | null;
  accepted?: boolean | null;
  bbox?: Bounds;
}

export class FindingsApi {
  constructor(private readonly http: Http) {}

  /** @param more where the page begins, null for the first, and how long it may be */
  page(of: FindingsOf, wanted: FindingsWanted, more: { after?: string | null; limit: number }, signal?: AbortSignal): Promise<Findings> {
    return this.http.get(path(of) + query({ ...asked(wanted), ...more }), signal);
  }

  /** Where tiles of them are; `{z}`, `{x}` and `{y}` stand for the tile. */
  tiles(of: FindingsOf, wanted: FindingsWanted): string {
    return '/tiles/findings/{z}/{x}/{y}.mvt' + query({ ...of, ...asked(wanted) });
  }

  /** One finding; null where there is none of this id any more. */
  async one(of: FindingsOf, id: string, signal?: AbortSignal): Promise<Finding | null> {
    const { findings } = await this.http.get<Findings>(path(of) + query({ id }), signal);
    return findings[0] ?? null;
  }
}

function path(of: FindingsOf): string {
  return 'plan' in of ? `/api/v1/plans/${of.plan}/findings` : `/api/v1/drafts/${encodeURIComponent(of.draft)}/findings`;
}

function asked({ kind, severity, accepted, bbox }: FindingsWanted): Record<string, string | null> {
  const flag = accepted === null || accepted === undefined ? null : String(accepted);
  return { kind: kind ?? null, severity: severity ?? null, accepted: flag, bbox: bbox?.join(',') ?? null };
}
