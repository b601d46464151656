// What is told of no single area: near repeats, the rhythm of the week, and scores of rankings, as tables.
import type { MethodAnswer, MethodRow, MethodRun } from '../../client/types';
import type { MethodClaim } from '../../model/state';
import { WEEKDAYS } from '../../model/weekTimes';
import type { Desk } from '../../ui/desk';
import { h } from '../../ui/dom';
import { explainedOf } from './methodPicture';
import { chanceText, type Entry, type Picture } from './picture';

export type TableClaim = Extract<MethodClaim, 'near-repeat' | 'rhythm' | 'score'>;

/** From it a residual is told by a sign. */
const FAR = 2;
const QUIET = '#f3f3ee';

export class TablePicture implements Picture {
  readonly level = '';
  readonly legend = null;
  readonly entries: readonly Entry[] = [];
  readonly id: string;
  readonly told: string;
  private readonly answer: MethodAnswer;

  constructor(
    private readonly desk: Desk,
    private readonly claim: TableClaim,
    run: MethodRun & { answer: MethodAnswer },
  ) {
    this.id = run.id;
    this.answer = run.answer;
    const { incidents, total } = run.answer.summary;
    this.told = desk.i18n.counted('hot.total', Number(incidents ?? total ?? 0));
  }

  colourOf(): string {
    return QUIET;
  }

  tipOf(): string | null {
    return null;
  }

  detail(): HTMLElement | null {
    return null;
  }

  explained(): HTMLElement {
    const element = explainedOf(this.desk, this.claim, this.answer, this.recipe());
    element.prepend(this.claim === 'rhythm' ? this.week() : this.table());
    return element;
  }

  private recipe(): string {
    const { i18n } = this.desk;
    const { allPairs, chiSquare, degreesOfFreedom, p } = this.answer.summary;
    if (this.claim === 'near-repeat') return i18n.t('hot.near-repeat.recipe', { pairs: this.number(allPairs, 0) });
    if (this.claim === 'score') return i18n.t('hot.score.recipe');
    return i18n.t('hot.rhythm.recipe', { chi: this.number(chiSquare, 1), df: this.number(degreesOfFreedom, 0), p: this.chance(p) });
  }

  /** The columns of a table with their heads. */
  private columns(): readonly (readonly [string, (row: MethodRow) => string])[] {
    const { i18n } = this.desk;
    if (this.claim === 'near-repeat')
      return [
        [i18n.t('hot.near-repeat.metres'), (row) => this.band(row, 'metres')],
        [i18n.t('hot.near-repeat.days'), (row) => this.band(row, 'days')],
        [i18n.t('hot.near-repeat.pairs'), (row) => this.number(row['pairs'], 0)],
        [i18n.t('hot.near-repeat.expected'), (row) => this.number(row['expected'], 1)],
        [i18n.t('hot.near-repeat.ratio'), (row) => this.number(Number(row['pairs']) / Number(row['expected']))],
        [i18n.t('hot.detail.p'), (row) => this.chance(row['p'])],
      ];
    return [
      [i18n.t('hot.score.ranking'), (row) => i18n.term('ranking', String(row['ranking']))],
      [i18n.t('hot.score.area'), (row) => i18n.percent(Number(row['area_share']))],
      [i18n.t('hot.score.hits'), (row) => this.number(row['hits'], 0)],
      [i18n.t('hot.score.rate'), (row) => this.share(row['hit_rate'])],
      [i18n.t('hot.score.pai'), (row) => this.number(row['pai'])],
      [i18n.t('hot.score.pei'), (row) => this.number(row['pei'])],
    ];
  }

  private table(): HTMLElement {
    const { i18n } = this.desk;
    const columns = this.columns();
    const label = i18n.t(`hot.claim.${this.claim}`);
    const rows = this.answer.rows.map((row) =>
      h('tr', {}, ...columns.map(([, cell], i) => h(i === 0 ? 'th' : 'td', i === 0 ? { scope: 'row' } : {}, cell(row)))),
    );
    const table = h(
      'table',
      { class: 'table', 'data-testid': 'method-table' },
      h('caption', { class: 'visually-hidden' }, label),
      h('thead', {}, h('tr', {}, ...columns.map(([head]) => h('th', { scope: 'col' }, head)))),
      h('tbody', {}, ...rows),
    );
    return h('div', { class: 'table-box', tabindex: '0', role: 'region', 'aria-label': label }, table);
  }

  /** Hours of the week: a plus where there are more than hour and weekday explain, a minus where there are fewer. */
  private week(): HTMLElement {
    const { i18n } = this.desk;
    const byDay = new Map<number, MethodRow[]>();
    for (const row of this.answer.rows) byDay.set(Number(row['weekday']), [...(byDay.get(Number(row['weekday'])) ?? []), row]);
    const rows = [...byDay].map(([day, hours]) =>
      h('tr', {}, h('th', { scope: 'row' }, i18n.weekday(day, 'short')), ...hours.map((row) => h('td', {}, this.hour(day, row)))),
    );
    const heads = (byDay.get(WEEKDAYS.least) ?? []).map((_, hour) =>
      h('th', { scope: 'col' }, h('span', { class: hour % 6 === 0 ? '' : 'visually-hidden' }, String(hour))),
    );
    return h(
      'table',
      { class: 'week', 'data-testid': 'method-table' },
      h('caption', { class: 'quiet' }, i18n.t('hot.rhythm.caption')),
      h('thead', {}, h('tr', {}, h('td', {}), ...heads)),
      h('tbody', {}, ...rows),
    );
  }

  private hour(day: number, row: MethodRow): HTMLElement {
    const { i18n } = this.desk;
    const residual = typeof row['residual'] === 'number' ? row['residual'] : 0;
    const sign = residual >= FAR ? '+' : residual <= -FAR ? '−' : '';
    const when = `${i18n.weekday(day, 'long')} ${String(row['hour'])}:00`;
    const text = i18n.t('times.cell', { when, count: this.number(row['count'], 0), expected: this.number(row['expected'], 1) });
    const cell = h('span', { class: 'week-sign', title: text }, sign, h('span', { class: 'visually-hidden' }, text));
    cell.style.backgroundColor = sign === '+' ? '#f2b39f' : sign === '' ? QUIET : '#b3cfea';
    return cell;
  }

  private band(row: MethodRow, of: 'metres' | 'days'): string {
    return `${this.number(row[`${of}_from`], 1)} – ${this.number(row[`${of}_to`], 1)}`;
  }

  private share(value: unknown): string {
    return typeof value === 'number' ? this.desk.i18n.percent(value) : '–';
  }

  private chance(p: unknown): string {
    return chanceText(this.desk, typeof p === 'number' ? p : null);
  }

  private number(value: unknown, digits = 2): string {
    return typeof value === 'number' && Number.isFinite(value) ? this.desk.i18n.number(value, digits) : '–';
  }
}
