import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Geometry } from 'geojson';
import { bandOf, bandsOf, deviation, endsFor, loadOf } from '../src/model/balance';
import { barsOf, placeOf } from '../src/model/histogram';
import { insideTriangle, orientation, segmentsMeet, toLattice, toPosition, twiceArea, type LatticePoint } from '../src/model/lattice';
import { outlineOf, outlineOfLine, squareMetres, type Outline } from '../src/model/outlines';
import { PendingEdits, type Shelf } from '../src/model/pending';
import { PointIndex } from '../src/model/pointIndex';
import { snapTo } from '../src/model/snapping';
import { VertexMove } from '../src/model/vertexMove';
import { borderUnits, unitsUnder } from '../src/model/alongLine';

const p = (x: number, y: number): LatticePoint => ({ x, y });

/** A unit of one ring, given in whole steps of the lattice. */
function unit(code: string, ...corners: [number, number][]): Outline {
  const ring = [...corners, corners[0]!].map(([x, y]) => toPosition(p(x, y)));
  return outlineOf(code, { type: 'Polygon', coordinates: [ring] });
}

/**
 * Four squares around (10, 10), and E by itself in the north-east.
 *
 *     C C D D
 *     C C D D
 *     A A B B
 *     A A B B
 */
const A = unit('A', [0, 0], [10, 0], [10, 10], [0, 10]);
const B = unit('B', [10, 0], [20, 0], [20, 10], [10, 10]);
const C = unit('C', [0, 10], [10, 10], [10, 20], [0, 20]);
const D = unit('D', [10, 10], [20, 10], [20, 20], [10, 20]);
const E = unit('E', [22, 22], [23, 22], [23, 23], [22, 23]);
const CITY = [A, B, C, D, E];

test('positions go to the lattice and back unharmed', () => {
  for (const position of [
    [114.3000001, 30.6],
    [-87.6278, 41.8812],
    [0.0000001, -0.0000001],
  ]) {
    assert.deepEqual(toPosition(toLattice(position)), position);
  }
});

test('the side of a line is exact where doubles are not', () => {
  const far = 899_999_999;
  assert.equal(orientation(p(0, 0), p(far, far - 1), p(far - 1, far - 2)), -1);
  assert.equal(orientation(p(0, 0), p(far - 1, far - 2), p(far, far - 1)), 1);
  assert.equal(orientation(p(-far, -far), p(far, far), p(1, 1)), 0);
});

test('segments meet also where they only touch', () => {
  assert.equal(segmentsMeet(p(0, 0), p(4, 4), p(0, 4), p(4, 0)), true);
  assert.equal(segmentsMeet(p(0, 0), p(4, 0), p(2, 0), p(2, 3)), true);
  assert.equal(segmentsMeet(p(0, 0), p(4, 0), p(5, 0), p(7, 0)), false);
  assert.equal(segmentsMeet(p(0, 0), p(4, 0), p(0, 1), p(4, 1)), false);
  assert.equal(insideTriangle(p(1, 1), p(0, 0), p(0, 4), p(4, 0)), true);
  assert.equal(insideTriangle(p(2, 2), p(0, 0), p(0, 4), p(4, 0)), false, 'on the edge');
  assert.equal(twiceArea([p(0, 0), p(10, 0), p(10, 10), p(0, 10)]), 200n);
});

test('all units that share a corner follow it', () => {
  const move = new VertexMove(CITY, p(10, 10));
  assert.deepEqual([...move.touched].sort(), ['A', 'B', 'C', 'D']);
  assert.equal(move.fault(p(13, 8)), null);
  const shapes = move.shapes(p(13, 8));
  assert.deepEqual([...shapes.keys()].sort(), ['A', 'B', 'C', 'D']);
  for (const geometry of shapes.values()) assert.ok(JSON.stringify(geometry).includes(JSON.stringify(toPosition(p(13, 8)))));
  assert.deepEqual(new VertexMove(CITY, p(10, 0)).touched, ['A', 'B']);
  assert.deepEqual(new VertexMove(CITY, p(5, 5)).touched, []);
});

