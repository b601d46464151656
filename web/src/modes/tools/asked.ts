// An edit that is still being drawn, and what the server says of it: the newest one only, one question at a time.
import type { Edit } from '../../client/draftTypes';
import { Newest } from '../../model/newest';
import { outcomeOf, type Outcome } from './outcome';
import type { Bench } from './tool';

export class Asked {
  /** Of the edit asked last, or of an older one while that is not answered; null for nothing known. */
  outcome: Outcome | null = null;
  private readonly newest: Newest<Edit, Outcome | null>;

  /** @param answered told when there is an outcome */
  constructor(bench: Bench, answered: () => void) {
    this.newest = new Newest<Edit, Outcome | null>(
      (edit, signal) => outcomeOf(bench, edit, signal),
      (outcome) => {
        this.outcome = outcome;
        answered();
      },
    );
  }

  /** Whether what is known is of an older edit. */
  get pending(): boolean {
    return this.newest.busy;
  }

  /** In words why it cannot be; null where it can, or that is not known. */
  get refused(): string | null {
    return this.outcome && 'refused' in this.outcome ? this.outcome.refused : null;
  }

  put(edit: Edit): void {
    this.newest.put(edit);
  }

  clear(): void {
    this.newest.stop();
    this.outcome = null;
  }
}
