import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY_FORM, linesIn, linesNear, requestOf, toggled, type RedrawForm } from '../src/model/redrawForm';

const LEVELS = ['district', 'community', 'grid'];
const chosen: RedrawForm = { ...EMPTY_FORM, level: 'grid', units: ['A', 'B'] };

test('a redraw is asked for only when it is complete', () => {
  assert.equal(requestOf(EMPTY_FORM, LEVELS), 'units');
  assert.deepEqual(requestOf(chosen, LEVELS), {
    method: 'divide',
    units: ['A', 'B'],
    into: 4,
    balance: 'addresses',
    tolerance: 0.1,
    seed: 1,
  });
  assert.equal(requestOf({ ...chosen, into: '2.5' }, LEVELS), 'into');
  assert.equal(requestOf({ ...chosen, tolerance: '0' }, LEVELS), 'tolerance');
  assert.equal(requestOf({ ...chosen, seed: '' }, LEVELS), 'seed');
});

test('communities are divided as units of their level, and joined one at a time', () => {
  const community = { ...chosen, level: 'community', units: ['C'] };
  assert.deepEqual(requestOf(community, LEVELS), {
    method: 'divide',
    units: ['C'],
    level: 'community',
    into: 4,
    balance: 'addresses',
    tolerance: 0.1,
    seed: 1,
  });
  const joined = requestOf({ ...community, method: 'consolidate' }, LEVELS);
  assert.deepEqual(joined, {
    method: 'consolidate',
    parent: 'C',
    level: 'community',
    into: 4,
    balance: 'addresses',
    tolerance: 0.1,
    seed: 1,
  });
  assert.equal(requestOf({ ...community, method: 'consolidate', units: ['C', 'D'] }, LEVELS), 'one');
});

test('grids are joined to fewer', () => {
  assert.equal(requestOf({ ...chosen, method: 'consolidate', into: '2' }, LEVELS), 'fewer');
  const joined = requestOf(
    {
      ...chosen,
      method: 'consolidate',
      into: '1',
      streets: [
        [
          [0, 0],
          [1, 1],
        ],
      ],
    },
    LEVELS,
  );
  assert.ok(typeof joined === 'object' && !('lines' in joined), 'streets are for dividing');
});

test('cells need land, a width, and a parent where there are levels', () => {
  const cells: RedrawForm = { ...EMPTY_FORM, method: 'hexagons' };
  const area = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  };
  assert.equal(requestOf(cells, LEVELS), 'land');
  assert.equal(requestOf({ ...cells, area, cellMetres: '0' }, LEVELS), 'cell');
  assert.equal(requestOf({ ...cells, area }, LEVELS), 'parent');
  assert.deepEqual(requestOf({ ...cells, area, parent: 'C' }, LEVELS), { method: 'hexagons', area, cellMetres: 200, parent: 'C' });
  assert.deepEqual(requestOf({ ...cells, area }, ['beat']), { method: 'hexagons', area, cellMetres: 200 });
});

test('choosing a unit again lets it go, and one of another level lets all others go', () => {
  assert.deepEqual(toggled(chosen, 'A', 'grid').units, ['B']);
  assert.deepEqual(toggled(chosen, 'C', 'grid').units, ['A', 'B', 'C']);
  assert.deepEqual(toggled(chosen, 'X', 'community'), { level: 'community', units: ['X'] });
});

test('streets are read from any GeoJSON, and only those nearby are sent', () => {
  const file = {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'LineString',
          coordinates: [
            [0, 0, 5],
            [0.123456789, 0],
          ],
        },
      },
      {
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'GeometryCollection',
          geometries: [
            {
              type: 'MultiLineString',
              coordinates: [
                [
                  [9, 9],
                  [9, 8],
                ],
                [
                  [3, 3],
                  [3, 3],
                ],
              ],
            },
          ],
        },
      },
      { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [1, 1] } },
      { type: 'Feature', properties: {}, geometry: null },
    ],
  };
  const lines = linesIn(JSON.stringify(file));
  assert.deepEqual(lines, [
    [
      [0, 0],
      [0.1234568, 0],
    ],
    [
      [9, 9],
      [9, 8],
    ],
  ]);
  assert.deepEqual(linesNear(lines, [[-1, -1, 1, 1]]), [lines[0]]);
  assert.deepEqual(linesIn('{"type":"Point","coordinates":[1,2]}'), []);
  assert.throws(() => linesIn('streets'), SyntaxError);
});
