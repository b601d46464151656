// The places chosen last in this browser. They stay on this machine.
import type { Place } from '../model/state';

const KEY = 'gridwright.places';
const MOST = 10;

/** The places chosen last, the latest first; none where storage is forbidden. */
export function recentPlaces(): Place[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPlace).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function keepPlace(place: Place): void {
  if (!place.text) return;
  try {
    const others = recentPlaces().filter(({ text }) => text !== place.text);
    localStorage.setItem(KEY, JSON.stringify([place, ...others].slice(0, MOST)));
  } catch {
    // The list then stays empty.
  }
}

function isPlace(value: unknown): value is Place {
  const { lon, lat, text } = (value ?? {}) as Partial<Place>;
  return typeof lon === 'number' && typeof lat === 'number' && typeof text === 'string';
}
