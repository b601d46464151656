import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenAfter, codeAround, longestNeighbour, neighboursOf, type Chosen } from '../src/model/lasso';
import { toPosition } from '../src/model/lattice';
import { outlineOf, type Outline } from '../src/model/outlines';

function unit(code: string, ...corners: [number, number][]): Outline {
  const ring = [...corners, corners[0]!].map(([x, y]) => toPosition({ x, y }));
  return outlineOf(code, { type: 'Polygon', coordinates: [ring] });
}

/**
 *     C C D
 *     A A B
 */
const A = unit('A', [0, 0], [20, 0], [20, 10], [0, 10]);
const B = unit('B', [20, 0], [30, 0], [30, 10], [20, 10]);
const C = unit('C', [0, 10], [20, 10], [20, 20], [0, 20]);
const D = unit('D', [20, 10], [30, 10], [30, 20], [20, 20]);
const CITY = [A, B, C, D];

const place = (x: number, y: number, chosen: boolean): { at: { x: number; y: number }; chosen: boolean } => ({ at: { x, y }, chosen });
const named = (id: string): Chosen => ({ id, at: { x: 0, y: 0 } });

test('a loop makes a new choice, adds to it, or takes off it', () => {
  const [a, b, c] = [named('a'), named('b'), named('c')] as [Chosen, Chosen, Chosen];
  assert.deepEqual(chosenAfter([a], [b], 'new'), [b]);
  assert.deepEqual(chosenAfter([a, b], [b, c], 'add'), [a, b, c]);
  assert.deepEqual(chosenAfter([a, b], [b, c], 'remove'), [a]);
});

test('the receiver is who shares the longest border with the ground of the chosen places', () => {
  const east = [{ outline: A, places: [place(4, 5, false), place(17, 3, true)] }];
  assert.equal(longestNeighbour(east, CITY), 'B');
  const north = [{ outline: A, places: [place(4, 2, false), place(10, 8, true)] }];
  assert.equal(longestNeighbour(north, CITY), 'C');
  assert.equal(longestNeighbour([{ outline: A, places: [place(4, 2, false)] }], CITY), null);
});

test('a unit that gives does not receive, and neighbours come by the length of the border', () => {
  const both = [
    { outline: A, places: [place(17, 3, true)] },
    { outline: B, places: [place(23, 3, true)] },
  ];
  assert.equal(longestNeighbour(both, CITY), 'C');
  assert.deepEqual(neighboursOf(new Set(['A']), CITY), ['C', 'B']);
});

test('who lies around an outline is looked for just outside of it', () => {
  const square = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ],
    ],
  };
  const codeAt = (lon: number, lat: number): string | null => (lon > 1 ? 'E' : lat > 1 ? 'N' : null);
  assert.equal(codeAround(square, 1, codeAt), 'E');
  assert.equal(
    codeAround(square, 1, () => null),
    null,
  );
});
