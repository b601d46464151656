// The findings of a draft: open ones by severity, the chosen one with its fixes, and folded away what was accepted.
import type { DraftFinding } from '../../client/draftTypes';
import type { Finding } from '../../client/types';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { rovingList } from '../../ui/list';
import { skeleton } from '../../ui/parts';
import { FindingsView, whereOf } from '../findingsView';
import { FindingCard } from './findingCard';
import { MendAll } from './mendAll';
import { FactsView } from './factsView';
import { RulesView } from './rulesView';
import type { DraftSession } from '../session/session';
import { sentence } from '../../model/sentence';

/** So many accepted findings are listed. */
const MOST_ACCEPTED = 1000;

export class DraftFindingsView {
  readonly element = h('div', { class: 'stack' });
  private readonly open: FindingsView;
  private readonly card: FindingCard;
  private readonly mendAll: MendAll;
  private readonly rules: RulesView;
  private readonly facts: FactsView;
  private readonly accepted;
  private readonly folded: HTMLDetailsElement;
  private readonly foldedTitle = h('summary', { 'data-testid': 'accepted-findings' });
  private listed = -1;
  private readonly reading = new AbortController();

  /** @param pick zooms to a finding and chooses it */
  constructor(
    private readonly desk: Desk,
    private readonly session: DraftSession,
    private readonly pick: (finding: Finding) => void,
  ) {
    this.open = new FindingsView(desk);
    this.card = new FindingCard(desk, session);
    this.mendAll = new MendAll(desk, session);
    this.rules = new RulesView(desk, () => void session.findings.load());
    this.facts = new FactsView(desk, session.id);
    this.accepted = rovingList<DraftFinding>({
      label: desk.i18n.t('finding.acceptedTitle'),
      testId: 'accepted-list',
      keyOf: ({ id }) => id,
      render: (finding) => [
        h('span', { class: 'entry-title' }, desk.i18n.t(`finding.${finding.kind}`)),
        h('span', { class: 'entry-text' }, sentence(finding.message)),
        h('span', { class: 'quiet entry-where' }, whereOf(desk.i18n, finding)),
        h('span', { class: 'quiet' }, finding.accepted?.reason ?? ''),
      ],
      pick,
    });
    this.folded = h('details', { class: 'more' }, this.foldedTitle, this.accepted.element);
    this.folded.addEventListener('toggle', () => void this.fold());
    this.draw();
  }

  close(): void {
    this.reading.abort();
    this.card.close();
    this.mendAll.close();
    this.rules.close();
    this.facts.close();
  }

  draw(): void {
    const { i18n, store } = this.desk;
    const book = this.session.findings;
    const { first, chosen, edition } = book.store.get();
    if (!first) {
      fill(this.element, skeleton(i18n, 'app.loading', 4));
      return;
    }
    this.card.show(chosen);
    this.open.show(book, this.pick);
    this.accepted.mark(store.get().finding);
    this.folded.hidden = first.accepted === 0;
    fill(this.foldedTitle, i18n.t('finding.acceptedCount', { n: first.accepted }));
    this.mendAll.element.hidden = !first.kinds.some(({ fixable }) => fixable > 0);
    if (this.listed !== edition) void this.fold();
    if (this.element.firstChild !== this.card.element) {
      fill(this.element, this.card.element, this.mendAll.element, this.open.element, this.folded, this.rules.element, this.facts.element);
    }
  }

  /** Lists what was accepted, while that is unfolded. */
  private async fold(): Promise<void> {
    const { of, store } = this.session.findings;
    const { edition } = store.get();
    if (!this.folded.open || this.listed === edition) return;
    this.listed = edition;
    try {
      const { findings } = await this.desk.findings.page(of, { accepted: true }, { limit: MOST_ACCEPTED }, this.reading.signal);
      this.accepted.show(findings);
      this.accepted.mark(this.desk.store.get().finding);
    } catch (error) {
      this.desk.fail(error);
    }
  }
}
