// Hotspots: counts and rates per area or hexagon, which claim nothing and say so; and areas that are tested against chance.
import type { UnitFacts } from '../../model/unitTable';
import type { CountItem, Counts, HexCollection } from '../../client/types';
import type { Paint } from '../../map/paint';
import { classOf, quantileClasses, type ClassBreak } from '../../model/classes';
import { testText } from '../../model/testChoice';
import type { Place, State } from '../../model/state';
import { watched } from '../../ui/watched';
import { fill, h } from '../../ui/dom';
import { filtersDiffer, incidentFilters, incidentsAsked } from '../../ui/filters';
import { emptyState, failure, note, section, skeleton } from '../../ui/parts';
import { rovingList, type RovingList } from '../../ui/list';
import { Mode, messageOf } from '../mode';
import { countEntry, filesOf } from './listed';
import { overOf } from './methods';
import { drawOptions } from './options';
import type { Entry, Picture } from './picture';
import { pictured } from './pictured';
import { ScanPicture } from './scanPicture';
import { TestForm } from './testForm';
import { Times } from './times';

/** So many areas are ranked in the panel; the map shows all. */
const RANKED = 25;

/** What is counted or tested, and how. */
const OPTIONS = ['by', 'hexMetres', 'measure', 'over', 'claim', 'test'] as const;

