// What stands above a long list: a filter by name, a choice, and how one row names its two areas.
import type { Names } from '../../client/types';
import type { I18n } from '../../i18n/i18n';
import { debounce, h } from '../../ui/dom';
import { inputField, selectField } from '../../ui/parts';

/** An area as a row names it; nobody where there is no code. */
export interface End {
  code: string | null;
  name: string | null;
  names: Names;
}

/** A filter by code or name beside a select, each calling back with its value. */
export function rowTools(
  i18n: I18n,
  testId: string,
  choice: { label: string; options: readonly { value: string; text: string }[]; value: string; choose(value: string): void },
  filter: (text: string) => void,
): HTMLElement {
  const input = h('input', { type: 'search', autocomplete: 'off', spellcheck: 'false', 'data-testid': `${testId}-filter` });
  input.addEventListener(
    'input',
    debounce(250, () => filter(input.value.trim())),
  );
  return h(
    'div',
    { class: 'pair rows-tools' },
    inputField(i18n.t('rows.filter'), input),
    selectField(choice.label, choice.options, choice.value, (value) => choice.choose(value), { 'data-testid': `${testId}-choice` }),
  );
}

/** `A → B`: in one line, or each in its own with its code, where one has a name. */
export function pairOf(i18n: I18n, from: End, to: End, arrow: string): HTMLElement[] {
  const nameOf = (end: End): string => (end.code === null ? i18n.t('compare.nobody') : i18n.nameOf({ ...end, code: end.code }));
  const sign = h('span', { class: 'row-arrow', 'aria-hidden': 'true' }, arrow);
  const name = (end: End): HTMLElement => h('span', { class: 'row-end' }, nameOf(end));
  if (!isNamed(i18n, from) && !isNamed(i18n, to)) {
    return [h('span', { class: 'row-pair', title: `${nameOf(from)} ${arrow} ${nameOf(to)}` }, name(from), sign, name(to))];
  }
  const line = (end: End, before: Node | null): HTMLElement => {
    const code = isNamed(i18n, end) ? h('span', { class: 'row-code code' }, end.code) : null;
    return h('span', { class: 'row-pair', title: code ? `${nameOf(end)} (${end.code})` : nameOf(end) }, before, name(end), code);
  };
  return [line(from, null), line(to, sign)];
}

/** Whether an area has a name besides its code. */
export function isNamed(i18n: I18n, { code, name, names }: End): boolean {
  return code !== null && i18n.nameOf({ code, name, names }) !== code;
}
