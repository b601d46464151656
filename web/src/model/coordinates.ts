// Reading a typed position. Orders and signs people really type are understood; a guess is never silent.

export interface TypedPosition {
  /** Degrees. */
  lon: number;
  lat: number;
}

/** Decimal degrees with an optional hemisphere letter before or after. */
const NUMBER = String.raw`([NSEW北南东西])?\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*([NSEW北南东西])?`;
const PAIR = new RegExp(`^\\s*${NUMBER}\\s*[,;，、\\s]\\s*${NUMBER}\\s*$`, 'i');
const SIGN: Record<string, 'lat' | 'lon'> = { N: 'lat', S: 'lat', 北: 'lat', 南: 'lat', E: 'lon', W: 'lon', 东: 'lon', 西: 'lon' };

/**
 * The position that the text states, or null where it is not one. Without hemisphere letters longitude comes first, as
 * in every other place of the product; where only the other order lies within the bounds given, that one is meant.
 *
 * @param bounds west, south, east, north of the theme, in degrees; null where unknown
 */
export function parsePosition(text: string, bounds: readonly number[] | null = null): TypedPosition | null {
  const match = PAIR.exec(text);
  if (!match) return null;
  const first = part(match[1] ?? match[3], match[2]);
  const second = part(match[4] ?? match[6], match[5]);
  if (first.axis || second.axis) {
    if (first.axis === second.axis) return null;
    const latFirst = first.axis === 'lat' || second.axis === 'lon';
    return onEarth(latFirst ? { lon: second.value, lat: first.value } : { lon: first.value, lat: second.value });
  }
  const lonLat = onEarth({ lon: first.value, lat: second.value });
  const latLon = onEarth({ lon: second.value, lat: first.value });
  if (bounds && latLon && !(lonLat && inside(lonLat, bounds)) && inside(latLon, bounds)) return latLon;
  return lonLat ?? latLon;
}

function part(letter: string | undefined, digits: string | undefined): { axis: 'lat' | 'lon' | null; value: number } {
  const hemisphere = letter?.toUpperCase() ?? '';
  const value = Number(digits);
  return { axis: SIGN[hemisphere] ?? null, value: 'SW南西'.includes(hemisphere) && hemisphere ? -value : value };
}

function onEarth(position: TypedPosition): TypedPosition | null {
  return Math.abs(position.lat) <= 90 && Math.abs(position.lon) <= 180 ? position : null;
}

function inside({ lon, lat }: TypedPosition, [west = 0, south = 0, east = 0, north = 0]: readonly number[]): boolean {
  const margin = 1;
  return lon >= west - margin && lon <= east + margin && lat >= south - margin && lat <= north + margin;
}
