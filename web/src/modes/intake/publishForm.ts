// Publishing what was imported: from which day on, and why all the same where something is found.
import { today } from '../../model/plans';
import { fill, h } from '../../ui/dom';
import { inputField } from '../../ui/parts';
import type { IntakeDesk } from './intakeDesk';
import { toldOf, trouble } from './told';

/** The reason with which findings are accepted, or what is to be said first. */
export type Accepted = { readonly reason: string | null } | { readonly needs: string };

export interface PublishHow {
  /** Whether publishing is what is to be done next. */
  readonly primary: boolean;
  accept: () => Accepted;
}

export class PublishForm {
  readonly element: HTMLElement;
  private readonly date = h('input', { type: 'date', required: true, 'data-testid': 'intake-date' });
  private readonly outcome = h('div', {});
  private readonly publish: HTMLButtonElement;

  /** @param plan id of the draft */
  constructor(
    private readonly desk: IntakeDesk,
    private readonly theme: string,
    private readonly plan: number,
    private readonly how: PublishHow,
  ) {
    const { i18n } = desk;
    this.date.value = today();
    this.publish = h(
      'button',
      {
        type: 'button',
        class: how.primary ? 'button button-primary' : 'button',
        'data-testid': 'intake-publish',
        onclick: () => void this.run(),
      },
      i18n.t('intake.publish'),
    );
    const draft = h(
      'button',
      { type: 'button', class: 'button', 'data-testid': 'intake-draft', onclick: () => desk.openDraft(theme, plan) },
      i18n.t('intake.openDraft'),
    );
    this.element = h(
      'div',
      { class: 'stack' },
      inputField(i18n.t('publish.date'), this.date, i18n.t('publish.dateHelp')),
      this.outcome,
      h('div', { class: 'button-row' }, this.publish, draft),
    );
  }

  private async run(): Promise<void> {
    const { drafts, i18n } = this.desk;
    const accepted = this.how.accept();
    const needs = 'needs' in accepted ? accepted.needs : this.date.value === '' ? i18n.t('publish.needDate') : null;
    if (needs !== null || 'needs' in accepted) {
      fill(this.outcome, trouble(needs ?? '', 'intake-publish-trouble'));
      return;
    }
    this.publish.disabled = true;
    try {
      const draft = String(this.plan);
      const { version } = await drafts.get(draft);
      await drafts.publish(draft, this.date.value, accepted.reason, version);
      this.desk.done(this.theme, i18n.t('intake.published'));
    } catch (error) {
      this.publish.disabled = false;
      const told = toldOf(error);
      if (told !== null) fill(this.outcome, trouble(told, 'intake-publish-trouble'));
    }
  }
}
