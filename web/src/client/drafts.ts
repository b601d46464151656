// Drafts on the server: one method per resource.
import { query } from './api';
import type { MultiLineString } from 'geojson';
import type {
  AssignmentOptions,
  Assignments,
  Balance,
  BalanceSort,
  BlockCollection,
  Draft,
  Edit,
  EditAnswer,
  GoingEdit,
  History,
  NewDraft,
  OfficerChoice,
  OfficerQuestion,
  Redraw,
  RedrawRequest,
  Repair,
  RepairRequest,
  RevisionFacts,
  Summary,
} from './draftTypes';
import { ProblemError, type Http } from './http';
import type { Conflict } from './draftTypes';
import type { Bounds, Plan, UnitCollection } from './types';

export type DraftId = number | string;

export class DraftsApi {
  constructor(private readonly http: Http) {}

  /** @param theme of this theme; of all themes where it is empty */
  async list(theme: string, signal?: AbortSignal): Promise<Draft[]> {
    return (await this.http.get<{ drafts: Draft[] }>('/api/v1/drafts' + query({ theme }), signal)).drafts;
  }

  create(draft: NewDraft): Promise<Draft> {
    return this.http.post('/api/v1/drafts', draft);
  }

  /** A draft of the units in a file, which the server reads: it tells what is wrong with it, and where. */
  import(theme: string, name: string, file: Blob): Promise<Draft> {
    return this.http.upload('/api/v1/drafts' + query({ theme, name }), file, 'application/geo+json');
  }

  get(id: DraftId, signal?: AbortSignal): Promise<Draft> {
    return this.http.get(path(id), signal);
  }

  describe(id: DraftId, words: { name?: string; description?: string }, version: number): Promise<Draft> {
    return this.http.change('PATCH', path(id), words, version);
  }

  delete(id: DraftId, version: number): Promise<void> {
    return this.http.change('DELETE', path(id), undefined, version);
  }

  units(id: DraftId, level: string, bbox: Bounds, signal?: AbortSignal): Promise<UnitCollection> {
    return this.http.get(path(id) + '/units' + query({ level, bbox: bbox.join(',') }), signal);
  }

  /** Where the whole draft can be downloaded as GeoJSON. */
  download(id: DraftId): string {
    return path(id) + '/units?format=geojson';
  }

  /** @param editId the same for every attempt to send this edit: it is made only once */
  edit(id: DraftId, edit: Edit, version: number, editId: string): Promise<EditAnswer> {
    return this.http.change('POST', path(id) + '/edits', { ...edit, id: editId }, version);
  }

  /** What an edit would do. Nothing is stored. */
  preview(id: DraftId, edit: Edit, version: number, signal?: AbortSignal, editId?: string): Promise<EditAnswer> {
    return this.http.change('POST', path(id) + '/edits?preview=true', { ...edit, id: editId }, version, signal);
  }

  /** How far an edit is that takes long. */
  going(id: DraftId, editId: string, signal?: AbortSignal): Promise<GoingEdit> {
    return this.http.get(`${path(id)}/edits/${editId}`, signal);
  }

  /** Ends an edit that takes long; whoever waits for its answer is told so. */
  cancel(id: DraftId, editId: string): Promise<void> {
    return this.http.change('DELETE', `${path(id)}/edits/${editId}`, undefined, null);
  }

  async blocks(id: DraftId, units: readonly string[], lines: MultiLineString, signal?: AbortSignal): Promise<BlockCollection> {
    return (await this.http.post<{ blocks: BlockCollection }>(path(id) + '/blocks', { units, lines }, signal)).blocks;
  }

  /** What publishing the draft changes. */
  summary(id: DraftId, signal?: AbortSignal): Promise<Summary> {
    return this.http.get(path(id) + '/summary', signal);
  }

  /** Where that can be downloaded as CSV. */
  summaryTable(id: DraftId): string {
    return path(id) + '/summary?format=csv';
  }

