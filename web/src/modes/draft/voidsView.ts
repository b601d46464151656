// The declared voids of a draft: where they are, and taking one back.
import type { VoidFeature } from '../../client/types';
import { squareMetres } from '../../model/outlines';
import { boundsOf } from '../../model/shapes';
import type { Desk } from '../../ui/desk';
import { confirm } from '../../ui/dialogs';
import { fill, h } from '../../ui/dom';
import { emptyState, failure, skeleton } from '../../ui/parts';
import { messageOf } from '../mode';
import type { DraftSession } from '../session/session';

export class VoidsView {
  readonly element = h('div', { class: 'stack', 'data-testid': 'voids' });
  private readonly end: () => void;

  constructor(
    private readonly desk: Desk,
    private readonly session: DraftSession,
  ) {
    this.end = desk.voids.store.subscribe(() => this.draw());
    this.draw();
  }

  close(): void {
    this.end();
  }

  private draw(): void {
    const { i18n, voids } = this.desk;
    const { error, loading, voids: known } = voids.store.get();
    const focused = this.element.contains(document.activeElement);
    if (error !== null)
      fill(
        this.element,
        failure(i18n, messageOf(error), () => void voids.load()),
      );
    else if (loading && known.length === 0) fill(this.element, skeleton(i18n, 'app.loading', 2));
    else if (known.length === 0) fill(this.element, emptyState(i18n.t('void.none'), i18n.t('void.noneHelp')));
    else fill(this.element, h('ul', { class: 'cards', 'aria-label': i18n.t('tab.voids') }, ...known.map((feature) => this.card(feature))));
    if (focused && !this.element.contains(document.activeElement)) this.element.querySelector<HTMLElement>('button')?.focus();
  }

  private card({ geometry, properties: { kind, name } }: VoidFeature): HTMLElement {
    const { i18n, map } = this.desk;
    const bounds = boundsOf(geometry);
    return h(
      'li',
      { class: 'void-card' },
      h('span', { class: 'swatch swatch-void', 'aria-hidden': 'true' }),
      h(
        'div',
        {},
        h('p', { class: 'entry-title' }, name),
        h('p', { class: 'quiet' }, `${i18n.t(`void.${kind}`)} · ${i18n.area(squareMetres(geometry))}`),
        h(
          'div',
          { class: 'button-row' },
          h(
            'button',
            {
              type: 'button',
              class: 'link',
              'aria-label': `${i18n.t('unit.zoom')}: ${name}`,
              onclick: () => bounds && map.fit(bounds, 17),
            },
            i18n.t('unit.zoom'),
          ),
          h(
            'button',
            {
              type: 'button',
              class: 'link',
              'aria-label': `${i18n.t('void.takeBack')}: ${name}`,
              'data-testid': 'drop-void',
              onclick: () => void this.drop(name),
            },
            i18n.t('void.takeBack'),
          ),
        ),
      ),
    );
  }

  private async drop(name: string): Promise<void> {
    const { i18n } = this.desk;
    const sure = await confirm(i18n, i18n.t('edit.drop-void'), i18n.t('void.dropSure', { name }), i18n.t('void.takeBack'));
    if (sure) await this.session.send({ type: 'drop-void', name });
  }
}
