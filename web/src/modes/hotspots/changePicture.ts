// How areas changed from one period to another; both periods can be looked at in the same classes.
import type { MethodAnswer, MethodRow, MethodRun } from '../../client/types';
import { classOf, quantileClasses } from '../../model/classes';
import { dayBefore } from '../../model/period';
import type { Desk } from '../../ui/desk';
import { h } from '../../ui/dom';
import type { LegendClasses } from '../../ui/legend';
import { segmented } from '../../ui/parts';
import { MethodPicture, type AreaClass } from './methodPicture';
import { chanceText, nameOf, swatch, type Entry } from './picture';

type Side = 'change' | 'before' | 'after';
const SIDES: readonly Side[] = ['change', 'before', 'after'];

export class ChangePicture extends MethodPicture {
  private side: Side = 'change';

  protected readonly classes: readonly AreaClass[] = [
    { id: 'higher', colour: '#b3261e', words: this.desk.i18n.t('hot.change.higher') },
    { id: 'lower', colour: '#2a5ea8', words: this.desk.i18n.t('hot.change.lower') },
    { id: 'none', colour: '#f3f3ee', words: this.desk.i18n.t('hot.change.none') },
    { id: 'not-defined', colour: '#9aa3aa', words: this.desk.i18n.t('hot.class.not-defined') },
  ];

  /** Classes of the counts of both periods together: one legend for both. */
  private readonly counts = quantileClasses(
    [...this.rows.values()].flatMap(({ after, before }) => [Number(before ?? 0), Number(after ?? 0)]),
  );

  private readonly changed = [...this.rows.values()]
    .filter((row) => row.change === 'higher' || row.change === 'lower')
    .sort((a, b) => Number(a['p'] ?? 1) - Number(b['p'] ?? 1));

  readonly told = this.desk.i18n.t('hot.change.told', { n: this.changed.length, of: this.rows.size });

  readonly entries: readonly Entry[] = this.changed.map((row) => this.entry(row));

  /** @param drawn is called when the colours mean something else */
  constructor(
    desk: Desk,
    run: MethodRun & { answer: MethodAnswer },
    private readonly drawn: () => void,
  ) {
    super(desk, 'change', run);
  }

  override colourOf(code: string): string {
    if (this.side === 'change') return super.colourOf(code);
    return classOf(this.counts, Number(this.rows.get(code)?.[this.side] ?? 0))?.colour ?? '#ffffff';
  }

  override get legend(): LegendClasses {
    const { i18n } = this.desk;
    if (this.side === 'change') return super.legend;
    const values = [...this.rows.values()].map((row) => Number(row[this.side] ?? 0));
    const sized = this.counts.map((each) => ({ ...each, size: values.filter((value) => classOf(this.counts, value) === each).length }));
    return {
      title: this.period(this.side),
      note: i18n.t('hot.change.oneLegend'),
      classes: sized,
      format: (value) => i18n.rate(value),
      none: true,
    };
  }

  override explained(): HTMLElement {
    const { i18n } = this.desk;
    const choices = SIDES.map((value) => ({ value, text: i18n.t(`hot.change.side.${value}`) }));
    const sides = segmented(i18n.t('hot.change.side'), choices, this.side, (value) => {
      this.side = value;
      this.drawn();
    });
    sides.dataset['testid'] = 'change-side';
    const element = super.explained();
    element.prepend(h('p', { class: 'quiet' }, i18n.t('hot.change.side')), sides);
    return element;
  }

  protected classOf(row: MethodRow): string {
    return row.change ?? 'not-defined';
  }

  protected figuresOf(row: MethodRow): string {
    const { i18n } = this.desk;
    return i18n.t('hot.change.figures', {
      before: this.number(row['before'], 0),
      after: this.number(row['after'], 0),
      ratio: this.number(row['ratio']),
      p: chanceText(this.desk, typeof row['p_bh'] === 'number' ? row['p_bh'] : null),
    });
  }

  protected factsOf(row: MethodRow): (readonly [string, string] | null)[] {
    const { i18n } = this.desk;
    const p = (name: string): string => chanceText(this.desk, typeof row[name] === 'number' ? row[name] : null);
    return [
      [this.period('before'), this.number(row['before'], 0)],
      [this.period('after'), this.number(row['after'], 0)],
      [i18n.t('hot.change.ratio'), this.number(row['ratio'])],
      [i18n.t('hot.change.interval'), `${this.number(row['ratio_low'])} – ${this.number(row['ratio_high'])}`],
      [i18n.t('hot.detail.p'), p('p')],
      [i18n.t('hot.detail.pAdjusted'), p('p_bh')],
    ];
  }

  protected recipe(): string {
    const { i18n } = this.desk;
    const { after, before, p, ratio } = this.answer.summary;
    return i18n.t('hot.change.recipe', {
      first: this.period('before'),
      second: this.period('after'),
      before: this.number(before, 0),
      after: this.number(after, 0),
      ratio: this.number(ratio),
      p: chanceText(this.desk, typeof p === 'number' ? p : null),
    });
  }

  /** The days of a period, both ends included. */
  private period(side: 'before' | 'after'): string {
    const { i18n } = this.desk;
    const { beforeFrom, beforeTo, from, to } = this.run.request;
    const [first, end] = side === 'before' ? [beforeFrom, beforeTo] : [from, to];
    return `${i18n.date((first ?? '').slice(0, 10))} – ${i18n.date(dayBefore((end ?? '').slice(0, 10)))}`;
  }

  private entry(row: MethodRow): Entry {
    const code = String(row.code);
    return {
      key: code,
      code,
      nodes: [
        h('span', { class: 'entry-line' }, swatch(super.colourOf(code)), h('span', { class: 'entry-title' }, nameOf(this.desk, code))),
        h('span', {}, this.classes.find(({ id }) => id === this.classOf(row))?.words ?? ''),
        h('span', { class: 'quiet' }, this.figuresOf(row)),
      ],
    };
  }
}
