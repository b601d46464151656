// Hotspots: counts and rates per area or hexagon, which claim nothing and say so; and areas that are tested against chance.
import type { UnitFacts } from '../../model/unitTable';
import type { Paint } from '../../map/paint';
import { shapeAt } from '../../model/shapeAt';
import { testText } from '../../model/testChoice';
import type { Place, State } from '../../model/state';
import { watched } from '../../ui/watched';
import { fill, h } from '../../ui/dom';
import { filtersDiffer, incidentFilters, incidentsAsked } from '../../ui/filters';
import { emptyState, failure, section, skeleton } from '../../ui/parts';
import { rovingList, type RovingList } from '../../ui/list';
import { Mode, messageOf } from '../mode';
import { Counted, RANKED } from './counted';
import { filesOf } from './listed';
import { overOf } from './methods';
import { drawOptions } from './options';
import type { Entry, Picture } from './picture';
import { pictured } from './pictured';
import { ScanPicture } from './scanPicture';
import { TestForm } from './testForm';
import { Times } from './times';

/** What is counted or tested, and how. */
const OPTIONS = ['by', 'hexMetres', 'measure', 'over', 'claim', 'test'] as const;

export class Hotspots extends Mode {
  readonly id = 'hotspots';
  private readonly optionsBox = h('div', { class: 'stack' });
  private readonly filterBox = h('div', {});
  private readonly resultBox = h('div', { class: 'stack' });
  private readonly ranked: RovingList<Entry> = rovingList<Entry>({
    label: this.desk.i18n.t('hot.ranking.claims'),
    testId: 'claimed',
    keyOf: ({ key }) => key,
    render: ({ nodes }) => nodes,
    pick: ({ code, reveal }) => {
      this.choose(code);
      reveal?.();
    },
    point: (entry) => this.desk.ground.mark('hover', entry?.code ?? null),
  });
  private categories: readonly string[] = [];
  private attributes: readonly string[] = [];
  private claims: Picture | null = null;
  /** The cell in hand, where what is shown is about cells. */
  private cell: string | null = null;
  /** Ends what is being asked. */
  private asking = new AbortController();
  private readonly noteBox = h('div', { class: 'section' });
  private readonly detailBox = h('div', { class: 'section', hidden: true });
  private readonly times = new Times(this.desk);
  private readonly testing = new TestForm(this.desk);
  private asked = '';
  private readonly counted = new Counted(this.desk, this.noteBox, this.resultBox);

  protected start(): void {
    const { i18n, panel } = this.desk;
    fill(
      panel,
      section(i18n.t('hot.by'), this.optionsBox, this.testing.element),
      this.noteBox,
      section(i18n.t('filter.title'), this.filterBox),
      this.detailBox,
      section(i18n.t('hot.ranking'), this.resultBox),
      section(i18n.t('times.title'), this.times.element),
    );
    drawOptions(this.desk, this.optionsBox, this.attributes);
    this.drawFilters();
    void this.run(async () => {
      this.categories = await this.desk.api.categories(this.signal);
      this.drawFilters();
    });
    void this.run(async () => {
      const facts = await this.desk.api.factsOfTheme(this.desk.theme().id, this.signal);
      this.attributes = facts.filter(({ kind, numbers }) => kind === 'extensive' && numbers > 0).map(({ attribute }) => attribute);
      drawOptions(this.desk, this.optionsBox, this.attributes);
    });
    this.load();
    this.loadTimes();
  }

  protected stop(): void {
    this.asking.abort();
    this.asked = '';
    this.nothing();
  }

  override picked(place: Place): void {
    const shapes = this.claims?.shapes;
    if (shapes) {
      const code = shapeAt(shapes.cells.features, place.lon, place.lat)?.properties['code'];
      if (typeof code === 'string') this.choose(code);
      return;
    }
    const unit = this.desk.ground.at(place.lon, place.lat);
    this.desk.store.set({ place: null, unit: unit && { level: unit.level, code: unit.code } });
  }

  /** Takes an area or a cell in hand. */
  private choose(code: string): void {
    if (this.claims?.shapes) {
      this.cell = code;
      this.drawDetail();
    } else this.desk.store.set({ unit: { level: this.claims?.level ?? '', code } });
  }

  override fillOf(unit: UnitFacts): Paint {
    if (this.claims?.shapes || this.desk.store.get().by === 'hex') return { fillColor: '#ffffff', fillOpacity: 0.4 };
    if (this.claims) return { fillColor: this.claims.colourOf(unit.code), fillOpacity: 0.88 };
    const found = this.counted.colourOf(unit.code);
    return found ? { fillColor: found, fillOpacity: 0.88 } : { fillColor: '#ffffff', fillOpacity: 0.75 };
  }

  override tipOf(unit: UnitFacts): string | null {
    if (this.claims?.shapes || this.desk.store.get().by === 'hex') return null;
    return this.claims ? this.claims.tipOf(unit.code) : this.counted.tipOf(unit.code);
  }

  /** The map can show another level. */
  override drawn(): void {
    this.load();
  }

  protected changed(state: State, before: State): void {
    const differ = OPTIONS.some((name) => state[name] !== before[name]);
    if (differ) {
      drawOptions(this.desk, this.optionsBox, this.attributes);
      this.testing.draw();
    }
    if (state.measure !== before.measure && state.claim === 'none') this.counted.paint();
    if (differ || filtersDiffer(state, before)) this.load();
    if (filtersDiffer(state, before) && !this.filterBox.contains(document.activeElement)) this.drawFilters();
    if (state.unit !== before.unit) {
      this.counted.mark(state.unit?.code ?? null);
      this.drawDetail();
    }
    if (state.unit !== before.unit || state.at !== before.at || filtersDiffer(state, before)) this.loadTimes();
  }

