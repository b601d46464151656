import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAdd, judgeReshape, judgeSplit, judgeTransfer, type Judgement } from '../src/model/judgement';
import { orientation, segmentsMeet, STEPS_PER_DEGREE, toPosition, type LatticePoint } from '../src/model/lattice';
import { crossesItself } from '../src/model/noding';
import { outlineOf, squareMetres, type Outline } from '../src/model/outlines';
import { contains } from '../src/model/shapes';

/** One field of the pictures below, in steps; a corner is taken to lie on a border from a fiftieth of it. */
const FIELD = 10_000;
const SNAP = { x: FIELD / 50, y: FIELD / 50 };

const p = (x: number, y: number): LatticePoint => ({ x: Math.round(x * FIELD), y: Math.round(y * FIELD) });
const line = (...corners: [number, number][]): LatticePoint[] => corners.map(([x, y]) => p(x, y));

function unit(code: string, ...rings: [number, number][][]): Outline {
  const positions = rings.map((ring) => [...ring, ring[0]!].map(([x, y]) => toPosition(p(x, y))));
  return outlineOf(code, { type: 'Polygon', coordinates: positions });
}

/**
 * Four squares around (10, 10).
 *
 *     C C D D
 *     C C D D
 *     A A B B
 *     A A B B
 */
const A = unit('A', [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
]);
const B = unit('B', [
  [10, 0],
  [20, 0],
  [20, 10],
  [10, 10],
]);
const C = unit('C', [
  [0, 10],
  [10, 10],
  [10, 20],
  [0, 20],
]);
const D = unit('D', [
  [10, 10],
  [20, 10],
  [20, 20],
  [10, 20],
]);
const CITY = [A, B, C, D];

/** A lake in the middle. */
const RING = unit(
  'R',
  [
    [0, 0],
    [12, 0],
    [12, 12],
    [0, 12],
  ],
  [
    [4, 4],
    [4, 8],
    [8, 8],
    [8, 4],
  ],
);

/** Sizes of the shapes in fields, with their codes. */
function sizes({ shapes }: Judgement): [string | null, number][] {
  const field = squareMetres(outlineOfField());
  return shapes.map(({ code, geometry }) => [code, Math.round((squareMetres(geometry) / field) * 100) / 100]);
}

function outlineOfField(): Parameters<typeof squareMetres>[0] {
  return { type: 'Polygon', coordinates: [line([0, 0], [1, 0], [1, 1], [0, 1], [0, 0]).map(toPosition)] };
}

test('a line splits a unit as soon as it goes from border to border', () => {
  const begun = judgeSplit(line([-1, 5], [6, 5]), A, SNAP);
  assert.deepEqual([begun.verdict, begun.reason, begun.units], ['open', 'across', ['A']]);
  const across = judgeSplit(line([-1, 3], [6, 3], [11, 3]), A, SNAP);
  assert.deepEqual([across.verdict, across.n], ['sound', 2]);
  assert.deepEqual(sizes(across), [
    ['A', 70],
    [null, 30],
  ]);
});

test('a line that ends on the border, a hair beside it or in a corner, splits too', () => {
  for (const end of [
    [10, 3],
    [9.999, 3],
    [10, 10],
    [10, 9.99],
  ] as [number, number][]) {
    assert.equal(judgeSplit([p(0, 1), p(...end)], A, SNAP).verdict, 'sound', String(end));
  }
  assert.equal(judgeSplit(line([0, 1], [9.5, 3]), A, SNAP).verdict, 'open');
});

test('a line runs in and out: all that it cuts off is told', () => {
  const zigzag = judgeSplit(line([3, -1], [3, 2], [5, 2], [5, -1], [7, -1], [7, 11]), A, SNAP);
  assert.deepEqual(sizes(zigzag), [
    ['A', 66],
    [null, 30],
    [null, 4],
  ]);
});

test('a line through a hole needs both sides of it', () => {
  assert.equal(judgeSplit(line([-1, 6], [5, 6]), RING, SNAP).verdict, 'open');
  const through = judgeSplit(line([-1, 6], [13, 6]), RING, SNAP);
  assert.deepEqual(sizes(through), [
    ['R', 64],
    [null, 64],
  ]);
  const beside = judgeSplit(line([-1, 2], [13, 2]), RING, SNAP);
  assert.deepEqual(
    sizes(beside),
    [
      ['R', 104],
      [null, 24],
    ],
    'the hole goes with its part',
  );
});

