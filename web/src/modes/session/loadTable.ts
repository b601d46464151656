// Live numbers: what each shape would carry, and how far that is from the mean of the theme.
import type { Geometry } from 'geojson';
import { countable, deviation, isWeight, usualWeight, type Load, type Weight } from '../../model/balance';
import type { FactBasis } from '../../model/told';
import type { Desk } from '../../ui/desk';
import { h } from '../../ui/dom';
import type { Foretold } from './foretold';
import type { Loads } from './loads';
import { nameOf } from './unitName';

/** A unit as it would be. */
export interface Shown {
  code: string;
  geometry: Geometry;
  /** What the server says that it would have of households; where it said nothing, they are counted here. */
  households?: Foretold | undefined;
}

/** More units than this are not listed: the card would cover the map. */
const MOST = 6;

export function loadTable(desk: Desk, loads: Loads, shapes: readonly Shown[]): HTMLElement {
  const { i18n, store } = desk;
  const rows = shapes.slice(0, MOST).map((shape) => ({ ...shape, load: loadOfShown(loads, shape) }));
  const known = countable(
    loads.means,
    rows.map(({ load }) => load),
  );
  const { balance } = store.get();
  const measure: Weight = balance && isWeight(balance) ? balance : usualWeight(known);
  return h(
    'div',
    { class: 'table-box', tabindex: '0', role: 'region', 'aria-label': i18n.t('balance.live') },
    h(
      'table',
      { class: 'table', 'data-testid': 'live-numbers' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, i18n.t('repair.unit')),
          ...known.map((weight) => h('th', { scope: 'col' }, i18n.t(`balance.${weight}`))),
          h('th', { scope: 'col' }, i18n.t('balance.deviation')),
        ),
      ),
      h(
        'tbody',
        {},
        ...rows.map(({ code, load, households }) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row', title: code }, nameOf(desk, code)),
            ...known.map((weight) => h('td', {}, amount(desk, weight, load[weight], households?.basis))),
            h('td', {}, percent(desk, deviation(load[measure], loads.means[measure]))),
          ),
        ),
      ),
    ),
  );
}

/** What a shape would carry: by the server where it has answered, else counted in the shape. */
export function loadOfShown(loads: Loads, { geometry, households }: Shown): Load {
  const load = loads.of(geometry);
  return households ? { ...load, households: households.value } : load;
}

/**
 * A load in words.
 *
 * @param households how these are known; shared out evenly among addresses, they are about so many
 */
export function amount({ i18n }: Desk, weight: Weight, value: number | null, households: FactBasis = 'estimated'): string {
  if (value === null) return '–';
  return weight === 'area' ? i18n.area(value) : i18n.told(i18n.number(value), weight === 'households' ? households : 'counted');
}

/** A signed percentage; a dash where there is none. */
export function percent({ i18n }: Desk, part: number | null, digits = 0): string {
  if (part === null) return '–';
  const rounded = +(part * 100).toFixed(digits);
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : '±'}${i18n.number(Math.abs(rounded), digits)}%`;
}
