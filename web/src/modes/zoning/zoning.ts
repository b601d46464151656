// Zoning: the plans and drafts of a theme, what the check found in them, and the list of areas; or one draft at work.
import type { Draft } from '../../client/draftTypes';
import type { Finding, Plan } from '../../client/types';
import type { Paint } from '../../map/paint';
import { planInForce } from '../../model/plans';
import { boundsOf } from '../../model/shapes';
import type { Place, State } from '../../model/state';
import type { UnitFacts } from '../../model/unitTable';
import { emptyState, failure, section, segmented, skeleton } from '../../ui/parts';
import { fill, h } from '../../ui/dom';
import { CompareWork } from '../compare/compareWork';
import { againstEarlier } from '../compare/versions';
import { DraftWork } from '../draft/draftWork';
import { DraftsView } from '../draft/draftsView';
import { FindingsView, openOf } from '../findingsView';
import { FindingBook } from '../session/findingBook';
import { PlansView } from './plansView';
import { UnitsView } from './unitsView';
import { Mode, messageOf, type FindingsAtHand } from '../mode';
import { atHand, saidOf } from '../findingsView';

export class Zoning extends Mode {
  readonly id = 'zoning';
  private readonly plansBox = h('div', {});
  private readonly tabBox = h('div', { class: 'tabs' });
  private readonly listBox = h('div', { class: 'tab-body' });
  private plans: readonly Plan[] = [];
  private book: FindingBook | null = null;
  private readonly plansView = new PlansView(this.desk, (plan) => this.choose(plan));
  private readonly findingsView = new FindingsView(this.desk);
  private readonly draftsView = new DraftsView(this.desk, (draft) => this.openDraft(draft));
  private unitsView: UnitsView | null = null;
  private work: DraftWork | null = null;
  private comparing: CompareWork | null = null;

  protected start(): void {
    const { i18n, panel, store } = this.desk;
    const { compare, draft } = store.get();
    if (compare) {
      this.comparing = new CompareWork(this.desk, () => store.set({ compare: null, at: null }));
      fill(panel, this.comparing.element);
      return;
    }
    if (draft) {
      this.work = new DraftWork(this.desk, draft, {
        left: () => this.leaveDraft(),
        opened: (other) => this.openDraft(other),
        published: () => this.leaveDraft(),
      });
      fill(panel, this.work.element);
      return;
    }
    fill(
      panel,
      section(i18n.t('plan.title'), this.plansBox),
      section(i18n.t('draft.title'), this.draftsView.element),
      h('section', { class: 'section grow' }, this.tabBox, this.listBox),
    );
    this.load();
    void this.draftsView.load(this.signal);
  }

  protected stop(): void {
    this.work?.close();
    this.work = null;
    this.comparing?.close();
    this.comparing = null;
    this.unitsView?.close();
    this.unitsView = null;
    this.closeBook();
  }

  override picked(place: Place): void {
    const unit = this.desk.ground.at(place.lon, place.lat);
    this.desk.store.set({ place, unit: unit && { level: unit.level, code: unit.code } });
  }

  /** A draft that is open stays open, with what is being drawn in it. */
  override reload(): void {
    if (this.work) void this.work.refresh();
    else if (this.comparing) this.comparing.reload();
    else super.reload();
  }

  override get needsShapes(): boolean {
    return this.work !== null || this.comparing !== null;
  }

  override get drawing(): boolean {
    return this.work?.drawing ?? false;
  }

  override grabs(lon: number, lat: number, byKey: boolean): boolean {
    return this.work?.picked(lon, lat, byKey) ?? false;
  }

  override drawn(): void {
    this.work?.drawn();
    this.comparing?.drawn();
  }

  override fillOf(unit: UnitFacts): Paint | null {
    if (this.comparing?.hides(unit)) return { fill: false };
    return this.work?.fillOf(unit) ?? null;
  }

  override tipOf(unit: UnitFacts): string | null {
    return this.work?.tipOf(unit) ?? null;
  }

  override told(draft: string, version: number, deleted: boolean): void {
    if (this.comparing) {
      if (`draft:${draft}` === this.desk.store.get().compare?.to) {
        this.desk.units.reload();
        void this.desk.ground.patch([]);
      }
      if (Object.values(this.desk.store.get().compare ?? {}).includes(`draft:${draft}`)) this.comparing.reload();
    } else if (!this.work) void this.draftsView.load(this.signal);
    else if (draft === this.desk.store.get().draft) this.work.told(version, deleted);
  }

  override rosterChanged(): void {
    void (this.work ? this.work.rosterChanged() : this.book?.load());
  }

  override findings(): FindingsAtHand {
    if (this.work) return this.work.findings();
    return atHand(this.book);
  }

  protected changed(state: State, before: State): void {
    if (this.comparing && state.compare && state.theme === before.theme) {
      this.comparing.changed(state, before);
      return;
    }
    if (state.theme !== before.theme || state.draft !== before.draft || state.compare !== before.compare) {
      super.reload();
      return;
    }
    if (this.work) {
      this.work.changed(state, before);
      return;
    }
    if (state.plan !== before.plan) this.loadFindings();
    if (state.tab !== before.tab || state.level !== before.level || state.at !== before.at) this.drawTab();
    if (state.findingKind !== before.findingKind) void this.book?.again();
    else if (state.finding !== before.finding) void this.book?.choose(state.finding);
    if (state.unit !== before.unit) this.unitsView?.mark(state.unit?.code ?? null);
  }

