// The findings of a draft: open ones by severity, the chosen one with its fixes, and folded away what was accepted.
import type { DraftFinding } from '../../client/draftTypes';
import type { Finding } from '../../client/types';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { rovingList } from '../../ui/list';
import { skeleton } from '../../ui/parts';
import { FindingsView } from '../findingsView';
import { FindingCard } from './findingCard';
import { MendAll } from './mendAll';
import { RulesView } from './rulesView';
import type { DraftSession } from '../session/session';
import { sentence } from '../mode';

export class DraftFindingsView {
  readonly element = h('div', { class: 'stack' });
  private readonly open: FindingsView;
  private readonly card: FindingCard;
  private readonly mendAll: MendAll;
  private readonly rules: RulesView;
  private readonly accepted;
  private readonly folded: HTMLDetailsElement;
  private readonly foldedTitle = h('summary', { 'data-testid': 'accepted-findings' });
  private readonly end: () => void;

  /** @param pick zooms to a finding and chooses it */
  constructor(
    private readonly desk: Desk,
    private readonly session: DraftSession,
    private readonly pick: (finding: Finding) => void,
  ) {
    this.open = new FindingsView(desk);
    this.card = new FindingCard(desk, session);
    this.mendAll = new MendAll(desk, session);
    this.rules = new RulesView(desk, () => void session.loadFindings());
    this.accepted = rovingList<DraftFinding>({
      label: desk.i18n.t('finding.acceptedTitle'),
      testId: 'accepted-list',
      keyOf: ({ id }) => id,
      render: (finding) => [
        h('span', { class: 'entry-title' }, desk.i18n.t(`finding.${finding.kind}`)),
        h('span', { class: 'entry-text' }, sentence(finding.message)),
        h('span', { class: 'quiet' }, finding.accepted?.reason ?? ''),
      ],
      pick,
    });
    this.folded = h('details', { class: 'more' }, this.foldedTitle, this.accepted.element);
    this.end = session.store.subscribe(() => this.draw());
    this.draw();
  }

  close(): void {
    this.end();
    this.card.close();
    this.mendAll.close();
    this.rules.close();
  }

  draw(): void {
    const { i18n, store } = this.desk;
    const { findings } = this.session.store.get();
    if (!findings) {
      fill(this.element, skeleton(i18n, 'app.loading', 4));
      return;
    }
    const { finding } = store.get();
    const open = findings.findings.filter(({ accepted }) => !accepted);
    const accepted = findings.findings.filter(({ accepted }) => accepted);
    this.card.show(findings.findings.find(({ id }) => id === finding) ?? null);
    this.open.show({ ...findings, findings: open }, this.pick);
    this.accepted.show(accepted);
    this.accepted.mark(finding);
    this.folded.hidden = accepted.length === 0;
    fill(this.foldedTitle, i18n.t('finding.acceptedCount', { n: accepted.length }));
    const mendable = open.some(({ fixes }) => fixes.length > 0);
    this.mendAll.element.hidden = !mendable;
    if (this.element.firstChild !== this.card.element) {
      fill(this.element, this.card.element, this.mendAll.element, this.open.element, this.folded, this.rules.element);
    }
  }
}
