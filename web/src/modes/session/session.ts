// A draft at work: its state as the server has it, and the edits on their way there.
import { conflictOf } from '../../client/drafts';
import type { MultiLineString } from 'geojson';
import type { BlockCollection, Conflict, Draft, Edit, EditAnswer } from '../../client/draftTypes';
import { ProblemError, UnreachableError, isAbort } from '../../client/http';
import { sentence } from '../../model/sentence';
import { PendingEdits } from '../../model/pending';
import { Store } from '../../model/store';
import type { Desk } from '../../ui/desk';
import { FindingBook } from './findingBook';

/** How often an edit that could not be sent is tried again, in milliseconds. */
const RETRY_EVERY = 5_000;

export interface SessionState {
  draft: Draft | null;
  saving: 'saved' | 'saving' | 'unsaved';
  /** How many edits the server has not confirmed. */
  pending: number;
}

export interface SessionEvents {
  /** The server made a change; the map can take it over. */
  changed(answer: EditAnswer): void;
  /** The server refused a change. */
  refused(problem: ProblemError): void;
  /** Someone else changed the same units: true puts one's own edit on top, false gives it up, null leaves it waiting. */
  conflict(conflict: Conflict, edit: Edit): Promise<boolean | null>;
  /** Everything of the draft may be different now. */
  reload(): void;
  failed(error: unknown): void;
}

export class DraftSession {
  readonly store = new Store<SessionState>({ draft: null, saving: 'saved', pending: 0 });
  /** What the check finds in it, and nobody has accepted. */
  readonly findings: FindingBook;
  private readonly pending: PendingEdits;
  private readonly ending = new AbortController();
  private retrying = 0;
  private sending = false;
  /** What the server said against the edit sent last. */
  private refused: string | null = null;
  /** The newest version that the server told of. */
  private heard = 0;

  constructor(
    private readonly desk: Desk,
    readonly id: string,
    private readonly events: SessionEvents,
  ) {
    this.pending = new PendingEdits(shelf(), id);
    this.findings = new FindingBook(desk, { draft: id }, false, (error) => this.fail(error));
    window.addEventListener('online', () => void this.flush(), { signal: this.ending.signal });
  }

  /** Loads the draft and its findings, then sends what was left over from before. */
  async open(): Promise<void> {
    const { signal } = this.ending;
    const draft = await this.desk.drafts.get(this.id, signal);
    this.store.set({ draft, pending: this.pending.all.length });
    await this.findings.load();
    void this.flush();
  }

  close(): void {
    this.ending.abort();
    this.findings.close();
    clearTimeout(this.retrying);
  }

  get version(): number {
    return this.store.get().draft?.version ?? 0;
  }

  /**
   * Keeps the edit and sends it as soon as the server can be reached.
   *
   * @returns why the server would not have it; null where it is made, or kept to be sent
   */
  async send(edit: Edit): Promise<string | null> {
    const id = newId();
    this.refused = null;
    this.pending.add({ edit, version: this.version, id });
    this.store.set({ pending: this.pending.all.length });
    await this.flush();
    return this.refused;
  }

  /** What an edit would do. Where someone else was faster, their changes are taken over first. */
  async preview(edit: Edit, signal: AbortSignal, editId?: string): Promise<EditAnswer> {
    try {
      return await this.desk.drafts.preview(this.id, edit, this.version, signal, editId);
    } catch (error) {
      if (!(error instanceof ProblemError) || (error.status !== 409 && error.status !== 412)) throw error;
      await this.reload();
      return this.desk.drafts.preview(this.id, edit, this.version, signal, editId);
    }
  }

  /** The blocks of units between lines, to choose from. */
  blocks(units: readonly string[], lines: MultiLineString, signal: AbortSignal): Promise<BlockCollection> {
    return this.desk.drafts.blocks(this.id, units, lines, signal);
  }

  undo(): Promise<void> {
    return this.step('undo', (version) => this.desk.drafts.undo(this.id, version));
  }

  redo(): Promise<void> {
    return this.step('redo', (version) => this.desk.drafts.redo(this.id, version));
  }

  /** The keys for it work also where there is nothing left: that is said, and not asked of the server. */
  private async step(kind: 'undo' | 'redo', change: (version: number) => Promise<unknown>): Promise<void> {
    const { draft } = this.store.get();
    if (draft?.[kind] !== null || this.pending.first || this.sending) await this.act(change);
    else this.desk.tell(this.desk.i18n.t(`draft.no.${kind}`));
  }

  /**
   * Makes a change that is not kept when it can not be sent: undo, an acceptance, a repair. An answer that says what
   * changed is taken over; after any other the draft is read again.
   *
   * @returns why it was not made; null where it was
   */
  async act(change: (version: number) => Promise<unknown>): Promise<string | null> {
    if (this.sending || this.pending.first) {
      await this.flush();
      if (this.pending.first) return this.desk.i18n.counted('draft.unsaved', this.pending.all.length);
    }
    let against: string | null = null;
    this.sending = true;
    this.store.set({ saving: 'saving' });
    try {
      await this.take(await change(this.version));
    } catch (error) {
      if (error instanceof ProblemError && (error.status === 409 || error.status === 412)) await this.reload();
      if (error instanceof ProblemError && error.status === 422) this.events.refused(error);
      else this.fail(error);
      against = wordsOf(error);
    } finally {
      this.sending = false;
      this.rest();
    }
    await this.told(this.heard);
    return against;
  }

