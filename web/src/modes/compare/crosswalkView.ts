// The plans of two themes over each other: what each two areas share, and both nets on the map under a swipe.
import type { CrosswalkOf } from '../../client/api';
import { CROSSWALK_SORTS, type Crosswalk, type CrosswalkRow } from '../../client/compareTypes';
import { tintOf } from '../../map/colours';
import { Sides, type SidesSource } from '../../map/sides';
import { Swipe } from '../../map/swipe';
import type { UnitSource } from '../../map/unitLayer';
import { MOST_UNITS } from '../../model/levels';
import type { UnitFacts } from '../../model/unitTable';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { PagedRows } from '../../ui/pagedRows';
import { emptyState, section } from '../../ui/parts';
import { messageOf } from '../mode';
import { isNamed, rowTools } from './rowTools';
import { crosswalkRow, endsOfRow, shareHead } from './tables';

const CLOSEST = 17;

export class CrosswalkView {
  readonly element = h('div', { class: 'stack' });
  private readonly rows: PagedRows<CrosswalkRow> | null = null;
  private readonly swipe: Swipe | null = null;
  private readonly sides: Sides | null = null;
  private covered = false;
  private readonly page = { q: '', sort: CROSSWALK_SORTS[0] as string };

  /**
   * @param first with its first rows, or none
   * @param titles of both themes
   * @param units where the outlines of either come from
   */
  constructor(
    private readonly desk: Desk,
    private readonly of: CrosswalkOf,
    private readonly first: Crosswalk,
    private readonly titles: { from: string; to: string },
    private readonly units: { from: UnitSource; to: UnitSource },
  ) {
    const { i18n, map } = desk;
    if (first.total === 0) {
      fill(this.element, emptyState(i18n.t('crosswalk.none'), i18n.t('crosswalk.noneHelp')));
      return;
    }
    const counted = ({ level, units }: Crosswalk['of']): string =>
      i18n.t('crosswalk.units', { n: units, level: i18n.term('level', level) });
    const about = i18n.t('crosswalk.about', { from: `${titles.from} (${counted(first.of)})`, to: `${titles.to} (${counted(first.with)})` });
    const rows = (this.rows = this.list());
    const csv = h(
      'a',
      { class: 'button', href: desk.api.crosswalkTable(of), download: 'crosswalk.csv', 'data-testid': 'crosswalk-csv' },
      i18n.t('compare.download'),
    );
    fill(
      this.element,
      section(
        i18n.t('crosswalk.title'),
        h('div', { class: 'stack' }, h('p', { class: 'quiet' }, about), this.tools(rows), rows.element, csv),
      ),
    );
    this.swipe = new Swipe(
      map,
      { from: ['before', 'labels'], to: ['after'] },
      { label: i18n.t('compare.swipe'), ...titles, value: (part) => i18n.t('compare.swiped', { part, from: titles.from }) },
    );
    this.sides = new Sides(map, this.source());
  }

  drawn(): void {
    this.sides?.rename();
  }

  /** Both nets are drawn; the one underneath would show where the other has nothing. */
  hides(_unit: UnitFacts): boolean {
    return this.covered;
  }

  close(): void {
    this.rows?.close();
    this.swipe?.close();
    this.sides?.close();
    this.desk.legend.setClasses(null);
    this.covered = false;
    this.desk.recolour();
  }

  private list(): PagedRows<CrosswalkRow> {
    const { api, i18n, map } = this.desk;
    const named = (rows: readonly CrosswalkRow[]): boolean => rows.some((row) => endsOfRow(row).some((end) => isNamed(i18n, end)));
    const lines = (rows: readonly CrosswalkRow[]): number => (rows.some(({ households }) => households !== null) ? 3 : 2);
    return new PagedRows<CrosswalkRow>(i18n, {
      label: i18n.t('crosswalk.title'),
      testId: 'crosswalk',
      head: shareHead(this.desk, this.titles),
      none: i18n.t('crosswalk.noMatch'),
      load: (offset, limit, signal) => api.crosswalk(this.of, { ...this.page, offset, limit }, signal),
      heightOf: (rows) => 36 + (named(rows) ? 20 : 0) + 18 * lines(rows),
      keyOf: ({ code, withCode }) => `${code} ${withCode}`,
      render: (row) => crosswalkRow(this.desk, row),
      pick: ({ bounds, code, withCode }) => {
        this.sides?.mark(code, withCode);
        if (bounds) map.fit(bounds, CLOSEST);
      },
      messageOf,
    });
  }

  private tools(rows: PagedRows<CrosswalkRow>): HTMLElement {
    const { i18n } = this.desk;
    const words = { from: this.titles.from, to: this.titles.to };
    return rowTools(
      i18n,
      'crosswalk',
      {
        label: i18n.t('rows.sort'),
        options: CROSSWALK_SORTS.map((value) => ({ value, text: i18n.t(`sort.${value}`, words) })),
        value: this.page.sort,
        choose: (sort) => {
          this.page.sort = sort;
          rows.reset();
        },
      },
      (q) => {
        this.page.q = q;
        rows.reset();
      },
    );
  }

  private source(): SidesSource {
    const { i18n } = this.desk;
    const { of, with: other } = this.first;
    return {
      inView: async (box, signal) => {
        const [from, to] = await Promise.all([
          this.units.from(of.level, box, MOST_UNITS, signal),
          this.units.to(other.level, box, MOST_UNITS, signal),
        ]);
        return { from: from.features, to: to.features, truncated: Boolean(from.truncated) || Boolean(to.truncated) };
      },
      dots: () => Promise.resolve(null),
      style: ({ properties }) => ({ fillColor: tintOf(properties.code), fillOpacity: 0.92 }),
      nameOf: (unit) => i18n.nameOf(unit),
      besides: () => [],
      underneath: 'from',
      failed: (error) => this.desk.fail(error),
      drawn: ({ truncated }) => {
        this.covered = !truncated;
        this.desk.recolour();
        this.legend(truncated);
      },
    };
  }

  private legend(tooMany: boolean): void {
    const { i18n, legend } = this.desk;
    legend.setClasses({
      title: i18n.t('crosswalk.title'),
      note: i18n.t(tooMany ? 'crosswalk.zoomIn' : 'crosswalk.dashed'),
      classes: [],
      none: false,
      format: () => '',
    });
  }
}
