// One stroke of the brush: who gets what it paints, and the edit that it stands for.
import type { Geometry } from 'geojson';
import type { Edit } from '../../client/draftTypes';
import { ProblemError, isAbort } from '../../client/http';
import type { Block } from '../../model/brush';
import type { Shown } from '../session/loadTable';
import { messageOf } from '../mode';
import { NEW_UNIT, type BrushWay } from './brushCard';
import type { GroundChoice } from './groundChoice';
import { outcomeOf } from './outcome';
import { parentsOutcome } from './strokeOutcome';
import type { Bench } from './tool';

/** What a stroke of so many things would do, and the edit that does it; or why it cannot be, and where. */
export type Stroked = { size: number } & ({ edit: Edit; shapes: readonly Shown[] } | { refused: string; place: Geometry | null });

export class Stroke {
  private code: string | null = null;

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
    try {
      const edit = await this.edit(signal);
      if (typeof edit === 'string') return { size, refused: edit, place: null };
      const parent = way === 'units' ? this.parentOf(this.receiver) : null;
      const outcome = parent === null ? await outcomeOf(this.bench, edit, signal) : await parentsOutcome(this.bench, edit, parent, signal);
      if (!outcome) return null;
      return 'refused' in outcome ? { size, ...outcome } : { size, edit, shapes: outcome.shapes };
    } catch (error) {
      if (isAbort(error) || !(error instanceof ProblemError)) return null;
      return { size, refused: messageOf(error), place: (error.body['place'] ?? null) as Geometry | null };
    }
  }

  /** The edit, or in words why there is none. */
  private async edit(signal: AbortSignal): Promise<Edit | string> {
    const { choice, receiver } = this;
    const { i18n } = this.bench.desk;
    const nothing = i18n.t('brush.nothing');
    if (receiver === NEW_UNIT) return (await this.toNew(signal)) ?? i18n.t('brush.newNeedsRest');
    if (choice.way === 'blocks') return choice.editOfBlocks(receiver, this.blocks) ?? nothing;
    const to = choice.way === 'units' ? this.parentOf(receiver) : receiver;
    return (to === null ? null : choice.edit(to)) ?? nothing;
  }

  /** The first time it is asked which code the server makes up; then all blocks go to that. */
  private async toNew(signal: AbortSignal): Promise<Edit | null> {
    const { choice, bench } = this;
    const [first] = choice.blocks;
    const stays = this.blocks.find(({ unit, id }) => unit === first?.unit && choice.blocks.every((other) => other.id !== id));
    if (!first || !stays) return null;
    if (this.code === null) {
      const cut = choice.editToNew(null, stays.at);
      const { lineage } = cut ? await bench.preview(cut, signal) : { lineage: [] };
      this.code = lineage.flatMap(({ to }) => to).find((code) => !bench.desk.units.find(code)) ?? null;
    }
    return this.code === null ? null : choice.editToNew(this.code, stays.at);
  }

  private parentOf(code: string): string | null {
    return this.bench.desk.units.find(code)?.feature.properties.parent ?? null;
  }
}
