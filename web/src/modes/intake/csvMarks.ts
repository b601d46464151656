// How a CSV is written: what was found stands chosen, and can be said otherwise.
import type { Look } from '../../client/uploads';
import type { I18n } from '../../i18n/i18n';
import type { CsvForm } from '../../model/intake';
import { h } from '../../ui/dom';
import { inputField, selectField } from '../../ui/parts';

const SEPARATORS = ['comma', 'semicolon', 'tab', 'bar'] as const;

/**
 * @param dialect what was found or said; null where nothing could be
 * @param chosen takes a choice over
 */
export function csvMarks(i18n: I18n, form: CsvForm, dialect: Look['dialect'], chosen: (choice: Partial<CsvForm>) => void): HTMLElement {
  const line = h('input', {
    type: 'number',
    min: 1,
    step: 1,
    'data-testid': 'intake-header-line',
    onchange: () => chosen({ headerLine: line.value }),
  });
  line.value = form.headerLine || String(dialect?.headerLine ?? '');
  const found = form.separator || (dialect?.separator ?? '');
  const separators: { value: string; text: string }[] = SEPARATORS.map((value) => ({ value, text: i18n.t(`intake.separator.${value}`) }));
  if (!separators.some(({ value }) => value === found)) separators.unshift({ value: found, text: found || i18n.t('intake.datumChoose') });
  const decimals: { value: string; text: string }[] = [
    { value: '.', text: i18n.t('intake.decimal.point') },
    { value: ',', text: i18n.t('intake.decimal.comma') },
  ];
  const left = dialect?.leftOut ?? [];
  return h(
    'div',
    { class: 'stack' },
    h(
      'div',
      { class: 'pair' },
      selectField(i18n.t('intake.separator'), separators, found, (separator) => chosen({ separator }), {
        'data-testid': 'intake-separator',
      }),
      selectField(
        i18n.t('intake.decimal'),
        decimals,
        form.decimal || (dialect?.decimal ?? '.'),
        (value) => chosen({ decimal: value === ',' ? ',' : '.' }),
        { 'data-testid': 'intake-decimal' },
      ),
    ),
    inputField(i18n.t('intake.headerLine'), line, left.length > 0 ? i18n.t('intake.leftOut', { lines: left.join(' / ') }) : undefined),
  );
}
