// Mending a whole draft at once: how far to snap, how wide gaps and inlets may be, who receives; a preview, then all of it.
import type { Repair, RepairRequest } from '../../client/draftTypes';
import { isAbort } from '../../client/http';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { inputField, selectField } from '../../ui/parts';
import { messageOf } from '../mode';
import { REPAIR_DEFAULTS, movementTable, proposal, showRepair } from './mending';
import type { DraftSession } from '../session/session';

export class MendAll {
  readonly element: HTMLDetailsElement;
  private readonly outcome = h('div', { class: 'stack', 'aria-live': 'polite' });
  private readonly snap = this.metres(REPAIR_DEFAULTS.snapMetres);
  private readonly gap = this.metres(REPAIR_DEFAULTS.gapWidthMetres);
  private readonly inlet = this.metres(REPAIR_DEFAULTS.inletMetres);
  private rule = 'both-corners';
  private asking: AbortController | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly session: DraftSession,
  ) {
    const { i18n } = desk;
    const rules = (['both-corners', 'middle', 'longest-border', 'largest', 'smallest', 'leave'] as const).map((value) => ({
      value,
      text: i18n.t(`repair.${value}`),
    }));
    this.element = h(
      'details',
      { class: 'more', 'data-testid': 'mend-all' },
      h('summary', {}, i18n.t('repair.all')),
      h(
        'div',
        { class: 'stack' },
        selectField(i18n.t('repair.receiver'), rules, this.rule, (value) => (this.rule = value)),
        h('div', { class: 'pair' }, inputField(i18n.t('repair.snap'), this.snap), inputField(i18n.t('repair.gap'), this.gap)),
        inputField(i18n.t('repair.inlet'), this.inlet, i18n.t('repair.inletHelp')),
        h(
          'div',
          { class: 'button-row' },
          h(
            'button',
            { type: 'button', class: 'button', 'data-testid': 'preview-all', onclick: () => void this.preview() },
            i18n.t('repair.preview'),
          ),
          h(
            'button',
            { type: 'button', class: 'button button-primary', 'data-testid': 'apply-all', onclick: () => void this.apply() },
            i18n.t('repair.applyAll'),
          ),
        ),
        this.outcome,
      ),
    );
  }

  close(): void {
    this.asking?.abort();
    showRepair(this.desk, null);
  }

  private metres(value: number): HTMLInputElement {
    const input = h('input', { type: 'number', min: 0, max: 1000, step: 'any', inputmode: 'decimal' });
    input.value = String(value);
    return input;
  }

  private request(apply: boolean): RepairRequest {
    const number = (input: HTMLInputElement, otherwise: number): number =>
      input.value === '' ? otherwise : Math.max(0, Number(input.value));
    return {
      snapMetres: number(this.snap, REPAIR_DEFAULTS.snapMetres),
      gapWidthMetres: number(this.gap, REPAIR_DEFAULTS.gapWidthMetres),
      inletMetres: number(this.inlet, REPAIR_DEFAULTS.inletMetres),
      gaps: this.rule,
      overlaps: this.rule,
      apply,
    };
  }

  private async preview(): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const repair = await proposal(this.desk, this.session, this.request(false), asking.signal);
      showRepair(this.desk, repair);
      fill(this.outcome, ...this.described(repair));
    } catch (error) {
      if (!isAbort(error)) fill(this.outcome, h('p', { class: 'form-wrong', role: 'alert' }, messageOf(error)));
    }
  }

  private described(repair: Repair): (HTMLElement | null)[] {
    const { i18n } = this.desk;
    return [
      h('p', {}, i18n.t('repair.summary', { mends: repair.mends.length, units: repair.moved.length, left: repair.left.length })),
      repair.closedSquareMetres > 0 ? h('p', {}, i18n.t('repair.closed', { area: i18n.area(repair.closedSquareMetres) })) : null,
      repair.moved.length > 0 ? movementTable(this.desk, repair.moved) : null,
    ];
  }

  private async apply(): Promise<void> {
    await this.session.act((version) => this.desk.drafts.repair(this.session.id, this.request(true), version));
    showRepair(this.desk, null);
    fill(this.outcome);
  }
}
