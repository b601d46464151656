// When the incidents were: a series, and the hours of the week. Both filter what is counted, and each shows what the other lets through.
import type { IncidentTimes } from '../../client/types';
import { dayBefore } from '../../model/period';
import { HOURS, numbersOf, textOf, WEEKDAYS } from '../../model/weekTimes';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { hoursText, incidentsAsked } from '../../ui/filters';

/** From none to the most, light to dark. */
const SHADES: readonly string[] = ['#f3f3ee', '#dbe7f3', '#b3cfea', '#86b0dc', '#5a8fcb', '#356fae', '#1d4a86'];

type Bin = IncidentTimes['series'][number];

export class Times {
  readonly element = h('div', { class: 'stack', 'data-testid': 'times' });
  private readonly seriesBox = h('div', {});
  private readonly weekBox = h('div', {});
  private asked = '';

  constructor(private readonly desk: Desk) {
    fill(this.element, this.seriesBox, this.weekBox);
  }

  /**
   * Asks for both again, where what they are of has changed.
   *
   * @param level of the unit that is chosen
   */
  async load(signal?: AbortSignal): Promise<void> {
    const { api, store, theme } = this.desk;
    const { at, unit } = store.get();
    const chosen = incidentsAsked(store.get());
    const scope = { theme: theme().id, level: unit?.level ?? '', at, unit: unit?.code ?? null };
    const key = JSON.stringify([scope, chosen]);
    if (key === this.asked) return;
    this.asked = key;
    try {
      const ofAnyDay = { ...chosen, from: null, to: null };
      const ofAnyHour = { ...chosen, hours: null, weekdays: null };
      const same = JSON.stringify(ofAnyDay) === JSON.stringify(ofAnyHour);
      const asking = api.incidentTimes(scope, ofAnyDay, signal);
      const [byDay, byHour] = await Promise.all([asking, same ? asking : api.incidentTimes(scope, ofAnyHour, signal)]);
      if (key !== this.asked) return;
      refill(this.seriesBox, this.series(byDay));
      refill(this.weekBox, this.week(byHour.week));
    } catch (error) {
      if (key === this.asked) this.forget();
      throw error;
    }
  }

  /** Nothing is known of what was asked. */
  forget(): void {
    this.asked = '';
    fill(this.seriesBox);
    fill(this.weekBox);
  }

  private series({ series, step }: IncidentTimes): HTMLElement | null {
    const { i18n, store } = this.desk;
    if (series.length === 0) return null;
    const { from, to } = store.get();
    const most = Math.max(1, ...series.map(({ count }) => count));
    const bars = series.map((bin) => {
      const inside = (from === null || bin.to > from) && (to === null || bin.from <= to);
      const text = `${this.daysOf(bin)}: ${i18n.counted('hot.total', bin.count)}`;
      const part = h('span', { class: 'series-part', 'aria-hidden': 'true' });
      part.style.height = `${(100 * bin.count) / most}%`;
      const pick = (): void => {
        const last = dayBefore(bin.to);
        store.set(from === bin.from && to === last ? { from: null, to: null } : { from: bin.from, to: last });
      };
      const attributes = {
        type: 'button',
        class: 'series-bar',
        'aria-label': text,
        title: text,
        'aria-pressed': String(inside),
        onclick: pick,
      };
      return h('button', attributes, part);
    });
    const end = (bin: Bin | undefined): HTMLElement => h('span', {}, bin ? this.daysOf(bin) : '');
    const group = h('div', { class: 'series', role: 'group', 'aria-label': i18n.t(`times.by.${step}`), 'data-testid': 'series' }, ...bars);
    rove(group, bars, bars.length);
    return h(
      'figure',
      { class: 'times-part' },
      h('figcaption', { class: 'quiet' }, i18n.t(`times.by.${step}`)),
      group,
      h('div', { class: 'times-ends quiet', 'aria-hidden': 'true' }, end(series[0]), end(series.at(-1))),
    );
  }

