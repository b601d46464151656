// What stands around the map whatever the workspace: search, selects of theme and level, layers, legend, inspector, keys.
import type { Config } from './client/types';
import { appKeys } from './keys';
import { LAYERS } from './stage/layers';
import type { State } from './model/state';
import { wantedLevel } from './model/levels';
import type { Desk } from './ui/desk';
import { fill } from './ui/dom';
import { LayersPanel } from './ui/layersPanel';
import { drawScope } from './ui/scope';
import { SearchBox } from './ui/search';
import type { Shell } from './ui/shell';
import { listenToKeys } from './ui/shortcuts';
import { UnitCard } from './ui/unitCard';

export class Furniture {
  private readonly layers: LayersPanel;
  private readonly card: UnitCard;
  private readonly endings: (() => void)[] = [];

  /** Puts everything into its place in the shell. */
  constructor(
    private readonly desk: Desk,
    private readonly shell: Shell,
    config: Config,
    shortcuts: HTMLDialogElement,
  ) {
    const { store, i18n } = desk;
    const search = this.search();
    this.layers = new LayersPanel(store, i18n, (layer) => LAYERS[layer].offered?.(config) ?? true);
    this.card = new UnitCard(desk);
    fill(shell.search, search.element);
    fill(shell.layersPlace, this.layers.button, this.layers.element);
    fill(shell.legendPlace, desk.legend.element);
    fill(shell.inspector, this.card.element);
    this.drawScope();
    this.showCard();
    this.endings.push(listenToKeys(appKeys(desk, shell, search, this.layers, shortcuts)));
  }

  changed(state: State, before: State): void {
    if (state.theme !== before.theme || state.level !== before.level) this.drawScope();
    this.layers.draw();
    const same = state.unit === before.unit && state.theme === before.theme && state.at === before.at && state.draft === before.draft;
    if (!same) this.showCard();
  }

  close(): void {
    for (const end of this.endings.splice(0)) end();
  }

  private search(): SearchBox {
    const { api, i18n, map, store, say, fail } = this.desk;
    return new SearchBox(api, i18n, {
      bounds: () => this.desk.theme().bounds,
      middle: () => map.view(),
      choose: (place) => {
        map.reveal(place.lon, place.lat, 16);
        store.set({ workspace: 'dispatch', place: { ...place, sought: true } });
      },
      say,
      fail,
    });
  }

  /** The unit chosen; a draft has its own way to show it. */
  private showCard(): void {
    const { draft, unit } = this.desk.store.get();
    void this.card.show(draft ? null : unit);
  }

  private drawScope(): void {
    const { i18n, store } = this.desk;
    const theme = this.desk.theme();
    const level = wantedLevel(theme.levels, store.get().level)?.name ?? '';
    drawScope(this.shell.scope, i18n, this.desk.themes(), theme, level, {
      theme: (id) =>
        store.set({
          theme: id,
          level: null,
          unit: null,
          plan: null,
          draft: null,
          compare: null,
          at: null,
          finding: null,
          findingKind: null,
        }),
      level: (name) => store.set({ level: name }),
    });
  }
}
