// A tool on the map. It takes the pointer when entered and leaves nothing behind.
import type { MultiLineString, Position } from 'geojson';
import type { BlockCollection, Edit, EditAnswer } from '../../client/draftTypes';
import type { Key } from '../../i18n/en';
import type { EditOverlay } from '../../map/editOverlay';
import type { PointerPlace } from '../../map/pointer';
import type { Outline } from '../../model/outlines';
import type { Desk } from '../../ui/desk';
import type { LatticePoint } from '../../model/lattice';
import type { Shown } from '../session/loadTable';
import type { Loads } from '../session/loads';
import type { SnapTargets } from './snapTargets';

export const TOOLS = ['choose', 'split', 'merge', 'vertex', 'reshape', 'transfer', 'lasso', 'brush', 'add', 'water', 'redraw'] as const;
export type ToolId = (typeof TOOLS)[number];

/** The key of each tool; letters that the application does not use otherwise. */
export const TOOL_KEYS: Record<ToolId, string> = {
  choose: 'c',
  split: 's',
  merge: 'j',
  vertex: 'v',
  reshape: 'r',
  transfer: 't',
  lasso: 'o',
  brush: 'b',
  add: 'a',
  water: 'w',
  redraw: 'd',
};

/** What the hint card says: how things stand and what can be done next. */
export interface Hint {
  text: string;
  /** Something is wrong: said in words and shown in red. */
  wrong?: boolean;
  shapes?: readonly Shown[];
  /** The shapes are those of a moment ago: newer ones have been asked for. */
  pending?: boolean;
  /** Controls of the tool's own, the same element for as long as it is there. */
  controls?: HTMLElement;
  actions?: readonly { key: Key; testId: string; run: () => void; primary?: boolean }[];
}

/** What a tool works with. */
export interface Bench {
  readonly desk: Desk;
  readonly overlay: EditOverlay;
  /** The units drawn, as lattice rings; all of the finest level. */
  outlines(): readonly Outline[];
  hint(hint: Hint): void;
  preview(edit: Edit, signal: AbortSignal): Promise<EditAnswer>;
  /** Ends with why the server would not have it; null where it is made, or kept to be sent. */
  send(edit: Edit): Promise<string | null>;
  /** The blocks of units between lines. */
  blocks(units: readonly string[], lines: MultiLineString, signal: AbortSignal): Promise<BlockCollection>;
  /** What drawing goes to. */
  readonly snaps: SnapTargets;
  /** What the view's units carry, and their addresses. */
  readonly loads: Loads;
  /** Streets that were drawn or read from files while this draft is open; redraws follow them too. */
  streets(): readonly (readonly Position[])[];
  addStreets(lines: readonly (readonly Position[])[]): void;
  /** Back to choosing. */
  done(): void;
}

export abstract class Tool {
  abstract readonly id: ToolId;

  constructor(protected readonly bench: Bench) {}

  abstract enter(): void;

  exit(): void {
    this.bench.overlay.show({});
  }

  /** A click or a tap; by keyboard, Enter at the middle of the map. */
  picked(_at: LatticePoint, _byKey: boolean): void {}

  down(_place: PointerPlace): boolean {
    return false;
  }

  move(_place: PointerPlace): void {}

  up(_place: PointerPlace, _moved: boolean): void {}

  cancel(): void {}

  leave(): void {}

  /** A key that the tool understands; true where it did something. */
  key(_key: string): boolean {
    return false;
  }

  /** Places are there to be counted, or other ones. */
  counted(): void {}

  /** The units have changed under the tool. */
  changed(): void {}

  /** Several parts are allowed now: what was refused for want of that is asked again. */
  allowed(): void {
    this.changed();
  }
}
