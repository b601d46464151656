// The control of the tool for corners: how far those around follow the one that is dragged.
import { RADII } from '../../model/radii';
import { h, uniqueId } from '../../ui/dom';
import type { Bench } from './tool';

export class CornerCard {
  readonly element: HTMLElement;
  private readonly select = h('select', { id: uniqueId('field'), 'data-testid': 'vertex-radius' });

  constructor({ desk: { i18n }, snaps }: Bench, radius: (metres: number) => void) {
    for (const value of RADII) {
      const text = value === 0 ? i18n.t('vertex.alone') : i18n.t('vertex.within', { metres: i18n.number(value) });
      this.select.append(h('option', { value: String(value) }, text));
    }
    this.select.addEventListener('change', () => radius(Number(this.select.value)));
    const label = h('label', { for: this.select.id }, i18n.t('vertex.followers'));
    this.element = h('div', { class: 'lasso-card' }, h('div', { class: 'field lasso-to' }, label, this.select), snaps.element);
  }

  show(radius: number): void {
    if (this.select.value !== String(radius)) this.select.value = String(radius);
  }
}
