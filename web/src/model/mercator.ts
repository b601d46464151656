// The map's projection (Web Mercator): places as parts of the world's width, from its northwest corner.

export interface WorldPlace {
  readonly x: number;
  readonly y: number;
}

/** Pixels around the world at zoom 0. */
const WORLD = 256;
/** Beyond this the projection runs off the square. */
const LAST_SINE = 0.9999;

/** A place in degrees. Latitudes beyond the square are at its edge. */
export function toWorld(lon: number, lat: number): WorldPlace {
  const sine = Math.min(LAST_SINE, Math.max(-LAST_SINE, Math.sin((lat * Math.PI) / 180)));
  return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

/** The place in degrees. */
export function fromWorld({ x, y }: WorldPlace): { lon: number; lat: number } {
  return { lon: x * 360 - 180, lat: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI };
}

/** How wide the world is at a zoom, in pixels. */
export function worldWidth(zoom: number): number {
  return WORLD * 2 ** zoom;
}

/** A place in pixels of a picture whose northwest corner is `left` and `top` pixels from that of the world. */
export function pixelOf({ zoom, left, top }: { zoom: number; left: number; top: number }, lon: number, lat: number): [number, number] {
  const world = worldWidth(zoom);
  const { x, y } = toWorld(lon, lat);
  return [x * world - left, y * world - top];
}
