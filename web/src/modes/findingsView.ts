// The findings of a plan by kind and severity, as many as were asked for.
import type { Finding } from '../client/types';
import type { Desk } from '../ui/desk';
import { fill, h, icon } from '../ui/dom';
import { rovingList, type RovingList } from '../ui/list';
import { emptyState, selectField } from '../ui/parts';
import { NO_FINDINGS, type FindingsAtHand } from './mode';
import { sentence } from '../model/sentence';
import { PAGE, type BookState, type FindingBook } from './session/findingBook';

export class FindingsView {
  readonly element = h('div', { class: 'stack' });
  private readonly list: RovingList<Finding>;
  private pick: (finding: Finding) => void = () => undefined;

  constructor(private readonly desk: Desk) {
    this.list = rovingList<Finding>({
      label: desk.i18n.t('tab.findings'),
      testId: 'findings',
      keyOf: ({ id }) => id,
      render: (finding) => findingEntry(desk, finding),
      pick: (finding) => this.pick(finding),
    });
  }

  show(book: FindingBook, pick: (finding: Finding) => void): void {
    const { i18n, store } = this.desk;
    const state = book.store.get();
    const { first, rows, total } = state;
    this.pick = pick;
    if (!first) return;
    if (openOf(state, book.accepted) === 0) {
      fill(this.element, h('div', { class: 'all-clear' }, icon('check'), emptyState(i18n.t('finding.none'), i18n.t('finding.noneHelp'))));
      return;
    }
    this.list.show(rows);
    this.list.mark(store.get().finding);
    const summary = i18n.t('finding.summary', { blocking: first.blocking, warnings: first.warnings });
    fill(
      this.element,
      h('p', { class: 'quiet', 'data-testid': 'findings-summary' }, summary),
      this.kinds(book),
      rows.length > 0 ? this.list.element : emptyState(i18n.t('finding.noneFiltered')),
      rows.length < total ? this.more(book, total - rows.length) : null,
    );
  }

  private kinds(book: FindingBook): HTMLElement | null {
    const { i18n, store } = this.desk;
    const { findingKind } = store.get();
    const counts = (book.store.get().first?.kinds ?? [])
      .map(({ kind, open, accepted }) => ({ kind, count: book.accepted === false ? open : open + accepted }))
      .filter(({ kind, count }) => count > 0 || kind === findingKind);
    if (counts.length < 2 && findingKind === null) return null;
    const choices = [
      { value: '', text: i18n.t('finding.all') },
      ...counts.map(({ kind, count }) => ({ value: kind, text: `${i18n.t(`finding.${kind}`)} (${i18n.number(count)})` })),
    ];
    return selectField(i18n.t('finding.kind'), choices, findingKind ?? '', (value) => store.set({ findingKind: value || null }), {
      'data-testid': 'finding-kind',
    });
  }

  private more(book: FindingBook, left: number): HTMLElement {
    const text = this.desk.i18n.t('list.more', { n: Math.min(PAGE, left) });
    return h('button', { type: 'button', class: 'button', 'data-testid': 'findings-more', onclick: () => void book.more() }, text);
  }
}

/** How many findings there are of all kinds. */
export function openOf({ first }: BookState, accepted: boolean | null): number {
  if (!first) return 0;
  return first.blocking + first.warnings + (accepted === false ? 0 : first.accepted);
}

/** A finding as an entry of a list: what and how much, the sentence, and where. */
function findingEntry({ i18n }: Desk, finding: Finding): Node[] {
  const measures = [
    finding.areaSquareMetres ? i18n.area(finding.areaSquareMetres) : null,
    finding.widthMetres ? i18n.t('finding.width', { distance: i18n.distance(finding.widthMetres) }) : null,
  ].filter(Boolean);
  return [
    h(
      'span',
      { class: 'entry-line' },
      h('span', { class: `badge badge-${finding.severity}` }, i18n.t(`finding.${finding.severity}`)),
      h('span', { class: 'entry-title' }, i18n.t(`finding.${finding.kind}`)),
      h('span', { class: 'entry-end' }, measures.join(' · ')),
    ),
    h('span', { class: 'entry-text' }, sentence(finding.message)),
    h('span', { class: 'quiet entry-where' }, whereOf(i18n, finding)),
  ];
}

/** What the first unit of a finding is part of, and the codes of the units. */
export function whereOf(i18n: Desk['i18n'], { paths, units }: Finding): string {
  const [path] = paths;
  const above = path ? i18n.pathOf(path.slice(0, -1)) : '';
  const codes = units.length > 3 ? `${units.slice(0, 3).join(', ')}…` : units.join(', ');
  return [above, codes].filter(Boolean).join(' · ');
}

/** What the map needs to know of a list of findings. */
export function atHand(book: FindingBook | null): FindingsAtHand {
  const { first, chosen, edition } = book?.store.get() ?? {};
  if (!book || !first) return NO_FINDINGS;
  const severities = [...(first.blocking > 0 ? (['blocking'] as const) : []), ...(first.warnings > 0 ? (['warning'] as const) : [])];
  return { of: book.of, accepted: book.accepted, edition: edition ?? 0, severities, chosen: chosen ?? null };
}

/** The finding in words for who does not see the map. */
export function saidOf({ i18n }: Desk, { kind, paths, units }: Finding): string {
  const named = paths.map((path) => i18n.nearOf(path));
  return i18n.t('finding.said', { kind: i18n.t(`finding.${kind}`), units: (named.length > 0 ? named : units).join('; ') });
}