  private openDraft(draft: Draft): void {
    this.desk.store.set({ draft: String(draft.id), plan: null, at: null, unit: null, finding: null, findingKind: null, tab: 'findings' });
  }

  private leaveDraft(): void {
    if (this.desk.theme().plan === null) {
      // Without its draft the theme has no map, or has one since it was published.
      this.desk.begin();
      return;
    }
    this.desk.store.set({ draft: null, finding: null, findingKind: null, tab: 'findings' });
  }

  private load(): void {
    const { api, i18n } = this.desk;
    fill(this.plansBox, skeleton(i18n, 'app.loading', 2));
    this.drawTab();
    void this.run(
      async () => {
        // Drafts have a list of their own.
        this.plans = (await api.plans(this.desk.theme().id, this.signal)).filter(({ status }) => status === 'published');
        if (this.plans.length === 0) fill(this.plansBox, emptyState(i18n.t('app.noTheme'), i18n.t('app.noThemeHelp')));
        else fill(this.plansBox, this.plansView.element, this.compareButton());
        this.plansView.show(this.plans);
        this.loadFindings();
      },
      (error) => {
        fill(
          this.plansBox,
          failure(i18n, messageOf(error), () => this.load()),
        );
        fill(this.listBox);
      },
    );
  }

  private compareButton(): HTMLElement {
    const compare = (): void => {
      const plan = this.plan();
      if (plan) this.desk.store.set(againstEarlier(this.plans, plan));
    };
    return h(
      'button',
      { type: 'button', class: 'button compare-open', 'data-testid': 'compare-open', onclick: compare },
      this.desk.i18n.t('compare.open'),
    );
  }

  private plan(): Plan | null {
    const { plan } = this.desk.store.get();
    return this.plans.find(({ id }) => id === plan) ?? planInForce(this.plans) ?? this.plans[0] ?? null;
  }

  private choose(plan: Plan): void {
    const current = planInForce(this.plans)?.id === plan.id;
    const at = current ? null : plan.effectiveFrom;
    this.desk.store.set({ plan: current ? null : plan.id, at, finding: null, findingKind: null });
  }

  private loadFindings(): void {
    const plan = this.plan();
    this.plansView.mark(plan);
    this.closeBook();
    this.drawTab();
    if (!plan) return;
    const book = new FindingBook(this.desk, { plan: plan.id }, null, (error) => this.unread(error));
    this.book = book;
    let edition = 0;
    book.store.subscribe((state) => {
      if (state.edition !== edition) this.drawTab();
      else this.drawFindings();
      edition = state.edition;
    });
    void book.load().then(() => {
      if (this.book === book && !this.desk.store.get().view) this.zoomTo(book.store.get().chosen);
    });
  }

  private closeBook(): void {
    this.book?.close();
    this.book = null;
  }

  private unread(error: unknown): void {
    if (this.desk.store.get().tab === 'units') return;
    const again = failure(this.desk.i18n, messageOf(error), () => this.loadFindings());
    fill(this.listBox, again);
  }

  private drawTab(): void {
    const { store, i18n } = this.desk;
    const tab = store.get().tab === 'units' ? 'units' : 'findings';
    const state = this.book?.store.get();
    const count = state?.first ? ` ${i18n.number(openOf(state, null))}` : '';
    const choices = [
      { value: 'findings' as const, text: i18n.t('tab.findings') + count },
      { value: 'units' as const, text: i18n.t('tab.units') },
    ];
    const focused = this.tabBox.contains(document.activeElement);
    fill(
      this.tabBox,
      segmented(`${i18n.t('tab.findings')} / ${i18n.t('tab.units')}`, choices, tab, (value) => store.set({ tab: value })),
    );
    if (focused) this.tabBox.querySelector<HTMLElement>('input:checked')?.focus();
    this.unitsView?.close();
    this.unitsView = null;
    if (tab === 'units') {
      this.unitsView = new UnitsView(this.desk);
      fill(this.listBox, this.unitsView.element);
      this.desk.recolour();
    } else {
      this.drawFindings();
    }
  }

  private drawFindings(): void {
    if (this.desk.store.get().tab !== 'units') {
      if (this.book?.store.get().first) {
        this.findingsView.show(this.book, (finding) => this.pick(finding));
        fill(this.listBox, this.findingsView.element);
      } else {
        fill(this.listBox, skeleton(this.desk.i18n, 'app.loading', 4));
      }
    }
    this.desk.recolour();
  }

  private pick(finding: Finding): void {
    const grid = finding.kind === 'grid-without-officer' ? finding.units[0] : undefined;
    const level = this.desk.theme().levels.at(-1);
    this.desk.store.set({ finding: finding.id, ...(grid && level ? { unit: { level: level.name, code: grid } } : {}) });
    this.zoomTo(finding);
    this.desk.say(saidOf(this.desk, finding));
  }

  private zoomTo(finding: Finding | null): void {
    const bounds = boundsOf(finding?.place ?? null);
    if (bounds) this.desk.map.fit(bounds, 18);
  }
}
