// Wiring: builds the page, the map and the workspaces around one state, and takes all of it down again.
import { Api } from './client/api';
import { Http, isAbort } from './client/http';
import type { Config, Theme } from './client/types';
import { I18n } from './i18n/i18n';
import { CityMap, type MapEvents } from './map/cityMap';
import { Marks } from './map/marks';
import { PointLayer } from './map/pointLayer';
import { UnitLayer } from './map/unitLayer';
import { Stage } from './stage';
import type { LanguageId, State, WorkspaceId } from './model/state';
import { wantedLevel } from './model/levels';
import { Store } from './model/store';
import type { Mode } from './modes/mode';
import { Dispatch } from './modes/dispatch';
import { Hotspots } from './modes/hotspots';
import { Zoning } from './modes/zoning';
import type { Desk } from './ui/desk';
import { fill } from './ui/dom';
import { LayersPanel } from './ui/layersPanel';
import { Legend } from './ui/legend';
import { emptyState, failure, skeleton } from './ui/parts';
import { drawScope } from './ui/scope';
import { SearchBox } from './ui/search';
import { Shell } from './ui/shell';
import { listenToKeys, shortcutsDialog } from './ui/shortcuts';
import { UnitCard } from './ui/unitCard';

export interface AppHost {
  /** Opens the application anew with another state: another language changes every word. */
  reopen(state: State): void;
  /** Writes the state into the address. */
  link(state: State): void;
}

/** How often the server is tried again while it is away, in milliseconds. */
const RETRY_EVERY = 10_000;

export class App {
  private readonly store: Store<State>;
  private readonly i18n: I18n;
  private readonly shell: Shell;
  private readonly api: Api;
  private readonly dialog: HTMLDialogElement;
  private readonly endings: (() => void)[] = [];
  private themes: readonly Theme[] = [];
  private stage: Stage | null = null;
  private desk: Desk | null = null;
  private mode: Mode | null = null;
  private layers: LayersPanel | null = null;
  private search: SearchBox | null = null;
  private retrying = 0;
  private missed = false;

  constructor(
    state: State,
    private readonly host: AppHost,
  ) {
    this.store = new Store(state);
    this.i18n = new I18n(state.language);
    this.api = new Api(new Http(this.i18n.tag, this.i18n.t('app.unreachable'), (reachable) => this.reach(reachable)));
    this.dialog = shortcutsDialog(this.i18n);
    this.shell = new Shell(this.i18n, {
      workspace: (id) => this.store.set({ workspace: id }),
      language: (id) => this.speak(id),
      help: () => this.dialog.showModal(),
      copyLink: () => void this.copyLink(),
      zoomIn: () => this.desk?.map.zoomBy(1),
      zoomOut: () => this.desk?.map.zoomBy(-1),
      whole: () => this.whole(),
      retry: () => this.retry(),
    });
    document.documentElement.lang = this.i18n.tag;
    document.body.dataset['ready'] = 'false';
    fill(document.body, this.shell.root, this.dialog);
    this.shell.setWorkspace(state.workspace);
    this.shell.setCity(null);
  }

  /** Loads the configuration and the themes, then opens the workspace. What fails can be tried again. */
  async start(): Promise<void> {
    const { panelBody } = this.shell;
    fill(panelBody, skeleton(this.i18n, 'app.loading', 6));
    try {
      const [config, themes] = await Promise.all([this.api.config(), this.api.themes()]);
      this.themes = themes;
      const city = config.names[this.i18n.language] || config.city;
      this.shell.setCity(city === null ? null : this.i18n.half(city));
      const usable = themes.filter(({ bounds, levels }) => bounds && levels.length > 0);
      const wanted = this.store.get().theme ?? config.defaultTheme;
      const theme = usable.find(({ id }) => id === wanted) ?? usable[0];
      if (theme) this.open(config, theme);
      else this.showNothing();
    } catch (error) {
      if (isAbort(error)) return;
      const message = error instanceof Error ? error.message : String(error);
      fill(panelBody, failure(this.i18n, message, () => void this.start()));
      document.body.dataset['ready'] = 'failed';
    }
  }

