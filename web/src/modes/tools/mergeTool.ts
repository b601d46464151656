// Click units one by one, then join them. The first one chosen lives on.
import { ProblemError, isAbort } from '../../client/http';
import { STEPS_PER_DEGREE, type LatticePoint } from '../../model/lattice';
import type { PointerPlace } from '../../map/pointer';
import { nameOf } from '../session/unitName';
import { messageOf } from '../mode';
import type { Shown } from '../session/loadTable';
import { shownIn } from './outcome';
import { Tool } from './tool';

export class MergeTool extends Tool {
  readonly id = 'merge';
  private codes: readonly string[] = [];
  private asking: AbortController | null = null;
  private outcome: { shapes: readonly Shown[] } | { refused: string } | null = null;

  enter(): void {
    const { store, units } = this.bench.desk;
    const { unit } = store.get();
    this.codes = unit && unit.level === units.shown?.name ? [unit.code] : [];
    this.show();
  }

  override exit(): void {
    this.asking?.abort();
    this.codes = [];
    super.exit();
  }

  override changed(): void {
    this.codes = this.codes.filter((code) => this.bench.desk.units.find(code));
    this.ask();
  }

  override picked(at: LatticePoint): void {
    const unit = this.bench.desk.units.at(at.x / STEPS_PER_DEGREE, at.y / STEPS_PER_DEGREE);
    const code = unit?.feature.properties.code;
    if (!code) return;
    this.codes = this.codes.includes(code) ? this.codes.filter((one) => one !== code) : [...this.codes, code];
    this.bench.desk.say(this.codes.map((one) => nameOf(this.bench.desk, one)).join(', '));
    this.ask();
  }

  override move(_place: PointerPlace): void {}

  override key(key: string): boolean {
    if (key === 'f' && this.codes.length > 1) this.merge();
    else if (key === 'Escape' && this.codes.length > 0) this.clear();
    else return false;
    return true;
  }

  private merge(): void {
    const units = [...this.codes];
    const into = units[0] ?? '';
    this.clear();
    void this.bench.send({ type: 'merge', units, into });
  }

  private clear(): void {
    this.codes = [];
    this.ask();
  }

  private ask(): void {
    this.asking?.abort();
    this.outcome = null;
    this.show();
    const [into] = this.codes;
    if (this.codes.length < 2 || !into) return;
    const asking = (this.asking = new AbortController());
    this.bench
      .preview({ type: 'merge', units: [...this.codes], into }, asking.signal)
      .then((answer) => {
        const own = answer.changed.features.filter(
          ({ properties }) => properties.code === into && properties.level === this.bench.desk.units.shown?.name,
        );
        this.outcome = { shapes: shownIn(answer, own) };
        if (!asking.signal.aborted) this.show();
      })
      .catch((error: unknown) => {
        if (isAbort(error) || !(error instanceof ProblemError)) return;
        this.outcome = { refused: messageOf(error) };
        this.show();
      });
  }

  private show(): void {
    const { desk } = this.bench;
    const refused = this.outcome && 'refused' in this.outcome ? this.outcome.refused : null;
    const shapes = this.codes.flatMap((code) => {
      const geometry = desk.units.find(code)?.feature.geometry;
      return geometry ? [{ code, geometry }] : [];
    });
    const tone = refused ? 'invalid' : this.codes.length > 1 ? 'valid' : 'chosen';
    this.bench.overlay.show({ shapes: shapes.map(({ geometry }) => ({ geometry, tone }) as const) });
    const { i18n } = desk;
    const [first, ...ending] = this.codes;
    const others = ending.map((code) => nameOf(desk, code));
    const merge = { key: 'tool.merge', testId: 'merge-finish', run: () => this.merge(), primary: true } as const;
    const cancel = { key: 'dialog.cancel', testId: 'merge-cancel', run: () => this.clear() } as const;
    const text =
      refused ??
      (first === undefined
        ? i18n.t('merge.hint')
        : i18n.t(others.length > 0 ? 'merge.ready' : 'merge.more', { unit: nameOf(desk, first), others: others.join('; ') }));
    const merged = this.outcome && 'shapes' in this.outcome ? this.outcome.shapes : shapes;
    this.bench.hint({
      text,
      wrong: refused !== null,
      shapes: merged,
      actions: this.codes.length > 1 && !refused ? [merge, cancel] : this.codes.length > 0 ? [cancel] : [],
    });
  }
}
