// What the numbers of areas count for: proposed by their names, said here by those who know.
import { FACT_KINDS } from '../../client/draftTypes';
import type { FactProposal } from '../../client/uploads';
import { factsOf, weightsFor, withFact } from '../../model/intake';
import { h } from '../../ui/dom';
import { selectField } from '../../ui/parts';
import type { FormPart } from './fieldsStep';

/** Null where no field can count for anything. */
export function factFields(part: FormPart): HTMLElement | null {
  const { desk, look, form } = part;
  const facts = factsOf(form, look);
  if (facts.length === 0) return null;
  return h(
    'fieldset',
    { class: 'intake-set', 'data-testid': 'intake-facts' },
    h('legend', { class: 'section-title' }, desk.i18n.t('intake.facts')),
    h('p', { class: 'hint' }, desk.i18n.t('intake.factsHelp')),
    facts.map((fact) => field(part, fact)),
  );
}

function field(part: FormPart, fact: FactProposal): HTMLElement {
  const { desk, look, form, set } = part;
  const { i18n } = desk;
  const { attribute } = fact;
  const word = i18n.wordFor('attribute', attribute);
  const said = form.facts[attribute];
  const kind = selectField(
    word === null ? attribute : `${word} (${attribute})`,
    [
      { value: '', text: i18n.t('intake.factProposed', { kind: i18n.t(`factKind.${fact.kind}`) }) },
      ...FACT_KINDS.map((value) => ({ value, text: i18n.t(`factKind.${value}`) })),
    ],
    said?.kind ?? '',
    (value) => {
      const chosen = FACT_KINDS.find((each) => each === value);
      set({ facts: withFact(form, look, attribute, chosen ? { kind: chosen, weight: '' } : null) }, true);
    },
    { 'data-testid': `intake-fact-${attribute}` },
  );
  return h('div', { class: 'pair' }, kind, said ? weight(part, fact) : null);
}

function weight({ desk, look, form, set }: FormPart, fact: FactProposal): HTMLElement | null {
  const { i18n } = desk;
  const said = form.facts[fact.attribute];
  const weights = weightsFor(fact, form, look);
  if (!said || weights.length === 0) return null;
  const word = (each: string): string =>
    each === 'addresses' || each === 'area' ? i18n.t(`facts.${each}`) : (i18n.wordFor('attribute', each) ?? each);
  return selectField(
    i18n.t('facts.weight'),
    weights.map((value) => ({ value, text: word(value) })),
    said.weight,
    (value) => set({ facts: withFact(form, look, fact.attribute, { ...said, weight: value }) }, true),
    { 'data-testid': `intake-fact-weight-${fact.attribute}` },
  );
}
