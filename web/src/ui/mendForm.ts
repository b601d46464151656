// How all boundaries are to be mended at once: the questions, and what an answer would do.
import type { Movement, Repair, RepairRequest } from '../client/draftTypes';
import type { I18n } from '../i18n/i18n';
import { h } from './dom';
import { inputField, selectField } from './parts';

/** Vertices are not moved farther than this, in metres, where a single finding is mended. */
const SNAP_METRES = 1;
/** Wider gaps than this, in metres, are left alone. */
const GAP_METRES = 30;
/** Inlets of the outside are left alone unless it is asked for. */
const INLET_METRES = 0;

export const REPAIR_DEFAULTS = { snapMetres: SNAP_METRES, gapWidthMetres: GAP_METRES, inletMetres: INLET_METRES } as const;

const RECEIVERS = ['both-corners', 'middle', 'longest-border', 'largest', 'smallest', 'leave'] as const;

/** Who receives ground, how far to snap, how wide gaps and inlets may be. */
export class MendForm {
  readonly element: HTMLElement;
  private readonly snap = metres(REPAIR_DEFAULTS.snapMetres, 'mend-snap');
  private readonly gap = metres(REPAIR_DEFAULTS.gapWidthMetres, 'mend-gap');
  private readonly inlet = metres(REPAIR_DEFAULTS.inletMetres, 'mend-inlet');
  private rule: (typeof RECEIVERS)[number] = 'both-corners';

  constructor(i18n: I18n) {
    const rules = RECEIVERS.map((value) => ({ value, text: i18n.t(`repair.${value}`) }));
    this.element = h(
      'div',
      { class: 'stack' },
      selectField(
        i18n.t('repair.receiver'),
        rules,
        this.rule,
        (value) => (this.rule = RECEIVERS.find((one) => one === value) ?? this.rule),
        {
          'data-testid': 'mend-receiver',
        },
      ),
      h('div', { class: 'pair' }, inputField(i18n.t('repair.snap'), this.snap), inputField(i18n.t('repair.gap'), this.gap)),
      inputField(i18n.t('repair.inlet'), this.inlet, i18n.t('repair.inletHelp')),
    );
  }

  /** The repair that the answers ask for. */
  request(apply: boolean): RepairRequest {
    return {
      snapMetres: numberOf(this.snap, REPAIR_DEFAULTS.snapMetres),
      gapWidthMetres: numberOf(this.gap, REPAIR_DEFAULTS.gapWidthMetres),
      inletMetres: numberOf(this.inlet, REPAIR_DEFAULTS.inletMetres),
      gaps: this.rule,
      overlaps: this.rule,
      apply,
    };
  }
}

function metres(value: number, testId: string): HTMLInputElement {
  const input = h('input', { type: 'number', min: 0, max: 1000, step: 'any', inputmode: 'decimal', 'data-testid': testId });
  input.value = String(value);
  return input;
}

function numberOf(input: HTMLInputElement, otherwise: number): number {
  return input.value === '' ? otherwise : Math.max(0, Number(input.value));
}

/** What a repair of everything would do: how much of it, and to whom. */
export function repairTold(i18n: I18n, repair: Repair, nameOf: (code: string) => string): (HTMLElement | null)[] {
  return [
    h(
      'p',
      { 'data-testid': 'mend-summary' },
      i18n.t('repair.summary', { mends: repair.mends.length, units: repair.moved.length, left: repair.left.length }),
    ),
    repair.closedSquareMetres > 0 ? h('p', {}, i18n.t('repair.closed', { area: i18n.area(repair.closedSquareMetres) })) : null,
    repair.moved.length > 0 ? movementTable(i18n, repair.moved, nameOf) : null,
  ];
}

/** Whose area changes by how much. */
export function movementTable(i18n: I18n, moved: readonly Movement[], nameOf: (code: string) => string): HTMLElement {
  const sign = (value: number): string => (value > 0 ? '+' : value < 0 ? '−' : '') + i18n.area(Math.abs(value));
  const row = ({ code, areaBefore, areaAfter, vertexMetres }: Movement): HTMLElement =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, nameOf(code)),
      h('td', {}, sign(areaAfter - areaBefore)),
      h('td', {}, i18n.distance(vertexMetres)),
    );
  return h(
    'div',
    { class: 'table-box', tabindex: '0', role: 'region', 'aria-label': i18n.t('repair.movements') },
    h(
      'table',
      { class: 'table', 'data-testid': 'movements' },
      h('caption', { class: 'visually-hidden' }, i18n.t('repair.movements')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, i18n.t('repair.unit')),
          h('th', { scope: 'col' }, i18n.t('repair.change')),
          h('th', { scope: 'col' }, i18n.t('repair.vertex')),
        ),
      ),
      h('tbody', {}, ...moved.map(row)),
    ),
  );
}
