// Publishing a draft: from when on, and what still stands against it.
import { ProblemError } from '../../client/http';
import { conflictOf } from '../../client/drafts';
import type { Finding, Plan } from '../../client/types';
import type { Desk } from '../../ui/desk';
import { ask } from '../../ui/dialogs';
import { fill, h, uniqueId } from '../../ui/dom';
import { inputField } from '../../ui/parts';
import { messageOf, sentence } from '../mode';
import { today } from '../../model/plans';
import type { DraftSession } from '../session/session';

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
  const blocking = session.store.get().findings?.findings.filter((finding) => finding.severity === 'blocking' && !finding.accepted) ?? [];
  let published: Plan | null = null;
  const publish = async (): Promise<void> => {
    fill(outcome);
    try {
      published = await desk.drafts.publish(session.id, date.value, reason.value.trim() || null, session.version);
      outcome.closest('dialog')?.close();
    } catch (error) {
      fill(outcome, ...refusal(desk, error));
    }
  };
  await ask<true>(i18n, {
    title: i18n.t('publish.title'),
    testId: 'publish-dialog',
    body: [
      h('p', { class: 'quiet' }, i18n.t('publish.about')),
      inputField(i18n.t('publish.date'), date, i18n.t('publish.dateHelp')),
      remaining(desk, session, blocking),
      blocking.length > 0
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
          if (date.value === '') fill(outcome, i18n.t('publish.needDate'));
          else void publish();
          return undefined;
        },
      },
    ],
  });
  return published;
}

function remaining(desk: Desk, session: DraftSession, blocking: readonly Finding[]): HTMLElement {
  const { i18n } = desk;
  const findings = session.store.get().findings;
  if (blocking.length === 0) {
    const accepted = findings?.accepted ?? 0;
    const text = accepted > 0 ? i18n.t('publish.readyAccepted', { n: accepted }) : i18n.t('publish.ready');
    return h('p', { class: 'form-right', 'data-testid': 'publish-ready' }, text);
  }
  return h('div', { class: 'plan-note' }, h('p', {}, i18n.t('publish.blocked', { n: blocking.length })), list(desk, blocking));
}

function list(desk: Desk, findings: readonly Finding[]): HTMLElement {
  return h(
    'ul',
    { class: 'bullets' },
    ...findings.slice(0, NAMED).map((finding) => h('li', {}, sentence(finding.message))),
    findings.length > NAMED ? h('li', {}, desk.i18n.t('publish.andMore', { n: findings.length - NAMED })) : null,
  );
}

function refusal(desk: Desk, error: unknown): (Node | string)[] {
  const units = conflictOf(error)?.units;
  const findings = error instanceof ProblemError && Array.isArray(error.body['findings']) ? (error.body['findings'] as Finding[]) : null;
  return [
    h('p', {}, messageOf(error)),
    ...(units && units.length > 0 ? [h('p', { class: 'code' }, units.join(', '))] : []),
    ...(findings ? [list(desk, findings)] : []),
  ];
}
