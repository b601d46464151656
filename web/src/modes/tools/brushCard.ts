// The controls of the brush: what it paints, how wide it is, who gets what is painted, and where streets come from.
import { SIZES } from '../../model/brush';
import { fill, h, uniqueId } from '../../ui/dom';
import { segmented } from '../../ui/parts';
import { nameOf } from '../session/unitName';
import { streetsField } from './streetsField';
import type { Bench } from './tool';

export const BRUSH_WAYS = ['blocks', 'addresses', 'units'] as const;
export type BrushWay = (typeof BRUSH_WAYS)[number];

/** The value that stands for a unit that is not there yet. No code has a space. */
export const NEW_UNIT = ' new';

export interface BrushWishes {
  way(way: BrushWay): void;
  /** Radius in pixels. */
  size(size: number): void;
  /** A unit's code, `NEW_UNIT`, or null for the unit in which each stroke begins. */
  receiver(code: string | null): void;
  streets(): void;
}

export class BrushCard {
  readonly element: HTMLElement;
  private readonly select = h('select', { id: uniqueId('field'), 'data-testid': 'brush-to' });
  private readonly range = h('input', {
    type: 'range',
    id: uniqueId('field'),
    min: String(SIZES.least),
    max: String(SIZES.most),
    'data-testid': 'brush-size',
  });
  private readonly streets: HTMLElement;
  private listed = '';

  /** @param ways those that this level has */
  constructor(
    private readonly bench: Bench,
    wishes: BrushWishes,
    ways: readonly BrushWay[],
    way: BrushWay,
  ) {
    const { i18n } = bench.desk;
    const choices = ways.map((value) => ({ value, text: i18n.t(`brush.${value}`) }));
    this.select.addEventListener('change', () => wishes.receiver(this.select.value || null));
    this.range.addEventListener('input', () => wishes.size(Number(this.range.value)));
    this.streets = streetsField(bench, 'brush-streets', () => wishes.streets());
    const what = segmented(i18n.t('brush.what'), choices, way, (value) => wishes.way(value));
    const size = h('div', { class: 'field lasso-to' }, h('label', { for: this.range.id }, i18n.t('brush.size')), this.range);
    const to = h('div', { class: 'field lasso-to' }, h('label', { for: this.select.id }, i18n.t('lasso.to')), this.select);
    this.element = h('div', { class: 'lasso-card' }, h('div', { class: 'lasso-rows' }, what), this.streets, size, to);
  }

  /** @param needsStreets whether there are no blocks for want of streets */
  show(way: BrushWay, size: number, receiver: string | null, needsStreets: boolean): void {
    const { i18n } = this.bench.desk;
    this.streets.hidden = !needsStreets;
    if (this.range.value !== String(size)) this.range.value = String(size);
    const key = [way, receiver].join('|');
    if (key === this.listed) return;
    this.listed = key;
    const named = receiver !== null && receiver !== NEW_UNIT ? receiver : null;
    fill(
      this.select,
      h('option', { value: '' }, i18n.t('brush.toStart')),
      named === null ? null : h('option', { value: named }, nameOf(this.bench.desk, named)),
      h('option', { value: NEW_UNIT }, i18n.t(way === 'units' ? 'brush.toNewParent' : 'brush.toNew')),
    );
    this.select.value = receiver ?? '';
  }
}
