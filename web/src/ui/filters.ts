// Period and category, shared by Dispatch and Hotspots.
import type { Desk } from './desk';
import { h } from './dom';
import { inputField, selectField } from './parts';

/** The fields, bound to the state. Categories are given because they come from the server. */
export function incidentFilters(desk: Desk, categories: readonly string[]): HTMLElement {
  const { store, i18n } = desk;
  const { from, to, category } = store.get();
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
    selectField(i18n.t('filter.category'), choices, category ?? '', (value) => store.set({ category: value || null })),
  );
}

/** Whether a change of state concerns these filters. */
export function filtersDiffer(a: { from: string | null; to: string | null; category: string | null }, b: typeof a): boolean {
  return a.from !== b.from || a.to !== b.to || a.category !== b.category;
}
