// Two plans of one theme side by side: what became of the areas, who gives what to whom, and both on the map under a swipe.
import type { Compared } from '../../client/api';
import {
  FATES,
  MOVE_SORTS,
  type Change,
  type Comparison,
  type Fate,
  type Move,
  type Outline,
  type PlaceColumns,
  type Places,
} from '../../client/compareTypes';
import type { Bounds } from '../../client/types';
import { FATE_COLOURS } from '../../map/colours';
import { Sides, type SidesInView, type SidesSource } from '../../map/sides';
import { Swipe } from '../../map/swipe';
import { worldPoints } from '../../model/clusters';
import { MOST_UNITS } from '../../model/levels';
import type { UnitFacts } from '../../model/unitTable';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { PagedRows } from '../../ui/pagedRows';
import { emptyState, section } from '../../ui/parts';
import { messageOf } from '../mode';
import { isNamed, rowTools } from './rowTools';
import { balanceTable, endsOf, measuresOf, moveHead, moveRow, summaryList, totals, wordsOf } from './tables';

/** So closely the map goes to what was chosen from a list. */
const CLOSEST = 17;

export class ComparisonView {
  readonly element = h('div', { class: 'stack' });
  private readonly swipe: Swipe | null = null;
  private readonly sides: Sides | null = null;
  private readonly lists: { close(): void }[] = [];
  private places: Places | null = null;
  private redrawn: ReadonlySet<string> = new Set();

  /** @param names what the two are called */
  constructor(
    private readonly desk: Desk,
    private readonly of: Compared,
    private readonly comparison: Comparison,
    names: { from: string; to: string },
  ) {
    const { i18n, map } = desk;
    if (comparison.changesTotal === 0) {
      fill(this.element, emptyState(i18n.t('compare.none')));
      return;
    }
    fill(
      this.element,
      section(i18n.t('compare.summary'), summaryList(desk, comparison), totals(desk, comparison)),
      section(i18n.t('compare.hands'), this.moves()),
      section(i18n.t('compare.balance'), balanceTable(desk, comparison)),
      section(i18n.t('compare.changes'), this.changes()),
    );
    this.swipe = new Swipe(
      map,
      { from: ['before'], to: ['after', 'labels'] },
      { label: i18n.t('compare.swipe'), ...names, value: (part) => i18n.t('compare.swiped', { part, from: names.from }) },
    );
    this.sides = new Sides(map, this.source());
    this.legend(false);
  }

  /** The areas underneath are others now. */
  drawn(): void {
    this.sides?.rename();
  }

  /** Areas underneath that are drawn on their own side would show where the other side has nothing. */
  hides({ code, level }: UnitFacts): boolean {
    return this.redrawn.has(code) && level === (this.of.level ?? level);
  }

  close(): void {
    for (const list of this.lists) list.close();
    this.swipe?.close();
    this.sides?.close();
    this.desk.legend.setClasses(null);
    this.redrawn = new Set();
    this.desk.recolour();
  }

  private moves(): HTMLElement {
    const { api, i18n, map } = this.desk;
    const page = { q: '', sort: MOVE_SORTS[0] as string };
    const measures = measuresOf(this.comparison);
    const rows = new PagedRows<Move>(i18n, {
      label: i18n.t('compare.hands'),
      testId: 'moves',
      head: moveHead(this.desk, measures),
      none: i18n.t('compare.noMoves'),
      load: async (offset, limit, signal) => {
        const { moves, total } = await api.compareMoves(this.of, { ...page, offset, limit }, signal);
        return { total, rows: moves };
      },
      heightOf: (first) => (first.some((move) => endsOf(move).some((end) => isNamed(i18n, end))) ? 72 : 52),
      keyOf: ({ from, to }) => `${from} ${to}`,
      render: (move) => moveRow(this.desk, move, measures),
      pick: (move) => {
        this.sides?.mark(move.from, move.to);
        if (move.bounds) map.fit(move.bounds, CLOSEST);
      },
      messageOf,
    });
    this.lists.push(rows);
    const sorts = MOVE_SORTS.filter((sort) => sort === 'code' || sort === '-area' || measures.some((measure) => sort === `-${measure}`));
    const tools = rowTools(
      i18n,
      'moves',
      {
        label: i18n.t('rows.sort'),
        options: sorts.map((value) => ({ value, text: i18n.t(`sort.${value}`) })),
        value: page.sort,
        choose: (sort) => {
          page.sort = sort;
          rows.reset();
        },
      },
      (q) => {
        page.q = q;
        rows.reset();
      },
    );
    const csv = h(
      'a',
      { class: 'button', href: api.comparisonTable(this.of), download: 'comparison.csv', 'data-testid': 'compare-csv' },
      i18n.t('compare.download'),
    );
    const several = this.comparison.movesTotal > 1;
    return h('div', { class: 'stack' }, several ? tools : null, rows.element, csv);
  }

