import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RAMP, classOf, quantileClasses } from '../src/model/classes';
import { marksIn, worldPoints } from '../src/model/clusters';
import { parsePosition } from '../src/model/coordinates';
import { boxAround, placeLabels, sharedNames, shortCode, type LabelText, type LabelWish } from '../src/model/labels';
import { expectedUnits, snapBounds } from '../src/model/levels';
import { fromHash, toHash } from '../src/model/permalink';
import { boundsOf, contains, labelSpot } from '../src/model/shapes';
import { INITIAL, differences, isStep, layerShown, type State } from '../src/model/state';
import { Store } from '../src/model/store';

const WUHAN: [number, number, number, number] = [114, 30, 115, 31];

test('a permalink gives back the state it was made of', () => {
  const state: State = {
    ...INITIAL,
    language: 'zh',
    workspace: 'hotspots',
    theme: 'service-grids',
    level: 'community',
    at: '2024-01-01',
    view: { zoom: 14.5, lat: 30.6, lon: 114.31 },
    unit: { level: 'beat', code: '31/00 A' },
    place: { lon: 114.3000001, lat: 30.6, text: 'Luoyu Road 1 & 珞喻路' },
    layers: { incidents: true, labels: false },
    from: '2025-01-01',
    to: '2025-02-01',
    category: 'noise',
    plan: 3,
    finding: 'overlap:A,B',
    draft: '7',
    compare: { from: 'plan:3', to: 'draft:7' },
    tab: 'history',
    findingKind: 'gap',
    by: 'hex',
    hexMetres: 1000,
    measure: 'perSquareKilometre',
    balance: 'households',
  };
  assert.deepEqual(fromHash(toHash(state)), state);
  const crosswalk: State = { ...state, compare: { from: 'plan:3', to: 'plan:9', withLevel: 'beat~1' } };
  assert.deepEqual(fromHash(toHash(crosswalk)), crosswalk);
  assert.deepEqual(fromHash(toHash(INITIAL)), INITIAL);
});

test('a broken permalink opens as far as it can be read', () => {
  const state = fromHash(
    '#/nowhere?m=99/x/1&lang=fr&place=200,1&from=yesterday&hex=7&plan=x&theme=beats&layers=-labels,magic&compare=plan:x~draft:7',
  );
  assert.deepEqual(state, { ...INITIAL, theme: 'beats', layers: { labels: false } });
  assert.equal(fromHash('#/zoning?m=//').view, null);
});

test('typed positions are read longitude first, unless letters or the city say otherwise', () => {
  assert.deepEqual(parsePosition('114.3, 30.6'), { lon: 114.3, lat: 30.6 });
  assert.deepEqual(parsePosition('  -87.62 41.88 '), { lon: -87.62, lat: 41.88 });
  assert.deepEqual(parsePosition('114.3，30.6'), { lon: 114.3, lat: 30.6 });
  assert.deepEqual(parsePosition('41.88N 87.62W'), { lon: -87.62, lat: 41.88 });
  assert.deepEqual(parsePosition('东114.3 北30.6'), { lon: 114.3, lat: 30.6 });
  assert.deepEqual(parsePosition('30.6, 114.3'), { lon: 114.3, lat: 30.6 }, 'only one order is on the earth');
  assert.deepEqual(parsePosition('41.88, -87.62', [-88, 41, -87, 42]), { lon: -87.62, lat: 41.88 });
  for (const text of ['12 Luoyu Road', '114.3', '200, 100', '30N 31S', '1, 2, 3', '']) assert.equal(parsePosition(text), null, text);
});

test('about as many units lie in a view as its part of the city has', () => {
  const level = { name: 'grid', depth: 2, units: 10_000 };
  assert.equal(expectedUnits(level, WUHAN, WUHAN), 10_000);
  assert.equal(Math.round(expectedUnits(level, WUHAN, [114.1, 30.1, 114.2, 30.2])), 100);
  assert.equal(expectedUnits(level, WUHAN, [100, 30, 101, 31]), 0);
});

