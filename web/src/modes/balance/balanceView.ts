// How evenly the draft is balanced, of the whole city: figures, histogram, areas by deviation, and the colours of the map.
// All of it is what the server says of the present version; what it has not answered yet is marked as old.
import type { Balance, BalanceRow, BalanceSort, DrawnAmount } from '../../client/draftTypes';
import { isAbort } from '../../client/http';
import type { Paint } from '../../map/paint';
import { WEIGHTS, bandColour, bandOf, bandsOf, deviation, isWeight } from '../../model/balance';
import { snapBounds, wantedLevel } from '../../model/levels';
import type { State } from '../../model/state';
import { basisOf } from '../../model/told';
import type { UnitFacts } from '../../model/unitTable';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { PagedRows } from '../../ui/pagedRows';
import { segmented, selectField } from '../../ui/parts';
import { messageOf } from '../mode';
import { loadOfShown, type Shown } from '../session/loadTable';
import type { Loads } from '../session/loads';
import type { DraftSession } from '../session/session';
import { basisOfAll, deviationText, endsOfBalance, figuresOf, histogramOf, measureName, measured, shareText } from './balanceFigures';
import { goalForm } from './goalForm';

const SORTS: readonly BalanceSort[] = ['deviation', 'most', 'least'];
const CLOSEST = 18;
const ROW_PIXELS = 56;

export class BalanceView {
  readonly element = h('section', { class: 'balance stack', 'data-testid': 'balance-panel' });
  private readonly choice = h('div', {});
  private readonly figures = h('div', { class: 'balance-figures stack', 'data-testid': 'balance-figures' });
  private readonly histogram = h('div', {});
  private readonly sorting = h('div', {});
  private readonly listBox = h('div', {});
  private readonly goal = h('div', {});
  private readonly end: () => void;
  private measures: readonly string[] = WEIGHTS;
  private sort: BalanceSort = 'deviation';
  /** Of the level that is meant. */
  private answer: Balance | null = null;
  /** Of the level on the map, by code. */
  private amounts: ReadonlyMap<string, DrawnAmount> = new Map();
  private onMap: Balance | null = null;
  private list: PagedRows<BalanceRow> | null = null;
  private hand: readonly Shown[] = [];
  private version: number | null = null;
  private loading: AbortController | null = null;
  private frame = 0;

  /** @param told the map's colours, and what is told of areas, are others now */
  constructor(
    private readonly desk: Desk,
    private readonly session: DraftSession,
    private readonly loads: Loads,
    private readonly told: () => void,
  ) {
    this.element.setAttribute('aria-label', desk.i18n.t('balance.title'));
    fill(this.element, this.choice, this.figures, this.sorting, this.listBox, this.goal);
    this.end = session.store.subscribe(({ draft }) => {
      if (draft && draft.version !== this.version) this.soon();
    });
    this.draw();
    this.soon();
  }

  close(): void {
    this.end();
    this.loading?.abort();
    cancelAnimationFrame(this.frame);
    this.list?.close();
    this.desk.legend.setClasses(null);
  }

  changed(state: State, before: State): void {
    if (state.balance !== before.balance || state.level !== before.level) {
      this.forget();
      this.soon();
    }
  }

  /** Other areas are on the map. */
  drawn(): void {
    if (this.desk.store.get().balance) this.soon();
  }

  /** What areas would be while something is drawn; their deviations are marked in the histogram. */
  inHand(shapes: readonly Shown[]): void {
    if (shapes.length === 0 && this.hand.length === 0) return;
    this.hand = shapes;
    this.drawHistogram();
  }

  fillOf({ code }: UnitFacts): Paint | null {
    const amount = this.amounts.get(code);
    const part = amount?.deviation ?? null;
    if (!this.onMap || !amount || part === null) return null;
    const outside = this.onMap.tolerance === null ? null : amount.outside;
    return { fillColor: bandColour(part, endsOfBalance(this.onMap), outside), fillOpacity: 0.85 };
  }

  tipOf({ code }: UnitFacts): string | null {
    const amount = this.amounts.get(code);
    if (!this.onMap || !amount) return null;
    const { measure } = this.onMap;
    return `${measureName(this.desk, measure)}: ${this.amount(measure, amount)} (${deviationText(this.desk, amount.deviation)})`;
  }

