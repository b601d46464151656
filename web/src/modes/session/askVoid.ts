// What a declared void is called, and what it is.
import { VOID_KINDS, type VoidKind } from '../../client/draftTypes';
import type { Desk } from '../../ui/desk';
import { ask } from '../../ui/dialogs';
import { fill, h } from '../../ui/dom';
import { inputField, selectField } from '../../ui/parts';

/** Null where the planner thought better of it. */
export function askVoid({ i18n }: Desk): Promise<{ name: string; kind: VoidKind } | null> {
  const name = h('input', { type: 'text', autocomplete: 'off', 'data-testid': 'void-name' });
  const wrong = h('p', { class: 'form-outcome form-wrong', role: 'alert' });
  let kind: VoidKind = 'water';
  const kinds = VOID_KINDS.map((value) => ({ value, text: i18n.t(`void.${value}`) }));
  return ask<{ name: string; kind: VoidKind }>(i18n, {
    title: i18n.t('tool.water'),
    body: [
      inputField(i18n.t('void.name'), name),
      selectField(i18n.t('void.kind'), kinds, kind, (value) => (kind = value as VoidKind)),
      wrong,
    ],
    answers: [
      {
        text: i18n.t('tool.water'),
        kind: 'primary',
        testId: 'dialog-yes',
        value: () => {
          const called = name.value.trim();
          if (called) return { name: called, kind };
          fill(wrong, i18n.t('dialog.needed'));
          return undefined;
        },
      },
    ],
  });
}
