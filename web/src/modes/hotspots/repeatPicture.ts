// Areas that had incidents again: how often, when, and how unevenly incidents lie over all of them.
import type { MethodRow } from '../../client/types';
import { classOf, quantileClasses } from '../../model/classes';
import { h } from '../../ui/dom';
import { MethodPicture, type AreaClass } from './methodPicture';
import { nameOf, swatch, type Entry } from './picture';

/** So many days are told of an area, the last ones. */
const DATES = 12;

export class RepeatPicture extends MethodPicture {
  private readonly counts = quantileClasses([...this.rows.values()].map((row) => Number(row['count'])));

  protected readonly classes: readonly AreaClass[] = this.counts.map(({ colour, from, to }, i) => ({
    id: String(i),
    colour,
    words: from === to ? this.number(from, 0) : `${this.number(from, 0)} – ${this.number(to, 0)}`,
  }));

  readonly told = this.desk.i18n.t('hot.repeat.told', {
    n: this.rows.size,
    of: this.number(this.answer.summary['places'], 0),
    incidents: this.number(this.answer.summary['repeatIncidents'], 0),
  });

  readonly entries: readonly Entry[] = [...this.rows.keys()].map((code) => this.entry(code));

  protected override get absent(): string {
    return '#f3f3ee';
  }

  protected classOf(row: MethodRow): string {
    const found = classOf(this.counts, Number(row['count']));
    return found ? String(this.counts.indexOf(found)) : '';
  }

  protected figuresOf(row: MethodRow): string {
    const { i18n } = this.desk;
    return i18n.t('hot.repeat.figures', {
      first: i18n.date(String(row['first'])),
      last: i18n.date(String(row['last'])),
    });
  }

  protected factsOf(row: MethodRow): (readonly [string, string] | null)[] {
    const { i18n } = this.desk;
    const dates = String(row['dates']).split(' ');
    const between = String(row['days_between']).split(' ').filter(Boolean).map(Number);
    const shown = dates.slice(-DATES).map((day) => i18n.date(day));
    return [
      [i18n.t('hot.count'), this.number(row['count'], 0)],
      [i18n.t('hot.repeat.between'), between.length === 0 ? '–' : this.number(middle(between), 1)],
      [i18n.t('hot.repeat.dates'), (dates.length > DATES ? '… ' : '') + shown.join(' · ')],
    ];
  }

  protected recipe(): string {
    const { i18n } = this.desk;
    const { giniCorrected, topShares } = this.answer.summary;
    const shares = topShares as Readonly<Record<string, number>>;
    const of = (share: string): string => i18n.percent(shares[share] ?? 0);
    return i18n.t('hot.repeat.recipe', {
      five: of('0.05'),
      twenty: of('0.2'),
      gini: this.number(giniCorrected),
      least: this.run.request.least ?? 2,
    });
  }

  private entry(code: string): Entry {
    const row = this.rows.get(code)!;
    return {
      key: code,
      code,
      nodes: [
        h(
          'span',
          { class: 'entry-line' },
          swatch(this.colourOf(code)),
          h('span', { class: 'entry-title' }, nameOf(this.desk, code)),
          h('span', { class: 'entry-end number' }, this.number(row['count'], 0)),
        ),
        h('span', { class: 'quiet' }, this.figuresOf(row)),
      ],
    };
  }
}

/** The median. */
function middle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}
