// Hotspots: counts and rates per area or hexagon, which claim nothing and say so; and areas that are tested against chance.
import type { UnitFacts } from '../../model/unitTable';
import type { CountItem, Counts, HexCollection, HotspotPlace } from '../../client/types';
import type { Paint } from '../../map/paint';
import { classOf, quantileClasses, type ClassBreak } from '../../model/classes';
import { testText } from '../../model/testChoice';
import { CLAIMS, HEX_WIDTHS, MEASURES, type Claim, type Measure, type Place, type State } from '../../model/state';
import { fill, h } from '../../ui/dom';
import { filtersDiffer, incidentFilters, incidentsAsked } from '../../ui/filters';
import { emptyState, failure, note, section, segmented, selectField, skeleton } from '../../ui/parts';
import { rovingList, type RovingList } from '../../ui/list';
import { Mode, messageOf } from '../mode';
import { Claims, questionOf } from './claims';
import { TestForm } from './testForm';
import { Times } from './times';

/** So many areas are ranked in the panel; the map shows all. */
const RANKED = 25;

export class Hotspots extends Mode {
  readonly id = 'hotspots';
  private readonly optionsBox = h('div', { class: 'stack' });
  private readonly filterBox = h('div', {});
  private readonly resultBox = h('div', { class: 'stack' });
  private readonly list: RovingList<CountItem> = rovingList<CountItem>({
    label: this.desk.i18n.t('hot.ranking'),
    testId: 'ranking',
    keyOf: ({ code }) => code,
    render: (item) => this.render(item),
    pick: (item) => this.desk.store.set({ unit: { level: this.counts?.level ?? '', code: item.code } }),
    point: (item) => this.desk.ground.mark('hover', item?.code ?? null),
  });
  private readonly ranked: RovingList<HotspotPlace> = rovingList<HotspotPlace>({
    label: this.desk.i18n.t('hot.ranking.claims'),
    testId: 'claimed',
    keyOf: ({ code }) => code,
    render: (place) => this.claims?.entry(place) ?? [],
    pick: (place) => this.desk.store.set({ unit: { level: this.claims?.answer.request.level ?? '', code: place.code } }),
    point: (place) => this.desk.ground.mark('hover', place?.code ?? null),
  });
  private counts: Counts | null = null;
  private categories: readonly string[] = [];
  private hexes: HexCollection | null = null;
  private claims: Claims | null = null;
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
    this.drawOptions();
    this.drawFilters();
    void this.run(async () => {
      this.categories = await this.desk.api.categories(this.signal);
      this.drawFilters();
    });
    this.load();
    this.loadTimes();
  }

  protected stop(): void {
    this.asked = '';
    this.counts = null;
    this.claims = null;
    this.byCode.clear();
    this.classes = [];
    this.desk.marks.hexagons(null, () => '');
    this.desk.legend.setClasses(null);
    this.desk.recolour();
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
    if (state.by !== before.by || state.hexMetres !== before.hexMetres || state.measure !== before.measure || state.claim !== before.claim)
      this.drawOptions();
    if (state.by !== before.by || state.measure !== before.measure || state.claim !== before.claim || state.test !== before.test)
      this.testing.draw();
    if (state.measure !== before.measure && state.claim === 'none') this.paint();
    if (
      state.by !== before.by ||
      state.claim !== before.claim ||
      (state.claim !== 'none' && (state.measure !== before.measure || state.test !== before.test)) ||
      state.hexMetres !== before.hexMetres ||
      filtersDiffer(state, before)
    )
      this.load();
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

  private drawOptions(): void {
    const { i18n, store } = this.desk;
    const { by, claim, hexMetres, measure } = store.get();
    const focused = (document.activeElement as HTMLInputElement | null)?.value;
    const inside = this.optionsBox.contains(document.activeElement);
    const areas = { value: 'units' as const, text: i18n.t('hot.by.units') };
    const hexes = { value: 'hex' as const, text: i18n.t('hot.by.hex') };
    const measures = MEASURES.filter((value) => by === 'units' || value !== 'perThousandAddresses');
    const widths = HEX_WIDTHS.map((value) => ({ value: String(value), text: i18n.distance(value) }));
    fill(
      this.optionsBox,
      segmented(i18n.t('hot.by'), [areas, hexes], by, (value) => {
        const rate = store.get().measure;
        store.set({ by: value, measure: value === 'hex' && rate === 'perThousandAddresses' ? 'count' : rate });
      }),
      by === 'hex' ? selectField(i18n.t('hot.hex'), widths, String(hexMetres), (value) => store.set({ hexMetres: Number(value) })) : null,
      selectField(
        i18n.t('hot.measure'),
        measures.map((value) => ({ value, text: i18n.t(`hot.${value}`) })),
        measure,
        (value) => store.set({ measure: value as Measure }),
        { 'data-testid': 'measure' },
      ),
      by === 'units'
        ? selectField(
            i18n.t('hot.claim'),
            CLAIMS.map((value) => ({ value, text: i18n.t(`hot.claim.${value}`) })),
            claim,
            (value) => store.set({ claim: value as Claim }),
            { 'data-testid': 'claim' },
          )
        : null,
    );
    if (inside) {
      const again = [...this.optionsBox.querySelectorAll<HTMLInputElement>('input, select')];
      again.find((element) => element.value === focused)?.focus();
    }
  }

  private loadTimes(): void {
    void this.run(() => this.times.load(this.signal));
  }

  private load(): void {
    const { store, ground, i18n } = this.desk;
    const { by, claim, hexMetres, at, measure, test } = store.get();
    const filter = incidentsAsked(store.get());
    const level = ground.shown?.name;
    if (!level && by === 'units') {
      fill(this.resultBox, skeleton(i18n, 'app.loading', 6));
      return;
    }
    const scope = { theme: this.desk.theme().id, level: level ?? '', at };
    const tested = claim === 'none' ? [] : [measure, testText(test)];
    const key = [...(by === 'hex' ? ['hex', hexMetres] : [...Object.values(scope), claim, ...tested]), ...Object.values(filter)].join('|');
    if (key === this.asked) return;
    this.asked = key;
    if (!this.resultBox.hasChildNodes()) fill(this.resultBox, skeleton(i18n, 'app.loading', 6));
    const task = async (): Promise<void> => {
      if (by === 'hex') {
        const hexes = await this.desk.api.hexCounts(hexMetres, filter, this.signal);
        if (key === this.asked) this.showHexes(hexes);
      } else if (claim !== 'none') {
        const answer = await this.desk.api.hotspots(questionOf(store.get(), scope.theme, scope.level), this.signal);
        if (key === this.asked) this.showClaims(new Claims(this.desk, claim, answer));
      } else {
        const counts = await this.desk.api.counts(scope, filter, this.signal);
        if (key === this.asked) this.showCounts(counts);
      }
    };
    void this.run(task, (error) => {
      this.asked = '';
      this.nothing();
      fill(
        this.resultBox,
        failure(i18n, messageOf(error), () => this.load()),
      );
    });
  }

  /** Nothing is known of what was asked: the map and its legend say nothing. */
  private nothing(): void {
    [this.counts, this.hexes, this.claims] = [null, null, null];
    this.drawDetail();
    this.byCode.clear();
    this.classes = [];
    this.desk.marks.hexagons(null, () => '');
    this.desk.legend.setClasses(null);
    this.desk.recolour();
  }

  private showClaims(claims: Claims): void {
    const { i18n, legend, marks } = this.desk;
    this.claims = claims;
    [this.counts, this.hexes] = [null, null];
    marks.hexagons(null, () => '');
    legend.setClasses(claims.legend);
    fill(
      this.noteBox,
      claims.explained((chance) => this.testing.choose('chance', chance)),
    );
    this.ranked.show(claims.claimed.slice(0, RANKED));
    const told = i18n.t('hot.claimed', { n: claims.claimed.length, of: claims.answer.tested });
    fill(this.resultBox, h('p', { class: 'quiet', 'data-testid': 'total' }, told), claims.claimed.length > 0 ? this.ranked.element : null);
    this.desk.recolour();
    this.drawDetail();
  }

  /** What is claimed of the area that is chosen. */
  private drawDetail(): void {
    const { i18n, store } = this.desk;
    const { unit } = store.get();
    const detail = unit && this.claims?.answer.request.level === unit.level ? this.claims.detail(unit.code) : null;
    fill(this.detailBox, detail && section(i18n.t('hot.detail'), detail));
    this.detailBox.hidden = !detail;
  }

  private showCounts(counts: Counts): void {
    this.claims = null;
    this.drawDetail();
    this.counts = counts;
    this.byCode = new Map(counts.items.map((item) => [item.code, item]));
    this.hexes = null;
    this.paint();
  }

  private showHexes(hexes: HexCollection): void {
    this.claims = null;
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

  private render(item: CountItem): Node[] {
    const { i18n } = this.desk;
    const value = this.measured(item) ?? 0;
    const bar = h('span', { class: 'bar', 'aria-hidden': 'true' });
    bar.style.setProperty('--part', String(this.largest > 0 ? value / this.largest : 0));
    return [
      h(
        'span',
        { class: 'entry-line' },
        h('span', { class: 'entry-title' }, i18n.nameWithin(item, item.within)),
        h('span', { class: 'entry-end number' }, i18n.rate(value)),
      ),
      ...(i18n.nameOf(item) === item.code ? [] : [h('span', { class: 'code quiet' }, item.code)]),
      bar,
    ];
  }
}
