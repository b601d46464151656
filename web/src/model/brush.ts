// A brush: the ground that it passes over between two places, and what of many things lies there. Pure; degrees where
// positions, steps of the lattice where points.
import type { Geometry, Polygon, Position } from 'geojson';
import { STEPS_PER_DEGREE, type LatticePoint } from './lattice';
import { boundsOf, contains } from './shapes';

/** Something that can be painted: a piece of a unit, or a unit. */
export interface Block {
  readonly id: string;
  /** The code of the unit that has it. */
  readonly unit: string;
  /** A place inside. */
  readonly at: Position;
  readonly geometry: Geometry;
}

/** What a brush passes over between two looks at the pointer. */
export interface Dab {
  readonly area: Polygon;
  /** Where its middle comes to, in degrees. */
  readonly to: Position;
}

/** Radius of the brush in pixels: smallest, largest, at first. */
export const SIZES = { least: 6, most: 120, first: 24 } as const;

/** Half a circle is drawn with so many sides. */
const SIDES = 12;

/** The next smaller or larger brush; the same at the end. */
export function nextSize(size: number, larger: boolean): number {
  const next = Math.round(larger ? size * 1.4 : size / 1.4);
  return Math.max(SIZES.least, Math.min(SIZES.most, next));
}

/**
 * The ground within a radius of a stretch.
 *
 * @param reach the radius in steps, east and north
 */
export function dabOf(from: LatticePoint, to: LatticePoint, reach: { x: number; y: number }): Dab {
  const along = Math.atan2((to.y - from.y) / reach.y, (to.x - from.x) / reach.x);
  const ring: Position[] = [];
  for (const [middle, start] of [
    [to, along - Math.PI / 2],
    [from, along + Math.PI / 2],
  ] as const) {
    for (let i = 0; i <= SIDES; i++) {
      const angle = start + (Math.PI * i) / SIDES;
      ring.push(degrees(middle.x + reach.x * Math.cos(angle), middle.y + reach.y * Math.sin(angle)));
    }
  }
  ring.push(ring[0]!);
  return { area: { type: 'Polygon', coordinates: [ring] }, to: degrees(to.x, to.y) };
}

/** The outline of a brush, closed. */
export function circle(middle: LatticePoint, reach: { x: number; y: number }): LatticePoint[] {
  return Array.from({ length: 2 * SIDES + 1 }, (_, i) => {
    const angle = (Math.PI * i) / SIDES;
    return { x: middle.x + reach.x * Math.cos(angle), y: middle.y + reach.y * Math.sin(angle) };
  });
}

/** The things whose place a dab passes over, and the one in which its middle comes to lie. O(things) */
export function brushed<T extends Pick<Block, 'at' | 'geometry'>>(things: readonly T[], { area, to }: Dab): T[] {
  const [west, south, east, north] = boundsOf(area) ?? [0, 0, 0, 0];
  const [x = 0, y = 0] = to;
  return things.filter(({ at: [lon = 0, lat = 0], geometry }) => {
    const near = lon >= west && lon <= east && lat >= south && lat <= north;
    return (near && contains(area, lon, lat)) || isUnder(geometry, x, y);
  });
}

const boxes = new WeakMap<Geometry, readonly [number, number, number, number]>();

function isUnder(geometry: Geometry, x: number, y: number): boolean {
  let box = boxes.get(geometry);
  if (!box) boxes.set(geometry, (box = boundsOf(geometry) ?? [1, 1, 0, 0]));
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && contains(geometry, x, y);
}

/** The units of which every block was chosen, and the chosen blocks of the others. */
export function wholeUnits(chosen: readonly Block[], all: readonly Block[]): { whole: string[]; rest: Block[] } {
  const left = new Map<string, number>();
  for (const { unit } of all) left.set(unit, (left.get(unit) ?? 0) + 1);
  for (const { unit } of chosen) left.set(unit, (left.get(unit) ?? 0) - 1);
  const isWhole = (unit: string): boolean => left.get(unit) === 0;
  return { whole: [...new Set(chosen.map(({ unit }) => unit))].filter(isWhole), rest: chosen.filter(({ unit }) => !isWhole(unit)) };
}

function degrees(x: number, y: number): Position {
  return [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE];
}