  /**
   * Keeps something with the draft that changes nothing on the map.
   *
   * @returns the answer
   * @throws as the change does
   */
  async kept<T>(change: () => Promise<T>): Promise<T> {
    await this.flush();
    this.sending = true;
    try {
      const answer = await change();
      this.store.set({ draft: await this.desk.drafts.get(this.id, this.ending.signal) });
      return answer;
    } finally {
      this.sending = false;
    }
  }

  private rest(): void {
    this.store.set({ saving: this.pending.first ? 'unsaved' : 'saved' });
  }

  /** Sends what is waiting, oldest first, until all is stored or the server is away. */
  async flush(): Promise<void> {
    if (this.sending) return;
    clearTimeout(this.retrying);
    this.sending = true;
    try {
      while (this.pending.first && !this.ending.signal.aborted) {
        this.store.set({ saving: 'saving', pending: this.pending.all.length });
        if (!(await this.sendFirst())) break;
      }
    } finally {
      this.sending = false;
      const left = this.pending.all.length;
      this.store.set({ saving: left > 0 ? 'unsaved' : 'saved', pending: left });
    }
    if (!this.ending.signal.aborted) await this.told(this.heard);
  }

  /** The server tells that the draft has this version now: what someone else did is taken over. */
  async told(version: number): Promise<void> {
    this.heard = Math.max(this.heard, version);
    if (this.sending || this.heard <= this.version) return;
    try {
      await this.reload();
    } catch (error) {
      this.fail(error);
    }
  }

  /** Gives up what could not be sent. */
  discard(): void {
    clearTimeout(this.retrying);
    this.pending.clear();
    this.store.set({ saving: 'saved', pending: 0 });
  }

  /** Reads the draft again, with all that hangs on it. */
  async reload(): Promise<void> {
    const draft = await this.desk.drafts.get(this.id, this.ending.signal);
    this.store.set({ draft });
    this.events.reload();
    void this.findings.load();
  }

  /** Whether the queue may go on. */
  private async sendFirst(): Promise<boolean> {
    const first = this.pending.first;
    if (!first) return false;
    try {
      const answer = await this.desk.drafts.edit(this.id, first.edit, first.version, first.id);
      this.pending.drop();
      if (!answer.merged) this.pending.rebase(answer.version);
      await this.take(answer);
      return true;
    } catch (error) {
      return this.answerTo(error, first.edit);
    }
  }

  private async answerTo(error: unknown, edit: Edit): Promise<boolean> {
    if (isAbort(error)) return false;
    const conflict = conflictOf(error);
    if (conflict) return this.settle(conflict, edit);
    if (error instanceof UnreachableError || (error instanceof ProblemError && error.status >= 500)) {
      this.retrying = window.setTimeout(() => void this.flush(), RETRY_EVERY);
      if (error instanceof ProblemError) this.fail(error);
      return false;
    }
    this.pending.drop();
    this.refused = wordsOf(error);
    if (error instanceof ProblemError && error.status === 422) this.events.refused(error);
    else this.fail(error);
    if (error instanceof ProblemError && (error.status === 409 || error.status === 412)) await this.reload();
    return true;
  }

  private async settle(conflict: Conflict, edit: Edit): Promise<boolean> {
    const again = await this.events.conflict(conflict, edit);
    if (again === null) return false;
    await this.reload();
    if (again) this.pending.rebase(this.version);
    else this.pending.drop();
    return true;
  }

  /** Takes an answer over. It is stored by then: findings are read beside whatever is sent next. */
  private async take(answer: unknown): Promise<void> {
    const edited = editIn(answer);
    if (edited && !edited.repeated) {
      this.store.set({ draft: edited.draft });
      this.events.changed(edited);
      void this.findings.load();
    } else if (edited) {
      await this.reload();
    } else {
      this.store.set({ draft: await this.desk.drafts.get(this.id, this.ending.signal) });
      void this.findings.load();
    }
  }

  private fail(error: unknown): void {
    if (!isAbort(error)) this.events.failed(error);
  }
}

function wordsOf(error: unknown): string {
  return sentence(error instanceof Error ? error.message : String(error));
}

/** The edit that an answer tells of, if any: a repair has it as a member. */
function editIn(answer: unknown): EditAnswer | null {
  const { draft, changed, edit } = (answer ?? {}) as Partial<EditAnswer> & { edit?: EditAnswer };
  return edit ?? (draft !== undefined && changed !== undefined ? (answer as EditAnswer) : null);
}

/** Random enough for one draft; `randomUUID` is there only where the page came over HTTPS or from this machine. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Where edits wait that have not reached the server; null where storage is forbidden. */
export function shelf(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