test('small moves of the map ask for the same box again', () => {
  const box = snapBounds([114.31, 30.51, 114.39, 30.57]);
  assert.deepEqual(snapBounds([114.3103, 30.5103, 114.3903, 30.5703]), box);
  assert.ok(box[0] <= 114.31 && box[1] <= 30.51 && box[2] >= 114.39 && box[3] >= 30.57);
});

test('quantile classes never part equal values and leave zero out', () => {
  const shown = (values: number[]): number[][] => quantileClasses(values).map(({ from, to, size }) => [from, to, size]);
  const classes = quantileClasses([0, 1, 1, 1, 1, 2, 9]);
  assert.deepEqual(shown([0, 1, 1, 1, 1, 2, 9]), [
    [1, 1, 4],
    [2, 2, 1],
    [9, 9, 1],
  ]);
  assert.deepEqual(shown([1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 99]), [
    [1, 1, 6],
    [2, 3, 2],
    [4, 5, 2],
    [6, 6, 1],
    [99, 99, 1],
  ]);
  assert.equal(classOf(classes, 0), null);
  assert.equal(classOf(classes, null), null);
  assert.equal(classOf(classes, 2)?.from, 2);
  assert.equal(classes[2]?.colour, RAMP[RAMP.length - 1]);
  assert.deepEqual(quantileClasses([0, 0]), []);
});

test('every value has a class, whatever the values', () => {
  let seed = 7;
  const next = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 200; round++) {
    const values = Array.from({ length: 1 + Math.floor(next() * 40) }, () => Math.floor(next() * 12));
    const classes = quantileClasses(values);
    for (const value of values) {
      const found = classOf(classes, value);
      assert.equal(found === null, value === 0);
      if (found) assert.ok(found.from <= value && value <= found.to, `${value} in ${JSON.stringify(classes)}`);
    }
    assert.equal(
      classes.reduce((sum, { size }) => sum + size, 0),
      values.filter((value) => value > 0).length,
    );
  }
});

test('crowded points become one mark that counts them, and none is lost', () => {
  const points = worldPoints([0, 0.0001, 10], [0, 0, 0], [0, 1, 0]);
  const view = { left: 2000, top: 2000, width: 256, height: 256, world: 4096 };
  assert.deepEqual(
    marksIn(points, view, 64)
      .map(({ count }) => count)
      .sort(),
    [1, 2],
  );
  assert.equal(marksIn(points, view, 0).length, 3);
  assert.equal(marksIn(points, view, 64, 1).length, 1);
  assert.deepEqual(marksIn(points, { ...view, left: 10_000 }, 64), []);
});

test('what a tile has counted already counts as much as it stands for', () => {
  const points = { ...worldPoints([0, 0.0001, 10], [0, 0, 0], [1, 0, 1]), count: Uint32Array.of(3, 1, 40) };
  const view = { left: 2000, top: 2000, width: 256, height: 256, world: 4096 };
  const marks = marksIn(points, view, 64).sort((a, b) => a.count - b.count);
  assert.deepEqual(
    marks.map(({ count, least }) => [count, least]),
    [
      [4, 0],
      [40, 1],
    ],
  );
  const [first, second] = marksIn(points, view, 0);
  assert.ok(Math.abs(marks[0]!.x - (first!.x * 3 + second!.x) / 4) < 1e-9, 'the middle leans to where more are');
});

test('marks keep their points while the map is panned', () => {
  const lon = Array.from({ length: 500 }, (_, i) => ((i * 37) % 101) / 100);
  const lat = Array.from({ length: 500 }, (_, i) => ((i * 53) % 97) / 100);
  const points = worldPoints(
    lon,
    lat,
    lon.map(() => 0),
  );
  const world = 256 * 2 ** 9;
  const at = (left: number): string[] =>
    marksIn(points, { left, top: 65_000, width: 1200, height: 900, world }, 64)
      .map(({ x, y, count }) => `${(x + left).toFixed(3)} ${y.toFixed(3)} ${count}`)
      .sort();
  assert.deepEqual(at(65_400), at(65_413));
});