test('a corner may not go where borders would cross, vanish or fold', () => {
  const middle = new VertexMove(CITY, p(10, 10));
  assert.equal(middle.fault(p(25, 10)), 'crosses', 'beyond the far edge of the east');
  assert.equal(middle.fault(p(20, 10)), 'vanishes', 'on the next corner');
  assert.equal(middle.fault(p(10, -3)), 'crosses');
  assert.equal(middle.fault(p(20, 20)), 'vanishes', 'D would have no ground left');
  assert.equal(middle.fault(p(20, 15)), 'crosses', 'on the far edge of a unit that follows');
  const edge = new VertexMove(CITY, p(10, 0));
  assert.equal(edge.fault(p(10, 12)), 'crosses');
  assert.equal(edge.fault(p(10, -5)), null, 'outwards there is room');
});

test('a ring may not turn over, nor run over a unit that lies by itself', () => {
  const lone = [unit('X', [0, 0], [10, 0], [10, 10], [0, 10])];
  assert.equal(new VertexMove(lone, p(10, 10)).fault(p(-5, -5)), 'flips');
  const arrow = [unit('V', [0, 0], [10, -6], [20, 0], [10, 20])];
  assert.equal(new VertexMove(arrow, p(10, -6)).fault(p(10, 20)), 'vanishes');
  const five = [unit('P', [0, 0], [20, 0], [20, 20], [10, 20], [0, 20])];
  assert.equal(new VertexMove(five, p(0, 0)).fault(p(10, 20)), 'touches');
  const triangle = [unit('T', [0, 0], [10, 0], [5, 10])];
  assert.equal(new VertexMove(triangle, p(5, 10)).fault(p(5, -10)), 'flips');
  assert.equal(new VertexMove(triangle, p(5, 10)).fault(p(5, 0)), 'vanishes');
  const wide = [unit('T', [0, 0], [10, 0], [10, 10], [0, 10]), unit('Y', [12, 11], [13, 11], [13, 12], [12, 12])];
  assert.equal(new VertexMove(wide, p(10, 10)).fault(p(20, 20)), 'swallows');
});

test('a corner may close a gap: it lands on the corner of a unit that does not follow', () => {
  const apart = [unit('L', [0, 0], [10, 0], [9, 10], [0, 10]), unit('R', [10, 0], [20, 0], [20, 10], [10, 10])];
  const move = new VertexMove(apart, p(9, 10));
  assert.deepEqual(move.touched, ['L']);
  assert.equal(move.fault(p(10, 10)), null);
  assert.equal(move.fault(p(15, 5)), 'crosses');
});

test('a plan with faults can be edited: what crossed before does not count', () => {
  const over = [unit('L', [0, 0], [12, 0], [12, 10], [0, 10]), unit('R', [10, 2], [20, 2], [20, 8], [10, 8])];
  const move = new VertexMove(over, p(12, 10));
  assert.equal(move.fault(p(12, 11)), null);
});

/** The rule itself, by brute force: all rings simple, apart, and as they were turned. */
function stands(units: readonly Outline[]): boolean {
  const edges = units.flatMap(({ code, polygons }) =>
    polygons.flat().flatMap((ring) => ring.map((a, i) => ({ code, a, b: ring[(i + 1) % ring.length]! }))),
  );
  const meet = (a: LatticePoint, b: LatticePoint): boolean => a.x === b.x && a.y === b.y;
  for (const { polygons } of units) for (const ring of polygons.flat()) if (twiceArea(ring) <= 0n) return false;
  return edges.every((e, i) =>
    edges.slice(i + 1).every((f) => {
      if (meet(e.a, e.b)) return false;
      if ((meet(e.a, f.b) && meet(e.b, f.a)) || (meet(e.a, f.a) && meet(e.b, f.b))) return e.code !== f.code;
      const shared = [e.a, e.b].filter((end) => meet(end, f.a) || meet(end, f.b));
      if (shared.length === 0) return !segmentsMeet(e.a, e.b, f.a, f.b);
      const at = shared[0]!;
      const [far, other] = [meet(e.a, at) ? e.b : e.a, meet(f.a, at) ? f.b : f.a];
      const along = (far.x - at.x) * (other.x - at.x) + (far.y - at.y) * (other.y - at.y);
      return orientation(at, far, other) !== 0 || along < 0;
    }),
  );
}

