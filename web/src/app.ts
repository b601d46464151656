// Wiring: builds the page, the map and the workspaces around one state, and takes all of it down again.
import { Api } from './client/api';
import { DraftsApi } from './client/drafts';
import { ExportsApi } from './client/exports';
import { FindingsApi } from './client/findings';
import { UploadsApi } from './client/uploads';
import { RosterApi } from './client/roster';
import { TilesApi } from './client/tiles';
import { Http, isAbort } from './client/http';
import type { Config, Theme } from './client/types';
import { I18n } from './i18n/i18n';
import { areasOf } from './areas';
import { atLarge, BringIn, draftedTheme } from './bringIn';
import { Connection } from './connection';
import { Furniture } from './furniture';
import { CityMap, type MapEvents } from './map/cityMap';
import { Marks } from './map/marks';
import { PointLayer } from './map/pointLayer';
import { VoidLayer } from './map/voidLayer';
import { Progress } from './progress';
import { Stage } from './stage/stage';
import { differences, isStep, type LanguageId, type State, type WorkspaceId } from './model/state';
import { Store } from './model/store';
import type { Mode } from './modes/mode';
import { Dispatch } from './modes/dispatch/dispatch';
import { Hotspots } from './modes/hotspots/hotspots';
import { Zoning } from './modes/zoning/zoning';
import { authorHeader, authorName } from './ui/author';
import type { Desk } from './ui/desk';
import { fill } from './ui/dom';
import { Legend } from './ui/legend';
import { failure, skeleton } from './ui/parts';
import { Shell } from './ui/shell';
import { shortcutsDialog } from './ui/shortcuts';
import { takeAway } from './ui/takeAway';

export interface AppHost {
  /**
   * Opens the application anew with another state: another language changes every word.
   *
   * @param told is said when it is open
   */
  reopen(state: State, told?: string | null): void;
  /**
   * Writes the state into the address.
   *
   * @param step whether Back leads to the state before
   */
  link(state: State, step: boolean): void;
}

export class App {
  private readonly store: Store<State>;
  private readonly i18n: I18n;
  private readonly shell: Shell;
  private readonly api: Api;
  private readonly tiles: TilesApi;
  private readonly clients: Pick<Desk, 'drafts' | 'exports' | 'findings' | 'roster'>;
  private readonly dialog: HTMLDialogElement;
  private readonly endings: (() => void)[] = [];
  private readonly progress: Progress;
  private restoring = false;
  private themes: readonly Theme[] = [];
  private stage: Stage | null = null;
  private desk: Desk | null = null;
  private mode: Mode | null = null;
  private furniture: Furniture | null = null;
  private readonly bringing: BringIn;
  private readonly connection = new Connection(
    () => this.api,
    () => this.reload(),
  );