  /** Ends everything that was begun. */
  close(): void {
    clearTimeout(this.retrying);
    for (const end of this.endings.splice(0)) end();
    this.mode?.exit();
    this.stage?.close();
    this.desk?.map.close();
    document.body.replaceChildren();
  }

  private showNothing(): void {
    fill(this.shell.panelBody, emptyState(this.i18n.t('app.noTheme'), this.i18n.t('app.noThemeHelp')));
    document.body.dataset['ready'] = 'true';
  }

  private open(config: Config, theme: Theme): void {
    this.store.set({ theme: theme.id });
    const events: MapEvents = {
      moved: (view) => this.stage?.moved(view),
      picked: (lon, lat, pixel) => this.stage?.picked(lon, lat, pixel),
      hovered: (at) => this.stage?.hovered(at),
    };
    const map = new CityMap(this.shell.mapBox, events, () => this.shell.covered());
    const units = new UnitLayer(map, this.api, {
      drawn: (drawn, shown, parent) => this.stage?.drawn(drawn, shown, parent),
      busy: (is) => this.shell.setBusy(is),
      failed: (error) => this.fail(error),
    });
    this.desk = {
      store: this.store,
      api: this.api,
      i18n: this.i18n,
      map,
      units,
      marks: new Marks(map),
      points: new PointLayer(
        (count) => this.i18n.number(count),
        () => this.stage?.pointsPainted(),
      ),
      legend: new Legend(this.i18n, !matchMedia('(max-width: 1180px)').matches),
      panel: this.shell.panelBody,
      theme: () => this.theme(),
      say: (text) => this.shell.say(text),
      fail: (error) => this.fail(error),
      recolour: () => this.stage?.recolour(),
      refreshPoints: () => this.stage?.loadPoints(),
    };
    this.stage = new Stage(this.desk, this.shell, () => this.mode);
    this.furnish(this.desk, config);
    this.stage.open(config);
    this.enter(this.store.get().workspace);
    this.endings.push(this.store.subscribe((state, before) => this.changed(state, before)));
    this.host.link(this.store.get());
  }

  /** Puts search, selects, layers, legend and inspector into their places. */
  private furnish(desk: Desk, config: Config): void {
    this.search = new SearchBox(this.api, this.i18n, {
      bounds: () => this.theme().bounds,
      choose: (place) => {
        desk.map.reveal(place.lon, place.lat, 16);
        this.store.set({ workspace: 'dispatch', place });
      },
      say: desk.say,
      fail: desk.fail,
    });
    this.layers = new LayersPanel(this.store, this.i18n, (layer) => layer !== 'basemap' || config.basemap !== null);
    const card = new UnitCard(desk);
    fill(this.shell.search, this.search.element);
    fill(this.shell.layersPlace, this.layers.button, this.layers.element);
    fill(this.shell.legendPlace, desk.legend.element);
    fill(this.shell.inspector, card.element);
    this.scope();
    this.endings.push(
      this.store.subscribe((state, before) => {
        if (state.unit !== before.unit || state.theme !== before.theme || state.at !== before.at) void card.show(state.unit);
      }),
      listenToKeys(this.keys()),
    );
    void card.show(this.store.get().unit);
    const observer = new ResizeObserver(() => desk.map.resized());
    observer.observe(this.shell.mapBox);
    this.endings.push(() => observer.disconnect());
  }

  private keys(): Record<string, () => void> {
    return {
      '/': () => this.search?.input.focus(),
      '1': () => this.store.set({ workspace: 'zoning' }),
      '2': () => this.store.set({ workspace: 'dispatch' }),
      '3': () => this.store.set({ workspace: 'hotspots' }),
      m: () => this.shell.mapBox.focus(),
      p: () => this.shell.focusPanel(),
      l: () => this.layers?.toggle(),
      '[': () => this.stepLevel(-1),
      ']': () => this.stepLevel(1),
      '?': () => this.dialog.showModal(),
      Escape: () => this.escape(),
    };
  }

