// The figures of a plan's balance, and how they are written.
import type { Balance } from '../../client/draftTypes';
import { bandColour, endsFor, isWeight, type BandEnds } from '../../model/balance';
import { barsOf, placeOf } from '../../model/histogram';
import { basisOf, type FactBasis } from '../../model/told';
import type { Desk } from '../../ui/desk';
import { h } from '../../ui/dom';
import { facts } from '../../ui/parts';
import { percent } from '../session/loadTable';

/** What a measure is called: an attribute that the catalogue does not know goes by its own name. */
export function measureName({ i18n }: Desk, measure: string): string {
  return isWeight(measure) ? i18n.t(`balance.${measure}`) : (i18n.wordFor('attribute', measure) ?? measure);
}

/** A number with its unit, as it is known. */
export function measured({ i18n }: Desk, measure: string, value: number | null, basis: FactBasis = 'counted'): string {
  if (value === null) return '–';
  return i18n.told(measure === 'area' ? i18n.area(value) : i18n.number(value, 2), basis);
}

/** How figures of many areas are known: estimates make them estimates. */
export function basisOfAll({ estimated }: { estimated: number }): FactBasis {
  return estimated > 0 ? 'estimated' : 'counted';
}

/** A deviation to a tenth of a percent. */
export function deviationText(desk: Desk, part: number | null): string {
  return percent(desk, part, 1);
}

/** Where bands of colour end: by the theme's tolerance, where it has one. */
export function endsOfBalance({ tolerance }: Balance): BandEnds | undefined {
  return tolerance === null ? undefined : endsFor(tolerance);
}

/** A share without a sign, as a tolerance is said. */
export function shareText({ i18n }: Desk, part: number): string {
  return `${i18n.number(part * 100, 1)}%`;
}

export function figuresOf(desk: Desk, balance: Balance): HTMLElement {
  const { i18n } = desk;
  const { measure, target, tolerance, outside, lowest, highest, coefficientOfVariation: variation } = balance;
  const say = (value: number | null): string => measured(desk, measure, value, basisOfAll(balance));
  return facts([
    [i18n.t('balance.units'), value('units', unitsOf(desk, balance))],
    balance.known === 0 ? null : [i18n.t('balance.total'), value('total', say(balance.total))],
    balance.mean === null ? null : [i18n.t('balance.mean'), value('mean', say(balance.mean))],
    target === null ? null : [i18n.t('balance.target'), value('target', measured(desk, measure, target))],
    balance.least === null ? null : [i18n.t('balance.range'), value('range', rangeOf(desk, balance))],
    lowest === null
      ? null
      : [i18n.t('balance.largest'), value('largest', `${deviationText(desk, lowest)} / ${deviationText(desk, highest)}`)],
    variation === null ? null : [i18n.t('balance.variation'), value('variation', shareText(desk, variation))],
    tolerance === null || outside === null
      ? null
      : [
          i18n.t('balance.outside', { tolerance: shareText(desk, tolerance) }),
          value('outside', i18n.t('balance.ofUnits', { n: outside, of: balance.known })),
        ],
    balance.noFigure === null ? null : [i18n.t('balance.noFigure'), value('none', i18n.t(`balance.${balance.noFigure}`))],
  ]);
}

function rangeOf(desk: Desk, { measure, least, leastBasis, most, mostBasis }: Balance): string {
  return `${measured(desk, measure, least, basisOf(leastBasis))} – ${measured(desk, measure, most, basisOf(mostBasis))}`;
}

function unitsOf({ i18n }: Desk, { units, unknown, estimated }: Balance): string {
  return [
    i18n.number(units),
    unknown > 0 ? i18n.t('balance.unknown', { n: unknown }) : null,
    estimated > 0 ? i18n.t('balance.estimated', { n: estimated }) : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

function value(id: string, text: string): HTMLElement {
  return h('span', { 'data-testid': `balance-${id}` }, text);
}

/**
 * How many areas deviate by how much; nothing where nothing deviates.
 *
 * @param hand deviations of areas in hand, each a mark below the bars
 */
export function histogramOf(desk: Desk, balance: Balance, hand: readonly number[]): HTMLElement | null {
  const { i18n } = desk;
  const bars = barsOf(balance.histogram);
  const [first] = bars;
  const last = bars.at(-1);
  if (!first || !last) return null;
  const range = (from: number | null, to: number | null): string => {
    if (from === null) return i18n.t('balance.below', { to: deviationText(desk, to) });
    if (to === null) return i18n.t('balance.above', { from: deviationText(desk, from) });
    return `${deviationText(desk, from)} – ${deviationText(desk, to)}`;
  };
  const middle = placeOf(0, bars) ?? 0.5;
  return h(
    'figure',
    { class: 'histogram', 'data-testid': 'balance-histogram' },
    h('figcaption', { class: 'quiet' }, i18n.t('balance.histogram')),
    h(
      'ul',
      { class: 'bars' },
      ...bars.map(({ from, to, units, height, middle: at }) => {
        const text = `${range(from, to)}: ${i18n.counted('legend.areas', units)}`;
        const bar = h('span', { class: 'bar-fill', 'aria-hidden': 'true' });
        bar.style.height = `${units === 0 ? 0 : Math.max(3, 100 * height)}%`;
        bar.style.backgroundColor = bandColour(at, endsOfBalance(balance));
        return h('li', { title: text, 'data-units': String(units) }, bar, h('span', { class: 'visually-hidden' }, text));
      }),
    ),
    h(
      'div',
      { class: 'bars-axis', 'aria-hidden': 'true' },
      ...hand.map((part) => mark(placeOf(part, bars) ?? 0)),
      ...[first.from ?? first.to, last.to ?? last.from].map((edge) => end(deviationText(desk, edge), placeOf(edge ?? 0, bars) ?? 0)),
      end('0', middle),
    ),
  );
}

function mark(part: number): HTMLElement {
  const sign = h('span', { class: 'bars-hand' }, '▲');
  sign.style.left = `${100 * part}%`;
  return sign;
}

function end(text: string, part: number): HTMLElement {
  const label = h('span', { class: 'bars-end' }, text);
  label.style.left = `${100 * part}%`;
  label.dataset['at'] = part < 0.1 ? 'first' : part > 0.9 ? 'last' : 'middle';
  return label;
}
