// A comparison in numbers: what became of units, who gives what to whom, and the balance before and after.
import { BALANCES, FATES, type Change, type Comparison, type Move, type Spread } from '../../client/compareTypes';
import { FATE_COLOURS } from '../../map/colours';
import type { Desk } from '../../ui/desk';
import { h } from '../../ui/dom';
import { facts } from '../../ui/parts';

/** So many rows are shown; all are in the table to download. */
const MOST_ROWS = 100;

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

export function totals({ i18n }: Desk, { area, addresses, openIncidents }: Comparison): HTMLElement {
  const of = ({ moved, total }: { moved: number; total: number }): string => i18n.t('compare.of', { moved, total });
  return facts([
    [i18n.t('compare.moved'), i18n.area(area.moved)],
    area.added > 0 ? [i18n.t('compare.added'), i18n.area(area.added)] : null,
    area.dropped > 0 ? [i18n.t('compare.dropped'), i18n.area(area.dropped)] : null,
    [i18n.t('compare.addresses'), of(addresses)],
    [i18n.t('compare.openIncidents'), of(openIncidents)],
  ]);
}

/** @param csv where the whole table can be downloaded */
export function moveTable(desk: Desk, moves: readonly Move[], csv: string): HTMLElement {
  const { i18n } = desk;
  const moved = moves.filter(({ from, to }) => from !== to);
  const who = (code: string | null): string => code ?? i18n.t('compare.nobody');
  const row = ({ from, to, areaSquareMetres, addresses, openIncidents }: Move): HTMLElement =>
    h(
      'tr',
      {},
      h('th', { scope: 'row', class: 'code' }, `${who(from)} →`, h('span', { class: 'after' }, who(to))),
      h('td', {}, i18n.area(areaSquareMetres)),
      h('td', {}, i18n.number(addresses)),
      h('td', {}, i18n.number(openIncidents)),
    );
  const heads = [i18n.t('compare.fromTo'), i18n.t('balance.area'), i18n.t('balance.addresses'), i18n.t('balance.openIncidents')];
  return h(
    'div',
    { class: 'stack' },
    moved.length > 0 ? table(i18n.t('compare.hands'), 'moves', heads, moved.slice(0, MOST_ROWS).map(row)) : h('p', { class: 'quiet' }, i18n.t('compare.noMoves')),
    moved.length > MOST_ROWS ? h('p', { class: 'quiet' }, i18n.t('compare.cut', { shown: MOST_ROWS, total: moved.length })) : null,
    h('a', { class: 'button', href: csv, download: 'comparison.csv', 'data-testid': 'compare-csv' }, i18n.t('compare.download')),
  );
}

export function balanceTable(desk: Desk, { balance }: Comparison): HTMLElement {
  const { i18n } = desk;
  const share = (value: number): string => `${i18n.number(value * 100)}%`;
  const rows = BALANCES.flatMap((measure) => {
    const spread = balance[measure];
    if (!spread) return [];
    const mean = (value: number): string => (measure === 'area' ? i18n.area(value) : i18n.number(value, 1));
    const both = (text: (of: Spread) => string): HTMLElement => h('td', {}, text(spread.before), h('span', { class: 'after' }, `→ ${text(spread.after)}`));
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, i18n.t(`balance.${measure}`)),
      both((of) => mean(of.mean)),
      both((of) => share(of.largestDeviation)),
      both((of) => share(of.coefficientOfVariation)),
    );
  });
  return table(i18n.t('compare.balance'), 'compare-balance', ['', i18n.t('compare.mean'), i18n.t('compare.largest'), i18n.t('compare.variation')], rows);
}

function table(label: string, testId: string, heads: readonly string[], rows: readonly HTMLElement[]): HTMLElement {
  return h(
    'div',
    { class: 'table-box', tabindex: '0', role: 'region', 'aria-label': label },
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
  const codes = (side: Change['from']): string => side.map(({ code }) => code).join(', ');
  const arrow = from.length > 0 && to.length > 0 && codes(from) !== codes(to);
  const swatch = h('span', { class: 'swatch swatch-fill', 'aria-hidden': 'true' });
  swatch.style.backgroundColor = FATE_COLOURS[fate];
  return [
    h('span', { class: 'entry-line' }, swatch, h('span', { class: 'entry-title' }, i18n.t(`fate.${fate}`)), h('span', { class: 'entry-end' }, alterations.map((one) => i18n.term('alteration', one)).join(', '))),
    h('span', { class: 'code entry-text' }, arrow ? `${codes(from)} → ${codes(to)}` : codes(from) || codes(to)),
  ];
}
