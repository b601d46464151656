import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Geometry } from 'geojson';
import { methodQuestionOf } from '../src/modes/hotspots/methods';
import { shapeAt } from '../src/model/shapeAt';
import { INITIAL } from '../src/model/state';
import { chosen, testOf, testText, USUAL_TEST } from '../src/model/testChoice';

function box(west: number, south: number, east: number, north: number): [number, number][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

test('the shape that holds a place is found, in no hole of another', () => {
  const ring: Geometry = { type: 'Polygon', coordinates: [box(0, 0, 3, 3), box(1, 1, 2, 2)] };
  const core: Geometry = { type: 'MultiPolygon', coordinates: [[box(1, 1, 2, 2)], [box(5, 0, 6, 1)]] };
  const shapes = [
    { geometry: ring, name: 'ring' },
    { geometry: core, name: 'core' },
  ];
  assert.equal(shapeAt(shapes, 0.5, 1.5)?.name, 'ring');
  assert.equal(shapeAt(shapes, 1.5, 1.5)?.name, 'core');
  assert.equal(shapeAt(shapes, 5.5, 0.5)?.name, 'core');
  assert.equal(shapeAt(shapes, 4, 0.5), null);
});

test('methods that are about no areas ask for none, and a score is of the period that was chosen', () => {
  for (const claim of ['near-repeat', 'rhythm', 'density'] as const)
    assert.equal(methodQuestionOf(claim, INITIAL, 'beats', 'grid')?.level, undefined);
  assert.equal(methodQuestionOf('repeat', INITIAL, 'beats', 'hex:500')?.level, 'hex:500');
  assert.equal(methodQuestionOf('score', INITIAL, 'beats', 'grid'), null);
  const asked = methodQuestionOf('score', { ...INITIAL, from: '2024-07-01', to: '2024-07-31' }, 'beats', 'grid');
  assert.equal(asked?.testFrom, '2024-07-01');
  assert.equal(asked.testTo, '2024-08-01');
  assert.equal(asked.from, undefined);
});

test('an earlier period of its own is asked for as it was chosen, and stays in the address', () => {
  const given = chosen(USUAL_TEST, 'earlier', 'given');
  const state = { ...INITIAL, from: '2024-07-01', to: '2024-07-31' };
  assert.equal(methodQuestionOf('change', { ...state, test: given }, 'beats', 'grid'), null);
  const whole = chosen(chosen(given, 'beforeFrom', '2023-01-01'), 'beforeTo', '2023-03-31');
  assert.deepEqual(testOf(testText(whole)), whole);
  const asked = methodQuestionOf('change', { ...state, test: whole }, 'beats', 'grid');
  assert.equal(asked?.beforeFrom, '2023-01-01');
  assert.equal(asked.beforeTo, '2023-04-01');
});