export class Hotspots extends Mode {
  readonly id = 'hotspots';
  private readonly optionsBox = h('div', { class: 'stack' });
  private readonly filterBox = h('div', {});
  private readonly resultBox = h('div', { class: 'stack' });
  private readonly list: RovingList<CountItem> = rovingList<CountItem>({
    label: this.desk.i18n.t('hot.ranking'),
    testId: 'ranking',
    keyOf: ({ code }) => code,
    render: (item) => countEntry(this.desk, item, this.measured(item) ?? 0, this.largest),
    pick: (item) => this.desk.store.set({ unit: { level: this.counts?.level ?? '', code: item.code } }),
    point: (item) => this.desk.ground.mark('hover', item?.code ?? null),
  });
  private readonly ranked: RovingList<Entry> = rovingList<Entry>({
    label: this.desk.i18n.t('hot.ranking.claims'),
    testId: 'claimed',
    keyOf: ({ key }) => key,
    render: ({ nodes }) => nodes,
    pick: ({ code, reveal }) => {
      this.desk.store.set({ unit: { level: this.claims?.level ?? '', code } });
      reveal?.();
    },
    point: (entry) => this.desk.ground.mark('hover', entry?.code ?? null),
  });
  private counts: Counts | null = null;
  private categories: readonly string[] = [];
  private attributes: readonly string[] = [];
  private hexes: HexCollection | null = null;
  private claims: Picture | null = null;
  /** Ends what is being asked. */
  private asking = new AbortController();
  private readonly noteBox = h('div', { class: 'section' });
  private readonly detailBox = h('div', { class: 'section', hidden: true });
  private readonly times = new Times(this.desk);
  private readonly testing = new TestForm(this.desk);
  private byCode = new Map<string, CountItem>();
  private classes: ClassBreak[] = [];
  private asked = '';
  private largest = 0;

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
    const unit = this.desk.ground.at(place.lon, place.lat);
    this.desk.store.set({ place: null, unit: unit && { level: unit.level, code: unit.code } });
  }

  override fillOf(unit: UnitFacts): Paint {
    if (this.desk.store.get().by === 'hex') return { fillColor: '#ffffff', fillOpacity: 0.4 };
    if (this.claims) return { fillColor: this.claims.colourOf(unit.code), fillOpacity: 0.88 };
    const item = this.byCode.get(unit.code);
    const found = classOf(this.classes, item ? this.measured(item) : null);
    return found ? { fillColor: found.colour, fillOpacity: 0.88 } : { fillColor: '#ffffff', fillOpacity: 0.75 };
  }

  override tipOf(unit: UnitFacts): string | null {
    const { i18n, store } = this.desk;
    const { by, measure } = store.get();
    if (by === 'hex') return null;
    if (this.claims) return this.claims.tipOf(unit.code);
    if (!this.counts) return null;
    const item = this.byCode.get(unit.code);
    const value = item ? this.measured(item) : 0;
    return `${i18n.t(`hot.${measure}`)}: ${value === null ? '–' : i18n.rate(value)}`;
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
    if (state.measure !== before.measure && state.claim === 'none') this.paint();
    if (differ || filtersDiffer(state, before)) this.load();
    if (filtersDiffer(state, before) && !this.filterBox.contains(document.activeElement)) this.drawFilters();
    if (state.unit !== before.unit) {
      this.list.mark(state.unit?.code ?? null);
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
    const scope = { theme: this.desk.theme().id, level: level ?? '', at };
    const tested = claim === 'none' ? [] : [overOf(store.get()), testText(test)];
    const key = [...(by === 'hex' ? ['hex', hexMetres] : [...Object.values(scope), claim, ...tested]), ...Object.values(filter)].join('|');
    if (key === this.asked) return;
    this.asked = key;
    this.asking.abort();
    this.asking = new AbortController();
    if (!this.resultBox.hasChildNodes()) fill(this.resultBox, skeleton(i18n, 'app.loading', 6));
    const signal = AbortSignal.any([this.asking.signal, ...(this.signal ? [this.signal] : [])]);
    const task = async (): Promise<void> => {
      if (by === 'hex') {
        const hexes = await this.desk.api.hexCounts(hexMetres, filter, signal);
        if (key === this.asked) this.showHexes(hexes);
      } else if (claim !== 'none') {
        const picture = await pictured(this.desk, claim, scope, this.host(), signal);
        if (key === this.asked) this.showClaims(picture);
      } else {
        const counts = await this.desk.api.counts(scope, filter, signal);
        if (key === this.asked) this.showCounts(counts);
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
        this.desk.recolour();
      },
    };
  }

  /** Nothing is known of what was asked: the map and its legend say nothing. */
  private nothing(): void {
    [this.counts, this.hexes, this.claims] = [null, null, null];
    this.drawDetail();
    this.byCode.clear();
    this.classes = [];
    this.desk.marks.hexagons(null, () => '');
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
      fill(this.resultBox, emptyState(i18n.t('hot.change.period'), i18n.t('hot.change.periodHelp')));
      return;
    }
    this.claims = claims;
    [this.counts, this.hexes] = [null, null];
    marks.hexagons(null, () => '');
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
    const detail = unit && this.claims?.level === unit.level ? this.claims.detail(unit.code) : null;
    fill(this.detailBox, detail && section(i18n.t('hot.detail'), detail));
    this.detailBox.hidden = !detail;
  }

  private showCounts(counts: Counts): void {
    this.claims = null;
    this.desk.marks.circles([]);
    this.drawDetail();
    this.counts = counts;
    this.byCode = new Map(counts.items.map((item) => [item.code, item]));
    this.hexes = null;
    this.paint();
  }

  private showHexes(hexes: HexCollection): void {
    this.claims = null;
    this.desk.marks.circles([]);
    this.drawDetail();
    this.hexes = hexes;
    this.counts = null;
    this.byCode.clear();
    this.paint();
  }

  private paint(): void {
    const { i18n } = this.desk;
    fill(this.noteBox, note(i18n.t('hot.note'), i18n.t('hot.noteMore')));
    if (this.hexes) this.paintHexes(this.hexes);
    else if (this.counts) this.paintUnits(this.counts);
  }

  private paintUnits(counts: Counts): void {
    const { i18n, marks } = this.desk;
    marks.hexagons(null, () => '');
    this.setClasses(counts.items.map((item) => this.measured(item) ?? 0));
    const ranked = [...counts.items]
      .filter((item) => (this.measured(item) ?? 0) > 0)
      .sort((a, b) => (this.measured(b) ?? 0) - (this.measured(a) ?? 0))
      .slice(0, RANKED);
    this.largest = ranked[0] ? (this.measured(ranked[0]) ?? 0) : 0;
    this.list.show(ranked);
    this.list.mark(this.desk.store.get().unit?.code ?? null);
    const outside = counts.outside > 0 ? ` · ${i18n.t('hot.outside', { n: counts.outside })}` : '';
    const total = i18n.counted('hot.total', counts.total) + outside;
    fill(
      this.resultBox,
      ranked.length > 0 ? h('p', { class: 'quiet', 'data-testid': 'total' }, total) : emptyState(i18n.t('hot.none')),
      ranked.length > 0 ? this.list.element : null,
    );
    this.desk.recolour();
  }

  private paintHexes(hexes: HexCollection): void {
    const { i18n, marks, store } = this.desk;
    const { measure } = store.get();
    const value = (hex: HexCollection['features'][number]): number =>
      measure === 'perSquareKilometre' ? hex.properties.perSquareKilometre : hex.properties.count;
    this.setClasses(hexes.features.map(value));
    marks.hexagons(hexes, (hex) => classOf(this.classes, value(hex))?.colour ?? '#ffffff');
    const total = hexes.features.reduce((sum, hex) => sum + hex.properties.count, 0);
    const text = `${i18n.counted('hot.total', total)} · ${i18n.counted('legend.areas', hexes.features.length)}`;
    fill(this.resultBox, total > 0 ? h('p', { class: 'quiet', 'data-testid': 'total' }, text) : emptyState(i18n.t('hot.none')));
    this.desk.recolour();
  }

  private setClasses(values: readonly number[]): void {
    const { i18n, legend, store } = this.desk;
    const { measure } = store.get();
    this.classes = quantileClasses(values);
    const title = i18n.t(`hot.${measure}`);
    const format = (value: number): string => i18n.rate(value);
    legend.setClasses(this.classes.length > 0 ? { title, note: i18n.t('hot.note'), classes: this.classes, format, none: true } : null);
  }

  private measured(item: CountItem): number | null {
    return item[this.desk.store.get().measure];
  }
}
