// A comparison in numbers: what became of units, who gives what to whom, and the balance before and after.
import { BALANCES, FATES, type Change, type Comparison, type CrosswalkRow, type Move, type Spread } from '../../client/compareTypes';
import { FATE_COLOURS } from '../../map/colours';
import type { FactBasis } from '../../model/told';
import type { Desk } from '../../ui/desk';
import { h } from '../../ui/dom';
import { facts } from '../../ui/parts';
import { pairOf, type End } from './rowTools';

/** How many families of units were kept, changed, and so on. */
export function summaryList({ i18n }: Desk, { summary }: Comparison): HTMLElement {
  const row = (fate: (typeof FATES)[number] | 'kept'): HTMLElement | null => {
    if (summary[fate] === 0) return null;
    const swatch = h('span', { class: 'swatch swatch-fill', 'aria-hidden': 'true' });
    swatch.style.backgroundColor = fate === 'kept' ? '#ffffff' : FATE_COLOURS[fate];
    return h('li', {}, swatch, i18n.t(`fate.${fate}`), h('span', { class: 'legend-size' }, i18n.number(summary[fate])));
  };
  return h('ul', { class: 'legend-rows', 'data-testid': 'compare-summary' }, ...(['kept', ...FATES] as const).map(row));
}

export function totals({ i18n }: Desk, comparison: Comparison): HTMLElement {
  const { area } = comparison;
  const of = ({ moved, total }: { moved: number; total: number }): string => i18n.t('compare.of', { moved, total });
  return facts([
    [i18n.t('compare.moved'), i18n.area(area.moved)],
    area.added > 0 ? [i18n.t('compare.added'), i18n.area(area.added)] : null,
    area.dropped > 0 ? [i18n.t('compare.dropped'), i18n.area(area.dropped)] : null,
    ...measuresOf(comparison).map((measure) => {
      const counted = comparison[measure];
      return counted && ([i18n.t(`compare.${measure}`), i18n.told(of(counted), basisOfMeasure(measure))] as const);
    }),
  ]);
}

type Measure = 'addresses' | 'openIncidents' | 'households';

/** Households that change hands are spread over addresses; the rest is counted. */
function basisOfMeasure(measure: Measure): FactBasis {
  return measure === 'households' ? 'estimated' : 'counted';
}

/** What there is to count besides ground. */
export function measuresOf(comparison: Comparison): Measure[] {
  return (['addresses', 'openIncidents', 'households'] as const).filter((measure) => (comparison[measure]?.total ?? 0) > 0);
}

/** Names of the numbers of a move, above the list of moves. */
export function moveHead({ i18n }: Desk, measures: readonly Measure[]): HTMLElement {
  return h(
    'div',
    { class: 'rows-head', 'aria-hidden': 'true' },
    ...(['area', ...measures] as const).map((measure) => h('span', {}, i18n.t(`balance.${measure}`))),
  );
}

export function endsOf({ from, fromName, fromNames, to, toName, toNames }: Move): [End, End] {
  return [
    { code: from, name: fromName, names: fromNames },
    { code: to, name: toName, names: toNames },
  ];
}

export function endsOfRow({ code, name, names, withCode, withName, withNames }: CrosswalkRow): [End, End] {
  return [
    { code, name, names },
    { code: withCode, name: withName, names: withNames },
  ];
}

/** Who gives what to whom. */
export function moveRow({ i18n }: Desk, move: Move, measures: readonly Measure[]): Node[] {
  const [from, to] = endsOf(move);
  return [
    ...pairOf(i18n, from, to, '→'),
    h(
      'span',
      { class: 'row-numbers' },
      cell(i18n.t('balance.area'), i18n.area(move.areaSquareMetres)),
      ...measures.map((measure) => cell(i18n.t(`compare.${measure}`), i18n.told(i18n.number(move[measure] ?? 0), basisOfMeasure(measure)))),
    ),
  ];
}

/** A number that says to screen readers what it is of. */
function cell(label: string, text: string): HTMLElement {
  return h('span', {}, h('span', { class: 'visually-hidden' }, `${label} `), text);
}

/** Whose parts the columns of a crosswalk are. */
export function shareHead({ i18n }: Desk, titles: { from: string; to: string }): HTMLElement {
  const of = (title: string): HTMLElement => h('span', { title }, i18n.t('crosswalk.ofTitle', { title }));
  return h(
    'div',
    { class: 'rows-head rows-shares', 'aria-hidden': 'true' },
    h('span'),
    h('span', {}, i18n.t('crosswalk.shared')),
    of(titles.from),
    of(titles.to),
  );
}

