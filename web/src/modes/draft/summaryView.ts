// What publishing changes, before the date is confirmed: to be read in the dialog, printed, or taken away as CSV.
import type { Summary } from '../../client/draftTypes';
import type { Desk } from '../../ui/desk';
import { h } from '../../ui/dom';
import { facts } from '../../ui/parts';
import { sentence } from '../../model/sentence';
import { basisOfAll, deviationText, measureName, measured } from '../balance/balanceFigures';

/** So many findings are on the page; the table has more. */
const NAMED = 200;

/** @param officers what becomes of those whose grids move */
export function summaryView(desk: Desk, summary: Summary, officers: HTMLElement): HTMLElement {
  const { drafts, i18n } = desk;
  const print = (): void => window.print();
  return h(
    'section',
    { class: 'summary stack', 'data-testid': 'publish-summary' },
    h('h3', { class: 'section-title' }, i18n.t('summary.title')),
    h('p', { class: 'summary-name' }, summary.name || i18n.t('draft.unnamed', { id: String(summary.draft) })),
    units(desk, summary),
    hands(desk, summary),
    officers,
    findings(desk, summary),
    h(
      'div',
      { class: 'button-row summary-ways' },
      h('button', { type: 'button', class: 'button', 'data-testid': 'summary-print', onclick: print }, i18n.t('summary.print')),
      h(
        'a',
        {
          class: 'button',
          href: drafts.summaryTable(summary.draft),
          download: `summary-${summary.draft}.csv`,
          'data-testid': 'summary-csv',
        },
        i18n.t('compare.download'),
      ),
    ),
  );
}

function units({ i18n }: Desk, { levels }: Summary): HTMLElement {
  const counts = ['added', 'removed', 'redrawn', 'relabelled'] as const;
  return h(
    'table',
    { class: 'table', 'data-testid': 'summary-units' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, i18n.t('summary.level')),
        ...counts.map((count) => h('th', { scope: 'col' }, i18n.t(`summary.${count}`))),
        h('th', { scope: 'col' }, i18n.t('summary.after')),
      ),
    ),
    h(
      'tbody',
      {},
      ...levels.map((level) =>
        h(
          'tr',
          { 'data-level': level.level },
          h('th', { scope: 'row' }, i18n.term('level', level.level)),
          ...[...counts.map((count) => level[count]), level.units].map((n) => h('td', {}, i18n.number(n))),
        ),
      ),
    ),
  );
}

/** What changes hands, and what all areas have together. */
function hands(desk: Desk, { hands: moved, facts: totals }: Summary): HTMLElement {
  const { i18n } = desk;
  const rows: (readonly [string, Node | string] | null)[] = moved
    ? [
        [i18n.t('compare.moved'), named('ground', i18n.area(moved.moved))],
        moved.added > 0 ? [i18n.t('compare.added'), i18n.area(moved.added)] : null,
        moved.dropped > 0 ? [i18n.t('compare.dropped'), i18n.area(moved.dropped)] : null,
        [i18n.t('compare.addresses'), named('addresses', i18n.number(moved.addresses))],
        moved.households === null
          ? null
          : [i18n.t('balance.households'), named('households', i18n.told(i18n.number(moved.households), 'estimated'))],
        [i18n.t('compare.openIncidents'), named('incidents', i18n.number(moved.openIncidents))],
      ]
    : [];
  return h(
    'div',
    { class: 'stack' },
    moved ? h('h4', {}, i18n.t('compare.hands')) : null,
    facts(rows),
    totals.length > 0 ? h('h4', {}, i18n.t('summary.totals')) : null,
    facts(
      totals.map(({ attribute, before, after, estimated }) => {
        const now = measured(desk, attribute, after, basisOfAll({ estimated }));
        const change = before === after ? i18n.t('summary.same') : `${i18n.number(before, 2)} → ${now}`;
        const part = before !== after && before !== 0 ? ` (${deviationText(desk, after / before - 1)})` : '';
        const basis = estimated > 0 ? ` · ${i18n.t('balance.estimated', { n: estimated })}` : '';
        const total = before === after ? `${now}, ${change}` : change;
        return [measureName(desk, attribute), named(`total-${attribute}`, `${total}${part}${basis}`)] as const;
      }),
    ),
  );
}

function findings({ i18n }: Desk, { findings: left }: Summary): HTMLElement | null {
  if (left.listed.length === 0) return null;
  return h(
    'details',
    { 'data-testid': 'summary-findings', open: left.listed.length <= 5 },
    h('summary', {}, i18n.t('summary.findings', { accepted: left.accepted, blocking: left.blocking, warnings: left.warnings })),
    h(
      'ul',
      { class: 'bullets' },
      ...left.listed
        .slice(0, NAMED)
        .map(({ message, reason, author }) =>
          h(
            'li',
            {},
            sentence(message),
            reason === null ? null : h('p', { class: 'quiet' }, i18n.t('summary.because', { reason, author: author ?? '' })),
          ),
        ),
    ),
  );
}

function named(id: string, text: string): HTMLElement {
  return h('span', { 'data-testid': `summary-${id}` }, text);
}
