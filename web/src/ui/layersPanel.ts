// Which layers the map shows.
import type { I18n } from '../i18n/i18n';
import { LAYER_IDS, layerShown, type LayerId, type State } from '../model/state';
import type { Store } from '../model/store';
import { fill, h, iconButton } from './dom';

export class LayersPanel {
  readonly button: HTMLButtonElement;
  readonly element: HTMLElement;
  private readonly body = h('div', { class: 'layers-body' });

  /** @param offered whether a layer exists here at all: a base map needs one in the configuration */
  constructor(
    private readonly store: Store<State>,
    private readonly i18n: I18n,
    private readonly offered: (layer: LayerId) => boolean,
  ) {
    const title = i18n.t('layers.title');
    this.button = iconButton('layers', title, () => this.toggle(), {
      'aria-expanded': 'false',
      'aria-controls': 'layers-panel',
      'data-testid': 'layers-button',
    });
    this.element = h(
      'section',
      { class: 'card layers', id: 'layers-panel', 'aria-label': title, hidden: true },
      h('h2', { class: 'card-title' }, title),
      this.body,
    );
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.toggle(false);
      this.button.focus();
    });
    this.draw();
  }

  toggle(open = this.element.hidden): void {
    this.element.hidden = !open;
    this.button.setAttribute('aria-expanded', String(open));
    if (open) this.element.querySelector('input')?.focus();
  }

  /** Ticks what shows now. */
  draw(): void {
    const state = this.store.get();
    const focused = (document.activeElement as HTMLElement | null)?.dataset['layer'];
    fill(
      this.body,
      LAYER_IDS.filter(this.offered).map((layer) =>
        h(
          'label',
          { class: 'check' },
          h('input', {
            type: 'checkbox',
            'data-layer': layer,
            checked: layerShown(state, layer),
            onchange: (event: Event) => this.switch(layer, (event.target as HTMLInputElement).checked),
          }),
          h('span', {}, this.i18n.t(`layers.${layer}`)),
        ),
      ),
    );
    if (focused) this.body.querySelector<HTMLElement>(`[data-layer=${focused}]`)?.focus();
  }

  private switch(layer: LayerId, on: boolean): void {
    this.store.set({ layers: { ...this.store.get().layers, [layer]: on } });
  }
}