test('a line may close around ground inside, but not cross itself', () => {
  const loop = judgeSplit(line([2, 2], [4, 2], [4, 4], [2, 4], [2, 2]), A, SNAP);
  assert.deepEqual(sizes(loop), [
    ['A', 96],
    [null, 4],
  ]);
  const crossed = judgeSplit(line([-1, 5], [8, 5], [8, 8], [4, 2]), A, SNAP);
  assert.deepEqual([crossed.verdict, crossed.reason], ['wrong', 'crosses']);
  assert.equal(crossesItself(line([0, 0], [4, 0], [2, 0])), true, 'it runs back on itself');
  assert.equal(crossesItself(line([0, 0], [4, 0], [4, 4], [2, 0])), true, 'it ends on itself');
  assert.equal(crossesItself(line([0, 0], [4, 0], [4, 4], [0, 0])), false, 'it ends where it began');
});

test('over no unit a line does nothing yet', () => {
  assert.deepEqual([judgeSplit(line([-5, -5], [-3, -3]), null, SNAP).reason], ['outside']);
});

test('a new border takes ground from the one side and gives it to the other', () => {
  const open = judgeReshape(line([2, 10], [5, 4]), [A, C], SNAP);
  assert.deepEqual([open.verdict, open.reason], ['open', 'border']);
  const bay = judgeReshape(line([2, 10], [5, 4], [8, 10]), [A, C], SNAP);
  assert.equal(bay.verdict, 'sound');
  assert.deepEqual(sizes(bay), [
    ['A', 82],
    ['C', 118],
  ]);
  const wave = judgeReshape(line([0, 10], [3, 13], [5, 10], [7, 7], [10, 10]), [A, C], SNAP);
  assert.deepEqual(sizes(wave), [
    ['A', 100],
    ['C', 100],
  ]);
});

test('a line across one of two units moves their border there', () => {
  const moved = judgeReshape(line([-1, 6], [11, 6]), [A, C], SNAP);
  assert.deepEqual(sizes(moved), [
    ['A', 60],
    ['C', 140],
  ]);
});

test('a vertex of one unit in the middle of an edge of the other does not disturb', () => {
  const low = unit('L', [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ]);
  const high = unit('H', [
    [0, 10],
    [5, 10],
    [10, 10],
    [10, 20],
    [0, 20],
  ]);
  assert.deepEqual(sizes(judgeReshape(line([2, 10], [5, 4], [8, 10]), [low, high], SNAP)), [
    ['L', 82],
    ['H', 118],
  ]);
});

test('a new border needs two units and may not take all of one, or cut it in two', () => {
  assert.equal(judgeReshape(line([2, 2], [3, 3]), null, SNAP).reason, 'oneSide');
  const pin = unit('P', [
    [4, 10],
    [6, 10],
    [6, 12],
    [4, 12],
  ]);
  const under = unit('U', [
    [0, 0],
    [10, 0],
    [10, 10],
    [6, 10],
    [4, 10],
    [0, 10],
  ]);
  const gone = judgeReshape(line([4, 10], [4, 12], [6, 12], [6, 10]), [pin, under], SNAP);
  assert.notEqual(gone.verdict, 'sound');
  const waist = judgeReshape(line([4, 10], [4, 0], [6, 0], [6, 10]), [under, pin], SNAP);
  assert.deepEqual([waist.verdict, waist.reason, waist.units, waist.n], ['wrong', 'apart', ['U'], 2]);
});

test('drawn ground goes over from all who have some of it', () => {
  const ring = line([8, 2], [12, 2], [12, 4], [8, 4]);
  const gained = judgeTransfer(ring, A, CITY, SNAP);
  assert.deepEqual(sizes(gained), [
    ['A', 104],
    ['B', 96],
  ]);
  assert.deepEqual([gained.verdict, gained.n], ['sound', 1]);
  assert.deepEqual(judgeTransfer([...ring].reverse(), A, CITY, SNAP), gained, 'whichever way round');
  const corner = judgeTransfer(line([8, 8], [12, 8], [12, 12], [8, 12]), A, CITY, SNAP);
  assert.deepEqual(sizes(corner), [
    ['A', 112],
    ['B', 96],
    ['C', 96],
    ['D', 96],
  ]);
});

test('ground that would leave a unit in pieces, or nothing of it, is refused before the server is asked', () => {
  assert.equal(judgeTransfer(line([1, 1], [4, 1], [4, 4]), A, CITY, SNAP).reason, 'nothing', 'its own ground');
  const all = judgeTransfer(line([10, -1], [21, -1], [21, 11], [10, 11]), A, [A, B], SNAP);
  assert.deepEqual([all.reason, all.units], ['vanishes', ['B']]);
  const far = judgeTransfer(line([15, 2], [17, 2], [17, 4], [15, 4]), A, CITY, SNAP);
  assert.deepEqual([far.reason, far.units, far.n], ['apart', ['A'], 2]);
  const through = judgeTransfer(line([9, 4], [21, 4], [21, 6], [9, 6]), A, CITY, SNAP);
  assert.deepEqual([through.reason, through.units], ['apart', ['B']]);
});

