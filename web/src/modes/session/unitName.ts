// What a unit on the map is called.
import type { Desk } from '../../ui/desk';

/** The name of a unit on the map with that of the unit it is part of; with its code where that is not there, or the code alone. */
export function nameOf({ i18n, units }: Desk, code: string): string {
  const drawn = units.find(code)?.feature.properties;
  if (!drawn || i18n.nameOf(drawn) === code) return code;
  const parent = units.parents.find(({ feature }) => feature.properties.code === drawn.parent)?.feature.properties;
  return parent ? i18n.nameWithin(drawn, parent) : i18n.nameAndCode(drawn);
}
