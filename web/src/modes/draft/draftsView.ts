// The drafts of a theme: open one, begin one, bring one in; and the name that edits carry.
import type { Draft } from '../../client/draftTypes';
import { PendingEdits } from '../../model/pending';
import { authorName, setAuthorName } from '../../ui/author';
import type { Desk } from '../../ui/desk';
import { askText } from '../../ui/dialogs';
import { fill, h } from '../../ui/dom';
import { rovingList } from '../../ui/list';
import { emptyState, failure, inputField, skeleton } from '../../ui/parts';
import { isAbort } from '../../client/http';
import { messageOf } from '../mode';
import { shelf } from '../session/session';

export class DraftsView {
  readonly element = h('div', { class: 'stack', 'data-testid': 'drafts' });
  private readonly listBox = h('div', {});
  private readonly list;
  private readonly file: HTMLInputElement;

  /** @param open shows a draft on the map */
  constructor(
    private readonly desk: Desk,
    private readonly open: (draft: Draft) => void,
  ) {
    const { i18n } = desk;
    this.list = rovingList<Draft>({
      label: i18n.t('draft.title'),
      testId: 'draft-list',
      keyOf: ({ id }) => String(id),
      render: (draft) => this.render(draft),
      pick: open,
    });
    this.file = h('input', {
      type: 'file',
      accept: '.geojson,.json,application/geo+json',
      class: 'visually-hidden',
      tabindex: '-1',
      'aria-label': i18n.t('draft.import'),
      'data-testid': 'draft-file',
      onchange: () => void this.import(),
    });
    fill(
      this.element,
      this.listBox,
      h(
        'div',
        { class: 'button-row' },
        h(
          'button',
          { type: 'button', class: 'button button-primary', 'data-testid': 'draft-new', onclick: () => void this.begin() },
          i18n.t('draft.new'),
        ),
        h('button', { type: 'button', class: 'button', onclick: () => this.file.click() }, i18n.t('draft.import')),
        this.file,
      ),
      this.author(),
    );
  }

  async load(signal: AbortSignal | undefined): Promise<void> {
    const { drafts, i18n } = this.desk;
    fill(this.listBox, skeleton(i18n, 'draft.loading', 1));
    try {
      const found = await drafts.list(this.desk.theme().id, signal);
      this.list.show(found);
      fill(this.listBox, found.length > 0 ? this.list.element : emptyState(i18n.t('draft.none'), i18n.t('draft.noneHelp')));
    } catch (error) {
      if (isAbort(error)) return;
      const message = error instanceof Error ? error.message : String(error);
      fill(
        this.listBox,
        failure(i18n, message, () => void this.load(signal)),
      );
    }
  }

  private async begin(): Promise<void> {
    const { i18n } = this.desk;
    await askText(i18n, {
      title: i18n.t('draft.new'),
      label: i18n.t('draft.name'),
      about: i18n.t('draft.newAbout'),
      value: i18n.t('draft.newName', { date: i18n.date(new Date().toISOString().slice(0, 10)) }),
      yes: i18n.t('draft.create'),
      act: async (name) => {
        try {
          this.open(await this.desk.drafts.create({ theme: this.desk.theme().id, name }));
          return null;
        } catch (error) {
          return messageOf(error);
        }
      },
    });
  }

  private async import(): Promise<void> {
    const file = this.file.files?.[0];
    this.file.value = '';
    if (!file) return;
    const name = file.name.replace(/\.(geo)?json$/i, '');
    await this.opened(this.desk.drafts.import(this.desk.theme().id, name, file));
  }

  private async opened(made: Promise<Draft>): Promise<void> {
    try {
      this.open(await made);
    } catch (error) {
      this.desk.fail(error);
    }
  }

  private author(): HTMLElement {
    const { i18n } = this.desk;
    const input = h('input', { type: 'text', autocomplete: 'name', 'data-testid': 'author', onchange: () => setAuthorName(input.value) });
    input.value = authorName() ?? '';
    return inputField(i18n.t('draft.author'), input, i18n.t('draft.authorHelp'));
  }

  private render(draft: Draft): Node[] {
    const { i18n } = this.desk;
    const unsent = new PendingEdits(shelf(), draft.id).all.length;
    const about = [
      unsent > 0 ? i18n.counted('draft.unsaved', unsent) : null,
      changesOf(this.desk, draft),
      draft.author ? i18n.t('plan.author', { author: draft.author }) : null,
      i18n.moment(draft.updated),
    ];
    return [
      h('span', { class: 'entry-title' }, draft.name || i18n.t('draft.unnamed', { id: String(draft.id) })),
      h('span', { class: 'quiet' }, about.filter(Boolean).join(' · ')),
      ...(draft.description ? [h('span', { class: 'entry-text' }, draft.description)] : []),
    ];
  }
}

/** How far a draft is from the plan that it is based on. */
export function changesOf({ i18n }: Desk, { units }: Draft): string {
  const { changed, added, removed } = units;
  return changed + added + removed === 0 ? i18n.t('draft.unchanged') : i18n.t('draft.changes', { changed, added, removed });
}
