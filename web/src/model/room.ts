// The roomiest part of a box that nothing lies over.

/** Left, top, right, bottom, in pixels of the box. */
export type Rectangle = readonly [number, number, number, number];

/**
 * The rectangle without any obstacle in which something of a given shape is largest; of equal ones the topmost, then the
 * leftmost. Its edges are edges of the box or of obstacles, so all of them are tried: O(n⁵), and few things lie over a map.
 *
 * @param obstacles what is covered
 * @param aspect width of the thing by its height
 * @returns the whole box where everything is covered
 */
export function roomiest(width: number, height: number, obstacles: readonly Rectangle[], aspect: number): Rectangle {
  const inside = obstacles.filter(([left, top, right, bottom]) => left < width && top < height && right > 0 && bottom > 0);
  const between = (values: readonly number[], most: number): number[] =>
    [...new Set(values.map((value) => Math.max(0, Math.min(most, value))))].sort((a, b) => a - b);
  const tops = between([0, ...inside.map(([, , , bottom]) => bottom)], height);
  const bottoms = between([height, ...inside.map(([, top]) => top)], height);
  const lefts = between([0, ...inside.map(([, , right]) => right)], width);
  const rights = between([width, ...inside.map(([left]) => left)], width);
  let [best, size]: [Rectangle, number] = [[0, 0, width, height], 0];
  for (const top of tops) {
    for (const bottom of bottoms) {
      for (const left of lefts) {
        for (const right of rights) {
          const scale = Math.min((right - left) / aspect, bottom - top);
          if (scale <= size || inside.some((one) => one[0] < right && one[2] > left && one[1] < bottom && one[3] > top)) continue;
          [best, size] = [[left, top, right, bottom], scale];
        }
      }
    }
  }
  return best;
}

/**
 * Where a thing lies over no obstacle, nearest to the middle of the box.
 *
 * @returns the left and top of the thing; null where there is no such place
 */
export function nearestMiddle(
  width: number,
  height: number,
  [wide, high]: readonly [number, number],
  obstacles: readonly Rectangle[],
): readonly [number, number] | null {
  const middle = [(width - wide) / 2, (height - high) / 2] as const;
  const within = (values: readonly number[], most: number): number[] => values.filter((value) => value >= 0 && value <= most);
  const lefts = within([middle[0], ...obstacles.flatMap(([left, , right]) => [right, left - wide])], width - wide);
  const tops = within([middle[1], ...obstacles.flatMap(([, top, , bottom]) => [bottom, top - high])], height - high);
  const free = (x: number, y: number): boolean =>
    !obstacles.some(([left, top, right, bottom]) => left < x + wide && right > x && top < y + high && bottom > y);
  const far = ([x, y]: readonly [number, number]): number => Math.hypot(x - middle[0], y - middle[1]);
  const places = lefts.flatMap((x) => tops.filter((y) => free(x, y)).map((y) => [x, y] as const));
  return places.sort((a, b) => far(a) - far(b))[0] ?? null;
}