test('labels do not touch, and fall back to the shorter text', () => {
  const text = (line: string, width: number): LabelText => ({ lines: [line], width });
  const texts = [text('Long name', 60), text('7', 10)];
  const placed = placeLabels(
    [
      { key: 'a', x: 0, y: 0, room: 80, texts },
      { key: 'b', x: 50, y: 0, room: 70, texts },
      { key: 'c', x: 0, y: 30, room: 20, texts },
      { key: 'd', x: 0, y: 60, room: 4, texts },
    ],
    14,
  );
  assert.deepEqual(
    placed.map(({ key, lines }) => `${key} ${lines.join()}`),
    ['a Long name', 'b 7', 'c 7'],
  );
  const aside = placeLabels([{ key: 'a', x: 0, y: 0, room: 80, texts }], 14, [boxAround({ x: 20, y: 0, radius: 10 })]);
  assert.deepEqual(
    aside.map(({ lines }) => lines),
    [['7']],
  );
});

test('two lines take twice the height', () => {
  const wish = (key: string, y: number, lines: string[]): LabelWish => ({ key, x: 0, y, room: 90, texts: [{ lines, width: 40 }] });
  const placed = placeLabels([wish('a', 0, ['Grid 3', 'Hehu Community']), wish('b', 20, ['Grid 3']), wish('c', 27, ['Grid 3'])], 14);
  assert.deepEqual(
    placed.map(({ key }) => key),
    ['a', 'c'],
  );
});

test('names that several units go by are told from names that say enough', () => {
  assert.deepEqual([...sharedNames(['Grid 1', 'Grid 2', 'Grid 1', 'Lake', 'Grid 1'])], ['Grid 1']);
});

test('a short code is what follows the code of the parent', () => {
  assert.equal(shortCode('420106001002003', '420106001002'), '003');
  assert.equal(shortCode('12-3', '12'), '3');
  assert.equal(shortCode('0312', '3'), '0312');
  assert.equal(shortCode('A', null), 'A');
});

test('shapes: bounds, point inside, and a spot for the label inside a bent shape', () => {
  // An L: the middle of its box lies outside.
  const bent = {
    type: 'Polygon' as const,
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
  assert.deepEqual(boundsOf(bent), [0, 0, 9, 9]);
  assert.equal(contains(bent, 1, 8), true);
  assert.equal(contains(bent, 5, 5), false);
  const spot = labelSpot(bent);
  assert.ok(spot && contains(bent, spot.x, spot.y));
  assert.equal(labelSpot({ type: 'Point', coordinates: [1, 1] }), null);
});

test('incidents show in Dispatch unless switched off by hand', () => {
  assert.equal(layerShown({ ...INITIAL, workspace: 'dispatch' }, 'incidents'), true);
  assert.equal(layerShown({ ...INITIAL, workspace: 'hotspots' }, 'incidents'), false);
  assert.equal(layerShown({ ...INITIAL, workspace: 'dispatch', layers: { incidents: false } }, 'incidents'), false);
});

test('a store tells of changes only', () => {
  const store = new Store({ a: 1, b: 2 });
  const heard: number[] = [];
  const end = store.subscribe((state, before) => heard.push(before.a, state.a));
  store.set({ a: 1 });
  store.set({ a: 5 });
  end();
  store.set({ a: 6 });
  assert.deepEqual(heard, [1, 5]);
});

test('what the reader does is a step that Back undoes; moving the map and switching layers is not', () => {
  const state: State = { ...INITIAL, view: { lon: 1, lat: 2, zoom: 3 } };
  assert.equal(isStep({ ...state, view: { lon: 1, lat: 2, zoom: 4 } }, state), false);
  assert.equal(isStep({ ...state, layers: { findings: false } }, state), false);
  assert.equal(isStep({ ...state, draft: '7' }, state), true);
  assert.equal(isStep({ ...state, unit: { level: 'grid', code: 'A' } }, state), true);
  assert.deepEqual(differences({ ...state, view: { lon: 1, lat: 2, zoom: 3 }, tab: 'units' }, state), { tab: 'units' });
});
