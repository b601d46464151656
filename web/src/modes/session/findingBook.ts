// The findings of a plan or draft as far as they were asked for: counts, the rows of the list, and the chosen one.
import type { FindingsOf } from '../../client/findings';
import { isAbort } from '../../client/http';
import type { Finding, Findings } from '../../client/types';
import { Store } from '../../model/store';
import type { Desk } from '../../ui/desk';

/** So many are listed at a time. */
export const PAGE = 100;

export interface BookState {
  /** The first page, with the counts of all; null until it is there. */
  readonly first: Findings | null;
  readonly rows: readonly Finding[];
  /** How many match the chosen kind, listed or not. */
  readonly total: number;
  readonly next: string | null;
  /** The chosen finding, also where it is not among the rows. */
  readonly chosen: Finding | null;
  /** Counts how often all of it was read: what is on the map may be old. */
  readonly edition: number;
}

const EMPTY: BookState = { first: null, rows: [], total: 0, next: null, chosen: null, edition: 0 };

export class FindingBook {
  readonly store = new Store<BookState>(EMPTY);
  private reading: AbortController | null = null;
  private seeking: AbortController | null = null;
  private closed = false;

  /**
   * @param accepted whether the list has what was accepted; null for both
   * @param failed told of what could not be read
   */
  constructor(
    private readonly desk: Desk,
    readonly of: FindingsOf,
    readonly accepted: boolean | null,
    private readonly failed: (error: unknown) => void,
  ) {}

  close(): void {
    this.closed = true;
    this.reading?.abort();
    this.seeking?.abort();
  }

  /** Reads the list from its beginning, as long as it is already, and the chosen finding. */
  async load(): Promise<void> {
    const limit = Math.max(PAGE, this.store.get().rows.length);
    await this.read(null, limit, (page) => {
      const { edition } = this.store.get();
      this.store.set({ first: page, rows: page.findings, total: page.total, next: page.next, edition: edition + 1 });
    });
    await this.choose(this.desk.store.get().finding, true);
  }

  /** Lists other kinds. */
  async again(): Promise<void> {
    this.store.set({ rows: [] });
    await this.load();
  }

  /** Reads the next page. */
  async more(): Promise<void> {
    const { next } = this.store.get();
    if (next === null) return;
    await this.read(next, PAGE, (page) => {
      this.store.set({ rows: [...this.store.get().rows, ...page.findings], next: page.next });
    });
  }

  /**
   * Takes a finding for the chosen one, and asks for it where it is not listed. One that is gone is none.
   *
   * @param anew whether it may be another by now
   */
  async choose(id: string | null, anew = false): Promise<void> {
    this.seeking?.abort();
    if (this.closed) return;
    const { rows, chosen } = this.store.get();
    const known = rows.find((finding) => finding.id === id) ?? (!anew && chosen?.id === id ? chosen : undefined);
    if (id === null || known) {
      this.store.set({ chosen: known ?? null });
      return;
    }
    const seeking = (this.seeking = new AbortController());
    try {
      const found = await this.desk.findings.one(this.of, id, seeking.signal);
      this.store.set({ chosen: found });
    } catch (error) {
      if (isAbort(error)) return;
      this.store.set({ chosen: null });
      this.failed(error);
    }
  }

  private async read(after: string | null, limit: number, take: (page: Findings) => void): Promise<void> {
    this.reading?.abort();
    const reading = (this.reading = new AbortController());
    const wanted = { kind: this.desk.store.get().findingKind, accepted: this.accepted };
    try {
      take(await this.desk.findings.page(this.of, wanted, { after, limit }, reading.signal));
    } catch (error) {
      if (!isAbort(error)) this.failed(error);
    }
  }
}
