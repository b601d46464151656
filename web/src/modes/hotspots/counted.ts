// What was counted, by area or by hexagon: colours and a ranking, which claim nothing and say so.
import type { CountItem, Counts, HexCollection } from '../../client/types';
import { classOf, quantileClasses, type ClassBreak } from '../../model/classes';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { rovingList, type RovingList } from '../../ui/list';
import { emptyState, note } from '../../ui/parts';
import { countEntry } from './listed';

/** So many areas are ranked in the panel; the map shows all. */
export const RANKED = 25;

export class Counted {
  private readonly list: RovingList<CountItem>;
  private counts: Counts | null = null;
  private hexes: HexCollection | null = null;
  private byCode = new Map<string, CountItem>();
  private classes: ClassBreak[] = [];
  private largest = 0;

  constructor(
    private readonly desk: Desk,
    private readonly noteBox: HTMLElement,
    private readonly resultBox: HTMLElement,
  ) {
    this.list = rovingList<CountItem>({
      label: this.desk.i18n.t('hot.ranking'),
      testId: 'ranking',
      keyOf: ({ code }) => code,
      render: (item) => countEntry(this.desk, item, this.measured(item) ?? 0, this.largest),
      pick: (item) => this.desk.store.set({ unit: { level: this.counts?.level ?? '', code: item.code } }),
      point: (item) => this.desk.ground.mark('hover', item?.code ?? null),
    });
  }

  forget(): void {
    [this.counts, this.hexes] = [null, null];
    this.byCode.clear();
    this.classes = [];
  }

  showCounts(counts: Counts): void {
    this.forget();
    this.counts = counts;
    this.byCode = new Map(counts.items.map((item) => [item.code, item]));
    this.paint();
  }

  showHexes(hexes: HexCollection): void {
    this.forget();
    this.hexes = hexes;
    this.paint();
  }

  /** Shows what is known by the measure that is chosen now. */
  paint(): void {
    const { i18n } = this.desk;
    fill(this.noteBox, note(i18n.t('hot.note'), i18n.t('hot.noteMore')));
    if (this.hexes) this.paintHexes(this.hexes);
    else if (this.counts) this.paintUnits(this.counts);
  }

  /** Marks the area that is chosen in the ranking. */
  mark(code: string | null): void {
    this.list.mark(code);
  }

  /** Null where there was nothing. */
  colourOf(code: string): string | null {
    const item = this.byCode.get(code);
    return classOf(this.classes, item ? this.measured(item) : null)?.colour ?? null;
  }

  tipOf(code: string): string | null {
    if (!this.counts) return null;
    const { i18n, store } = this.desk;
    const item = this.byCode.get(code);
    const value = item ? this.measured(item) : 0;
    return `${i18n.t(`hot.${store.get().measure}`)}: ${value === null ? '–' : i18n.rate(value)}`;
  }

  private paintUnits(counts: Counts): void {
    const { i18n, marks } = this.desk;
    marks.cells(null, () => '');
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
    const dense = store.get().measure === 'perSquareKilometre';
    const value = ({ count, perSquareKilometre }: HexCollection['features'][number]['properties']): number =>
      dense ? perSquareKilometre : count;
    this.setClasses(hexes.features.map(({ properties }) => value(properties)));
    marks.cells(hexes, (hex) => classOf(this.classes, value(hex))?.colour ?? '#ffffff');
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
