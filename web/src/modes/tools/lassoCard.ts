// The controls of the lasso: what it chooses, how the next loop counts, who gets it, and where the streets come from.
import type { LoopMode } from '../../model/lasso';
import { linesIn } from '../../model/redrawForm';
import type { Desk } from '../../ui/desk';
import { fill, h, uniqueId } from '../../ui/dom';
import { segmented } from '../../ui/parts';
import { nameOf } from '../session/unitName';
import { WAYS, type Way } from './lassoChoice';
import type { Bench } from './tool';

export interface LassoWishes {
  way(way: Way): void;
  mode(mode: LoopMode): void;
  /** A unit's code; null for the suggested one. */
  receiver(code: string | null): void;
  streets(): void;
}

export class LassoCard {
  readonly element: HTMLElement;
  private readonly desk: Desk;
  private readonly select = h('select', { id: uniqueId('field'), 'data-testid': 'lasso-to' });
  private readonly file = h('input', {
    type: 'file',
    accept: '.geojson,.json,application/geo+json',
    hidden: true,
    'data-testid': 'lasso-streets',
  });
  private readonly streets: HTMLElement;
  private readonly modes: HTMLElement;
  private readonly to: HTMLElement;
  private listed = '';

  constructor(
    private readonly bench: Bench,
    private readonly wishes: LassoWishes,
    way: Way,
  ) {
    const { i18n } = (this.desk = bench.desk);
    const ways = WAYS.map((value) => ({ value, text: i18n.t(`lasso.${value}`) }));
    const modes = (['new', 'add', 'remove'] as const).map((value) => ({ value, text: i18n.t(`lasso.${value}`) }));
    this.select.addEventListener('change', () => wishes.receiver(this.select.value || null));
    this.file.addEventListener('change', () => void this.read());
    this.file.setAttribute('aria-label', i18n.t('redraw.loadStreets'));
    const load = h('button', { type: 'button', class: 'button', onclick: () => this.file.click() }, i18n.t('redraw.loadStreets'));
    this.streets = h('div', { class: 'button-row', hidden: way !== 'blocks' }, load, this.file);
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
  show(way: Way, chosen: boolean, around: readonly string[], receiver: string | null, suggested: string | null): void {
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

  private async read(): Promise<void> {
    const [file] = this.file.files ?? [];
    if (!file) return;
    try {
      const lines = linesIn(await file.text());
      if (lines.length === 0) this.desk.tell(this.desk.i18n.t('redraw.noLines', { file: file.name }));
      else this.bench.addStreets(lines);
      this.wishes.streets();
    } catch {
      this.desk.tell(this.desk.i18n.t('redraw.noJson', { file: file.name }));
    }
  }
}
