// A workspace at work. It takes the desk when entered and leaves it as it found it.
import { isAbort } from '../client/http';
import type { FindingsOf } from '../client/findings';
import type { Finding } from '../client/types';
import type { Paint } from '../map/paint';
import { sentence } from '../model/sentence';
import type { Place, State, WorkspaceId } from '../model/state';
import type { UnitFacts } from '../model/unitTable';
import type { Desk } from '../ui/desk';

/** The findings that a mode is about. */
export interface FindingsAtHand {
  /** Whose; null where there are none to speak of. */
  of: FindingsOf | null;
  /** Whether those that somebody has accepted are meant; null for all. */
  accepted: boolean | null;
  /** Another number where they may be others. */
  edition: number;
  severities: readonly Finding['severity'][];
  chosen: Finding | null;
}

export const NO_FINDINGS: FindingsAtHand = { of: null, accepted: null, edition: 0, severities: [], chosen: null };

export abstract class Mode {
  abstract readonly id: WorkspaceId;
  private leaving: AbortController | null = null;
  private readonly endings: (() => void)[] = [];

  constructor(protected readonly desk: Desk) {}

  /** Builds the panel and begins to listen. */
  enter(): void {
    this.leaving = new AbortController();
    this.endings.push(this.desk.store.subscribe((state, before) => this.changed(state, before)));
    this.start();
  }

  /** Ends requests and listening, and clears the panel and what the mode drew. */
  exit(): void {
    this.leaving?.abort();
    for (const end of this.endings.splice(0)) end();
    this.desk.panel.replaceChildren();
    this.stop();
  }

  /** A place was picked on the map or found by search. */
  abstract picked(place: Place): void;

  /** Whether a tool has the map: then nothing is pointed at. */
  get drawing(): boolean {
    return false;
  }

  /** Whether the exact shapes in view are wanted. */
  get needsShapes(): boolean {
    return false;
  }

  /** A click of the map that a tool takes for itself. By keyboard it is the middle of the map. */
  grabs(_lon: number, _lat: number, _byKey: boolean): boolean {
    return false;
  }

  /** How a unit is filled, where the mode has its own way; null for the quiet tints. */
  fillOf(_unit: UnitFacts): Paint | null {
    return null;
  }

  /** A line for the label at the pointer; null for none. */
  tipOf(_unit: UnitFacts): string | null {
    return null;
  }

  /** The findings at hand. Looked at again when the units are coloured. */
  findings(): FindingsAtHand {
    return NO_FINDINGS;
  }

  /** The server tells that a draft was changed, or is gone. */
  told(_draft: string, _version: number, _deleted: boolean): void {}

  /** Other officers answer for some grid than before. */
  rosterChanged(): void {}

  /** Other units are on the map, or other shapes at hand. */
  drawn(): void {}

  /** Anything may have changed on the server, or it is in reach again. */
  reload(): void {
    this.exit();
    this.enter();
  }

  protected abstract start(): void;
  protected abstract stop(): void;
  protected abstract changed(state: State, before: State): void;

  /** Ends with the mode. */
  protected get signal(): AbortSignal | undefined {
    return this.leaving?.signal;
  }

  /** Runs a task of this mode; what fails is told, what was given up is not. Settles in any case. */
  protected run(task: () => Promise<void>, failed: (error: unknown) => void = (error) => this.desk.fail(error)): Promise<void> {
    const signal = this.signal;
    return task().catch((error: unknown) => {
      if (!isAbort(error) && !signal?.aborted) failed(error);
    });
  }
}

/** What an error says, as a sentence. */
export function messageOf(error: unknown): string {
  return sentence(error instanceof Error ? error.message : String(error));
}
