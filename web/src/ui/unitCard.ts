// The details of the selected unit.
import { isAbort } from '../client/http';
import type { Named, UnitDetail } from '../client/types';
import type { UnitRef } from '../model/state';
import { toldAttributes, type ToldAttribute } from '../model/told';
import { countsFrom } from './countsFrom';
import type { Desk } from './desk';
import { fill, h, iconButton } from './dom';
import { OfficersOfGrid } from './officers';
import { facts, failure, officerList, skeleton } from './parts';

/** So many neighbours are listed before the reader asks for all. */
const FIRST_NEIGHBOURS = 6;

export class UnitCard {
  readonly element: HTMLElement;
  private loading: AbortController | null = null;
  private shown: string | null = null;
  private readonly officers: OfficersOfGrid;

  constructor(private readonly desk: Desk) {
    this.officers = new OfficersOfGrid(desk);
    this.element = h('aside', {
      class: 'card inspector',
      'aria-label': desk.i18n.t('unit.title'),
      'data-testid': 'inspector',
      hidden: true,
    });
  }

  /** Shows a unit of the theme, or nothing. */
  async show(unit: UnitRef | null): Promise<void> {
    const { store, api, i18n } = this.desk;
    const { at } = store.get();
    const theme = this.desk.theme().id;
    const { workspace } = store.get();
    const key = unit ? [theme, at, unit.level, unit.code, workspace === 'zoning'].join('|') : null;
    if (key === this.shown) return;
    this.loading?.abort();
    this.shown = key;
    this.element.hidden = unit === null;
    if (!unit) return;
    const loading = (this.loading = new AbortController());
    if (!this.element.hasChildNodes()) fill(this.element, this.head(unit, null), skeleton(i18n, 'unit.loading', 5));
    this.element.setAttribute('aria-busy', 'true');
    try {
      const detail = await api.unit({ theme, level: unit.level, at }, unit.code, loading.signal);
      if (loading.signal.aborted) return;
      this.draw(detail);
      if (detail.bounds && this.desk.ground.shown?.name === detail.level) this.desk.ground.mark('selected', detail.code, detail.bounds);
    } catch (error) {
      if (isAbort(error)) return;
      const message = error instanceof Error ? error.message : String(error);
      const retry = (): void => {
        this.shown = null;
        void this.show(unit);
      };
      fill(this.element, this.head(unit, null), failure(i18n, message, retry));
    } finally {
      if (this.loading === loading) this.element.removeAttribute('aria-busy');
    }
  }

  private close(): void {
    this.desk.store.set({ unit: null });
    this.desk.map.element.focus({ preventScroll: true });
  }

  private head(unit: UnitRef, detail: UnitDetail | null): HTMLElement {
    const { i18n } = this.desk;
    return h(
      'header',
      { class: 'inspector-head' },
      h(
        'div',
        {},
        h('p', { class: 'eyebrow' }, i18n.term('level', unit.level)),
        h('h2', { class: 'inspector-title' }, detail ? i18n.nameOf(detail) : unit.code),
      ),
      iconButton('close', i18n.t('unit.close'), () => this.close(), { 'data-testid': 'inspector-close' }),
    );
  }

  private draw(unit: UnitDetail): void {
    const { i18n, map } = this.desk;
    const { bounds } = unit;
    const attributes = toldAttributes(unit.attributes).map((told) => [i18n.term('attribute', told.name), this.told(told)] as const);
    fill(
      this.element,
      this.head(unit, unit),
      h(
        'div',
        { class: 'inspector-body' },
        this.path(unit),
        facts([
          [i18n.t('unit.code'), h('span', { class: 'code' }, unit.code)],
          unit.areaSquareMetres === null ? null : [i18n.t('unit.area'), i18n.area(unit.areaSquareMetres)],
          unit.perimeterMetres === null ? null : [i18n.t('unit.perimeter'), i18n.distance(unit.perimeterMetres)],
          [i18n.t('unit.addresses'), i18n.number(unit.counts.addresses)],
          [i18n.t('unit.incidents'), i18n.number(unit.counts.incidents)],
          unit.children
            ? [i18n.t('unit.children'), `${i18n.number(unit.children.units)} × ${i18n.term('level', unit.children.level)}`]
            : null,
        ]),
        !unit.children ? this.block(i18n.t('unit.officers'), this.officersOf(unit)) : null,
        this.block(i18n.t('unit.neighbours'), this.neighbours(unit, false)),
        attributes.length > 0 ? this.block(i18n.t('unit.attributes'), facts(attributes)) : null,
        this.counts(unit),
        bounds ? h('button', { type: 'button', class: 'button', onclick: () => map.fit(bounds) }, i18n.t('unit.zoom')) : null,
      ),
    );
    this.desk.say(`${i18n.term('level', unit.level)} ${i18n.nameOf(unit)}`);
  }

