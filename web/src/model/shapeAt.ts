// Which of some shapes holds a place, in degrees.
import type { Geometry, Position } from 'geojson';

/** The first that holds it; null where none does. */
export function shapeAt<F extends { geometry: Geometry }>(shapes: readonly F[], lon: number, lat: number): F | null {
  return shapes.find(({ geometry }) => ringsOf(geometry).filter((ring) => holds(ring, lon, lat)).length % 2 === 1) ?? null;
}

/** All rings of an area: a place in an odd number of them is in the area. */
function ringsOf(geometry: Geometry): readonly (readonly Position[])[] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/** Whether a line to the east crosses a ring an odd number of times. */
function holds(ring: readonly Position[], lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1]!;
    const [x2 = 0, y2 = 0] = ring[i]!;
    if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}