  private escape(): void {
    if (this.layers && !this.layers.element.hidden) this.layers.toggle(false);
    else if (this.store.get().unit) this.store.set({ unit: null });
    else this.store.set({ place: null, finding: null });
  }

  private theme(): Theme {
    const { theme } = this.store.get();
    const found = this.themes.find(({ id }) => id === theme);
    if (!found) throw new Error(`The theme ${theme ?? ''} is not known.`);
    return found;
  }

  private levelName(): string {
    return wantedLevel(this.theme().levels, this.store.get().level)?.name ?? '';
  }

  private stepLevel(by: number): void {
    const { levels } = this.theme();
    const next = levels[levels.findIndex(({ name }) => name === this.levelName()) + by];
    if (!next) return;
    this.store.set({ level: next.name });
    this.shell.say(`${this.i18n.t('level.label')}: ${this.i18n.term('level', next.name)}`);
  }

  private scope(): void {
    const usable = this.themes.filter(({ bounds }) => bounds);
    drawScope(this.shell.scope, this.i18n, usable, this.theme(), this.levelName(), {
      theme: (id) => this.store.set({ theme: id, level: null, unit: null, plan: null, at: null, finding: null, findingKind: null }),
      level: (name) => this.store.set({ level: name }),
    });
  }

  private changed(state: State, before: State): void {
    this.host.link(state);
    if (state.theme !== before.theme) this.whole();
    if (state.theme !== before.theme || state.level !== before.level) this.scope();
    this.layers?.draw();
    if (state.workspace !== before.workspace) this.enter(state.workspace);
    this.stage?.changed(state, before);
  }

  private enter(id: WorkspaceId): void {
    if (!this.desk) return;
    this.mode?.exit();
    const modes = { zoning: Zoning, dispatch: Dispatch, hotspots: Hotspots };
    this.shell.setWorkspace(id);
    this.mode = new modes[id](this.desk);
    this.mode.enter();
    this.stage?.recolour();
    this.stage?.legend();
  }

  private whole(): void {
    const { bounds } = this.desk ? this.theme() : { bounds: null };
    if (bounds) this.desk?.map.fit(bounds);
  }

  private speak(language: LanguageId): void {
    if (language === this.i18n.language) return;
    try {
      localStorage.setItem('gridwright.language', language);
    } catch {
      // The choice then lasts as long as the address does.
    }
    this.host.reopen({ ...this.store.get(), language });
  }

  private async copyLink(): Promise<void> {
    this.host.link(this.store.get());
    try {
      await navigator.clipboard.writeText(location.href);
      this.shell.showToast(this.i18n.t('app.copied'));
    } catch {
      this.shell.showToast(location.href);
    }
  }

  private fail(error: unknown): void {
    if (isAbort(error) || (error instanceof Error && error.name === 'UnreachableError')) return;
    this.shell.showToast(this.i18n.t('app.error', { message: error instanceof Error ? error.message : String(error) }));
  }

  /** While the server is away it is tried again from time to time; then everything that failed is loaded again. */
  private reach(reachable: boolean): void {
    this.shell.setOffline(!reachable && this.desk !== null);
    clearTimeout(this.retrying);
    if (!reachable) {
      this.missed = true;
      this.retrying = window.setTimeout(() => this.retry(), RETRY_EVERY);
    }
  }

  private retry(): void {
    if (!this.desk) {
      void this.start();
      return;
    }
    this.api
      .config()
      .then(() => {
        if (!this.missed) return;
        this.missed = false;
        this.stage?.reload();
        this.mode?.reload();
      })
      .catch((error: unknown) => this.fail(error));
  }
}
