// The controls of the lasso: what it chooses, how the next loop counts, who gets it, and where the streets come from.
import type { LoopMode } from '../../model/lasso';
import type { Desk } from '../../ui/desk';
import { fill, h, uniqueId } from '../../ui/dom';
import { segmented } from '../../ui/parts';
import { nameOf } from '../session/unitName';
import { streetsField } from './streetsField';
import type { Bench } from './tool';

/** What a loop can choose. */
const WAYS = ['addresses', 'blocks', 'area'] as const;
export type LoopWay = (typeof WAYS)[number];

export interface LassoWishes {
  way(way: LoopWay): void;
  mode(mode: LoopMode): void;
  /** A unit's code; null for the suggested one. */
  receiver(code: string | null): void;
  streets(): void;
}

export class LassoCard {
  readonly element: HTMLElement;
  private readonly desk: Desk;
  private readonly select = h('select', { id: uniqueId('field'), 'data-testid': 'lasso-to' });
  private readonly streets: HTMLElement;
  private readonly modes: HTMLElement;
  private readonly to: HTMLElement;
  private listed = '';

  constructor(bench: Bench, wishes: LassoWishes, way: LoopWay) {
    const { i18n } = (this.desk = bench.desk);
    const ways = WAYS.map((value) => ({ value, text: i18n.t(`lasso.${value}`) }));
    const modes = (['new', 'add', 'remove'] as const).map((value) => ({ value, text: i18n.t(`lasso.${value}`) }));
    this.select.addEventListener('change', () => wishes.receiver(this.select.value || null));
    this.streets = streetsField(bench, 'lasso-streets', () => wishes.streets());
    this.streets.hidden = way !== 'blocks';
    this.modes = h(
      'div',
      { hidden: true },
      segmented(i18n.t('lasso.mode'), modes, 'new', (value) => wishes.mode(value)),
    );
    this.to = h('div', { class: 'field lasso-to', hidden: true }, h('label', { for: this.select.id }, i18n.t('lasso.to')), this.select);
    const what = segmented(i18n.t('lasso.what'), ways, way, (value) => wishes.way(value));
    this.element = h('div', { class: 'lasso-card' }, h('div', { class: 'lasso-rows' }, what, this.modes), this.streets, this.to);
  }

  /**
   * @param chosen whether there is something to add to, to take off, or to give
   * @param around codes to choose from
   * @param suggested who gets it where nobody is chosen; null where somebody has to be
   */
  show(way: LoopWay, chosen: boolean, around: readonly string[], receiver: string | null, suggested: string | null): void {
    const { i18n } = this.desk;
    this.streets.hidden = way !== 'blocks' || chosen;
    this.modes.hidden = !chosen || way === 'area';
    this.to.hidden = !chosen && receiver === null;
    const codes = [...new Set([...(receiver ? [receiver] : []), ...around])];
    const key = [way, suggested, receiver, ...codes].join('|');
    if (key === this.listed) return;
    this.listed = key;
    const because = way === 'area' ? 'lasso.toStart' : 'lasso.toLongest';
    const first = suggested === null ? i18n.t('lasso.toNobody') : i18n.t(because, { unit: nameOf(this.desk, suggested) });
    fill(
      this.select,
      h('option', { value: '', disabled: suggested === null }, first),
      ...codes.map((code) => h('option', { value: code }, nameOf(this.desk, code))),
    );
    this.select.value = receiver ?? '';
  }
}
