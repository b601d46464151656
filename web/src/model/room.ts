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
