// What becomes of officers whose grids the draft moves: one question each, and what is chosen is kept with the draft at once.
import type { OfficerChoice, OfficerQuestion } from '../../client/draftTypes';
import type { Desk } from '../../ui/desk';
import { ask } from '../../ui/dialogs';
import { fill, h, uniqueId } from '../../ui/dom';
import { messageOf } from '../mode';
import type { DraftSession } from '../session/session';

export class OfficerChoices {
  readonly element = h('section', { class: 'stack officer-choices', 'data-testid': 'officer-choices' });
  private readonly wrong = h('p', { class: 'form-outcome form-wrong', role: 'alert' });
  private readonly list = h('ul', { class: 'stack' });

  constructor(
    private readonly desk: Desk,
    private readonly session: DraftSession,
    asked: readonly OfficerQuestion[],
  ) {
    fill(this.element, h('h4', {}, desk.i18n.t('summary.officers')), this.list, this.wrong);
    this.show(asked);
  }

  /** Asks the server what stands by now. */
  async reload(): Promise<void> {
    this.show(await this.desk.drafts.officers(this.session.id));
  }

  private show(asked: readonly OfficerQuestion[]): void {
    const focused = (document.activeElement as HTMLElement | null)?.dataset['assignment'];
    this.element.hidden = asked.length === 0;
    fill(
      this.list,
      asked.map((question) => this.entry(question)),
    );
    if (focused) this.list.querySelector<HTMLElement>(`select[data-assignment="${focused}"]`)?.focus();
  }

  private entry(question: OfficerQuestion): HTMLElement {
    const { i18n } = this.desk;
    const id = uniqueId('choice');
    const { assignment, choice } = question;
    const select = h(
      'select',
      {
        id,
        'data-stored': true,
        'data-assignment': assignment,
        onchange: () => void this.choose(assignment, select.value as OfficerChoice),
      },
      ...offered(question).map((each) => h('option', { value: each }, i18n.t(`officers.${each}`))),
    );
    select.value = choice;
    const confirm = (): void => void this.choose(assignment, select.value as OfficerChoice);
    return h(
      'li',
      { class: 'field', 'data-testid': 'officer-choice', 'data-officer': question.officer },
      h('label', { for: id }, this.said(question)),
      select,
      h('p', { class: 'quiet', 'data-testid': 'officer-then' }, this.then(question)),
      question.outdated
        ? h(
            'p',
            { class: 'form-wrong' },
            i18n.t('officers.outdated'),
            ' ',
            h('button', { type: 'button', class: 'link', 'data-testid': 'officer-confirm', onclick: confirm }, i18n.t('officers.confirm')),
          )
        : null,
    );
  }

  private said({ name, role, grid, path, code, addresses, moved }: OfficerQuestion): string {
    const { i18n } = this.desk;
    const words = { name: i18n.half(name), role: i18n.term('role', role), grid: i18n.nearOf(path) || grid, addresses, moved };
    return i18n.t(code === null ? 'officers.gone' : 'officers.moved', words);
  }

  /** The grids that the officer answers for then. */
  private then({ grids, paths, chosen }: OfficerQuestion): string {
    const { i18n } = this.desk;
    const named = grids.map((code, at) => i18n.nearOf(paths[at] ?? []) || code).join('; ');
    const then = named === '' ? i18n.t('officers.thenNone') : i18n.t('officers.then', { grids: named });
    return chosen ? then : `${then} ${i18n.t('officers.unchosen')}`;
  }

  private async choose(assignment: number, choice: OfficerChoice): Promise<void> {
    const { drafts } = this.desk;
    fill(this.wrong);
    try {
      const now = await this.session.kept(() => drafts.chooseOfficer(this.session.id, assignment, choice));
      this.show(now);
    } catch (error) {
      fill(this.wrong, messageOf(error));
      await this.reload().catch((broken: unknown) => this.desk.fail(broken));
    }
  }
}

/** What makes a difference: where the grid is no more, nobody can stay with it. */
function offered({ code, choices }: OfficerQuestion): readonly OfficerChoice[] {
  return code === null ? choices.filter((choice) => choice === 'larger' || choice === 'nobody') : choices;
}

/** Asks what becomes of them. */
export async function askOfficers(desk: Desk, session: DraftSession): Promise<void> {
  const { i18n } = desk;
  const asked = await desk.drafts.officers(session.id);
  const choices = new OfficerChoices(desk, session, asked);
  await ask<true>(i18n, {
    title: i18n.t('officers.title'),
    about: session.id,
    testId: 'officers-dialog',
    cancel: i18n.t('app.close'),
    body: [
      h('p', { class: 'quiet' }, i18n.t('officers.about')),
      asked.length === 0 ? h('p', {}, i18n.t('officers.none')) : null,
      choices.element,
    ],
    answers: [],
  });
}
