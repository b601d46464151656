import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CornerDrag, passedCorners } from '../src/model/cornerDrag';
import { outlineOf, type Outline } from '../src/model/outlines';
import { toPosition, type LatticePoint } from '../src/model/lattice';

const at = (x: number, y: number): LatticePoint => ({ x, y });
const unit = (code: string, ring: readonly LatticePoint[]): Outline =>
  outlineOf(code, { type: 'Polygon', coordinates: [[...ring, ring[0]!].map(toPosition)] });

/** Two squares above each other; their border has a corner every 15 steps. */
const BORDER = Array.from({ length: 11 }, (_, i) => at(15 * i, 0));
const UNITS = [unit('A', [...BORDER, at(150, 100), at(0, 100)]), unit('B', [at(0, -100), at(150, -100), ...[...BORDER].reverse()])];

test('a corner that is dragged past others along its border takes them out', () => {
  const drag = new CornerDrag(UNITS, at(45, 0));
  const { fault, passed, move } = drag.at(at(81, 0));
  assert.equal(fault, null);
  assert.deepEqual(passed, [at(60, 0), at(75, 0)]);
  assert.deepEqual([...move.shapes(at(81, 0)).keys()].sort(), ['A', 'B']);
});

test('a corner that can stand by itself leaves others alone', () => {
  const { fault, passed } = new CornerDrag(UNITS, at(45, 0)).at(at(45, 36));
  assert.equal(fault, null);
  assert.deepEqual(passed, []);
});

test('where another border begins, nothing is taken out', () => {
  const three = [
    unit('A', [at(0, 0), at(15, 0), at(30, 0), at(45, 0), at(45, 50), at(0, 50)]),
    unit('B', [at(0, -50), at(30, -50), at(30, 0), at(15, 0), at(0, 0)]),
    unit('C', [at(30, -50), at(60, -50), at(60, 0), at(45, 0), at(30, 0)]),
  ];
  assert.deepEqual(passedCorners(three, at(15, 0), at(40, 0)), []);
});