  private drawFilters(): void {
    fill(this.filterBox, incidentFilters(this.desk, this.categories));
  }

  private loadTimes(): void {
    void this.run(() => this.times.load(this.signal));
  }

  private load(): void {
    const { store, ground, i18n } = this.desk;
    const { by, claim, hexMetres, at, test } = store.get();
    const filter = incidentsAsked(store.get());
    const level = ground.shown?.name;
    if (!level && by === 'units') {
      fill(this.resultBox, skeleton(i18n, 'app.loading', 6));
      return;
    }
    const scope = { theme: this.desk.theme().id, level: by === 'hex' ? `hex:${hexMetres}` : (level ?? ''), at };
    const tested = claim === 'none' ? [] : [overOf(store.get()), testText(test)];
    const key = [...Object.values(scope), claim, ...tested, ...Object.values(filter)].join('|');
    if (key === this.asked) return;
    this.asked = key;
    this.asking.abort();
    this.asking = new AbortController();
    if (!this.resultBox.hasChildNodes()) fill(this.resultBox, skeleton(i18n, 'app.loading', 6));
    const signal = AbortSignal.any([this.asking.signal, ...(this.signal ? [this.signal] : [])]);
    const task = async (): Promise<void> => {
      if (claim !== 'none') {
        const picture = await pictured(this.desk, claim, scope, this.host(), signal);
        if (key === this.asked) this.showClaims(picture);
      } else if (by === 'hex') {
        const hexes = await this.desk.api.hexCounts(hexMetres, filter, signal);
        if (key === this.asked) this.showCounted(() => this.counted.showHexes(hexes));
      } else {
        const counts = await this.desk.api.counts(scope, filter, signal);
        if (key === this.asked) this.showCounted(() => this.counted.showCounts(counts));
      }
    };
    void this.run(task, (error) => {
      if (key !== this.asked) return;
      this.asked = '';
      this.nothing();
      fill(
        this.resultBox,
        failure(i18n, messageOf(error), () => this.load()),
      );
    });
  }

  /** What is told while a method is at work, and what a picture asks for. */
  private host(): Parameters<typeof pictured>[3] {
    const { i18n, legend } = this.desk;
    const bar = watched(i18n, 'method', () => {
      this.asking.abort();
      this.nothing();
      fill(
        this.resultBox,
        failure(i18n, i18n.t('take.cancelled'), () => this.load()),
      );
      this.asked = '';
    });
    return {
      working: ({ share, state }) => {
        bar.at(i18n.t(state === 'waiting' ? 'hot.waiting' : 'hot.working'), state === 'waiting' ? null : share);
        if (bar.element.isConnected) return;
        this.nothing();
        fill(this.noteBox);
        fill(this.resultBox, bar.element);
      },
      choose: (chance) => this.testing.choose('chance', chance),
      drawn: () => {
        legend.setClasses(this.claims?.legend ?? null);
        this.drawCells();
        this.desk.recolour();
      },
    };
  }

  /** Nothing is known of what was asked: the map and its legend say nothing. */
  private nothing(): void {
    this.claims = null;
    this.cell = null;
    this.drawDetail();
    this.counted.forget();
    this.drawCells();
    this.desk.marks.circles([]);
    this.desk.legend.setClasses(null);
    this.desk.recolour();
  }

  /** @param claims null where it has yet to be said what is asked */
  private showClaims(claims: Picture | null): void {
    const { i18n, legend, marks } = this.desk;
    if (!claims) {
      this.nothing();
      fill(this.noteBox);
      const help = this.desk.store.get().claim === 'score' ? 'hot.score.periodHelp' : 'hot.change.periodHelp';
      fill(this.resultBox, emptyState(i18n.t('hot.change.period'), i18n.t(help)));
      return;
    }
    this.claims = claims;
    this.cell = null;
    this.counted.forget();
    this.drawCells();
    marks.circles(claims instanceof ScanPicture ? claims.circles() : []);
    legend.setClasses(claims.legend);
    fill(this.noteBox, claims.explained());
    this.ranked.show(claims.entries.slice(0, RANKED));
    fill(
      this.resultBox,
      h('p', { class: 'quiet', 'data-testid': 'total' }, claims.told),
      claims.entries.length > 0 ? this.ranked.element : null,
      filesOf(this.desk, claims.id),
    );
    this.desk.recolour();
    this.drawDetail();
  }

  /** What is claimed of the area that is chosen. */
  private drawDetail(): void {
    const { i18n, store } = this.desk;
    const { unit } = store.get();
    const code = this.claims?.shapes ? this.cell : this.claims?.level === unit?.level ? (unit?.code ?? null) : null;
    const detail = code === null ? null : (this.claims?.detail(code) ?? null);
    fill(this.detailBox, detail && section(i18n.t('hot.detail'), detail));
    this.detailBox.hidden = !detail;
  }

  /** Cells and bands of what is claimed; none where areas are coloured. */
  private drawCells(): void {
    const shapes = this.claims?.shapes;
    this.desk.marks.cells(shapes?.cells ?? null, (properties) => shapes?.colourOf(properties) ?? '');
  }

  private showCounted(show: () => void): void {
    this.claims = null;
    this.cell = null;
    this.desk.marks.circles([]);
    this.drawDetail();
    show();
  }
}