  constructor(
    state: State,
    private readonly host: AppHost,
  ) {
    this.store = new Store(state);
    const wordless = new Set<string>();
    this.i18n = new I18n(state.language, (key) => (document.body.dataset['wordless'] = [...wordless.add(key)].join(' ')));
    const http = new Http(this.i18n.tag, this.i18n.t('app.unreachable'), {
      reached: (reachable) => this.reach(reachable),
      underWay: (count) => this.progress.waitsFor('answers', count),
      author: authorHeader,
    });
    this.api = new Api(http);
    this.tiles = new TilesApi(http);
    const roster = new RosterApi(http, () => this.mode?.rosterChanged());
    this.clients = { drafts: new DraftsApi(http), findings: new FindingsApi(http), exports: new ExportsApi(http), roster };
    this.dialog = shortcutsDialog(this.i18n);
    this.shell = new Shell(this.i18n, {
      workspace: (id) => this.work(id),
      language: (id) => this.speak(id),
      help: () => this.dialog.showModal(),
      copyLink: () => void this.copyLink(),
      bringIn: () => this.bringIn(),
      takeAway: () => void takeAway(this.desk, this.shell.cityName()),
      zoomIn: () => this.desk?.map.zoomBy(1),
      zoomOut: () => this.desk?.map.zoomBy(-1),
      whole: () => this.whole(),
      retry: () => this.retry(),
    });
    this.progress = new Progress(this.shell);
    this.bringing = new BringIn(this.shell, {
      i18n: this.i18n,
      uploads: new UploadsApi(http),
      ...this.clients,
      themes: () => this.themes,
      state: () => this.store.get(),
      reopen: (next, told) => this.host.reopen(next, told),
    });
    document.documentElement.lang = this.i18n.tag;
    document.body.dataset['ready'] = 'false';
    delete document.body.dataset['wordless'];
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
      const drafted = await draftedTheme(this.clients.drafts, themes, this.store.get());
      if (drafted) this.themes = themes.map((each) => (each.id === drafted.id ? drafted : each));
      else if (themes.some(({ id, bounds }) => id === this.store.get().theme && !bounds)) this.store.set({ draft: null });
      const theme = drafted ?? usable.find(({ id }) => id === wanted) ?? usable[0];
      if (theme) {
        this.open(config, theme);
        return;
      }
      await this.bringing.begin(config);
      document.body.dataset['ready'] = 'true';
    } catch (error) {
      if (isAbort(error)) return;
      const message = error instanceof Error ? error.message : String(error);
      fill(
        panelBody,
        failure(this.i18n, message, () => void this.start()),
      );
      document.body.dataset['ready'] = 'failed';
    }
  }

  /** Shows a sentence for a while. */
  tell(text: string): void {
    this.shell.showToast(text);
  }

  /** Takes over a state that the reader went back or forward to. */
  restore(state: State): void {
    const now = this.store.get();
    const homeless = this.desk !== null && state.draft === null && this.theme().plan === null;
    if (!this.desk || homeless || state.language !== now.language) {
      this.host.reopen(state);
      return;
    }
    this.restoring = true;
    this.store.set(differences({ ...state, theme: state.theme ?? now.theme }, now));
    this.restoring = false;
    if (state.view) this.desk.map.show(state.view);
    else this.whole();
  }

  /** Ends everything that was begun. */
  close(): void {
    this.connection.close();
    this.bringing.close();
    for (const end of this.endings.splice(0)) end();
    this.furniture?.close();
    this.stage?.hold();
    this.mode?.exit();
    this.stage?.close();
    this.desk?.map.close();
    document.body.replaceChildren();
  }

  /** Opens the panel for bringing data in, in place of the workspace. */
  private bringIn(): void {
    const { desk, bringing, shell } = this;
    if (!desk || bringing.active) {
      shell.focusPanel();
      return;
    }
    this.mode?.exit();
    this.mode = null;
    bringing.open(desk.map, () => this.enter(this.store.get().workspace));
  }

  private work(id: WorkspaceId): void {
    if (this.bringing.active && id === this.store.get().workspace) this.enter(id);
    else this.store.set({ workspace: id });
  }

  private open(config: Config, theme: Theme): void {
    this.store.set({ theme: theme.id });
    const events: MapEvents = {
      moved: (view) => this.stage?.moved(view),
      picked: (lon, lat, pixel, byKey) => this.stage?.picked(lon, lat, pixel, byKey),
      hovered: (at) => this.stage?.hovered(at),
    };
    const map = new CityMap(this.shell.mapBox, events, () => this.shell.covered());
    const areas = areasOf(map, this.tiles, {
      stage: () => this.stage,
      progress: this.progress,
      away: () => this.reach(false),
      outdated: () => void this.replan(true),
      failed: (error) => this.fail(error),
    });
    this.desk = {
      store: this.store,
      api: this.api,
      ...this.clients,
      i18n: this.i18n,
      map,
      ...areas,
      marks: new Marks(map),
      voids: new VoidLayer(map),
      points: new PointLayer(
        (count) => this.i18n.number(count),
        () => this.stage?.pointsPainted(),
      ),
      legend: new Legend(this.i18n, !matchMedia('(max-width: 1180px)').matches),
      panel: this.shell.panelBody,
      tools: this.shell.tools,
      theme: () => this.theme(),
      themes: () => this.themes.filter(({ bounds, levels }) => bounds && levels.length > 0),
      author: authorName,
      say: (text) => this.shell.say(text),
      tell: (text) => this.shell.showToast(text),
      fail: (error) => this.fail(error),
      recolour: () => this.stage?.recolour(),
      begin: () => this.host.reopen(atLarge(this.store.get(), this.store.get().theme)),
      lowerPanel: () => this.shell.lowerPanel(),
      refreshPoints: () => this.stage?.loadPoints(),
    };
    this.stage = new Stage(this.desk, this.shell, () => this.mode, config);
    this.furniture = new Furniture(this.desk, this.shell, config, this.dialog);
    this.stage.open();
    this.enter(this.store.get().workspace);
    this.endings.push(this.store.subscribe((state, before) => this.changed(state, before)));
    this.host.link(this.store.get(), false);
    this.listen();
  }

  private theme(): Theme {
    const { theme } = this.store.get();
    const found = this.themes.find(({ id }) => id === theme);
    if (!found) throw new Error(`The theme ${theme ?? ''} is not known.`);
    return found;
  }

  private changed(state: State, before: State): void {
    this.host.link(state, !this.restoring && isStep(state, before));
    if (state.theme !== before.theme) this.whole();
    this.furniture?.changed(state, before);
    if (state.workspace !== before.workspace) this.enter(state.workspace);
    this.stage?.changed(state, before);
  }

  private enter(id: WorkspaceId): void {
    if (!this.desk) return;
    this.bringing.close();
    this.mode?.exit();
    const modes = { zoning: Zoning, dispatch: Dispatch, hotspots: Hotspots };
    this.shell.setWorkspace(id);
    this.mode = new modes[id](this.desk);
    this.mode.enter();
    this.stage?.recolour();
    this.stage?.legend();
  }

  private whole(): void {
    if (this.desk) this.stage?.whole();
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
    this.host.link(this.store.get(), false);
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

  private reach(reachable: boolean): void {
    this.shell.setOffline(!reachable && this.desk !== null);
    this.connection.reach(reachable);
  }

  private retry(): void {
    if (this.desk) this.connection.retry().catch((error: unknown) => this.fail(error));
    else void this.start();
  }

  /** Loads again what is shown. */
  private reload(): void {
    this.stage?.reload();
    this.mode?.reload();
  }

  /** What changed on the server is taken over without a word; a new plan is announced. */
  private listen(): void {
    this.connection.listen({
      draft: (id, version, deleted) => this.mode?.told(id, version, deleted),
      plan: (theme) => {
        if (theme !== this.store.get().theme) return;
        this.shell.showToast(this.i18n.t('plan.news'));
        void this.replan(this.store.get().draft === null);
      },
      again: () => void this.replan(true),
    });
  }

  /** Reads the themes again, whose plans may be others by now; `all` also loads again what is shown. */
  private async replan(all: boolean): Promise<void> {
    try {
      this.themes = await this.api.themes();
      if (all) this.reload();
    } catch (error) {
      this.fail(error);
    }
  }
}
