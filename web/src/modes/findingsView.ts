// The findings of a plan by kind and severity.
import type { Finding, Findings } from '../client/types';
import type { Desk } from '../ui/desk';
import { fill, h, icon } from '../ui/dom';
import { rovingList, type RovingList } from '../ui/list';
import { emptyState, selectField } from '../ui/parts';
import { sentence } from './mode';

/** So many findings are listed at a time. */
const PAGE = 100;

export class FindingsView {
  readonly element = h('div', { class: 'stack' });
  private readonly list: RovingList<Finding>;
  private pick: (finding: Finding) => void = () => undefined;
  private limit = PAGE;

  constructor(private readonly desk: Desk) {
    this.list = rovingList<Finding>({
      label: desk.i18n.t('tab.findings'),
      testId: 'findings',
      keyOf: ({ id }) => id,
      render: (finding) => this.render(finding),
      pick: (finding) => this.pick(finding),
    });
  }

  show(findings: Findings, pick: (finding: Finding) => void): void {
    const { i18n, store } = this.desk;
    this.pick = pick;
    if (findings.findings.length === 0) {
      fill(this.element, h('div', { class: 'all-clear' }, icon('check'), emptyState(i18n.t('finding.none'), i18n.t('finding.noneHelp'))));
      return;
    }
    const { findingKind, finding } = store.get();
    const shown = findings.findings.filter(({ kind }) => findingKind === null || kind === findingKind);
    const chosen = shown.findIndex(({ id }) => id === finding);
    if (chosen >= this.limit) this.limit = chosen + 1;
    this.list.show(shown.slice(0, this.limit));
    this.list.mark(finding);
    const summary = i18n.t('finding.summary', { blocking: findings.blocking, warnings: findings.warnings });
    fill(
      this.element,
      h('p', { class: 'quiet', 'data-testid': 'findings-summary' }, summary),
      this.kinds(findings.findings),
      shown.length > 0 ? this.list.element : emptyState(i18n.t('finding.noneFiltered')),
      shown.length > this.limit ? this.more(findings, shown.length) : null,
    );
  }

  private kinds(findings: readonly Finding[]): HTMLElement | null {
    const { i18n, store } = this.desk;
    const counts = new Map<Finding['kind'], number>();
    for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (counts.size < 2 && store.get().findingKind === null) return null;
    const choices = [
      { value: '', text: i18n.t('finding.all') },
      ...[...counts].map(([kind, count]) => ({ value: kind, text: `${i18n.t(`finding.${kind}`)} (${i18n.number(count)})` })),
    ];
    return selectField(i18n.t('finding.kind'), choices, store.get().findingKind ?? '', (value) => {
      this.limit = PAGE;
      store.set({ findingKind: value || null });
    });
  }

  private more(findings: Findings, total: number): HTMLElement {
    const next = Math.min(PAGE, total - this.limit);
    const show = (): void => {
      this.limit += PAGE;
      this.show(findings, this.pick);
    };
    return h('button', { type: 'button', class: 'button', onclick: show }, this.desk.i18n.t('list.more', { n: next }));
  }

  private render(finding: Finding): Node[] {
    const { i18n } = this.desk;
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
    ];
  }
}
