// The brush: what it passes over, which units go as a whole, and that of questions only the newest is asked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brushed, dabOf, nextSize, SIZES, wholeUnits, type Block } from '../src/model/brush';
import { Newest } from '../src/model/newest';
import { STEPS_PER_DEGREE } from '../src/model/lattice';
import { contains } from '../src/model/shapes';

const square = (x: number, y: number, side = 1): Block['geometry'] => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ],
  ],
});

const block = (unit: string, x: number, y: number): Block => ({
  id: `${unit} ${x} ${y}`,
  unit,
  at: [x + 0.5, y + 0.5],
  geometry: square(x, y),
});

const at = (lon: number, lat: number): { x: number; y: number } => ({ x: lon * STEPS_PER_DEGREE, y: lat * STEPS_PER_DEGREE });
const reach = (degrees: number): { x: number; y: number } => at(degrees, degrees);

void test('a dab covers all within the radius of the stretch and nothing beyond', () => {
  const { area, to } = dabOf(at(1, 1), at(4, 3), reach(0.5));
  assert.deepEqual(to, [4, 3]);
  let seed = 7;
  const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let i = 0; i < 5000; i++) {
    const [x, y] = [random() * 6 - 0.5, random() * 5 - 0.5];
    const share = Math.max(0, Math.min(1, ((x - 1) * 3 + (y - 1) * 2) / 13));
    const away = Math.hypot(x - 1 - 3 * share, y - 1 - 2 * share);
    if (away < 0.49) assert.ok(contains(area, x, y), `${x} ${y}`);
    if (away > 0.501) assert.ok(!contains(area, x, y), `${x} ${y}`);
  }
});

void test('a stroke that stays in place is a circle', () => {
  const { area } = dabOf(at(2, 2), at(2, 2), reach(1));
  for (const [x, y] of [
    [2, 2],
    [2.9, 2],
    [2, 1.1],
    [1.4, 2.6],
  ] as const) {
    assert.ok(contains(area, x, y));
  }
  assert.ok(!contains(area, 2.8, 2.8));
});

void test('a thing is painted where the brush passes its place, or ends in it however small the brush is', () => {
  const blocks = [block('A', 0, 0), block('A', 1, 0), block('B', 2, 0), block('B', 3, 0)];
  const ids = (dab: ReturnType<typeof dabOf>): string[] => brushed(blocks, dab).map(({ id }) => id);
  assert.deepEqual(ids(dabOf(at(0.9, 0.5), at(2.6, 0.5), reach(0.2))), ['A 1 0', 'B 2 0']);
  assert.deepEqual(ids(dabOf(at(3.1, 0.1), at(3.1, 0.1), reach(0.01))), ['B 3 0']);
  assert.deepEqual(ids(dabOf(at(9, 9), at(9, 9), reach(0.5))), []);
});

void test('a unit goes as a whole when its last block is painted', () => {
  const all = [block('A', 0, 0), block('A', 1, 0), block('B', 2, 0), block('C', 3, 0), block('C', 4, 0)];
  assert.deepEqual(wholeUnits([all[2]!, all[3]!], all), { whole: ['B'], rest: [all[3]!] });
  assert.deepEqual(wholeUnits(all, all), { whole: ['A', 'B', 'C'], rest: [] });
  assert.deepEqual(wholeUnits([], all), { whole: [], rest: [] });
});

void test('the size goes up and down within its limits', () => {
  let size: number = SIZES.first;
  for (let i = 0; i < 20; i++) size = nextSize(size, true);
  assert.equal(size, SIZES.most);
  for (let i = 0; i < 20; i++) size = nextSize(size, false);
  assert.equal(size, SIZES.least);
});

void test('one question is asked at a time, and of those that wait only the newest', async () => {
  const asked: number[] = [];
  const told: number[] = [];
  let answer: () => void = () => undefined;
  const newest = new Newest<number, number>(
    (question) => {
      asked.push(question);
      return new Promise((resolve) => (answer = () => resolve(question * 10)));
    },
    (one) => told.push(one),
  );
  const turn = async (): Promise<void> => {
    answer();
    await new Promise((resolve) => setImmediate(resolve));
  };
  newest.put(1);
  newest.put(2);
  newest.put(3);
  assert.deepEqual(asked, [1]);
  await turn();
  assert.deepEqual([asked, told], [[1, 3], [10]]);
  assert.ok(newest.busy);
  await turn();
  assert.deepEqual(told, [10, 30]);
  assert.ok(!newest.busy);
  newest.put(4);
  newest.stop();
  await turn();
  assert.deepEqual(told, [10, 30]);
  newest.put(5);
  await turn();
  assert.deepEqual(told, [10, 30, 50]);
});