  private changes(): HTMLElement {
    const { api, i18n, map } = this.desk;
    const page: { q: string; fate: string | null } = { q: '', fate: null };
    const rows = new PagedRows<Change>(i18n, {
      label: i18n.t('compare.changes'),
      testId: 'compare-changes',
      head: h('div', {}),
      none: i18n.t('compare.none'),
      load: async (offset, limit, signal) => {
        const { changes, total } = await api.compareChanges(this.of, { ...page, offset, limit }, signal);
        return { total, rows: changes };
      },
      heightOf: () => 56,
      keyOf: ({ from, to }) => [...from, { code: '>' }, ...to].map(({ code }) => code).join(' '),
      render: (change) => wordsOf(this.desk, change),
      pick: ({ bounds, from, to }) => {
        this.sides?.mark(from[0]?.code ?? null, to[0]?.code ?? null);
        if (bounds) map.fit(bounds, CLOSEST);
      },
      messageOf,
    });
    this.lists.push(rows);
    const there = FATES.filter((fate) => this.comparison.summary[fate] > 0);
    const all = { value: '', text: i18n.t('fate.all') };
    const tools = rowTools(
      i18n,
      'changes',
      {
        label: i18n.t('fate.label'),
        options: [all, ...there.map((fate) => ({ value: fate, text: i18n.t(`fate.${fate}`) }))],
        value: '',
        choose: (fate) => {
          page.fate = fate || null;
          rows.reset();
        },
      },
      (q) => {
        page.q = q;
        rows.reset();
      },
    );
    return h('div', { class: 'stack' }, this.comparison.changesTotal > 1 ? tools : null, rows.element);
  }

  private source(): SidesSource {
    const { api, i18n } = this.desk;
    return {
      inView: async (box, signal) => {
        if (await this.isCrowded(box, signal)) return { from: [], to: [], truncated: true };
        const { features, truncated } = await api.comparedOutlines(this.of, box, 2 * MOST_UNITS, signal);
        const of = (side: 'from' | 'to'): Outline[] => features.filter(({ properties }) => properties.side === side);
        return { from: of('from'), to: of('to'), truncated: truncated === true };
      },
      dots: async (signal) => {
        const { fates, from, to } = await this.placed(signal);
        const of = ({ lon, lat, fate }: typeof from) => worldPoints(lon, lat, fate);
        return { from: of(from), to: of(to), colours: fates.map((fate) => (fate === 'kept' ? '#ffffff' : FATE_COLOURS[fate])) };
      },
      style: ({ properties }) => ({ fillColor: FATE_COLOURS[(properties as Outline['properties']).fate], fillOpacity: 0.92 }),
      nameOf: (unit) => i18n.nameOf(unit),
      besides: (inView) => this.kept(inView),
      drawn: ({ to, truncated }) => {
        this.redrawn = new Set(truncated ? [] : to.map(({ properties }) => properties.code));
        this.desk.recolour();
        this.legend(truncated);
      },
      underneath: 'to',
      failed: (error) => this.desk.fail(error),
    };
  }

  /** Of very many changes it is known where they are, and so whether their outlines are worth asking for. */
  private async isCrowded([west, south, east, north]: Bounds, signal: AbortSignal): Promise<boolean> {
    if (this.comparison.changesTotal <= MOST_UNITS) return false;
    const { from, to } = await this.placed(signal);
    const inside = ({ lon, lat }: PlaceColumns): number =>
      lon.filter((x, i) => x >= west && x <= east && (lat[i] ?? NaN) >= south && (lat[i] ?? NaN) <= north).length;
    return inside(from) + inside(to) > 2 * MOST_UNITS;
  }

  private async placed(signal: AbortSignal): Promise<Places> {
    return (this.places ??= await this.desk.api.comparedPlaces(this.of, signal));
  }

  /** Areas of the later plan that are the same in the earlier one. */
  private kept({ to, truncated }: SidesInView): ReturnType<SidesSource['besides']> {
    if (truncated) return [];
    const changed = new Set(to.map(({ properties }) => properties.code));
    return this.desk.units.units.flatMap(({ feature }) => (changed.has(feature.properties.code) ? [] : [feature]));
  }

  private legend(dotted: boolean): void {
    const { i18n, legend } = this.desk;
    const { summary } = this.comparison;
    const there: Fate[] = FATES.filter((fate) => summary[fate] > 0);
    legend.setClasses({
      title: i18n.t('compare.summary'),
      note: i18n.t(dotted ? 'compare.dotted' : 'compare.dashed'),
      classes: there.map((fate, index) => ({ from: index, to: index, colour: FATE_COLOURS[fate], size: summary[fate] })),
      none: false,
      format: (value) => i18n.t(`fate.${there[value] ?? 'changed'}`),
    });
  }
}
