// Publishing a draft: from when on, and what still stands against it.
import { ProblemError } from '../../client/http';
import { conflictOf } from '../../client/drafts';
import type { Finding, Findings, Plan } from '../../client/types';
import type { Desk } from '../../ui/desk';
import { ask } from '../../ui/dialogs';
import { fill, h, uniqueId } from '../../ui/dom';
import { inputField } from '../../ui/parts';
import { messageOf } from '../mode';
import { sentence } from '../../model/sentence';
import { today } from '../../model/plans';
import type { DraftSession } from '../session/session';
import { nameOf } from '../session/unitName';
import { OfficerChoices } from './officerChoices';
import { summaryView } from './summaryView';

/** So many findings are named in the dialog. */
const NAMED = 5;

/** Asks for the date and publishes; null where the planner thought better of it. */
export async function askPublish(desk: Desk, session: DraftSession): Promise<Plan | null> {
  const { i18n } = desk;
  const date = h('input', { type: 'date', required: true, 'data-testid': 'publish-date' });
  date.value = today();
  const reasonId = uniqueId('reason');
  const reason = h('textarea', { id: reasonId, rows: 2, 'data-testid': 'publish-reason' });
  const outcome = h('div', { class: 'form-outcome form-wrong', role: 'alert', 'data-testid': 'publish-outcome' });
  const first = await desk.findings.page(session.findings.of, { severity: 'blocking', accepted: false }, { limit: NAMED });
  const summary = await desk.drafts.summary(session.id);
  const officers = new OfficerChoices(desk, session, summary.officers);
  const publish = async (): Promise<Plan | undefined> => {
    fill(outcome);
    try {
      return await desk.drafts.publish(session.id, date.value, reason.value.trim() || null, session.version);
    } catch (error) {
      fill(outcome, ...refusal(desk, error));
      if (error instanceof ProblemError && error.body['reason'] === 'officers-changed') {
        await officers.reload().catch((failed: unknown) => desk.fail(failed));
      }
      return undefined;
    }
  };
  return ask<Plan>(i18n, {
    title: i18n.t('publish.title'),
    about: session.id,
    testId: 'publish-dialog',
    wide: true,
    body: [
      h('p', { class: 'quiet' }, i18n.t('publish.about')),
      inputField(i18n.t('publish.date'), date, i18n.t('publish.dateHelp')),
      summaryView(desk, summary, officers.element),
      remaining(desk, first),
      first.blocking > 0
        ? h(
            'div',
            { class: 'field' },
            h('label', { for: reasonId }, i18n.t('publish.reason')),
            reason,
            h('p', { class: 'hint' }, i18n.t('publish.reasonHelp')),
          )
        : null,
      outcome,
    ],
    answers: [
      {
        text: i18n.t('publish.yes'),
        kind: 'primary',
        testId: 'publish-yes',
        value: () => {
          if (date.value !== '') return publish();
          fill(outcome, i18n.t('publish.needDate'));
          return undefined;
        },
      },
    ],
  });
}

function remaining(desk: Desk, { blocking, accepted, findings }: Findings): HTMLElement {
  const { i18n } = desk;
  if (blocking === 0) {
    const text = accepted > 0 ? i18n.t('publish.readyAccepted', { n: accepted }) : i18n.t('publish.ready');
    return h('p', { class: 'form-right', 'data-testid': 'publish-ready' }, text);
  }
  return h('div', { class: 'plan-note' }, h('p', {}, i18n.t('publish.blocked', { n: blocking })), list(desk, findings, blocking));
}

function list(desk: Desk, findings: readonly Finding[], all: number): HTMLElement {
  return h(
    'ul',
    { class: 'bullets' },
    ...findings.slice(0, NAMED).map((finding) => h('li', {}, sentence(finding.message))),
    all > NAMED ? h('li', {}, desk.i18n.t('publish.andMore', { n: all - NAMED })) : null,
  );
}

function refusal(desk: Desk, error: unknown): (Node | string)[] {
  const units = conflictOf(error)?.units.map((code) => nameOf(desk, code));
  const findings = error instanceof ProblemError && Array.isArray(error.body['findings']) ? (error.body['findings'] as Finding[]) : null;
  return [
    h('p', {}, messageOf(error)),
    ...(units && units.length > 0 ? [h('p', {}, units.join('; '))] : []),
    ...(findings ? [list(desk, findings, findings.length)] : []),
  ];
}
