import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestMiddle, roomiest, type Rectangle } from '../src/model/room';

test('the whole box where nothing lies over it, and where everything does', () => {
  assert.deepEqual(roomiest(100, 50, [], 1), [0, 0, 100, 50]);
  assert.deepEqual(roomiest(100, 50, [[120, 0, 130, 50]], 1), [0, 0, 100, 50]);
  assert.deepEqual(roomiest(100, 50, [[0, 0, 100, 50]], 1), [0, 0, 100, 50]);
});

test('beside a legend where the thing is high, above it where it is wide', () => {
  const legend: Rectangle = [0, 60, 40, 100];
  assert.deepEqual(roomiest(140, 100, [legend], 1), [40, 0, 140, 100]);
  assert.deepEqual(roomiest(140, 100, [legend], 4), [0, 0, 140, 60]);
});

test('no rectangle of whole pixels without an obstacle is roomier', () => {
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  for (let run = 0; run < 60; run++) {
    const obstacles = Array.from({ length: 4 }, (): Rectangle => {
      const [left, top] = [random(12), random(9)];
      return [left, top, left + 1 + random(5), top + 1 + random(4)];
    });
    const aspect = [0.5, 1, 2][random(3)]!;
    const covered = (x: number, y: number): boolean => obstacles.some(([l, t, r, b]) => x >= l && x < r && y >= t && y < b);
    const free = ([l, t, r, b]: Rectangle): boolean => {
      for (let x = l; x < r; x++) for (let y = t; y < b; y++) if (covered(x, y)) return false;
      return true;
    };
    const size = ([l, t, r, b]: Rectangle): number => Math.min((r - l) / aspect, b - t);
    let most = 0;
    for (let l = 0; l < 12; l++)
      for (let r = l + 1; r <= 12; r++)
        for (let t = 0; t < 9; t++) for (let b = t + 1; b <= 9; b++) if (free([l, t, r, b])) most = Math.max(most, size([l, t, r, b]));
    const found = roomiest(12, 9, obstacles, aspect);
    if (most > 0) assert.ok(free(found), `run ${run}`);
    if (most > 0) assert.equal(size(found), most, `run ${run}`);
  }
});

test('in the middle where it is free, else beside or above what is there', () => {
  assert.deepEqual(nearestMiddle(100, 60, [40, 20], []), [30, 20]);
  assert.deepEqual(nearestMiddle(100, 60, [40, 20], [[0, 30, 35, 60]]), [35, 20]);
  assert.deepEqual(nearestMiddle(100, 60, [90, 20], [[0, 30, 40, 60]]), [5, 10]);
  assert.equal(nearestMiddle(100, 60, [40, 20], [[0, 0, 100, 60]]), null);
});

test('no place of whole pixels that is free is nearer to the middle', () => {
  let seed = 11;
  const random = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  for (let run = 0; run < 60; run++) {
    const obstacles = Array.from({ length: 3 }, (): Rectangle => {
      const [left, top] = [random(12), random(10)];
      return [left, top, left + 1 + random(5), top + 1 + random(4)];
    });
    const thing = [2 * (1 + random(4)), 2 * (1 + random(3))] as const;
    const far = (x: number, y: number): number => Math.hypot(x + thing[0] / 2 - 6, y + thing[1] / 2 - 5);
    let least = Infinity;
    for (let x = 0; x + thing[0] <= 12; x++)
      for (let y = 0; y + thing[1] <= 10; y++)
        if (obstacles.every(([l, t, r, b]) => l >= x + thing[0] || r <= x || t >= y + thing[1] || b <= y))
          least = Math.min(least, far(x, y));
    const found = nearestMiddle(12, 10, thing, obstacles);
    assert.equal(found ? far(...found) : Infinity, least, `run ${run}`);
  }
});
