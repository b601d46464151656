// What of the areas can be told apart at the scale of the view: which borders are drawn, and how, and whose names.
import type { Bounds, Level } from '../client/types';
import { coarser, expectedUnits } from '../model/levels';
import type { Border } from '../tiles/messages';
import { COLOURS } from './colours';
import { rgba } from './paint';

/** Borders of areas that are smaller than this on the screen, in pixels, would be all that one sees. */
const SMALLEST_BORDERED = 7;
/** Of the borders of the level shown, and of those above it: in pixels, and how strong their tone is. */
const STROKES: readonly { width: number; opacity: number }[] = [
  { width: 0.8, opacity: 0.9 },
  { width: 1.2, opacity: 0.55 },
  { width: 2, opacity: 0.75 },
  { width: 3, opacity: 0.92 },
  { width: 4, opacity: 1 },
];
/** Areas that are smaller than this on the screen, in pixels, have no room for a name. */
const SMALLEST_NAMED = 30;

export interface LookScale {
  /** Coarse to fine, down to the level that is shown. */
  readonly levels: readonly Level[];
  /** Of the view. */
  readonly pixels: number;
  /** Of all areas; null where that is not known. */
  readonly bounds: Bounds | null;
  readonly view: Bounds;
}

/** Pixels of a tile for one of the screen. */
export function sharpness(): number {
  return window.devicePixelRatio >= 1.5 ? 2 : 1;
}

/** Coarser borders are wider and darker, so that levels can be told apart without colour; those of small areas fade, so that a map of very many is not all borders. */
export function bordersOf(scale: LookScale, outlined: boolean): Border[] {
  return scale.levels.map((level, depth) => {
    const steps = scale.levels.length - 1 - depth;
    const seen = steps > 0 && !outlined ? 0 : Math.min(1, Math.max(0, sizeOf(level, scale) / SMALLEST_BORDERED - 1) / 6);
    const stroke = STROKES[Math.min(steps, STROKES.length - 1)]!;
    const width = seen === 0 ? 0 : Math.max(1, stroke.width * Math.sqrt(seen));
    const line = steps === 0 ? COLOURS.unitLine : COLOURS.parentLine;
    return {
      level: level.name,
      colour: rgba({ fillColor: line, fillOpacity: stroke.opacity * (0.3 + 0.7 * seen) }),
      width: width * sharpness(),
    };
  });
}

/** The finest level whose areas have room for a name, and the one above it. */
export function namedLevels(scale: LookScale): Level[] {
  const finest = [...scale.levels].reverse().find((level) => sizeOf(level, scale) >= SMALLEST_NAMED) ?? scale.levels[0];
  const above = finest && coarser(scale.levels, finest.name);
  return finest ? [finest, ...(above ? [above] : [])] : [];
}

/** About how wide areas of a level are on the screen, in pixels. */
function sizeOf(level: Level, { bounds, view, pixels }: LookScale): number {
  const inView = bounds ? expectedUnits(level, bounds, view) : 0;
  return inView <= 0 ? Infinity : Math.sqrt(pixels / inView);
}
