// What a declared void is called, and what it is.
import { VOID_KINDS, type VoidKind } from '../../client/draftTypes';
import type { Desk } from '../../ui/desk';
import { ask } from '../../ui/dialogs';
import { fill, h } from '../../ui/dom';
import { inputField, selectField } from '../../ui/parts';

/**
 * Asks, and declares it.
 *
 * @param declare ends with why it could not be declared, and the dialog stays; null where it is
 * @param foresee says what goes where when ground is declared one
 * @returns whether it was declared
 */
export async function askVoid(
  { i18n }: Desk,
  declare: (about: { name: string; kind: VoidKind }) => Promise<string | null>,
  foresee?: () => Promise<string>,
): Promise<boolean> {
  const name = h('input', { type: 'text', autocomplete: 'off', 'data-testid': 'void-name' });
  const wrong = h('p', { class: 'form-outcome form-wrong', role: 'alert' });
  const goes = h('p', { role: 'status', 'data-testid': 'void-goes' });
  let kind: VoidKind = 'water';
  void foresee?.().then((said) => fill(goes, said));
  const kinds = VOID_KINDS.map((value) => ({ value, text: i18n.t(`void.${value}`) }));
  const declared = await ask<true>(i18n, {
    title: i18n.t('tool.water'),
    body: [
      inputField(i18n.t('void.name'), name),
      selectField(i18n.t('void.kind'), kinds, kind, (value) => (kind = value as VoidKind)),
      goes,
      wrong,
    ],
    answers: [
      {
        text: i18n.t('tool.water'),
        kind: 'primary',
        testId: 'dialog-yes',
        value: async () => {
          const called = name.value.trim();
          fill(wrong);
          const against = called ? await declare({ name: called, kind }) : i18n.t('dialog.needed');
          if (against === null) return true;
          fill(wrong, against);
          return undefined;
        },
      },
    ],
  });
  return declared === true;
}