  private amount(measure: string, { value, basis }: Pick<DrawnAmount, 'value' | 'basis'>): string {
    return measured(this.desk, measure, value, basisOf(basis));
  }

  /** One request for all that comes in one turn; the newest wins. */
  private soon(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => void this.load());
  }

  private async load(): Promise<void> {
    const { balance: measure } = this.desk.store.get();
    this.loading?.abort();
    const loading = (this.loading = new AbortController());
    this.figures.setAttribute('aria-busy', 'true');
    try {
      await this.ask(measure, loading.signal);
      if (!loading.signal.aborted) this.figures.setAttribute('aria-busy', 'false');
    } catch (error) {
      if (!isAbort(error)) this.desk.fail(error);
    }
  }

  private async ask(measure: string | null, signal: AbortSignal): Promise<void> {
    const { drafts, ground, map, store, theme } = this.desk;
    const level = wantedLevel(theme().levels, store.get().level)?.name ?? null;
    const shown = ground.shown?.name ?? level;
    const bbox = measure ? snapBounds(map.bounds()).join(',') : null;
    const of = { level, measure, sort: this.sort };
    const limit = measure ? undefined : 0;
    const answer = await drafts.balance(this.session.id, { ...of, limit, bbox: shown === level ? bbox : null }, signal);
    const other = shown !== level && measure !== null;
    const onMap = other ? await drafts.balance(this.session.id, { ...of, level: shown, limit: 0, bbox }, signal) : answer;
    if (signal.aborted) return;
    this.version = answer.version;
    this.measures = answer.measures;
    if (measure) this.take(answer, onMap);
    else this.forget();
  }

  private take(answer: Balance, onMap: Balance): void {
    [this.answer, this.onMap] = [answer, onMap];
    this.amounts = new Map((onMap.drawn ?? []).map((amount) => [amount.code, amount]));
    this.loads.tell(answer.measure, answer.reference, this.amounts);
    if (this.list) this.list.refresh();
    this.draw();
    this.told();
  }

  private forget(): void {
    [this.answer, this.onMap, this.amounts] = [null, null, new Map()];
    this.loads.tell(null, null, this.amounts);
    this.list?.close();
    this.list = null;
    this.draw();
    this.told();
  }

  private draw(): void {
    this.drawChoice();
    this.drawHistogram();
    this.drawList();
    this.legend();
  }

  private drawChoice(): void {
    const { i18n, store } = this.desk;
    const { balance } = store.get();
    const known = balance && !this.measures.includes(balance) ? [...this.measures, balance] : this.measures;
    const choices = [
      { value: '', text: i18n.t('balance.none') },
      ...known.map((value) => ({ value, text: measureName(this.desk, value) })),
    ];
    if (this.choice.contains(document.activeElement) && this.choice.querySelectorAll('option').length === choices.length) return;
    const choose = (value: string): void => store.set({ balance: value || null });
    fill(this.choice, selectField(i18n.t('balance.label'), choices, balance ?? '', choose, { 'data-testid': 'balance' }));
  }

  private drawHistogram(): void {
    const { answer } = this;
    this.figures.hidden = answer === null;
    if (!answer) return;
    const parts = this.hand.flatMap((shape) => {
      const value = isWeight(answer.measure) ? loadOfShown(this.loads, shape)[answer.measure] : null;
      return deviation(value, answer.reference) ?? [];
    });
    fill(this.histogram, histogramOf(this.desk, answer, parts));
    if (this.figures.dataset['version'] === this.key(answer)) return;
    this.figures.dataset['version'] = this.key(answer);
    fill(this.figures, figuresOf(this.desk, answer), this.histogram);
  }

  private key({ version, measure, level, tolerance, target, total }: Balance): string {
    return [version, measure, level, tolerance, target, total].join('|');
  }

  private drawList(): void {
    const { answer } = this;
    const { i18n, theme } = this.desk;
    this.sorting.hidden = this.listBox.hidden = this.goal.hidden = answer === null;
    if (!answer) return;
    if (!this.list) {
      this.list = this.rows();
      fill(this.listBox, this.list.element);
      const choices = SORTS.map((value) => ({ value, text: i18n.t(`balance.sort.${value}`) }));
      fill(
        this.sorting,
        segmented(i18n.t('rows.sort'), choices, this.sort, (sort) => this.sortBy(sort)),
      );
    }
    if (this.goal.contains(document.activeElement)) return;
    const finest = theme().levels.at(-1)?.name === answer.level;
    fill(
      this.goal,
      goalForm(this.desk, answer, finest, () => {
        (document.activeElement as HTMLElement | null)?.blur();
        this.soon();
        void this.session.findings.again();
      }),
    );
  }

  private sortBy(sort: BalanceSort): void {
    this.sort = sort;
    if (this.answer) this.answer = { ...this.answer, rows: [] };
    this.list?.reset();
  }

  private rows(): PagedRows<BalanceRow> {
    const { drafts, i18n, map, store } = this.desk;
    return new PagedRows<BalanceRow>(i18n, {
      label: i18n.t('balance.list'),
      testId: 'balance-rows',
      head: h('div', {}),
      none: i18n.t('balance.noUnits'),
      load: async (offset, limit, signal) => {
        const first = this.answer;
        if (first && offset === 0 && first.rows.length > 0) return { total: first.units, rows: first.rows };
        const of = { level: first?.level ?? null, measure: first?.measure ?? null, sort: this.sort, offset, limit };
        const page = await drafts.balance(this.session.id, of, signal);
        return { total: page.units, rows: page.rows };
      },
      heightOf: () => ROW_PIXELS,
      keyOf: ({ code }) => code,
      render: (row) => this.row(row),
      pick: ({ bounds, code }) => {
        if (this.answer) store.set({ unit: { level: this.answer.level, code } });
        if (bounds) map.fit(bounds, CLOSEST);
      },
      messageOf,
    });
  }

  private row(row: BalanceRow): Node[] {
    const { i18n } = this.desk;
    const measure = this.answer?.measure ?? '';
    const swatch = h('span', { class: 'swatch swatch-fill', 'aria-hidden': 'true' });
    const outside = this.answer?.tolerance === null ? null : row.outside;
    swatch.style.backgroundColor =
      row.deviation === null ? 'transparent' : bandColour(row.deviation, this.answer ? endsOfBalance(this.answer) : undefined, outside);
    const code = i18n.nameOf(row) === row.code ? null : h('span', { class: 'row-code code' }, row.code);
    return [
      h(
        'span',
        { class: 'row-pair', title: `${i18n.pathOf(row.path)} (${row.code})` },
        h('span', { class: 'row-end' }, i18n.nearOf(row.path)),
        code,
      ),
      h(
        'span',
        { class: 'row-pair balance-line' },
        swatch,
        h('span', {}, row.value === null ? i18n.t('balance.noNumber') : this.amount(measure, row)),
        h('span', { class: 'balance-part' }, deviationText(this.desk, row.deviation)),
      ),
    ];
  }

  private legend(): void {
    const { i18n, legend } = this.desk;
    const { onMap } = this;
    if (!onMap) {
      legend.setClasses(null);
      return;
    }
    const ends = endsOfBalance(onMap);
    const inBands = [...this.amounts.values()].flatMap(({ deviation: part, outside }) =>
      part === null ? [] : [bandOf(part, ends, onMap.tolerance === null ? null : outside)],
    );
    const from = onMap.target === null ? 'balance.noteMean' : 'balance.noteTarget';
    const say = (part: number): string => `${part < 0 ? '−' : '+'}${shareText(this.desk, Math.abs(part))}`;
    legend.setClasses({
      title: measureName(this.desk, onMap.measure),
      note: i18n.t(from, {
        value: measured(this.desk, onMap.measure, onMap.reference, onMap.target === null ? basisOfAll(onMap) : 'counted'),
      }),
      classes: bandsOf(inBands, ends),
      none: false,
      format: say,
      range: (low, high) => {
        if (high === Infinity) return i18n.t('balance.above', { from: say(low) });
        if (low === -1) return i18n.t('balance.below', { to: say(high) });
        return `${say(low)} – ${say(high)}`;
      },
    });
  }
}
