// Which unit labels fit on the screen without touching each other.

export interface LabelWish {
  /** Middle of the label, in pixels. */
  x: number;
  y: number;
  /** Pixels of room that the unit has along the label. */
  room: number;
  /** Texts from the fullest to the shortest, each with its width in pixels. */
  texts: readonly { text: string; width: number }[];
}

export interface Disc {
  x: number;
  y: number;
  radius: number;
}

/** Left, top, right, bottom. */
type Box = [number, number, number, number];

export interface PlacedLabel {
  x: number;
  y: number;
  text: string;
}

/**
 * Places labels greedily, the roomiest unit first: each gets the fullest of its texts that fits into its unit and
 * touches no label placed before, or none. A bucket grid finds touching labels, so the cost is near linear.
 *
 * @param height of a line of text, in pixels
 * @param discs that labels must not touch either: x, y and radius in pixels
 */
export function placeLabels(wishes: readonly LabelWish[], height: number, discs: readonly Disc[] = []): PlacedLabel[] {
  const bucket = 64;
  const taken = new Map<string, Box[]>();
  const placed: PlacedLabel[] = [];
  const take = (box: Box): void => {
    for (const key of bucketsOf(box, bucket)) {
      const boxes = taken.get(key);
      if (boxes) boxes.push(box);
      else taken.set(key, [box]);
    }
  };
  for (const { x, y, radius } of discs) take([x - radius, y - radius, x + radius, y + radius]);
  for (const wish of [...wishes].sort((a, b) => b.room - a.room)) {
    for (const { text, width } of wish.texts) {
      if (width > wish.room) continue;
      const box: Box = [wish.x - width / 2 - 3, wish.y - height / 2 - 1, wish.x + width / 2 + 3, wish.y + height / 2 + 1];
      if (bucketsOf(box, bucket).some((key) => taken.get(key)?.some((other) => touch(other, box)))) continue;
      take(box);
      placed.push({ x: wish.x, y: wish.y, text });
      break;
    }
  }
  return placed;
}

function bucketsOf([left, top, right, bottom]: readonly number[], size: number): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(left! / size); column <= Math.floor(right! / size); column++) {
    for (let row = Math.floor(top! / size); row <= Math.floor(bottom! / size); row++) keys.push(`${column}/${row}`);
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
