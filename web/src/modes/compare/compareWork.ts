// Zoning with two versions side by side: which, what became of the units, and both on the map under a swipe.
import { FATES, type Change, type Comparison, type Outlines, type Version } from '../../client/compareTypes';
import { isAbort } from '../../client/http';
import { FATE_COLOURS } from '../../map/colours';
import { Swipe } from '../../map/swipe';
import { wantedLevel } from '../../model/levels';
import type { State } from '../../model/state';
import type { Desk } from '../../ui/desk';
import { fill, h, iconButton } from '../../ui/dom';
import { rovingList } from '../../ui/list';
import { emptyState, failure, section, selectField, skeleton } from '../../ui/parts';
import { messageOf } from '../mode';
import { balanceTable, moveTable, summaryList, totals, wordsOf } from './tables';
import { choicesOf, type VersionChoice } from './versions';

/** So many changes are listed at a time. */
const PAGE = 100;

export class CompareWork {
  readonly element = h('div', { class: 'stack compare-work', 'data-testid': 'compare' });
  private readonly choosing = h('div', { class: 'stack' });
  private readonly result = h('div', { class: 'stack' });
  private readonly list;
  private readonly ending = new AbortController();
  private asking: AbortController | null = null;
  private choices: readonly VersionChoice[] = [];
  private swipe: Swipe | null = null;
  private limit = PAGE;

  constructor(
    private readonly desk: Desk,
    left: () => void,
  ) {
    const { i18n, map } = desk;
    this.list = rovingList<Change>({
      label: i18n.t('compare.changes'),
      testId: 'compare-changes',
      keyOf: ({ from, to }) => [...from, { code: '>' }, ...to].map(({ code }) => code).join(' '),
      render: (change) => wordsOf(desk, change),
      pick: ({ bounds }) => map.fit(bounds, 17),
    });
    fill(
      this.element,
      h('header', { class: 'draft-title' }, h('h2', {}, i18n.t('compare.title')), iconButton('close', i18n.t('compare.leave'), left, { 'data-testid': 'compare-leave' })),
      this.choosing,
      this.result,
    );
    void this.open();
  }

  close(): void {
    this.ending.abort();
    this.asking?.abort();
    this.swipe?.close();
    this.desk.legend.setClasses(null);
  }

  changed(state: State, before: State): void {
    if (state.compare !== before.compare || state.level !== before.level) void this.load();
  }

  /** What is compared may be different by now. */
  reload(): void {
    void this.load();
  }

  private async open(): Promise<void> {
    const { api, drafts, i18n } = this.desk;
    const theme = this.desk.theme().id;
    fill(this.choosing, skeleton(i18n, 'app.loading', 2));
    try {
      const { signal } = this.ending;
      const [plans, known] = await Promise.all([api.plans(theme, signal), drafts.list(theme, signal)]);
      this.choices = choicesOf(this.desk, plans, known);
      this.drawChoices();
      await this.load();
    } catch (error) {
      if (!isAbort(error)) fill(this.choosing, failure(i18n, messageOf(error), () => void this.open()));
    }
  }

  private drawChoices(): void {
    const { i18n, store } = this.desk;
    const { compare } = store.get();
    const field = (side: 'from' | 'to'): HTMLElement =>
      selectField(i18n.t(`compare.${side}`), this.choices, compare?.[side] ?? '', (value) => this.choose(side, value as Version), { 'data-testid': `compare-${side}` });
    fill(this.choosing, field('from'), field('to'));
  }

  private choose(side: 'from' | 'to', value: Version): void {
    const { store } = this.desk;
    const { compare } = store.get();
    if (!compare) return;
    const chosen = { ...compare, [side]: value };
    const shown = this.choices.find((choice) => choice.value === chosen.to)?.shown;
    store.set({ compare: chosen, ...shown });
  }

  private async load(): Promise<void> {
    const { api, i18n, store } = this.desk;
    const { compare } = store.get();
    this.asking?.abort();
    this.swipe?.close();
    this.swipe = null;
    this.desk.legend.setClasses(null);
    if (!compare) return;
    if (compare.from === compare.to) {
      fill(this.result, emptyState(i18n.t('compare.same'), i18n.t('compare.sameHelp')));
      return;
    }
    const asking = (this.asking = new AbortController());
    const of = { ...compare, level: wantedLevel(this.desk.theme().levels, store.get().level)?.name ?? null };
    fill(this.result, skeleton(i18n, 'app.loading', 6));
    try {
      const [comparison, outlines] = await Promise.all([api.compare(of, asking.signal), api.comparedOutlines(of, asking.signal)]);
      if (!asking.signal.aborted) this.show(comparison, outlines, api.comparisonTable(of));
    } catch (error) {
      if (!isAbort(error)) fill(this.result, failure(i18n, messageOf(error), () => void this.load()));
    }
  }

  private show(comparison: Comparison, outlines: Outlines, csv: string): void {
    const { i18n, map } = this.desk;
    this.limit = PAGE;
    if (comparison.changes.length === 0) {
      fill(this.result, emptyState(i18n.t('compare.none')));
      return;
    }
    fill(
      this.result,
      section(i18n.t('compare.summary'), summaryList(this.desk, comparison), totals(this.desk, comparison)),
      section(i18n.t('compare.hands'), moveTable(this.desk, comparison.moves, csv)),
      section(i18n.t('compare.balance'), balanceTable(this.desk, comparison)),
      section(i18n.t('compare.changes'), this.changes(comparison.changes)),
    );
    const name = (side: 'from' | 'to'): string => this.choices.find(({ value }) => value === this.desk.store.get().compare?.[side])?.text ?? '';
    this.swipe = new Swipe(map, outlines, {
      label: i18n.t('compare.swipe'),
      from: name('from'),
      to: name('to'),
      value: (part) => i18n.t('compare.swiped', { part, from: name('from') }),
    });
    this.legend(comparison);
  }

  private changes(changes: readonly Change[]): HTMLElement {
    const box = h('div', { class: 'stack' });
    const draw = (): void => {
      const left = changes.length - this.limit;
      this.list.show(changes.slice(0, this.limit));
      const more = (): void => {
        this.limit += PAGE;
        draw();
      };
      const button = h('button', { type: 'button', class: 'button', onclick: more }, this.desk.i18n.t('list.more', { n: Math.min(PAGE, left) }));
      fill(box, this.list.element, left > 0 ? button : null);
    };
    draw();
    return box;
  }

  private legend({ summary }: Comparison): void {
    const { i18n, legend } = this.desk;
    const there = FATES.filter((fate) => summary[fate] > 0);
    legend.setClasses({
      title: i18n.t('compare.summary'),
      note: i18n.t('compare.dashed'),
      classes: there.map((fate, index) => ({ from: index, to: index, colour: FATE_COLOURS[fate], size: summary[fate] })),
      none: false,
      format: (value) => i18n.t(`fate.${there[value] ?? 'changed'}`),
    });
  }
}