  /** A number as it is known: an estimate looks different from a count. */
  private told({ value, basis, since }: ToldAttribute): Node | string {
    const { i18n } = this.desk;
    if (basis === 'counted') return since === null ? value : `${value} (${i18n.date(since)})`;
    return h('span', { class: `told-${basis}`, title: i18n.t(`told.${basis}.title`) }, i18n.told(value, basis));
  }

  /** Of which counts the numbers are made that are not simply counted on this ground. */
  private counts({ facts: told }: UnitDetail): HTMLElement | null {
    const { i18n } = this.desk;
    const said = countsFrom(i18n, told);
    if (said.length === 0) return null;
    const list = h('ul', { class: 'bullets', 'data-testid': 'unit-counts-from' }, ...said.map((line) => h('li', {}, line)));
    return this.block(i18n.t('unit.countsFrom'), list);
  }

  /** A planner also says who answers for it; others are told who does. */
  private officersOf(unit: UnitDetail): HTMLElement {
    const { i18n, store } = this.desk;
    if (store.get().workspace !== 'zoning') return officerList(i18n, unit.officers);
    void this.officers.show({ code: unit.code, title: i18n.pathOf(unit.path) });
    return this.officers.element;
  }

  private block(title: string, content: Node): HTMLElement {
    return h('section', { class: 'block' }, h('h3', { class: 'block-title' }, title), content);
  }

  private path(unit: UnitDetail): HTMLElement {
    const { i18n } = this.desk;
    const above = unit.path.slice(0, -1);
    return h(
      'ol',
      { class: 'crumbs', 'aria-label': i18n.t('unit.path') },
      ...above.map((step) => h('li', {}, this.link(step, step.level))),
    );
  }

  private neighbours(unit: UnitDetail, all: boolean): HTMLElement {
    const { i18n } = this.desk;
    if (unit.neighbours === null) return h('p', { class: 'quiet' }, i18n.t('unit.neighboursUnknown'));
    if (unit.neighbours.length === 0) return h('p', { class: 'quiet' }, i18n.t('unit.noNeighbours'));
    const rows = all ? unit.neighbours : unit.neighbours.slice(0, FIRST_NEIGHBOURS);
    const box = h('div', {});
    const list = h(
      'ul',
      { class: 'neighbours' },
      ...rows.map((neighbour) =>
        h(
          'li',
          {},
          this.link(neighbour, unit.level),
          i18n.nameOf(neighbour) === neighbour.code ? null : h('span', { class: 'code quiet' }, neighbour.code),
          h('span', { class: 'quiet shared' }, i18n.distance(neighbour.sharedMetres)),
        ),
      ),
    );
    const more = h(
      'button',
      { type: 'button', class: 'link', onclick: () => box.replaceWith(this.neighbours(unit, true)) },
      i18n.t('unit.showAll', { n: unit.neighbours.length }),
    );
    fill(box, list, rows.length < unit.neighbours.length ? more : null);
    return box;
  }

  private link(unit: Named, level: string): HTMLElement {
    const go = (): void => this.desk.store.set({ unit: { level, code: unit.code } });
    return h('button', { type: 'button', class: 'link', title: unit.code, onclick: go }, this.desk.i18n.nameOf(unit));
  }
}
