// What an edit that is not made yet would give to whom, as the server says it with its preview.
import type { EditAnswer } from '../../client/draftTypes';
import { basisOf, type FactBasis } from '../../model/told';
import type { Desk } from '../../ui/desk';
import { nameOf } from './unitName';

/** A number that a unit would be told. */
export interface Foretold {
  value: number | null;
  basis: FactBasis;
}

/** So many numbers are said. */
const NAMED = 5;

const HOUSEHOLDS = 'households';

/** The households of the grids that would change, or share a count with these, by code. */
export function householdsOf({ facts }: EditAnswer): ReadonlyMap<string, Foretold> {
  const told = facts.flatMap(({ code, facts: of }) =>
    of.filter(({ attribute }) => attribute === HOUSEHOLDS).map((fact) => ({ code, fact })),
  );
  return new Map(told.map(({ code, fact: { value, basis } }) => [code, { value, basis: basisOf(basis) }]));
}

/** What the grids that would change would have then, in words; empty where nothing is counted there. */
export function whoHasThen(desk: Desk, { changed, facts }: EditAnswer): string {
  const { i18n } = desk;
  const touched = new Set(changed.features.map(({ properties }) => properties.code));
  const known = facts.filter(({ code }) => touched.has(code)).flatMap(({ code, facts: of }) => of.map((fact) => ({ code, ...fact })));
  const said = known
    .filter(({ value }) => value !== null)
    .map(({ code, attribute, value, basis }) =>
      i18n.t('goes.then', {
        unit: nameOf(desk, code),
        amount: i18n.told(i18n.number(value ?? 0, 2), basisOf(basis)),
        what: i18n.wordFor('attribute', attribute) ?? attribute,
      }),
    );
  const more = said.length > NAMED ? [i18n.t('publish.andMore', { n: said.length - NAMED })] : [];
  return [...said.slice(0, NAMED), ...more].join(' ');
}
