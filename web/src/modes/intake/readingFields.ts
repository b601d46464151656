// How a file is read: its layer, encoding and marks, reference system and datum.
import type { DatumId } from '../../client/uploads';
import { h } from '../../ui/dom';
import { inputField, selectField } from '../../ui/parts';
import { csvMarks } from './csvMarks';
import type { FormPart } from './fieldsStep';
import { trouble } from './told';

const DATUMS: readonly DatumId[] = ['wgs84', 'gcj02', 'bd09'];
export const ENCODINGS: readonly string[] = ['UTF-8', 'GB18030', 'windows-1252', 'ISO-8859-1', 'UTF-16LE', 'Big5'];

/** @param again reads the file as it is said now */
export function readingFields({ desk, look, form, set }: FormPart, again: () => void): HTMLElement {
  const { i18n } = desk;
  const chosen = (choice: Parameters<typeof set>[0]): void => {
    set(choice);
    again();
  };
  const encodings = ENCODINGS.includes(form.encoding) ? ENCODINGS : [form.encoding, ...ENCODINGS];
  return h(
    'fieldset',
    { class: 'intake-set' },
    h('legend', { class: 'section-title' }, i18n.t('intake.reading')),
    look.layers.length > 1
      ? selectField(
          i18n.t('intake.layer'),
          look.layers.map((layer) => ({ value: layer, text: layer })),
          form.layer,
          (layer) => chosen({ layer }),
          { 'data-testid': 'intake-layer' },
        )
      : null,
    look.format === 'csv'
      ? selectField(
          i18n.t('intake.encoding'),
          encodings.map((encoding) => ({ value: encoding, text: encoding })),
          form.encoding,
          (encoding) => chosen({ encoding }),
          { 'data-testid': 'intake-encoding' },
        )
      : null,
    look.format === 'csv' ? csvMarks(i18n, form, look.dialect, chosen) : null,
    form.use === 'officers' ? null : h('div', { class: 'stack', 'data-asks': 'datum' }, datum(), datumNote()),
    form.use === 'officers' ? null : crs(),
    look.trouble !== null && form.use !== 'officers' ? trouble(look.trouble, 'intake-trouble') : null,
  );

  function datum(): HTMLElement {
    const choices: { value: string; text: string }[] = DATUMS.map((id) => ({ value: id, text: i18n.t(`intake.datum.${id}`) }));
    if (form.datum === '') choices.unshift({ value: '', text: i18n.t('intake.datumChoose') });
    return selectField(
      i18n.t('intake.datum'),
      choices,
      form.datum,
      (id) => {
        if (id) chosen({ datum: id as DatumId });
      },
      { 'data-testid': 'intake-datum' },
    );
  }

  function datumNote(): HTMLElement | null {
    if (look.datumAsked) return h('p', { class: 'plan-note', 'data-testid': 'intake-datum-asked' }, i18n.t('intake.datumAsked'));
    return look.datum !== null && look.datum === form.datum ? h('p', { class: 'hint' }, i18n.t('intake.datumTold')) : null;
  }

  function crs(): HTMLElement {
    const input = h('input', {
      type: 'text',
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: look.crs ?? '',
      'data-testid': 'intake-crs',
      onchange: () => chosen({ crs: input.value }),
    });
    input.value = form.crs;
    return inputField(
      i18n.t('intake.crs'),
      input,
      look.crs !== null && !form.crs ? i18n.t('intake.crsOf', { crs: look.crs }) : i18n.t('intake.crsHelp'),
    );
  }
}