test('an area is not finished while its closing edge crosses it', () => {
  assert.deepEqual(judgeTransfer(line([8, 2], [12, 2], [12, 8], [10, 1]), A, CITY, SNAP).reason, 'crosses');
  const bent = judgeTransfer(line([8, 2], [12, 2], [12, 4], [9, 1.5]), A, CITY, SNAP);
  assert.equal(bent.verdict, 'wrong');
  const open = judgeTransfer(line([8, 2], [12, 2], [12, 6], [10, 6], [10, 3], [11, 3], [11, 5]), A, CITY, SNAP);
  assert.deepEqual([open.verdict, open.reason], ['open', 'closing']);
  assert.equal(judgeTransfer(line([8, 2], [12, 2]), A, CITY, SNAP).reason, 'closing');
});

test('a new unit is what nobody has of the ground drawn', () => {
  assert.deepEqual(sizes(judgeAdd(line([19, 2], [25, 2], [25, 4], [19, 4]), CITY, SNAP)), [[null, 10]]);
  assert.equal(judgeAdd(line([2, 2], [6, 2], [6, 6]), CITY, SNAP).reason, 'covered');
  const both = judgeAdd(line([-2, 4], [22, 4], [22, 6], [-2, 6]), CITY, SNAP);
  assert.deepEqual([both.reason, both.n], ['addsApart', 2]);
  const lake = judgeAdd(line([2, 2], [10, 2], [10, 10], [2, 10]), [RING], SNAP);
  assert.deepEqual(sizes(lake), [[null, 16]]);
});

/** Random numbers in [0, 1), the same each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

test('the parts of a split fill the unit, and no way leads from one to another but across the line', () => {
  const next = random(7);
  let sound = 0;
  for (let round = 0; round < 300; round++) {
    const drawn = Array.from({ length: 2 + Math.floor(next() * 4) }, () => p(next() * 16 - 2, next() * 16 - 2));
    const { verdict, shapes } = judgeSplit(drawn, RING, SNAP);
    if (verdict !== 'sound') continue;
    sound++;
    const whole = squareMetres({
      type: 'Polygon',
      coordinates: RING.polygons[0]?.map((ring) => [...ring, ring[0]!].map(toPosition)) ?? [],
    });
    const sum = shapes.reduce((total, { geometry }) => total + squareMetres(geometry), 0);
    assert.ok(Math.abs(sum / whole - 1) < 1e-4, `${sum / whole} ${JSON.stringify(drawn)}`);
    const partAt = ({ x, y }: LatticePoint): number[] =>
      shapes.flatMap(({ geometry }, i) => (contains(geometry, x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE) ? [i] : []));
    for (let k = 0; k < 40; k++) {
      const [from, to] = [p(next() * 12, next() * 12), p(next() * 12, next() * 12)];
      if (near(drawn, from) || near(drawn, to) || inLake(from) || inLake(to) || acrossLake(from, to)) continue;
      assert.equal(partAt(from).length, 1);
      if (!drawn.slice(1).some((b, i) => segmentsMeet(from, to, drawn[i]!, b))) {
        assert.deepEqual(partAt(from), partAt(to), JSON.stringify({ drawn, from, to }));
      }
    }
  }
  assert.ok(sound > 50, String(sound));
});

const inLake = ({ x, y }: LatticePoint): boolean => x > 3.9 * FIELD && x < 8.1 * FIELD && y > 3.9 * FIELD && y < 8.1 * FIELD;

function acrossLake(from: LatticePoint, to: LatticePoint): boolean {
  const shore = line([3.9, 3.9], [8.1, 3.9], [8.1, 8.1], [3.9, 8.1], [3.9, 3.9]);
  return shore.slice(1).some((b, i) => segmentsMeet(from, to, shore[i]!, b));
}

/** Whether a place is so near to a line that rounding may put it on either side. */
function near(drawn: readonly LatticePoint[], { x, y }: LatticePoint): boolean {
  const around = [
    p(x / FIELD - 0.05, y / FIELD - 0.05),
    p(x / FIELD + 0.05, y / FIELD + 0.05),
    p(x / FIELD + 0.05, y / FIELD - 0.05),
    p(x / FIELD - 0.05, y / FIELD + 0.05),
  ];
  return drawn.slice(1).some((b, i) => {
    const a = drawn[i]!;
    const sides = around.map((corner) => orientation(a, b, corner));
    return !sides.every((side) => side === sides[0]);
  });
}
