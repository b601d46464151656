// The levels of a theme, and how many units of one lie in a view.
import type { Bounds, Level } from '../client/types';

/** More shapes than this in one view cannot be handled smoothly. */
export const MOST_UNITS = 3000;

/** About how many units of a level lie in the view, as if they were spread evenly over the theme. */
export function expectedUnits(level: Level, theme: Bounds, view: Bounds): number {
  const share = (low: number, high: number, from: number, to: number): number =>
    high <= low ? 1 : Math.max(0, Math.min(high, to) - Math.max(low, from)) / (high - low);
  const part = share(theme[0], theme[2], view[0], view[2]) * share(theme[1], theme[3], view[1], view[3]);
  return level.units * Math.min(1, part);
}

/** The level of this name; the finest where there is none of this name. */
export function wantedLevel(levels: readonly Level[], name: string | null): Level | null {
  return levels.find((level) => level.name === name) ?? levels[levels.length - 1] ?? null;
}

/** The next coarser level; null for the coarsest. */
export function coarser(levels: readonly Level[], name: string): Level | null {
  const index = levels.findIndex((level) => level.name === name);
  return index > 0 ? (levels[index - 1] ?? null) : null;
}

/** The next finer level; null for the finest. */
export function finer(levels: readonly Level[], name: string): Level | null {
  const index = levels.findIndex((level) => level.name === name);
  return index < 0 ? null : (levels[index + 1] ?? null);
}

/**
 * The view widened to a grid of a quarter of its power-of-two size, so that small moves ask for the same box again.
 * Degrees; never beyond the world.
 */
export function snapBounds([west, south, east, north]: Bounds): Bounds {
  const size = Math.max(east - west, north - south, 1e-4);
  const step = 2 ** Math.floor(Math.log2(size)) / 4;
  const round = (value: number): number => +value.toFixed(7);
  return [
    Math.max(-180, round(Math.floor(west / step) * step)),
    Math.max(-90, round(Math.floor(south / step) * step)),
    Math.min(180, round(Math.ceil(east / step) * step)),
    Math.min(90, round(Math.ceil(north / step) * step)),
  ];
}
