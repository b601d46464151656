/** How a number of a unit is known; counted where nothing else is said. */
export type FactBasis = 'counted' | 'estimated' | 'incomplete';

/** An attribute as it is shown. */
export interface ToldAttribute {
  name: string;
  value: string;
  basis: FactBasis;
}

const BASIS = '_basis';

/** The attributes of a unit, each with the basis that stands beside it under its name and `_basis`. */
export function toldAttributes(attributes: Record<string, string>): ToldAttribute[] {
  return Object.entries(attributes)
    .filter(([name]) => !(name.endsWith(BASIS) && name.slice(0, -BASIS.length) in attributes))
    .map(([name, value]) => ({ name, value, basis: basisOf(attributes[name + BASIS]) }));
}

function basisOf(said: string | undefined): FactBasis {
  return said === 'estimated' || said === 'incomplete' ? said : 'counted';
}
