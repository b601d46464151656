// How new areas of a theme are named: a pattern for each language, or as their siblings are.
import type { FactChange, FactOfAttribute } from '../../client/draftTypes';
import type { Desk } from '../../ui/desk';
import { h } from '../../ui/dom';
import { inputField } from '../../ui/parts';

const LANGUAGES = [
  { attribute: 'name', label: 'names.any', usual: 'Grid {n}' },
  { attribute: 'name:en', label: 'names.english', usual: 'Grid {n}' },
  { attribute: 'name:zh', label: 'names.chinese', usual: '第{n}网格' },
] as const;

/** Whether an attribute is a name, so that it is a label whatever anybody says. */
export const isName = (attribute: string): boolean => LANGUAGES.some((language) => language.attribute === attribute);

export class NamePatterns {
  readonly element: HTMLElement;
  private readonly fields: readonly { attribute: string; was: string; input: HTMLInputElement }[];

  constructor({ i18n }: Desk, facts: readonly FactOfAttribute[]) {
    this.fields = LANGUAGES.map(({ attribute, usual }) => {
      const was = facts.find((fact) => fact.attribute === attribute)?.pattern ?? '';
      return {
        attribute,
        was,
        input: h('input', { type: 'text', value: was, placeholder: usual, maxlength: '100', 'data-testid': `pattern-${attribute}` }),
      };
    });
    this.element = h(
      'fieldset',
      { class: 'stack' },
      h('legend', { class: 'entry-title' }, i18n.t('names.title')),
      h('p', { class: 'quiet' }, i18n.t('names.about', { number: '{n}' })),
      ...this.fields.map(({ input }, index) => inputField(i18n.t(LANGUAGES[index]!.label), input)),
    );
  }

  /** What is not as it was; an empty field takes its pattern back. */
  changes(): FactChange[] {
    return this.fields
      .filter(({ was, input }) => input.value.trim() !== was)
      .map(({ attribute, input }) => ({ attribute, kind: 'label', pattern: input.value.trim() }));
  }
}