test('the check agrees with the rule itself on every place around a corner', () => {
  const square = [A, B, C, D];
  for (const from of [p(10, 10), p(10, 0), p(20, 10), p(0, 0)]) {
    const move = new VertexMove(square, from);
    for (let x = -4; x <= 26; x++) {
      for (let y = -4; y <= 26; y++) {
        const shapes = move.shapes(p(x, y));
        const after = square.map((one) => {
          const geometry = shapes.get(one.code);
          return geometry ? outlineOf(one.code, geometry) : one;
        });
        assert.equal(move.fault(p(x, y)) === null, stands(after), `${from.x} ${from.y} to ${x} ${y}`);
      }
    }
  }
});

test('drawing snaps to a corner before an edge, and to nothing out of reach', () => {
  const reach = { x: 3, y: 3 };
  assert.deepEqual(snapTo(CITY, p(11, 9), reach)?.point, p(10, 10));
  const side = snapTo(CITY, p(5, 1), reach);
  assert.deepEqual([side?.to, side?.point], ['edge', p(5, 0)]);
  assert.equal(snapTo(CITY, p(5, 5), reach), null);
  assert.equal(snapTo([A], p(10, 10), { x: 1, y: 1 }, p(10, 10)), null, 'the corner that moves is left out');
});

test('snapping to a street takes its corners and edges, and nothing joins its ends', () => {
  const street = outlineOfLine([p(0, 0), p(100, 0), p(100, 100)].map(toPosition));
  const reach = { x: 4, y: 4 };
  assert.deepEqual(snapTo([street], p(98, 3), reach)?.point, p(100, 0));
  assert.deepEqual(snapTo([street], p(50, 2), reach)?.point, p(50, 0));
  assert.deepEqual(snapTo([street], p(101, 99), reach)?.point, p(100, 100));
  assert.equal(snapTo([street], p(50, 50), reach), null);
});

test('a line runs over the units it is drawn through, the most of it first', () => {
  const codeAt = (lon: number): string | null => (lon < 0.00001 ? 'west' : lon < 0.00004 ? 'east' : null);
  assert.deepEqual(unitsUnder([p(-200, 0), p(350, 0), p(900, 0)], codeAt), ['east', 'west']);
  assert.deepEqual(unitsUnder([p(0, 0)], codeAt), []);
});

test('a redrawn border is that of the unit drawn through and of the one at both ends', () => {
  const codeAt = (lon: number, lat: number): string | null =>
    CITY.find(({ box: [w, s, e, n] }) => {
      const { x, y } = toLattice([lon, lat]);
      return x >= w && x <= e && y >= s && y <= n;
    })?.code ?? null;
  const reach = { x: 1, y: 1 };
  assert.deepEqual(borderUnits([p(2, 10), p(5, 4), p(8, 10)], CITY, reach, codeAt), ['A', 'C']);
  assert.deepEqual(borderUnits([p(10, 2), p(14, 5), p(10, 8)], CITY, reach, codeAt), ['B', 'A']);
  assert.equal(borderUnits([p(3, 3), p(5, 5)], CITY, reach, codeAt), null);
});

