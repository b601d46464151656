// The draft that is open: its name and state, undo and redo, and what can be done with it as a whole.
import type { Draft } from '../../client/draftTypes';
import type { Desk } from '../../ui/desk';
import { askText, confirm } from '../../ui/dialogs';
import { fill, h, icon, iconButton } from '../../ui/dom';
import { againstBase } from '../compare/versions';
import { askAssignments } from './assignments';
import { changesOf } from './draftsView';
import { askPublish } from './publish';
import type { DraftSession, SessionState } from '../session/session';

/** Where the planner goes from here. */
export interface DraftExits {
  left: () => void;
  opened: (draft: Draft) => void;
  published: () => void;
}

export class DraftHead {
  readonly element = h('section', { class: 'draft-head', 'data-testid': 'draft-head' });
  private readonly end: () => void;
  /** Whether the planner leaves knowing that edits have not been sent. */
  saidUnsent = false;
  /** The planner is deleting or publishing it: its end is no news. */
  private leaving = false;

  /**
   * @param left leaves the draft for the plan in force
   * @param opened goes on with another draft
   * @param published the draft has become a plan
   */
  constructor(
    private readonly desk: Desk,
    private readonly session: DraftSession,
    private readonly actions: DraftExits,
  ) {
    this.element.setAttribute('aria-label', desk.i18n.t('draft.open'));
    this.end = session.store.subscribe(() => this.draw());
    this.draw();
  }

  close(): void {
    this.end();
  }

  /** The draft was deleted or published, here or elsewhere. */
  gone(): void {
    if (this.leaving) return;
    this.desk.tell(this.desk.i18n.t('draft.gone'));
    this.actions.left();
  }

  private draw(): void {
    const { i18n } = this.desk;
    const state = this.session.store.get();
    const { draft } = state;
    const focused = (document.activeElement as HTMLElement | null)?.dataset['testid'];
    const inside = this.element.contains(document.activeElement);
    const menu = this.element.querySelector('details')?.open ?? false;
    fill(
      this.element,
      h(
        'header',
        { class: 'draft-title' },
        h(
          'div',
          {},
          h('p', { class: 'eyebrow' }, i18n.t('plan.draft')),
          h('h2', {}, draft ? draft.name || i18n.t('draft.unnamed', { id: String(draft.id) }) : '…'),
        ),
        iconButton('close', i18n.t('draft.leave'), () => void this.leave(), { 'data-testid': 'draft-leave' }),
      ),
      draft?.description ? h('p', { class: 'quiet' }, draft.description) : null,
      draft ? h('p', { class: 'quiet', 'data-testid': 'draft-changes' }, this.base(draft), ' · ', changesOf(this.desk, draft)) : null,
      this.saving(state),
      draft ? this.buttons(draft) : null,
      draft ? this.more(draft, menu) : null,
    );
    if (inside && focused) this.element.querySelector<HTMLElement>(`[data-testid="${focused}"]`)?.focus();
  }

  private base(draft: Draft): string {
    const { i18n } = this.desk;
    if (!draft.base) return i18n.t('draft.noBase');
    return i18n.t('draft.base', { plan: String(draft.base.plan) });
  }

  /** Whether everything is stored; what is not can be sent again or given up. */
  private saving({ saving, pending }: SessionState): HTMLElement {
    const { i18n } = this.desk;
    const text = saving === 'unsaved' ? i18n.counted('draft.unsaved', pending) : i18n.t(`draft.${saving}`);
    return h(
      'div',
      { class: `saving saving-${saving}`, role: 'status', 'data-testid': 'saving', 'data-saving': saving },
      saving === 'saved' ? icon('check') : null,
      h('span', {}, text),
      saving === 'unsaved'
        ? h(
            'button',
            { type: 'button', class: 'button', 'data-testid': 'retry', onclick: () => void this.session.flush() },
            i18n.t('app.retry'),
          )
        : null,
      saving === 'unsaved'
        ? h('button', { type: 'button', class: 'link', onclick: () => void this.discard() }, i18n.t('draft.discard'))
        : null,
    );
  }

