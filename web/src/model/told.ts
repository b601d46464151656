/** How a number of a unit is known; counted where nothing else is said. */
export type FactBasis = 'counted' | 'estimated' | 'incomplete';

/** An attribute as it is shown. */
export interface ToldAttribute {
  name: string;
  value: string;
  basis: FactBasis;
  /** The day of the oldest count that it comes from; null where nobody said. */
  since: string | null;
}

const SINCE = '_since';
const BASIS = '_basis';

const WEAKER: readonly FactBasis[] = ['counted', 'estimated', 'incomplete'];

/** The attributes of a unit, each with the basis and the day that stand beside it under its name and `_basis` and `_since`. */
export function toldAttributes(attributes: Record<string, string>): ToldAttribute[] {
  const beside = (name: string): boolean => [BASIS, SINCE].some((end) => name.endsWith(end) && name.slice(0, -end.length) in attributes);
  return Object.entries(attributes)
    .filter(([name]) => !beside(name))
    .map(([name, value]) => ({ name, value, basis: basisOf(attributes[name + BASIS]), since: attributes[name + SINCE] ?? null }));
}

/** What is said of a number; counted where nothing is. */
export function basisOf(said: string | null | undefined): FactBasis {
  return said === 'estimated' || said === 'incomplete' ? said : 'counted';
}

/** How a sum or a mean is known of which one part is known in one way, and the rest in another. */
export function weaker(one: FactBasis, other: FactBasis): FactBasis {
  return WEAKER.indexOf(one) >= WEAKER.indexOf(other) ? one : other;
}
