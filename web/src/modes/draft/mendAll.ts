// Mending a whole draft at once: how, a preview, then all of it.
import { isAbort } from '../../client/http';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { MendForm, repairTold } from '../../ui/mendForm';
import { messageOf } from '../mode';
import { nameOf } from '../session/unitName';
import type { DraftSession } from '../session/session';
import { proposal, showRepair } from './mending';

export class MendAll {
  readonly element: HTMLDetailsElement;
  private readonly outcome = h('div', { class: 'stack', 'aria-live': 'polite' });
  private readonly form: MendForm;
  private asking: AbortController | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly session: DraftSession,
  ) {
    const { i18n } = desk;
    this.form = new MendForm(i18n);
    this.element = h(
      'details',
      { class: 'more', 'data-testid': 'mend-all' },
      h('summary', {}, i18n.t('repair.all')),
      h(
        'div',
        { class: 'stack' },
        this.form.element,
        h(
          'div',
          { class: 'button-row' },
          h(
            'button',
            { type: 'button', class: 'button', 'data-testid': 'preview-all', onclick: () => void this.preview() },
            i18n.t('repair.preview'),
          ),
          h(
            'button',
            { type: 'button', class: 'button button-primary', 'data-testid': 'apply-all', onclick: () => void this.apply() },
            i18n.t('repair.applyAll'),
          ),
        ),
        this.outcome,
      ),
    );
  }

  close(): void {
    this.asking?.abort();
    showRepair(this.desk, null);
  }

  private async preview(): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    const { desk } = this;
    try {
      const repair = await proposal(desk, this.session, this.form.request(false), asking.signal);
      if (asking.signal.aborted) return;
      showRepair(desk, repair);
      fill(this.outcome, ...repairTold(desk.i18n, repair, (code) => nameOf(desk, code)));
    } catch (error) {
      if (!isAbort(error)) fill(this.outcome, h('p', { class: 'form-wrong', role: 'alert' }, messageOf(error)));
    }
  }

  /** A preview still on its way is not waited for: it would come to findings that are mended by then. */
  private async apply(): Promise<void> {
    this.asking?.abort();
    await this.session.act((version) => this.desk.drafts.repair(this.session.id, this.form.request(true), version));
    showRepair(this.desk, null);
    fill(this.outcome);
  }
}