/** What two areas share, and which part of each it is. */
export function crosswalkRow({ i18n }: Desk, row: CrosswalkRow): Node[] {
  const [one, other] = endsOfRow(row);
  const share = (value: number | null, of: string | null): string =>
    of === null || value === null ? '–' : `${i18n.number(value * 100, value < 0.1 ? 1 : 0)}%`;
  const line = (label: string, amount: string, ofOne: number | null, ofOther: number | null): HTMLElement =>
    h(
      'span',
      { class: 'row-numbers rows-shares' },
      h('span', {}, label),
      h('span', {}, amount),
      h('span', {}, share(ofOne, row.code)),
      h('span', {}, share(ofOther, row.withCode)),
    );
  return [
    ...pairOf(i18n, one, other, '×'),
    line(i18n.t('balance.area'), i18n.area(row.areaSquareMetres), row.areaShare, row.areaShareOfWith),
    line(i18n.t('balance.addresses'), i18n.number(row.addresses), row.addressesShare, row.addressesShareOfWith),
    ...(row.households === null
      ? []
      : [
          line(
            i18n.t('balance.households'),
            i18n.told(i18n.number(row.households), 'estimated'),
            row.householdsShare,
            row.householdsShareOfWith,
          ),
        ]),
  ];
}

export function balanceTable(desk: Desk, { balance }: Comparison): HTMLElement {
  const { i18n } = desk;
  const share = (value: number): string => `${i18n.number(value * 100)}%`;
  const rows = BALANCES.flatMap((measure) => {
    const spread = balance[measure];
    if (!spread || spread.before.total + spread.after.total === 0) return [];
    const mean = (value: number): string => (measure === 'area' ? i18n.area(value) : i18n.number(value, 1));
    const both = (text: (of: Spread) => string): HTMLElement =>
      h('td', {}, text(spread.before), h('span', { class: 'after' }, `→ ${text(spread.after)}`));
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, i18n.t(`balance.${measure}`)),
      both((of) => i18n.told(mean(of.mean), of.estimated > 0 ? 'estimated' : 'counted')),
      both((of) => share(of.largestDeviation)),
      both((of) => share(of.coefficientOfVariation)),
    );
  });
  return table(
    i18n.t('compare.balance'),
    'compare-balance',
    ['', i18n.t('compare.mean'), i18n.t('compare.largest'), i18n.t('compare.variation')],
    rows,
  );
}

function table(label: string, testId: string, heads: readonly string[], rows: readonly HTMLElement[]): HTMLElement {
  return h(
    'div',
    { class: 'table-box', tabindex: '0', role: 'group', 'aria-label': label },
    h(
      'table',
      { class: 'table', 'data-testid': testId },
      h('caption', { class: 'visually-hidden' }, label),
      h('thead', {}, h('tr', {}, ...heads.map((text) => (text ? h('th', { scope: 'col' }, text) : h('td', {}))))),
      h('tbody', {}, ...rows),
    ),
  );
}

/** `split: A → A, B`. */
export function wordsOf({ i18n }: Desk, { alterations, fate, from, to }: Change): Node[] {
  const text = (side: Change['from'], word: (unit: Change['from'][number]) => string): string => side.map(word).join(', ');
  const both = (word: (unit: Change['from'][number]) => string): string => {
    const [before, after] = [text(from, word), text(to, word)];
    return before && after && before !== after ? `${before} → ${after}` : before || after;
  };
  const swatch = h('span', { class: 'swatch swatch-fill', 'aria-hidden': 'true' });
  swatch.style.backgroundColor = FATE_COLOURS[fate];
  const words = both((unit) => i18n.nameOf(unit));
  const codes = both(({ code }) => code);
  return [
    h(
      'span',
      { class: 'entry-line' },
      swatch,
      h('span', { class: 'entry-title' }, i18n.t(`fate.${fate}`)),
      h('span', { class: 'entry-end' }, alterations.map((one) => i18n.t(`alteration.${one}`)).join(', ')),
    ),
    h(
      'span',
      { class: 'row-one', title: words === codes ? codes : `${words} (${codes})` },
      words,
      words === codes ? null : h('span', { class: 'code quiet' }, ` ${codes}`),
    ),
  ];
}
