// What a unit on the map is called.
import type { Desk } from '../../ui/desk';

/** The name of a unit on the map with its code, or the code alone. */
export function nameOf(desk: Desk, code: string): string {
  const drawn = desk.units.find(code);
  return drawn ? desk.i18n.nameAndCode(drawn.feature.properties) : code;
}
