// One stroke of the brush: who gets what it paints, and the edit that it stands for.
import type { Geometry } from 'geojson';
import type { Edit } from '../../client/draftTypes';
import type { Block } from '../../model/brush';
import type { Shown } from '../session/loadTable';
import { NEW_UNIT, type BrushWay } from './brushCard';
import type { GroundChoice } from './groundChoice';
import { outcomeOf } from './outcome';
import { parentsOutcome } from './strokeOutcome';
import type { Bench } from './tool';

/** What a stroke of so many things would do, and the edit that does it; or why it cannot be, and where. */
export type Stroked = { size: number } & ({ edit: Edit; shapes: readonly Shown[] } | { refused: string; place: Geometry | null });

export class Stroke {
  /**
   * @param receiver the code of the unit that grows, or NEW_UNIT
   * @param blocks all that can be painted
   */
  constructor(
    private readonly bench: Bench,
    private readonly choice: GroundChoice<BrushWay>,
    readonly receiver: string,
    private readonly blocks: readonly Block[],
  ) {}

  /** The unit that nothing is painted from; null where each can give. */
  get owner(): string | null {
    return this.receiver === NEW_UNIT ? null : this.receiver;
  }

  /** Whether a whole unit is where it would go. */
  has(code: string): boolean {
    return this.parentOf(code) === this.parentOf(this.receiver);
  }

  /** Asks the server; null where nobody wants the answer any more. */
  async asked(signal: AbortSignal): Promise<Stroked | null> {
    const { size, way } = this.choice;
    const edit = this.edit();
    if (typeof edit === 'string') return { size, refused: edit, place: null };
    const outcome = await (way === 'units' ? parentsOutcome : outcomeOf)(this.bench, edit, signal);
    if (!outcome) return null;
    return 'refused' in outcome ? { size, ...outcome } : { size, edit, shapes: outcome.shapes };
  }

  /** The edit, or in words why there is none. */
  private edit(): Edit | string {
    const { choice, receiver } = this;
    const nothing = this.bench.desk.i18n.t('brush.nothing');
    if (receiver === NEW_UNIT) return choice.edit(null) ?? nothing;
    if (choice.way === 'blocks') return choice.editOfBlocks(receiver, this.blocks) ?? nothing;
    const to = choice.way === 'units' ? this.parentOf(receiver) : receiver;
    return (to === null ? null : choice.edit(to)) ?? nothing;
  }

  private parentOf(code: string): string | null {
    return this.bench.desk.units.find(code)?.feature.properties.parent ?? null;
  }
}
