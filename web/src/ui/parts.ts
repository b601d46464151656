// Small pieces that several panels are made of.
import type { Key } from '../i18n/en';
import type { I18n } from '../i18n/i18n';
import type { Officer } from '../client/types';
import { fill, h, icon, uniqueId } from './dom';

/** A heading with what belongs to it. */
export function section(title: string, ...children: (Node | null)[]): HTMLElement {
  const id = uniqueId('section');
  return h('section', { class: 'section', 'aria-labelledby': id }, h('h2', { id, class: 'section-title' }, title), ...children);
}

/** A quiet statement with an optional second line, where there is nothing to show. */
export function emptyState(text: string, help?: string): HTMLElement {
  return h('div', { class: 'empty' }, h('p', { class: 'empty-title' }, text), help ? h('p', {}, help) : null);
}

/** Grey bars in the place of what is being loaded; read out as one sentence. */
export function skeleton(i18n: I18n, label: Key, rows: number): HTMLElement {
  const bars = Array.from({ length: rows }, () => h('div', { class: 'skeleton-bar' }));
  return h('div', { class: 'skeleton', role: 'status' }, h('span', { class: 'visually-hidden' }, i18n.t(label)), ...bars);
}

/** A failure in the place of the content, with a way to try again. */
export function failure(i18n: I18n, message: string, retry: () => void): HTMLElement {
  return h(
    'div',
    { class: 'empty failure', role: 'alert' },
    h('p', { class: 'empty-title' }, i18n.t('app.loadFailed')),
    h('p', {}, message),
    h('button', { type: 'button', class: 'button', onclick: retry }, i18n.t('app.retry')),
  );
}

/** Terms and their values in two columns. */
export function facts(rows: readonly (readonly [string, Node | string] | null)[]): HTMLElement {
  return h('dl', { class: 'facts' }, ...rows.flatMap((row) => (row ? [h('div', {}, h('dt', {}, row[0]), h('dd', {}, row[1]))] : [])));
}

/** One choice out of a few, all in sight. */
export function segmented<T extends string>(
  label: string,
  choices: readonly { value: T; text: string }[],
  value: T,
  choose: (value: T) => void,
): HTMLElement {
  const name = uniqueId('choice');
  return h(
    'fieldset',
    { class: 'segmented' },
    h('legend', { class: 'visually-hidden' }, label),
    ...choices.map((choice) =>
      h(
        'label',
        {},
        h('input', { type: 'radio', name, value: choice.value, checked: choice.value === value, onchange: () => choose(choice.value) }),
        h('span', {}, choice.text),
      ),
    ),
  );
}

/** A select with its label above. */
export function selectField(
  label: string,
  choices: readonly { value: string; text: string }[],
  value: string,
  choose: (value: string) => void,
  more: Record<string, string> = {},
): HTMLElement {
  const id = uniqueId('field');
  const select = h('select', { id, onchange: () => choose(select.value), ...more });
  fill(
    select,
    choices.map((choice) => h('option', { value: choice.value }, choice.text)),
  );
  select.value = value;
  return h('div', { class: 'field' }, h('label', { for: id }, label), select);
}

/** A check box with its label beside it. */
export function checkBox(input: HTMLInputElement, text: string): HTMLElement {
  input.id ||= uniqueId('check');
  return h('label', { class: 'check', for: input.id }, input, h('span', {}, text));
}

/** An input with its label above and an optional hint below. */
export function inputField(label: string, input: HTMLInputElement, hint?: string): HTMLElement {
  input.id ||= uniqueId('field');
  const hintId = `${input.id}-hint`;
  if (hint) input.setAttribute('aria-describedby', hintId);
  return h(
    'div',
    { class: 'field' },
    h('label', { for: input.id }, label),
    input,
    hint ? h('p', { id: hintId, class: 'hint' }, hint) : null,
  );
}

/** A field, and the place beside it where what is wrong with it is said. */
export interface CheckedField {
  element: HTMLElement;
  /** Says what is wrong, or that nothing is. */
  wrong(text: string | null): void;
}

/** An input with its label above, an optional hint, and room for what is wrong with what was typed. */
export function checkedField(label: string, input: HTMLInputElement, hint?: string): CheckedField {
  const element = inputField(label, input, hint);
  const against = h('p', { class: 'form-wrong', role: 'alert', id: `${input.id}-wrong`, hidden: true });
  const described = [input.getAttribute('aria-describedby'), against.id].filter(Boolean).join(' ');
  input.setAttribute('aria-describedby', described);
  element.append(against);
  return {
    element,
    wrong: (text) => {
      against.hidden = text === null;
      fill(against, text);
      if (text === null) input.removeAttribute('aria-invalid');
      else input.setAttribute('aria-invalid', 'true');
      if (text !== null) input.focus();
    },
  };
}

export function note(text: string, more: string): HTMLElement {
  return h('div', { class: 'note' }, icon('info'), h('p', {}, h('strong', {}, text), ` ${more}`));
}

/** Who answers for a grid. */
export function officerList(i18n: I18n, officers: readonly Officer[]): HTMLElement {
  if (officers.length === 0) return h('p', { class: 'quiet' }, i18n.t('unit.noOfficers'));
  return h(
    'ul',
    { class: 'officers' },
    ...officers.map((officer) =>
      h(
        'li',
        {},
        h('span', { class: 'officer-name' }, i18n.half(officer.name)),
        h('span', { class: 'quiet' }, i18n.term('role', officer.role)),
        officer.contact ? h('span', { class: 'officer-contact' }, officer.contact) : null,
      ),
    ),
  );
}
