// Which theme and which level the map shows.
import type { Theme } from '../client/types';
import type { I18n } from '../i18n/i18n';
import { fill, h, uniqueId } from './dom';

export interface ScopeActions {
  theme: (id: string) => void;
  level: (name: string) => void;
}

/** Fills the toolbar's box with two labelled selects; a single theme is stated, not offered. */
export function drawScope(
  box: HTMLElement,
  i18n: I18n,
  themes: readonly Theme[],
  theme: Theme,
  level: string,
  actions: ScopeActions,
): void {
  const focused = box.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['testid'] : undefined;
  const field = (
    label: string,
    testId: string,
    choices: [string, string][],
    value: string,
    choose: (value: string) => void,
  ): HTMLElement => {
    const id = uniqueId('scope');
    const select = h('select', { id, 'data-testid': testId, disabled: choices.length < 2, onchange: () => choose(select.value) });
    fill(
      select,
      choices.map(([option, text]) => h('option', { value: option }, text)),
    );
    select.value = value;
    return h('div', { class: 'scope-field' }, h('label', { for: id }, label), select);
  };
  fill(
    box,
    field(
      i18n.t('theme.label'),
      'theme',
      themes.map(({ id, title }) => [id, i18n.half(title)]),
      theme.id,
      actions.theme,
    ),
    field(
      i18n.t('level.label'),
      'level',
      theme.levels.map(({ name }) => [name, i18n.term('level', name)]),
      level,
      actions.level,
    ),
  );
  if (focused) box.querySelector<HTMLElement>(`[data-testid=${focused}]`)?.focus();
}
