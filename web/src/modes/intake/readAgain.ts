// A text that could not be read as it is: why, and how it may be written.
import type { Reading } from '../../client/uploads';
import type { I18n } from '../../i18n/i18n';
import { marksOf, type CsvForm } from '../../model/intake';
import { fill, h } from '../../ui/dom';
import { selectField } from '../../ui/parts';
import { csvMarks } from './csvMarks';
import { ENCODINGS } from './readingFields';
import { trouble } from './told';

interface AgainExits {
  /** Looks at the file as it is said now. */
  look: (said: Reading) => void;
  /** Another file is wanted. */
  leave: () => void;
}

export class ReadAgain {
  readonly element = h('div', { class: 'stack' });
  private form: CsvForm = { separator: '', decimal: '', headerLine: '' };
  private encoding = '';

  constructor(
    private readonly i18n: I18n,
    why: string,
    private readonly exits: AgainExits,
  ) {
    const encodings = [{ value: '', text: i18n.t('intake.datumChoose') }, ...ENCODINGS.map((value) => ({ value, text: value }))];
    fill(
      this.element,
      trouble(why, 'intake-file-trouble'),
      h(
        'fieldset',
        { class: 'intake-set' },
        h('legend', { class: 'section-title' }, i18n.t('intake.reading')),
        selectField(i18n.t('intake.encoding'), encodings, '', (value) => (this.encoding = value), { 'data-testid': 'intake-encoding' }),
        csvMarks(i18n, this.form, null, (choice) => (this.form = { ...this.form, ...choice })),
      ),
      h('div', { class: 'button-row' }, this.button('intake.readAgain', true), this.button('intake.another', false)),
    );
  }

  focus(): void {
    this.element.querySelector<HTMLElement>('select')?.focus();
  }

  private button(key: 'intake.readAgain' | 'intake.another', first: boolean): HTMLElement {
    return h(
      'button',
      {
        type: 'button',
        class: first ? 'button button-primary' : 'button',
        'data-testid': first ? 'intake-read-again' : 'intake-again',
        onclick: () => (first ? this.exits.look(this.said()) : this.exits.leave()),
      },
      this.i18n.t(key),
    );
  }

  private said(): Reading {
    return { ...marksOf(this.form), ...(this.encoding ? { encoding: this.encoding } : {}) };
  }
}
