// Bringing data in, whatever is there already: a panel in place of the workspace, or all there is of a city without a map.
import type { Draft } from './client/draftTypes';
import type { DraftsApi } from './client/drafts';
import type { FindingsApi } from './client/findings';
import type { Config, Theme } from './client/types';
import type { UploadsApi } from './client/uploads';
import type { I18n } from './i18n/i18n';
import { CityMap, type MapEvents } from './map/cityMap';
import { boundsOf } from './model/shapes';
import { INITIAL, type State } from './model/state';
import { droppable } from './modes/intake/fileStep';
import { IntakePanel } from './modes/intake/intakePanel';
import { fill, h } from './ui/dom';
import { rovingList } from './ui/list';
import { section } from './ui/parts';
import type { Shell } from './ui/shell';

/** The world, as long as nothing is known of the city. */
const WORLD = { lon: 15, lat: 25, zoom: 3 };

const QUIET: MapEvents = { moved: () => undefined, picked: () => undefined, hovered: () => undefined };

export interface BringInHost {
  readonly i18n: I18n;
  readonly uploads: UploadsApi;
  readonly drafts: DraftsApi;
  readonly findings: FindingsApi;
  themes(): readonly Theme[];
  state(): State;
  /** Opens the application anew, and says a sentence then. */
  reopen(state: State, told?: string | null): void;
}

export class BringIn {
  private panel: IntakePanel | null = null;
  private blank: CityMap | null = null;
  private readonly start = h('div', { class: 'card map-start' });
  private endDrop: (() => void) | null = null;

  constructor(
    private readonly shell: Shell,
    private readonly host: BringInHost,
  ) {}

  /** Whether the panel is open. */
  get active(): boolean {
    return this.panel !== null;
  }

  /** Begins a city that has no plan in force: with a file, or with a draft that somebody began. */
  async begin(config: Config): Promise<void> {
    const { shell, host } = this;
    const drafts = this.themes().length > 0 ? await host.drafts.list('') : [];
    const map = (this.blank = new CityMap(shell.mapBox, QUIET, () => shell.covered()));
    map.show(WORLD);
    map.setBasemap(config.basemap, shell.attribution);
    shell.allowWorkspaces(false);
    this.show(map, null, this.firstSteps(drafts));
    fill(this.start, h('p', { class: 'empty-title' }, host.i18n.t('intake.dropMap')));
    shell.mapBox.after(this.start);
  }

  /**
   * Opens the panel in place of the workspace.
   *
   * @param leave goes back to it
   */
  open(map: CityMap, leave: () => void): void {
    this.show(map, leave, null);
    this.shell.focusPanel();
  }

  close(): void {
    this.endDrop?.();
    this.panel?.close();
    this.panel = null;
    this.start.remove();
    this.blank?.close();
    this.blank = null;
  }

  private show(map: CityMap, leave: (() => void) | null, first: HTMLElement | null): void {
    const { shell, host } = this;
    const { i18n, uploads, drafts, findings } = host;
    const panel = new IntakePanel(
      {
        i18n,
        uploads,
        drafts,
        findings,
        map,
        themes: this.themes(),
        say: (text) => shell.say(text),
        openDraft: (theme, draft) => this.openDraft(theme, draft),
        done: (theme, told) => this.done(theme, told),
        leave,
      },
      first,
    );
    this.panel = panel;
    this.endDrop = droppable(shell.mapBox, (files) => panel.take(files));
    shell.setIntake(i18n.t(first ? 'intake.aboutEmpty' : 'intake.about'));
    fill(shell.panelBody, panel.element);
  }

  private themes(): Theme[] {
    return this.host.themes().filter(({ levels }) => levels.length > 0);
  }

  private firstSteps(drafts: readonly Draft[]): HTMLElement {
    const { i18n } = this.host;
    const list = rovingList<Draft>({
      label: i18n.t('intake.drafts'),
      testId: 'start-drafts',
      keyOf: ({ id }) => String(id),
      render: (draft) => [
        h('span', { class: 'entry-title' }, draft.name || i18n.t('draft.unnamed', { id: String(draft.id) })),
        h('span', { class: 'quiet' }, `${draft.theme} · ${i18n.moment(draft.updated)}`),
      ],
      pick: ({ id, theme }) => this.openDraft(theme, id),
    });
    list.show(drafts);
    return h(
      'div',
      { class: 'stack', 'data-testid': 'first-steps' },
      drafts.length > 0 ? section(i18n.t('intake.drafts'), list.element) : null,
      section(i18n.t('intake.first'), h('p', {}, i18n.t('intake.firstHelp')), h('p', { class: 'quiet' }, i18n.t('intake.later'))),
    );
  }

  private openDraft(theme: string, draft: number): void {
    this.host.reopen({ ...atLarge(this.host.state(), theme), draft: String(draft) });
  }

  private done(theme: string | null, told: string | null): void {
    const state = this.host.state();
    const moved = theme !== null && theme !== state.theme;
    this.host.reopen(told === null && !moved ? state : atLarge(state, theme ?? state.theme), told);
  }
}

/** A whole theme, as it is opened first. */
export function atLarge(state: State, theme: string | null): State {
  return { ...INITIAL, language: state.language, theme };
}

/** The theme of the draft that is asked for, where it has no plan in force: the draft then says where it lies. */
export async function draftedTheme(drafts: DraftsApi, themes: readonly Theme[], { draft, theme }: State): Promise<Theme | null> {
  const found = themes.find(({ id }) => id === theme);
  const coarsest = found?.levels[0];
  if (draft === null || !found || !coarsest || found.bounds) return null;
  try {
    const { features } = await drafts.units(draft, coarsest.name, [-180, -90, 180, 90]);
    const bounds = boundsOf({ type: 'GeometryCollection', geometries: features.map(({ geometry }) => geometry) });
    return bounds ? { ...found, bounds } : null;
  } catch {
    return null;
  }
}
