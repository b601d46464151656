// Period, weekdays, hours and category, shared by Dispatch and Hotspots.
import { asAsked } from '../model/period';
import { STATUSES, type IncidentStatus, type State } from '../model/state';
import type { Desk } from './desk';
import { h } from './dom';
import { inputField, selectField } from './parts';

/** Working days and weekends, and each day. */
const USUAL_WEEKDAYS: readonly string[] = ['1-5', '6-7', '1', '2', '3', '4', '5', '6', '7'];
/** Morning, afternoon, evening and night. */
const USUAL_HOURS: readonly string[] = ['6-11', '12-17', '18-23', '0-5'];

/** The fields, bound to the state. Categories are given because they come from the server. */
export function incidentFilters(desk: Desk, categories: readonly string[]): HTMLElement {
  const { store, i18n } = desk;
  const { from, to, category, status } = store.get();
  const dateInput = (value: string | null, apply: (value: string | null) => void): HTMLInputElement => {
    const input = h('input', { type: 'date', value, onchange: () => apply(input.value || null) });
    return input;
  };
  const fromInput = dateInput(from, (value) => store.set({ from: value }));
  const toInput = dateInput(to, (value) => store.set({ to: value }));
  const known = category && !categories.includes(category) ? [...categories, category] : categories;
  const choices = [
    { value: '', text: i18n.t('filter.allCategories') },
    ...known.map((value) => ({ value, text: i18n.term('category', value) })),
  ];
  return h(
    'div',
    { class: 'filters', role: 'group', 'aria-label': i18n.t('filter.title') },
    h('div', { class: 'pair' }, inputField(i18n.t('filter.from'), fromInput), inputField(i18n.t('filter.to'), toInput)),
    h('div', { class: 'pair' }, weekdaysField(desk), hoursField(desk)),
    h(
      'div',
      { class: 'pair' },
      selectField(i18n.t('filter.category'), choices, category ?? '', (value) => store.set({ category: value || null })),
      selectField(
        i18n.t('filter.status'),
        [{ value: '', text: i18n.t('filter.status.all') }, ...STATUSES.map((value) => ({ value, text: i18n.term('status', value) }))],
        status ?? '',
        (value) => store.set({ status: (value || null) as IncidentStatus | null }),
        { 'data-testid': 'filter-status' },
      ),
    ),
  );
}

/** Which incidents the reader chose, as the server is asked for them. */
export function incidentsAsked({ from, to, category, hours, weekdays, status }: State): Chosen {
  return asAsked({ from, to, category, hours, weekdays, status });
}

const CHOSEN = ['from', 'to', 'category', 'hours', 'weekdays', 'status'] as const;
type Chosen = Pick<State, (typeof CHOSEN)[number]>;

/** Whether a change of state concerns these filters. */
export function filtersDiffer(a: Chosen, b: Chosen): boolean {
  return CHOSEN.some((name) => a[name] !== b[name]);
}

/** A choice of usual spans, and the one that is chosen where it is none of them. */
function spanField(desk: Desk, key: 'hours' | 'weekdays', usual: readonly string[], named: (text: string) => string): HTMLElement {
  const { i18n, store } = desk;
  const chosen = store.get()[key];
  const known = chosen === null || usual.includes(chosen) ? usual : [...usual, chosen];
  const choices = [{ value: '', text: i18n.t(`filter.${key}.all`) }, ...known.map((value) => ({ value, text: named(value) }))];
  return selectField(i18n.t(`filter.${key}`), choices, chosen ?? '', (value) => store.set({ [key]: value || null }), {
    'data-testid': `filter-${key}`,
  });
}

function weekdaysField(desk: Desk): HTMLElement {
  const { i18n } = desk;
  const name = (day: string): string => i18n.weekday(Number(day), 'short');
  const part = (text: string): string => text.split('-').map(name).join('–');
  return spanField(desk, 'weekdays', USUAL_WEEKDAYS, (text) => text.split(',').map(part).join(', '));
}

function hoursField(desk: Desk): HTMLElement {
  return spanField(desk, 'hours', USUAL_HOURS, hoursText);
}

/** Hours as the clock shows them: 7-9 is from 07:00 to 10:00. */
export function hoursText(text: string): string {
  const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
  return text
    .split(',')
    .map((part) => part.split('-').map(Number))
    .map(([from = 0, to = from]) => `${clock(from)}–${clock(to + 1)}`)
    .join(', ');
}
