// Says that an edit moved grids of officers, and leads to the choice of what becomes of them.
import type { EditAnswer } from '../../client/draftTypes';
import { isAbort } from '../../client/http';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import type { DraftSession } from '../session/session';
import { askOfficers } from './officerChoices';

export class OfficersAsked {
  readonly element = h('div', { class: 'plan-note', hidden: true, role: 'status', 'data-testid': 'officers-asked' });
  private asking: AbortController | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly session: DraftSession,
  ) {}

  close(): void {
    this.asking?.abort();
  }

  /** Of edits, only those that touch a grid about whose officers something is asked can ask more, or less. */
  changedBy({ officers }: EditAnswer): void {
    if (officers.length > 0 || !this.element.hidden) void this.load();
  }

  async load(): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const asked = await this.desk.drafts.officers(this.session.id, asking.signal);
      const open = asked.filter(({ chosen, outdated }) => !chosen || outdated).length;
      if (!asking.signal.aborted) this.show(asked.length, open);
    } catch (error) {
      if (!isAbort(error)) this.desk.fail(error);
    }
  }

  private show(all: number, open: number): void {
    const { i18n } = this.desk;
    this.element.hidden = all === 0;
    const choose = async (): Promise<void> => {
      await askOfficers(this.desk, this.session);
      await this.load();
    };
    fill(
      this.element,
      h('p', {}, i18n.t('officers.asked', { n: all, open })),
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': 'officers-choose',
          onclick: () => void choose().catch((error: unknown) => this.desk.fail(error)),
        },
        i18n.t('officers.choose'),
      ),
    );
  }
}
