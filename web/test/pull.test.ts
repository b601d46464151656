// Corners that follow the one that is dragged.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextRadius } from '../src/model/radii';
import { outlineOf } from '../src/model/outlines';
import { STEPS_PER_DEGREE } from '../src/model/lattice';
import { Pull } from '../src/model/pull';

/** Metres of a step at the equator, eastward and northward: as a step of a metre there. */
const STEP = 110574.3 / STEPS_PER_DEGREE;

const ring = (...points: [number, number][]): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: [[...points, points[0]!].map(([x, y]) => [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE])],
});

/** Two areas with a border along x = 1000 that has a corner every 100 steps. */
const border: [number, number][] = Array.from({ length: 11 }, (_, i) => [1000, 100 * i]);
const both = [outlineOf('A', ring([0, 0], ...border, [0, 1000])), outlineOf('B', ring([2000, 0], [2000, 1000], ...[...border].reverse()))];

void test('those within the radius along borders follow by (1 − (d/r)²)², in all areas that have them', () => {
  const pull = new Pull(both, { x: 1000, y: 500 }, 350 * STEP);
  assert.equal(pull.count, 6);
  const shapes = pull.shapes({ x: 1400, y: 500 });
  assert.deepEqual([...shapes.keys()], ['A', 'B']);
  for (const shape of shapes.values()) {
    const points = (shape as GeoJSON.MultiPolygon).coordinates
      .flat(2)
      .map(([x = 0, y = 0]) => `${Math.round(x * 1e7)} ${Math.round(y * 1e7)}`);
    for (const expected of ['1400 500', '1337 400', '1337 600', '1181 300', '1028 200', '1000 100', '1000 900']) {
      assert.ok(points.includes(expected), `${expected} in ${points.join(', ')}`);
    }
  }
});

void test('a radius that reaches nobody moves the corner alone', () => {
  const pull = new Pull(both, { x: 1000, y: 500 }, 50 * STEP);
  assert.equal(pull.count, 0);
  assert.deepEqual(pull.corners({ x: 1100, y: 510 }), [{ x: 1100, y: 510 }]);
});

void test('the radius goes up and down in steps, and ends', () => {
  assert.deepEqual([nextRadius(0, true), nextRadius(25, false), nextRadius(0, false), nextRadius(800, true)], [25, 0, 0, 800]);
});