  /** What becomes of officers whose grids the draft moves, with what was chosen. */
  async officers(id: DraftId, signal?: AbortSignal): Promise<OfficerQuestion[]> {
    return (await this.http.get<{ officers: OfficerQuestion[] }>(path(id) + '/officers', signal)).officers;
  }

  /** Keeps a choice with the draft; all questions as they are then. */
  async chooseOfficer(id: DraftId, assignment: number, choice: OfficerChoice): Promise<OfficerQuestion[]> {
    const kept = this.http.change<{ officers: OfficerQuestion[] }>('PUT', `${path(id)}/officers/${assignment}`, { choice }, null);
    return (await kept).officers;
  }

  /** How evenly something is spread over the areas of a level; `drawn` is what is in the box. */
  balance(
    id: DraftId,
    of: {
      level: string | null;
      measure: string | null;
      sort?: BalanceSort;
      offset?: number;
      limit?: number | undefined;
      bbox?: string | null;
    },
    signal?: AbortSignal,
  ): Promise<Balance> {
    return this.http.get(path(id) + '/balance' + query({ ...of }), signal);
  }

  undo(id: DraftId, version: number): Promise<EditAnswer> {
    return this.http.change('POST', path(id) + '/undo', undefined, version);
  }

  redo(id: DraftId, version: number): Promise<EditAnswer> {
    return this.http.change('POST', path(id) + '/redo', undefined, version);
  }

  history(id: DraftId, signal?: AbortSignal): Promise<History> {
    return this.http.get(path(id) + '/history', signal);
  }

  /** What a revision did to the numbers of the first areas that it changed. */
  revisionFacts(id: DraftId, position: number, limit: number, signal?: AbortSignal): Promise<RevisionFacts> {
    return this.http.get(`${path(id)}/history/${position}/facts` + query({ limit }), signal);
  }

  accept(id: DraftId, finding: string, reason: string, version: number): Promise<unknown> {
    return this.http.change('POST', acceptance(id, finding), { reason }, version);
  }

  takeBack(id: DraftId, finding: string, version: number): Promise<unknown> {
    return this.http.change('DELETE', acceptance(id, finding), undefined, version);
  }

  repair(id: DraftId, request: RepairRequest, version: number, signal?: AbortSignal): Promise<Repair> {
    return this.http.change('POST', path(id) + '/repairs', request, version, signal);
  }

  /** @param apply whether to store it, rather than look at it */
  redraw(id: DraftId, request: RedrawRequest, apply: boolean, version: number, signal?: AbortSignal): Promise<Redraw> {
    return this.http.change('POST', path(id) + '/redraws', { ...request, apply }, version, signal);
  }

  /** Where the draft's assignments can be downloaded as CSV. */
  assignmentsFile(id: DraftId, { level, blocks }: AssignmentOptions): string {
    return path(id) + '/assignments' + query({ level, blocks });
  }

  /** Brings a file of assignments in, or only looks what it would change. */
  assign(id: DraftId, file: Blob, options: AssignmentOptions, version: number, signal?: AbortSignal): Promise<Assignments> {
    return this.http.upload(path(id) + '/assignments' + query({ ...options }), file, 'text/csv', version, signal);
  }

  publish(id: DraftId, effective: string, accept: string | null, version: number): Promise<Plan> {
    return this.http.change('POST', path(id) + '/publish', accept ? { effective, accept } : { effective }, version);
  }
}

/** What a refusal for conflict says about the units concerned; null for every other error. */
export function conflictOf(error: unknown): Conflict | null {
  if (!(error instanceof ProblemError) || error.status !== 409 || !Array.isArray(error.body['units'])) return null;
  const { units, mine = null, theirs = null, version = null } = error.body as unknown as Partial<Conflict>;
  return { units: units ?? [], mine, theirs, version };
}

function path(id: DraftId): string {
  return `/api/v1/drafts/${encodeURIComponent(id)}`;
}

function acceptance(id: DraftId, finding: string): string {
  return `${path(id)}/findings/${encodeURIComponent(finding)}/acceptance`;
}
