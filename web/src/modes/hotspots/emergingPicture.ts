// What became of areas over steps of time: a class each.
import type { MethodRow } from '../../client/types';
import { h } from '../../ui/dom';
import { MethodPicture, type AreaClass } from './methodPicture';
import { nameOf, swatch, type Entry } from './picture';

/** From what asks most for a look to what asks least; told apart by words too. */
const COLOURS: Readonly<Record<string, string>> = {
  'new hot': '#ff6d3a',
  'consecutive hot': '#d1493f',
  'intensifying hot': '#7a0f0a',
  'persistent hot': '#a52a20',
  'diminishing hot': '#e3937f',
  'sporadic hot': '#f2b39f',
  'oscillating hot': '#f4c9a0',
  'historical hot': '#d8bcb2',
  'historical cold': '#b9c3d3',
  'oscillating cold': '#c3d3f0',
  'sporadic cold': '#b3cfea',
  'diminishing cold': '#8fb3dc',
  'persistent cold': '#2f62a5',
  'intensifying cold': '#173d70',
  'consecutive cold': '#5a8fcb',
  'new cold': '#3aa0d8',
  none: '#f3f3ee',
  'not-defined': '#9aa3aa',
};
const NONE: readonly string[] = ['none', 'not-defined'];

export class EmergingPicture extends MethodPicture {
  protected readonly classes: readonly AreaClass[] = Object.entries(COLOURS).map(([id, colour]) => ({
    id,
    colour,
    words: this.desk.i18n.term('emerging', id.replace(' ', '-')),
  }));

  private readonly emerged = [...this.rows.values()]
    .filter((row) => !NONE.includes(this.classOf(row)))
    .sort((a, b) => this.orderOf(a) - this.orderOf(b) || Math.abs(Number(b['trend_z'] ?? 0)) - Math.abs(Number(a['trend_z'] ?? 0)));

  readonly told = this.desk.i18n.t('hot.emerging.told', { n: this.emerged.length, of: this.rows.size });

  readonly entries: readonly Entry[] = this.emerged.map((row) => this.entry(row));

  protected classOf(row: MethodRow): string {
    return row.class ?? 'not-defined';
  }

  protected figuresOf(row: MethodRow): string {
    const { i18n } = this.desk;
    return i18n.t('hot.emerging.figures', {
      count: this.number(row['count'], 0),
      hot: this.number(row['hot_steps'], 0),
      cold: this.number(row['cold_steps'], 0),
      of: this.number(this.answer.summary['steps'], 0),
      z: this.number(row['trend_z']),
    });
  }

  protected factsOf(row: MethodRow): (readonly [string, string] | null)[] {
    const { i18n } = this.desk;
    return [
      [i18n.t('hot.count'), this.number(row['count'], 0)],
      [i18n.t('hot.emerging.hotSteps'), this.number(row['hot_steps'], 0)],
      [i18n.t('hot.emerging.coldSteps'), this.number(row['cold_steps'], 0)],
      [i18n.t('hot.emerging.trend'), this.number(row['trend_z'])],
      [i18n.t('hot.emerging.trendP'), this.number(row['trend_p'], 3)],
      [i18n.t('hot.emerging.slope'), this.number(row['sen_slope'], 3)],
      [i18n.t('unit.neighbours'), this.number(row['neighbours'], 0)],
    ];
  }

  protected recipe(): string {
    const { i18n } = this.desk;
    const { firstStep, lastStep, steps } = this.answer.summary;
    const { before, scope, significance } = this.run.request;
    return i18n.t(scope === 'step' ? 'hot.emerging.recipe.step' : 'hot.emerging.recipe.cube', {
      n: this.number(steps, 0),
      first: String(firstStep),
      last: String(lastStep),
      before: before ?? 0,
      level: i18n.number(significance ?? 0, 2),
    });
  }

  private orderOf(row: MethodRow): number {
    return this.classes.findIndex(({ id }) => id === this.classOf(row));
  }

  private entry(row: MethodRow): Entry {
    const code = String(row.code);
    return {
      key: code,
      code,
      nodes: [
        h('span', { class: 'entry-line' }, swatch(this.colourOf(code)), h('span', { class: 'entry-title' }, nameOf(this.desk, code))),
        h('span', {}, this.classes[this.orderOf(row)]?.words ?? ''),
        h('span', { class: 'quiet' }, this.figuresOf(row)),
      ],
    };
  }
}