test('points in a shape are counted without looking at all of them', () => {
  const lon = Array.from({ length: 400 }, (_, i) => (i % 20) + 0.5);
  const lat = Array.from({ length: 400 }, (_, i) => Math.floor(i / 20) + 0.5);
  const index = new PointIndex(lon, lat);
  const bent: Geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [9, 0],
        [9, 2],
        [2, 2],
        [2, 9],
        [0, 9],
        [0, 0],
      ],
    ],
  };
  assert.equal(index.inside(bent).length, 9 * 2 + 2 * 7);
  assert.deepEqual(new PointIndex([], []).inside(bent), []);
  const load = loadOf(bent, { addresses: index, incidents: null, households: lon.map(() => 2) });
  assert.deepEqual([load.addresses, load.households, load.incidents], [32, 64, null]);
});

test('areas are those of the ellipsoid, to a few parts in 100,000', () => {
  // One hundredth of a degree at 30.5° north, after the series of the WGS 84 ellipsoid: 959.57 m by 1108.55 m.
  const box: Geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [114, 30.495],
        [114.01, 30.495],
        [114.01, 30.505],
        [114, 30.505],
        [114, 30.495],
      ],
    ],
  };
  const expected = 1_063_750;
  assert.ok(Math.abs(squareMetres(box) / expected - 1) < 3e-3, String(squareMetres(box)));
});

test('balance is told as the distance from the mean', () => {
  assert.equal(deviation(240, 200), 0.19999999999999996);
  assert.equal(deviation(null, 200), null);
  assert.equal(deviation(3, 0), null);
  assert.deepEqual(
    bandsOf([-0.9, -0.3, 0, 0.1, 0.3, 4].map((part) => bandOf(part))).map(({ size }) => size),
    [1, 1, 2, 1, 1],
  );
});

test('what is tolerated is pale, to the very edge', () => {
  const ends = endsFor(0.1);
  assert.equal(bandOf(0.1, ends, false), 2);
  assert.equal(bandOf(0.1, ends, true), 3);
  assert.equal(bandOf(-0.1, ends, true), 1);
  assert.equal(bandOf(-0.3, ends, true), 0);
});

test('bars stand where their deviations do', () => {
  const ranges = [
    { from: null, to: -0.1, units: 1 },
    { from: -0.1, to: 0, units: 4 },
    { from: 0, to: 0.1, units: 2 },
  ];
  assert.deepEqual(
    barsOf(ranges).map(({ height, middle }) => [height, +middle.toFixed(3)]),
    [
      [0.25, -0.15],
      [1, -0.05],
      [0.5, 0.05],
    ],
  );
  assert.equal(placeOf(-9, ranges), 0);
  assert.ok(Math.abs((placeOf(0, ranges) ?? 0) - 2 / 3) < 1e-12);
  assert.equal(placeOf(0, []), null);
});

test('an edit that was not confirmed is there again after a reload', () => {
  const kept = new Map<string, string>();
  const shelf: Shelf = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
  const before = new PendingEdits(shelf, 7);
  before.add({ id: 'x', version: 3, edit: { type: 'merge', units: ['A', 'B'] } });
  before.add({ id: 'y', version: 3, edit: { type: 'retire', unit: 'C' } });
  const after = new PendingEdits(shelf, 7);
  assert.deepEqual(after.all, before.all);
  assert.deepEqual(new PendingEdits(shelf, 8).all, []);
  after.drop();
  after.rebase(9);
  assert.deepEqual(after.first, { id: 'y', version: 9, edit: { type: 'retire', unit: 'C' } });
  after.drop();
  assert.equal(kept.size, 0);
  kept.set('gridwright.pending.7', '{"broken"');
  assert.deepEqual(new PendingEdits(shelf, 7).all, []);
  const forbidden: Shelf = {
    getItem: () => {
      throw new Error();
    },
    setItem: () => {
      throw new Error();
    },
    removeItem: () => undefined,
  };
  const inMemory = new PendingEdits(forbidden, 7);
  inMemory.add({ id: 'z', version: 1, edit: { type: 'remove-vertex', at: [1, 2] } });
  assert.equal(inMemory.all.length, 1);
});
