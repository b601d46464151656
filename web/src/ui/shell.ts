// The frame of the page: header, panel, map with its toolbar, and where messages appear.
import type { I18n } from '../i18n/i18n';
import { ENDONYMS } from '../i18n/i18n';
import { LANGUAGES, WORKSPACES, type LanguageId, type WorkspaceId } from '../model/state';
import type { Rectangle } from '../model/room';
import { fill, h, icon, iconButton } from './dom';

export interface ShellActions {
  workspace: (id: WorkspaceId) => void;
  language: (id: LanguageId) => void;
  help: () => void;
  copyLink: () => void;
  bringIn: () => void;
  takeAway: () => void;
  zoomIn: () => void;
  zoomOut: () => void;
  whole: () => void;
  retry: () => void;
}

/** Pixels between what lies over the map and what is fitted into the rest of it. */
const AIR = 4;
/** The legend grows as layers come: so much height is kept for it from the beginning where it is open. */
const LEGEND_ROOM = 200;
/** Where the window is less high, in pixels, the sheet of a narrow screen begins low. */
const LOW = 560;

/** Heights of the sheet on a narrow screen. */
const SHEET = ['peek', 'half', 'full'] as const;

export class Shell {
  readonly root: HTMLElement;
  readonly mapBox = h('div', { class: 'map', id: 'map', tabindex: '0', role: 'application', 'data-testid': 'map' });
  readonly panelBody = h('div', { class: 'panel-body' });
  readonly search = h('div', { class: 'toolbar-search' });
  readonly scope = h('div', { class: 'card scope' });
  readonly tools = h('div', { class: 'tools' });
  readonly inspector = h('div', { class: 'inspector-place' });
  readonly layersPlace = h('div', { class: 'layers-place' });
  readonly legendPlace = h('div', { class: 'legend-place' });
  readonly attribution = h('div', { class: 'attribution' });
  private readonly city = h('span', { class: 'brand-city' });
  private readonly panelTitle = h('h1', { class: 'panel-title', id: 'panel-title', tabindex: '-1' });
  private readonly panelAbout = h('p', { class: 'panel-about' });
  private readonly panel: HTMLElement;
  private readonly controls = h('div', { class: 'map-controls' });
  private readonly notice = h('p', { class: 'map-notice', hidden: true, role: 'status', 'data-testid': 'notice' });
  private readonly busyBar = h('div', { class: 'busy', hidden: true });
  private readonly live = h('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite', 'data-testid': 'live' });
  private readonly banner: HTMLElement;
  private readonly toast = h('div', { class: 'toast', role: 'alert', hidden: true });
  private readonly tip = h('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
  private readonly tabs = new Map<WorkspaceId, HTMLButtonElement>();
  private toastTimer = 0;

  constructor(
    private readonly i18n: I18n,
    private readonly actions: ShellActions,
  ) {
    const t = i18n.t.bind(i18n);
    this.mapBox.setAttribute('aria-label', t('map.label'));
    this.mapBox.setAttribute('aria-describedby', 'map-help');
    this.banner = h(
      'div',
      { class: 'banner', role: 'alert', hidden: true, 'data-testid': 'banner' },
      h('span', {}, t('app.offline')),
      h('button', { type: 'button', class: 'button', onclick: () => actions.retry() }, t('app.retry')),
    );
    this.panel = this.buildPanel();
    this.root = h(
      'div',
      { class: 'shell', 'data-sheet': window.innerHeight < LOW ? 'peek' : 'half' },
      h('a', { class: 'skip', href: '#map', onclick: (event: Event) => this.skip(event, this.mapBox) }, t('app.skipToMap')),
      h('a', { class: 'skip', href: '#panel', onclick: (event: Event) => this.skip(event, this.panelTitle) }, t('app.skipToPanel')),
      this.buildHeader(),
      this.buildNav(),
      this.panel,
      this.buildMain(),
      this.live,
      this.toast,
    );
    this.root.addEventListener('keydown', () => (this.root.dataset['input'] = 'keys'));
    this.root.addEventListener('pointerdown', () => (this.root.dataset['input'] = 'pointer'));
  }

  /** What lies over the map's box, in its pixels, with a little air around. */
  covered(): Rectangle[] {
    const map = this.mapBox.getBoundingClientRect();
    const over = [this.panel, this.search, this.scope, this.notice, this.banner, this.controls, this.legendPlace, ...this.tools.children];
    return over.flatMap((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      if (right <= left || bottom <= top) return [];
      const kept =
        element === this.legendPlace && element.querySelector('.legend-body:not([hidden])') ? Math.min(LEGEND_ROOM, 0.3 * map.height) : 0;
      return [
        [left - map.left - AIR, Math.min(top, bottom - kept) - map.top - AIR, right - map.left + AIR, bottom - map.top + AIR] as const,
      ];
    });
  }

  /** Gives a narrow screen back to the map, unless the panel was raised over all of it. */
  lowerPanel(): void {
    if (this.root.dataset['sheet'] === 'half') this.sheet('peek');
  }

  focusPanel(): void {
    if (this.root.dataset['sheet'] === 'peek') this.sheet('half');
    this.panelTitle.focus();
  }

  setWorkspace(id: WorkspaceId): void {
    for (const [workspace, tab] of this.tabs) {
      if (workspace === id) tab.setAttribute('aria-current', 'page');
      else tab.removeAttribute('aria-current');
    }
    this.panelTitle.textContent = this.i18n.t(`workspace.${id}`);
    this.panelAbout.textContent = this.i18n.t(`workspace.${id}.about`);
    this.root.dataset['workspace'] = id;
    this.panelBody.scrollTop = 0;
  }

  /** The panel is for bringing data in: no workspace is open. */
  setIntake(about: string): void {
    for (const tab of this.tabs.values()) tab.removeAttribute('aria-current');
    this.panelTitle.textContent = this.i18n.t('intake.title');
    this.panelAbout.textContent = about;
    this.root.dataset['workspace'] = 'intake';
    this.panelBody.scrollTop = 0;
  }

  /** Whether the workspaces can be opened: without a map there is nothing in them. */
  allowWorkspaces(are: boolean): void {
    for (const tab of this.tabs.values()) tab.disabled = !are;
  }

  setCity(name: string | null): void {
    this.city.textContent = name ?? '';
    document.title = name ? `${name} · ${this.i18n.t('app.title')}` : this.i18n.t('app.title');
  }

  /** As it is shown; empty where there is none. */
  cityName(): string {
    return this.city.textContent;
  }

  setNotice(text: string | null): void {
    this.notice.hidden = text === null;
    this.notice.textContent = text ?? '';
  }

  setBusy(is: boolean): void {
    this.busyBar.hidden = !is;
    this.mapBox.setAttribute('aria-busy', String(is));
  }

  setOffline(is: boolean): void {
    if (this.banner.hidden === !is) return;
    this.banner.hidden = !is;
    if (!is) this.say(this.i18n.t('app.online'));
  }

  say(text: string): void {
    this.live.textContent = text;
  }

  showToast(text: string): void {
    clearTimeout(this.toastTimer);
    fill(
      this.toast,
      h('span', {}, text),
      iconButton('close', this.i18n.t('app.close'), () => (this.toast.hidden = true)),
    );
    this.toast.hidden = false;
    this.toastTimer = window.setTimeout(() => (this.toast.hidden = true), 8000);
  }

  /** A small label at the pointer, in pixels of the map; null hides it. */
  showTip(lines: readonly string[] | null, x = 0, y = 0): void {
    this.tip.hidden = lines === null;
    if (!lines) return;
    fill(
      this.tip,
      lines.map((line) => h('span', {}, line)),
    );
    const { clientWidth: width, clientHeight: height } = this.mapBox;
    const left = Math.max(8, x + 14 + this.tip.offsetWidth > width ? x - this.tip.offsetWidth - 10 : x + 14);
    const top = Math.max(8, Math.min(height - this.tip.offsetHeight - 8, y + 14));
    this.tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  private buildHeader(): HTMLElement {
    const t = this.i18n.t.bind(this.i18n);
    const mark = h('img', { src: '/favicon.svg', alt: '', width: 28, height: 28 });
    const languages = LANGUAGES.map((language) =>
      h(
        'button',
        {
          type: 'button',
          lang: language === 'zh' ? 'zh-CN' : 'en',
          'aria-pressed': String(language === this.i18n.language),
          'data-testid': `language-${language}`,
          onclick: () => this.actions.language(language),
        },
        ENDONYMS[language],
      ),
    );
    return h(
      'header',
      { class: 'header' },
      h('div', { class: 'brand' }, mark, h('span', { class: 'brand-name' }, t('app.title')), this.city),
      h(
        'div',
        { class: 'header-end' },
        iconButton('bring', t('intake.open'), this.actions.bringIn, { 'data-testid': 'intake-open' }),
        iconButton('take', t('take.title'), this.actions.takeAway, { 'data-testid': 'take-away-open' }),
        iconButton('link', t('app.copyLink'), this.actions.copyLink),
        iconButton('keyboard', t('app.shortcuts'), this.actions.help, { class: 'icon-button wide-only' }),
        h('div', { class: 'languages', role: 'group', 'aria-label': t('app.language') }, languages),
      ),
    );
  }

  private buildNav(): HTMLElement {
    for (const id of WORKSPACES) {
      const tab = h(
        'button',
        { type: 'button', class: 'nav-tab', 'data-testid': `workspace-${id}`, onclick: () => this.actions.workspace(id) },
        icon(id),
        h('span', {}, this.i18n.t(`workspace.${id}`)),
      );
      this.tabs.set(id, tab);
    }
    return h('nav', { class: 'nav', 'aria-label': this.i18n.t('workspace.label') }, [...this.tabs.values()]);
  }

  private buildPanel(): HTMLElement {
    const t = this.i18n.t.bind(this.i18n);
    return h(
      'section',
      { class: 'panel', id: 'panel', 'aria-labelledby': 'panel-title', 'data-testid': 'panel' },
      h(
        'div',
        { class: 'sheet-handle' },
        iconButton('chevron', t('panel.more'), () => this.moveSheet(1), { class: 'icon-button sheet-up' }),
        iconButton('chevron', t('panel.less'), () => this.moveSheet(-1), { class: 'icon-button sheet-down' }),
      ),
      h('div', { class: 'panel-head' }, this.panelTitle, this.panelAbout),
      this.panelBody,
    );
  }

  private buildMain(): HTMLElement {
    const t = this.i18n.t.bind(this.i18n);
    const zoom = [
      iconButton('plus', t('map.zoomIn'), this.actions.zoomIn),
      iconButton('minus', t('map.zoomOut'), this.actions.zoomOut),
      iconButton('whole', t('map.whole'), this.actions.whole),
    ];
    fill(this.controls, this.layersPlace, h('div', { class: 'card button-stack' }, zoom));
    return h(
      'main',
      { class: 'main', 'aria-label': t('map.label') },
      h('p', { id: 'map-help', class: 'visually-hidden' }, t('map.help')),
      this.mapBox,
      this.busyBar,
      h('div', { class: 'cross', 'aria-hidden': 'true' }),
      h('div', { class: 'toolbar' }, this.search, this.scope, this.notice, this.banner, this.tools),
      this.controls,
      this.inspector,
      this.legendPlace,
      this.attribution,
      this.tip,
    );
  }

  private moveSheet(by: number): void {
    const at = SHEET.indexOf(this.root.dataset['sheet'] as (typeof SHEET)[number]);
    this.sheet(SHEET[Math.max(0, Math.min(SHEET.length - 1, at + by))] ?? 'half');
  }

  private sheet(size: (typeof SHEET)[number]): void {
    this.root.dataset['sheet'] = size;
  }

  private skip(event: Event, target: HTMLElement): void {
    event.preventDefault();
    target.focus();
  }
}
