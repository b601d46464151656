// Whole redraws of the chosen area: cut it into equal grids, or join the grids below it; a preview with its measures, then the change.
import type { Redraw, RedrawMethod, RedrawReport, RedrawRequest } from '../../client/draftTypes';
import { isAbort } from '../../client/http';
import type { Weight } from '../../model/balance';
import { WEIGHTS } from '../../model/balance';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { facts, inputField, selectField } from '../../ui/parts';
import { messageOf } from '../mode';
import type { DraftSession } from './session';

/** What is asked for to begin with; the tolerance in percent. */
const INTO = 4;
const TOLERANCE = 10;

export class RedrawPanel {
  readonly element = h('details', { class: 'more', hidden: true, 'data-testid': 'redraw' });
  private readonly outcome = h('div', { class: 'stack', 'aria-live': 'polite' });
  private readonly into = h('input', { type: 'number', min: 1, max: 10_000, step: 1, inputmode: 'numeric', 'data-testid': 'redraw-into' });
  private readonly tolerance = h('input', { type: 'number', min: 1, max: 100, step: 'any', inputmode: 'decimal' });
  private unit: { level: string; code: string } | null = null;
  private method: RedrawMethod = 'divide';
  private weight: Weight = 'addresses';
  private asking: AbortController | null = null;
  private readonly end: () => void;

  constructor(
    private readonly desk: Desk,
    private readonly session: DraftSession,
  ) {
    this.end = session.store.subscribe((now, before) => {
      if (now.draft?.version !== before.draft?.version) this.forget();
    });
  }

  /** Follows the area that is chosen; what was filled in stays as long as it is the same. */
  draw(): void {
    const { store, units } = this.desk;
    const { unit } = store.get();
    const drawn = unit && unit.level === units.shown?.name && units.find(unit.code) ? unit : null;
    this.element.hidden = !drawn;
    if (drawn?.code === this.unit?.code && drawn?.level === this.unit?.level) return;
    this.unit = drawn;
    this.forget();
    if (drawn) this.form();
  }

  close(): void {
    this.end();
    this.forget();
  }

  private form(): void {
    const { i18n } = this.desk;
    this.method = 'divide';
    this.into.value = String(INTO);
    this.tolerance.value = String(TOLERANCE);
    const methods = (this.finest ? ['divide'] : ['divide', 'consolidate']).map((value) => ({ value, text: i18n.term('edit', value) }));
    const weights = WEIGHTS.map((value) => ({ value, text: i18n.t(`balance.${value}`) }));
    const button = (text: string, testId: string, kind: string, onclick: () => void): HTMLElement =>
      h('button', { type: 'button', class: `button ${kind}`, 'data-testid': testId, onclick }, text);
    fill(
      this.element,
      h('summary', {}, i18n.t(this.finest ? 'redraw.cut' : 'redraw.title')),
      h(
        'div',
        { class: 'stack' },
        this.finest ? null : selectField(i18n.t('redraw.method'), methods, this.method, (value) => this.choose(value), { 'data-testid': 'redraw-method' }),
        h('div', { class: 'pair' }, inputField(i18n.t('redraw.into'), this.into), inputField(i18n.t('redraw.tolerance'), this.tolerance)),
        selectField(i18n.t('redraw.by'), weights, this.weight, (value) => (this.weight = WEIGHTS.find((one) => one === value) ?? this.weight), {
          'data-testid': 'redraw-by',
        }),
        h(
          'div',
          { class: 'button-row' },
          button(i18n.t('redraw.preview'), 'redraw-preview', '', () => void this.preview()),
          button(i18n.t('redraw.apply'), 'redraw-apply', 'button-primary', () => void this.apply()),
        ),
        this.outcome,
      ),
    );
  }

  private get finest(): boolean {
    return this.desk.theme().levels.at(-1)?.name === this.unit?.level;
  }

  private choose(method: string): void {
    this.method = method === 'consolidate' ? 'consolidate' : 'divide';
    this.forget();
  }

  private forget(): void {
    this.asking?.abort();
    this.show(null);
    fill(this.outcome);
  }

  private show(redraw: Redraw | null): void {
    this.desk.marks.repair(redraw && { before: [], after: redraw.grids.features.map(({ geometry }) => geometry), moved: [] });
  }

  private request(apply: boolean): RedrawRequest | null {
    const { unit } = this;
    if (!unit) return null;
    const what = this.finest ? { units: [unit.code] } : { parent: unit.code, level: unit.level };
    const into = Math.max(1, Math.round(Number(this.into.value) || INTO));
    const tolerance = (Number(this.tolerance.value) || TOLERANCE) / 100;
    return { method: this.method, ...what, into, balance: this.weight, tolerance, apply };
  }

  private async preview(): Promise<void> {
    const { desk, session } = this;
    const request = this.request(false);
    if (!request) return;
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    fill(this.outcome, h('p', { class: 'quiet' }, desk.i18n.t('redraw.working')));
    try {
      const redraw = await desk.drafts.redraw(session.id, request, session.version, asking.signal);
      this.show(redraw);
      fill(this.outcome, this.measures(redraw), ...redraw.report.notes.map((note) => h('p', { class: 'quiet' }, note)));
    } catch (error) {
      if (!isAbort(error)) fill(this.outcome, h('p', { class: 'form-wrong', role: 'alert' }, messageOf(error)));
    }
  }

  private measures({ grids, report }: Redraw): HTMLElement {
    const { i18n } = this.desk;
    const part = (share: number): string => `${i18n.number(share * 100, 1)}%`;
    const list = facts([
      [i18n.t('redraw.grids'), i18n.number(grids.features.length)],
      [i18n.t('redraw.mean'), this.mean(report)],
      [i18n.t('redraw.deviation'), part(report.largestDeviation)],
      [i18n.t('redraw.variation'), i18n.number(report.coefficientOfVariation, 3)],
      [i18n.t('redraw.compactness'), `${i18n.number(report.polsbyPopper, 2)} · ${i18n.number(report.reock, 2)}`],
      report.disconnected > 0 ? [i18n.t('redraw.disconnected'), i18n.number(report.disconnected)] : null,
      report.shareMoving === null ? null : [i18n.t('redraw.moving'), `${i18n.number(report.pointsMoving)} (${part(report.shareMoving)})`],
    ]);
    list.setAttribute('data-testid', 'redraw-measures');
    return list;
  }

  private mean({ basis, mean }: RedrawReport): string {
    const { i18n } = this.desk;
    return basis === 'area' ? i18n.area(mean) : i18n.number(mean, 1);
  }

  private async apply(): Promise<void> {
    const request = this.request(true);
    if (!request) return;
    this.forget();
    await this.session.act((version) => this.desk.drafts.redraw(this.session.id, request, version));
  }
}
