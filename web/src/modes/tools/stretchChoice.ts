// The corner that is chosen, and another one where a stretch of border from it ends, to be made straight or smooth.
import type { Scene } from '../../map/editOverlay';
import { same, toPosition, type LatticePoint } from '../../model/lattice';
import { Asked } from './asked';
import type { Bench, Hint } from './tool';

export class StretchChoice {
  chosen: LatticePoint | null = null;
  private end: LatticePoint | null = null;
  /** The next corner that is chosen is the end. */
  private linking = false;
  private readonly asked: Asked;

  /** @param changed told when something else is to be shown */
  constructor(
    private readonly bench: Bench,
    private readonly changed: () => void,
  ) {
    this.asked = new Asked(bench, changed);
  }

  /** Whether both ends are there. */
  get whole(): boolean {
    return this.end !== null;
  }

  choose(corner: LatticePoint | null): void {
    this.chosen = corner;
    this.end = null;
    this.linking = false;
    this.asked.clear();
  }

  /** A corner on its own, or the end of a stretch from the one chosen before. */
  pick(corner: LatticePoint, more: boolean): void {
    const start = this.chosen;
    if (!start || same(start, corner) || !(more || this.linking)) {
      this.choose(corner);
      return;
    }
    this.linking = false;
    this.end = corner;
    this.asked.put({ type: 'even-border', from: toPosition(start), to: toPosition(corner), shape: 'straight' });
  }

  even(shape: 'straight' | 'smooth'): void {
    const { chosen, end } = this;
    this.letGo();
    if (chosen && end) void this.bench.send({ type: 'even-border', from: toPosition(chosen), to: toPosition(end), shape });
  }

  scene(): Scene {
    const { outcome } = this.asked;
    const shapes = outcome && 'shapes' in outcome ? outcome.shapes : [];
    return {
      shapes: shapes.map(({ geometry }) => ({ geometry, tone: 'valid' }) as const),
      handles: [this.chosen, this.end].flatMap((at) => (at ? [{ at, tone: 'chosen', strong: true } as const] : [])),
    };
  }

  /** What can be done with what is chosen. */
  hint(remove: () => void): Hint {
    const { i18n } = this.bench.desk;
    const cancel = { key: 'dialog.cancel', testId: 'vertex-cancel', run: () => this.letGo() } as const;
    if (this.end) return this.hintOfStretch(cancel);
    if (this.linking) return { text: i18n.t('vertex.linking'), actions: [cancel] };
    const link = { key: 'vertex.link', testId: 'vertex-link', run: () => this.link() } as const;
    return { text: i18n.t('vertex.chosen'), actions: [{ key: 'vertex.remove', testId: 'vertex-remove', run: remove }, link] };
  }

  private hintOfStretch(cancel: NonNullable<Hint['actions']>[number]): Hint {
    const { outcome, refused, pending } = this.asked;
    const straight = { key: 'vertex.straighten', testId: 'vertex-straighten', run: () => this.even('straight'), primary: true } as const;
    const smooth = { key: 'vertex.smooth', testId: 'vertex-smooth', run: () => this.even('smooth') } as const;
    const text = refused ?? this.bench.desk.i18n.t('vertex.stretch');
    const actions = refused === null ? [straight, smooth, cancel] : [smooth, cancel];
    const hint: Hint = { text, wrong: refused !== null, pending, actions };
    if (outcome && 'shapes' in outcome) hint.shapes = outcome.shapes;
    return hint;
  }

  private link(): void {
    this.linking = true;
    this.changed();
  }

  private letGo(): void {
    this.choose(null);
    this.changed();
  }
}