  private daysOf({ from, to }: Bin): string {
    const { i18n } = this.desk;
    const last = dayBefore(to);
    return from === last ? i18n.date(from) : `${i18n.date(from)} – ${i18n.date(last)}`;
  }

  private week({ counts, expected }: IncidentTimes['week']): HTMLElement | null {
    const { i18n } = this.desk;
    const most = Math.max(...counts.flat());
    if (most === 0) return null;
    const cells: HTMLElement[] = [];
    const rows = counts.map((hours, i) => {
      const day = WEEKDAYS.least + i;
      const row = hours.map((count, hour) => {
        const cell = this.cell(day, hour, count, expected[i]?.[hour] ?? 0, most);
        cells.push(cell);
        return h('td', {}, cell);
      });
      return h('tr', {}, h('th', { scope: 'row' }, i18n.weekday(day, 'short')), ...row);
    });
    const heads = counts[0]?.map((_, hour) =>
      h('th', { scope: 'col' }, h('span', { class: hour % 6 === 0 ? '' : 'visually-hidden' }, String(hour))),
    );
    const table = h(
      'table',
      { class: 'week', 'data-testid': 'week' },
      h('caption', { class: 'quiet' }, i18n.t('times.week')),
      h('thead', {}, h('tr', {}, h('td', {}), ...(heads ?? []))),
      h('tbody', {}, ...rows),
    );
    rove(table, cells, HOURS.most + 1);
    return h('div', { class: 'times-part' }, table, h('p', { class: 'quiet' }, i18n.t('times.week.note')));
  }

  private cell(day: number, hour: number, count: number, expected: number, most: number): HTMLElement {
    const { i18n, store } = this.desk;
    const { hours, weekdays } = store.get();
    const inside = Boolean(numbersOf(hours, HOURS)?.has(hour)) && Boolean(numbersOf(weekdays, WEEKDAYS)?.has(day));
    const filtered = hours !== null || weekdays !== null;
    const when = `${i18n.weekday(day, 'long')} ${hoursText(String(hour))}`;
    const text = i18n.t('times.cell', { when, count: i18n.number(count), expected: i18n.number(expected, 1) });
    const pick = (): void => {
      const only = { hours: textOf(new Set([hour]), HOURS), weekdays: textOf(new Set([day]), WEEKDAYS) };
      store.set(only.hours === hours && only.weekdays === weekdays ? { hours: null, weekdays: null } : only);
    };
    const attributes = {
      type: 'button',
      class: 'week-cell',
      'aria-label': text,
      title: text,
      'aria-pressed': String(filtered && inside),
      onclick: pick,
    };
    const cell = h('button', attributes);
    cell.style.backgroundColor = SHADES[count === 0 ? 0 : 1 + Math.floor((count / most) * (SHADES.length - 1.001))] ?? '';
    return cell;
  }
}

/** Draws again, with the focus on the button where it was. */
function refill(box: HTMLElement, content: HTMLElement | null): void {
  const buttons = (): HTMLButtonElement[] => [...box.querySelectorAll('button')];
  const focused = buttons().indexOf(document.activeElement as HTMLButtonElement);
  fill(box, content);
  buttons()[focused]?.focus();
}

/** One stop of the Tab key for many buttons; arrows go from one to the next. */
function rove(group: HTMLElement, buttons: readonly HTMLElement[], across: number): void {
  let at = Math.max(
    0,
    buttons.findIndex((button) => button.getAttribute('aria-pressed') === 'true'),
  );
  buttons.forEach((button, i) => (button.tabIndex = i === at ? 0 : -1));
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across };
  group.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    const next = buttons[at + (step ?? 0)];
    if (step === undefined || !next) return;
    event.preventDefault();
    buttons[at]!.tabIndex = -1;
    next.tabIndex = 0;
    at += step;
    next.focus();
  });
  group.addEventListener('focusin', ({ target }) => {
    const focused = buttons.indexOf(target as HTMLElement);
    if (focused < 0) return;
    buttons[at]!.tabIndex = -1;
    at = focused;
    buttons[at]!.tabIndex = 0;
  });
}