  private buttons(draft: Draft): HTMLElement {
    const { i18n } = this.desk;
    const step = (kind: 'undo' | 'redo', keys: string): HTMLElement => {
      const next = draft[kind];
      const what = i18n.t(`draft.${kind}`);
      const label = next ? i18n.t('draft.step', { what, edit: i18n.t(`edit.${next.kind}`), keys }) : what;
      return iconButton(kind, label, () => void this.session[kind](), {
        'data-testid': kind,
        disabled: next === null,
        class: 'icon-button bordered',
      });
    };
    return h(
      'div',
      { class: 'button-row' },
      step('undo', 'Ctrl Z'),
      step('redo', 'Ctrl Shift Z'),
      this.comparing(draft),
      h(
        'button',
        { type: 'button', class: 'button button-primary push', 'data-testid': 'publish', onclick: () => void this.publish() },
        i18n.t('publish.open'),
      ),
    );
  }

  private comparing(draft: Draft): HTMLElement | null {
    const shown = againstBase(draft);
    const { i18n, store } = this.desk;
    if (!shown) return null;
    return h(
      'button',
      { type: 'button', class: 'button', 'data-testid': 'draft-compare', onclick: () => store.set(shown) },
      i18n.t('compare.short'),
    );
  }

  private more(draft: Draft, open: boolean): HTMLElement {
    const { i18n, drafts } = this.desk;
    const action = (text: string, testId: string, onclick: () => void): HTMLElement =>
      h('button', { type: 'button', class: 'button', 'data-testid': testId, onclick }, text);
    return h(
      'details',
      { class: 'more', open },
      h('summary', { 'data-testid': 'draft-more' }, i18n.t('draft.more')),
      h(
        'div',
        { class: 'button-row' },
        action(i18n.t('draft.rename'), 'draft-rename', () => void this.describe(draft, 'name')),
        action(i18n.t('draft.describe'), 'draft-describe', () => void this.describe(draft, 'description')),
        action(i18n.t('draft.duplicate'), 'draft-duplicate', () => void this.duplicate(draft)),
        h(
          'a',
          { class: 'button', href: drafts.download(draft.id), download: `${draft.name || 'draft'}.geojson` },
          i18n.t('draft.download'),
        ),
        action(i18n.t('assign.open'), 'draft-assignments', () => void askAssignments(this.desk, this.session)),
        action(i18n.t('draft.delete'), 'draft-delete', () => void this.delete(draft)),
      ),
    );
  }

  private async describe(draft: Draft, field: 'name' | 'description'): Promise<void> {
    const { i18n, drafts } = this.desk;
    await askText(i18n, {
      title: i18n.t(field === 'name' ? 'draft.rename' : 'draft.describe'),
      label: i18n.t(`draft.${field}`),
      value: draft[field],
      yes: i18n.t('dialog.save'),
      long: field === 'description',
      optional: field === 'description',
      act: (text) => this.session.act((version) => drafts.describe(draft.id, { [field]: text }, version)),
    });
  }

  private async duplicate(draft: Draft): Promise<void> {
    const { i18n, drafts } = this.desk;
    const name = i18n.t('draft.copyOf', { name: draft.name });
    try {
      this.actions.opened(await drafts.create({ theme: draft.theme, copyOf: draft.id, name }));
    } catch (error) {
      this.desk.fail(error);
    }
  }

  private async delete(draft: Draft): Promise<void> {
    const { i18n, drafts } = this.desk;
    const sure = await confirm(i18n, i18n.t('draft.delete'), i18n.t('draft.deleteSure', { name: draft.name }), i18n.t('draft.delete'));
    if (!sure) return;
    this.leaving = true;
    try {
      await drafts.delete(draft.id, this.session.version);
      this.session.discard();
      this.actions.left();
    } catch (error) {
      this.leaving = false;
      this.desk.fail(error);
    }
  }

  /** Leaves the draft; where edits have not reached the server, that is said first. */
  private async leave(): Promise<void> {
    const { i18n } = this.desk;
    const { pending } = this.session.store.get();
    const text = i18n.counted('draft.leaveUnsent', pending);
    if (pending > 0 && !(await confirm(i18n, i18n.t('draft.leaveTitle'), text, i18n.t('draft.leaveYes')))) return;
    this.saidUnsent = true;
    this.actions.left();
  }

  private async discard(): Promise<void> {
    const { i18n } = this.desk;
    if (await confirm(i18n, i18n.t('draft.discard'), i18n.t('draft.discardSure'), i18n.t('draft.discard'))) this.session.discard();
  }

  private async publish(): Promise<void> {
    this.leaving = true;
    try {
      if (await askPublish(this.desk, this.session)) this.actions.published();
    } catch (error) {
      this.desk.fail(error);
    } finally {
      this.leaving = false;
    }
  }
}
