// Which unit labels fit on the screen without touching each other.

/** What a label can say, and how wide that is in pixels. */
export interface LabelText {
  lines: readonly string[];
  width: number;
}

export interface LabelWish {
  /** Tells the unit from others. */
  key: string;
  /** Middle of the label, in pixels. */
  x: number;
  y: number;
  /** Pixels of room that the unit has along the label. */
  room: number;
  /** From the fullest to the shortest. */
  texts: readonly LabelText[];
  /** How far it may be moved down, or up, where something is in its way, in pixels; the nearest first. */
  shifts?: readonly number[];
}

export interface Disc {
  x: number;
  y: number;
  radius: number;
}

/** Left, top, right, bottom, in pixels. */
export type LabelBox = readonly [number, number, number, number];

export interface PlacedLabel extends LabelText {
  key: string;
  x: number;
  y: number;
  box: LabelBox;
}

/**
 * Places labels greedily, the roomiest unit first: each gets the fullest of its texts that fits into its unit and
 * touches no label placed before, or none. A bucket grid finds touching labels, so the cost is near linear.
 *
 * @param height of a line of text, in pixels
 * @param obstacles that labels must not touch either
 */
export function placeLabels(wishes: readonly LabelWish[], height: number, obstacles: readonly LabelBox[] = []): PlacedLabel[] {
  const bucket = 64;
  const taken = new Map<number, LabelBox[]>();
  const placed: PlacedLabel[] = [];
  const take = (box: LabelBox): void => {
    for (const key of bucketsOf(box, bucket)) {
      const boxes = taken.get(key);
      if (boxes) boxes.push(box);
      else taken.set(key, [box]);
    }
  };
  obstacles.forEach(take);
  const isFree = (box: LabelBox): boolean => !bucketsOf(box, bucket).some((near) => taken.get(near)?.some((other) => touch(other, box)));
  for (const wish of [...wishes].sort((a, b) => b.room - a.room)) {
    const found = positions(wish, height).find(({ box }) => isFree(box));
    if (!found) continue;
    take(found.box);
    placed.push(found);
  }
  return placed;
}

/** Where a label can stand, the best first: its fullest text in its own place, then moved, then shorter. */
function positions({ key, x, y, room, texts, shifts = [] }: LabelWish, height: number): PlacedLabel[] {
  return texts.flatMap(({ lines, width }) => {
    if (width > room) return [];
    const half = (height * lines.length) / 2 + 1;
    return [0, ...shifts].map((shift): PlacedLabel => {
      const middle = y + shift;
      return { key, x, y: middle, lines, width, box: [x - width / 2 - 3, middle - half, x + width / 2 + 3, middle + half] };
    });
  });
}

/** The box around a disc. */
export function boxAround({ x, y, radius }: Disc): LabelBox {
  return [x - radius, y - radius, x + radius, y + radius];
}

/** The names that more than one of the units goes by: they say little by themselves. */
export function sharedNames(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
}

/** More than buckets beside each other in any view. */
const ROWS = 2 ** 20;

function bucketsOf([left, top, right, bottom]: readonly number[], size: number): number[] {
  const keys: number[] = [];
  for (let column = Math.floor(left! / size); column <= Math.floor(right! / size); column++) {
    for (let row = Math.floor(top! / size); row <= Math.floor(bottom! / size); row++) keys.push(column * ROWS + row);
  }
  return keys;
}

function touch(a: readonly number[], b: readonly number[]): boolean {
  return a[0]! < b[2]! && b[0]! < a[2]! && a[1]! < b[3]! && b[1]! < a[3]!;
}

/** The part of a code that tells it from its siblings: what follows the parent's code, or all of it. */
export function shortCode(code: string, parent: string | null): string {
  const rest = parent && code.startsWith(parent) ? code.slice(parent.length).replace(/^[-_/. ]+/, '') : '';
  return rest === '' ? code : rest;
}
