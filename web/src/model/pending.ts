// Edits that the server has not confirmed yet. They outlive a reload: what a planner drew is never just gone.
import type { Edit } from '../client/draftTypes';

export interface PendingEdit {
  edit: Edit;
  /** The draft's version that the edit was made on. */
  version: number;
  /** Chosen here: an edit that arrives twice, because an answer was lost, is made once. */
  id: string;
}

/** The part of `Storage` that is needed. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** The queue of one draft, oldest first. Storage may be forbidden; the queue then lasts as long as the page. */
export class PendingEdits {
  private edits: readonly PendingEdit[];
  private readonly key: string;

  constructor(
    private readonly shelf: Shelf | null,
    draft: number | string,
  ) {
    this.key = `gridwright.pending.${draft}`;
    this.edits = this.read();
  }

  get all(): readonly PendingEdit[] {
    return this.edits;
  }

  get first(): PendingEdit | null {
    return this.edits[0] ?? null;
  }

  add(pending: PendingEdit): void {
    this.keep([...this.edits, pending]);
  }

  /** Takes the oldest out: it is stored, or given up. */
  drop(): void {
    this.keep(this.edits.slice(1));
  }

  /** Puts the oldest on another version: the planner wants it on top of what others did. */
  rebase(version: number): void {
    const [first, ...rest] = this.edits;
    if (first) this.keep([{ ...first, version }, ...rest]);
  }

  clear(): void {
    this.keep([]);
  }

  private keep(edits: readonly PendingEdit[]): void {
    this.edits = edits;
    try {
      if (edits.length === 0) this.shelf?.removeItem(this.key);
      else this.shelf?.setItem(this.key, JSON.stringify(edits));
    } catch {
      // Full or forbidden: the edits are still kept in this page.
    }
  }

  private read(): readonly PendingEdit[] {
    try {
      const found: unknown = JSON.parse(this.shelf?.getItem(this.key) ?? '[]');
      return Array.isArray(found) ? found.filter(isPending) : [];
    } catch {
      return [];
    }
  }
}

function isPending(value: unknown): value is PendingEdit {
  const { edit, version, id } = (value ?? {}) as Partial<PendingEdit>;
  return typeof edit?.type === 'string' && typeof version === 'number' && typeof id === 'string';
}
