// One finding of a draft: what it is, what could be done about it, and what that would change.
import type { DraftFinding, Repair } from '../../client/draftTypes';
import { isAbort } from '../../client/http';
import type { Desk } from '../../ui/desk';
import { askAssign } from '../../ui/assignOfficer';
import { askText } from '../../ui/dialogs';
import { fill, h } from '../../ui/dom';
import { whereOf } from '../findingsView';
import { messageOf } from '../mode';
import { sentence } from '../../model/sentence';
import { askVoid } from '../session/askVoid';
import { canMend, firstChoice, movements, proposal, receiverField, repairOf, showRepair } from './mending';
import type { DraftSession } from '../session/session';

export class FindingCard {
  readonly element = h('section', { class: 'finding-card', 'data-testid': 'finding-card', hidden: true });
  private readonly outcome = h('div', { class: 'stack' });
  private finding: DraftFinding | null = null;
  private choice = 'both-corners';
  private asking: AbortController | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly session: DraftSession,
  ) {
    this.element.setAttribute('aria-label', desk.i18n.t('finding.chosen'));
  }

  /** Shows a finding, or none. The same finding again keeps its preview. */
  show(finding: DraftFinding | null): void {
    const same = finding !== null && finding.id === this.finding?.id && finding.accepted?.at === this.finding.accepted?.at;
    this.finding = finding;
    this.element.hidden = finding === null;
    if (same) return;
    this.clear();
    if (!finding) return;
    this.choice = firstChoice(finding);
    fill(this.element, this.head(finding), ...(finding.accepted ? this.acceptedPart(finding) : this.openPart(finding)));
  }

  close(): void {
    this.clear();
  }

  private clear(): void {
    this.asking?.abort();
    fill(this.outcome);
    showRepair(this.desk, null);
  }

  private head(finding: DraftFinding): HTMLElement {
    const { i18n } = this.desk;
    return h(
      'header',
      {},
      h(
        'p',
        { class: 'entry-line' },
        h('span', { class: `badge badge-${finding.severity}` }, i18n.t(`finding.${finding.severity}`)),
        h('strong', {}, i18n.t(`finding.${finding.kind}`)),
      ),
      h('p', {}, sentence(finding.message)),
      h('p', { class: 'quiet' }, whereOf(i18n, finding)),
    );
  }

  private acceptedPart(finding: DraftFinding): HTMLElement[] {
    const { i18n, drafts } = this.desk;
    const { reason = '', author = null, at = '' } = finding.accepted ?? {};
    const takeBack = (): void => void this.session.act((version) => drafts.takeBack(this.session.id, finding.id, version));
    return [
      h('blockquote', { class: 'reason', 'data-testid': 'accepted-reason' }, reason),
      h('p', { class: 'quiet' }, [author ? i18n.t('plan.author', { author }) : null, i18n.moment(at)].filter(Boolean).join(' · ')),
      h('button', { type: 'button', class: 'button', 'data-testid': 'take-back', onclick: takeBack }, i18n.t('finding.takeBack')),
    ];
  }

  private openPart(finding: DraftFinding): (HTMLElement | null)[] {
    const { i18n } = this.desk;
    const mendable = canMend(finding);
    const unmanned = finding.kind === 'grid-without-officer';
    return [
      mendable
        ? receiverField(this.desk, finding, this.choice, (value) => {
            this.choice = value;
            void this.preview(finding);
          })
        : h('p', { class: 'quiet' }, i18n.t(unmanned ? 'officer.byHand' : 'repair.byHand')),
      h(
        'div',
        { class: 'button-row' },
        mendable ? this.button('repair.preview', 'preview', () => void this.preview(finding)) : null,
        mendable ? this.button('repair.apply', 'apply', () => void this.apply(finding), 'button-primary') : null,
        unmanned ? this.button('officer.assign', 'finding-assign', () => void this.assign(finding), 'button-primary') : null,
        finding.fixes.includes('declare-void') ? this.button('void.ofFinding', 'declare-void', () => void this.declare(finding)) : null,
        this.button('finding.accept', 'accept', () => void this.accept(finding)),
      ),
      this.outcome,
    ];
  }

  private button(
    key: 'repair.preview' | 'repair.apply' | 'finding.accept' | 'void.ofFinding' | 'officer.assign',
    testId: string,
    onclick: () => void,
    kind = '',
  ): HTMLElement {
    return h('button', { type: 'button', class: `button ${kind}`, 'data-testid': testId, onclick }, this.desk.i18n.t(key));
  }

  private async preview(finding: DraftFinding): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const repair = await proposal(this.desk, this.session, repairOf(finding, this.choice, false), asking.signal);
      if (asking.signal.aborted) return;
      showRepair(this.desk, repair);
      fill(this.outcome, ...this.described(repair));
    } catch (error) {
      if (!isAbort(error)) fill(this.outcome, h('p', { class: 'form-wrong', role: 'alert' }, messageOf(error)));
    }
  }

  private described(repair: Repair): HTMLElement[] {
    const { i18n } = this.desk;
    if (repair.mends.length === 0) return [h('p', { class: 'quiet' }, i18n.t('repair.nothing'))];
    return [
      ...repair.mends.map(({ message }) => h('p', {}, message)),
      ...(repair.moved.length > 0 ? [movements(this.desk, repair.moved)] : []),
      h('p', { class: 'quiet' }, i18n.t('repair.legend')),
    ];
  }

  /** A preview still on its way is not waited for: it would come to a finding that is mended by then. */
  private async apply(finding: DraftFinding): Promise<void> {
    this.asking?.abort();
    await this.session.act((version) => this.desk.drafts.repair(this.session.id, repairOf(finding, this.choice, true), version));
  }

  private async accept(finding: DraftFinding): Promise<void> {
    const { i18n, drafts } = this.desk;
    await askText(i18n, {
      title: i18n.t('finding.acceptTitle'),
      about: sentence(finding.message),
      label: i18n.t('finding.reason'),
      yes: i18n.t('finding.accept'),
      long: true,
      act: (reason) => this.session.act((version) => drafts.accept(this.session.id, finding.id, reason, version)),
    });
  }

  /** Somebody answers for the grid from now on; the finding goes with the next check. */
  private async assign({ units, paths }: DraftFinding): Promise<void> {
    const code = units[0];
    const [path] = paths;
    if (code !== undefined) await askAssign(this.desk, { code, title: path ? this.desk.i18n.pathOf(path) : code });
  }

  /** A gap that is meant to be one: a lake, another city's enclave. */
  private async declare(finding: DraftFinding): Promise<void> {
    await askVoid(this.desk, (about) => this.session.send({ type: 'declare-void', ...about, finding: finding.id }));
  }
}
