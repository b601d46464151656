import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Look } from '../src/client/uploads';
import type { Theme } from '../src/client/types';
import { factsOf, formOf, missing, readingOf, requestOf, reread, usesOf, weightsFor, withFact } from '../src/model/intake';

const POINTS: Look['points'] = { id: null, lon: null, lat: null, text: [], time: [], category: null, dayFirst: null };

const BEATS: Look = {
  id: '1',
  name: 'beats.geojson',
  size: 1,
  format: 'geojson',
  layers: [],
  layer: null,
  encoding: 'UTF-8',
  dialect: null,
  crs: null,
  records: 277,
  whole: true,
  shapes: 'areas',
  keyField: null,
  fields: [],
  bounds: [0, 0, 1, 1],
  trouble: null,
  datum: null,
  datumAsked: false,
  uses: ['zones', 'outlines'],
  zones: {
    theme: 'beats',
    title: 'beats',
    levels: [
      { level: 'district', fields: ['district'] },
      { level: 'sector', fields: ['district', 'sector'] },
      { level: 'beat', fields: ['beat'] },
    ],
    names: { beat: 'title' },
    codes: 'free',
    facts: [
      { attribute: 'title', kind: 'label', weight: null, filled: 275, numbers: 275 },
      { attribute: 'households', kind: 'extensive', weight: 'addresses', filled: 275, numbers: 275 },
      { attribute: 'jobs', kind: 'label', weight: null, filled: 275, numbers: 275 },
      { attribute: 'rate', kind: 'label', weight: null, filled: 275, numbers: 270 },
    ],
  },
  points: POINTS,
};

const CALLS: Look = {
  ...BEATS,
  format: 'csv',
  shapes: 'none',
  uses: ['incidents', 'addresses'],
  zones: null,
  fields: [{ name: 'date', kind: 'time', filled: 1, distinct: 1, examples: ['5/3/2024'] }],
  points: { ...POINTS, id: 'id', lon: 'x', lat: 'y', time: ['date'], category: 'type' },
};

const THEME = { id: 'beats', title: 'Beats', levels: [{ name: 'district' }, { name: 'beat' }] } as unknown as Theme;

test('levels that are proposed as joined are asked for as they were proposed', () => {
  const form = formOf(BEATS, []);
  assert.deepEqual(missing(form, BEATS), []);
  assert.deepEqual(requestOf(form, BEATS).zones?.levels, BEATS.zones?.levels);
  assert.deepEqual(requestOf(form, BEATS).zones?.names, { beat: 'title' });
});

test('what belongs to a theme is offered where there is one', () => {
  assert.deepEqual(usesOf(BEATS, []), ['zones']);
  assert.deepEqual(usesOf(BEATS, [THEME]), ['zones', 'outlines', 'jurisdiction']);
  assert.deepEqual(usesOf(CALLS, []), ['addresses', 'incidents']);
  assert.deepEqual(usesOf(CALLS, [THEME]), ['addresses', 'incidents', 'officers']);
});

test('a datum that nothing tells has to be said', () => {
  const asked = { ...BEATS, datumAsked: true };
  const form = formOf(asked, []);
  assert.deepEqual(missing(form, asked), ['datum']);
  assert.deepEqual(missing({ ...form, datum: 'gcj02' }, asked), []);
  assert.deepEqual(readingOf({ ...form, datum: 'gcj02' }, asked), { datum: 'gcj02', encoding: 'UTF-8' });
});

test('a date of which nothing tells the day has to be said, and one that tells need not', () => {
  const form = formOf(CALLS, []);
  assert.deepEqual(missing(form, CALLS), ['dayFirst']);
  const told = { ...CALLS, points: { ...CALLS.points, dayFirst: true } };
  assert.deepEqual(missing(formOf(told, []), told), []);
  assert.equal(requestOf(formOf(told, []), told).incidents?.dayFirst, true);
});

test('levels need a name and a field each, and no name twice', () => {
  const form = formOf(BEATS, []);
  const levels = form.levels.map((level) => ({ ...level, level: 'beat' }));
  assert.deepEqual(missing({ ...form, levels }, BEATS), ['levels']);
  assert.deepEqual(missing({ ...form, levels: [] }, BEATS), ['levels']);
  assert.deepEqual(missing({ ...form, theme: 'Not An Id' }, BEATS), ['theme']);
});

test('of fields that are neither codes nor names it can be said what they count for, and nothing is said unasked', () => {
  const form = formOf(BEATS, []);
  assert.deepEqual(
    factsOf(form, BEATS).map(({ attribute }) => attribute),
    ['households', 'jobs', 'rate'],
  );
  assert.equal(requestOf(form, BEATS).zones?.facts, undefined);
});

test('a mean can be weighed by a total, which is said with it, and no more once that is none', () => {
  const first = formOf(BEATS, []);
  const rate = factsOf(first, BEATS)[2];
  assert.ok(rate);
  const said = { ...first, facts: withFact(first, BEATS, 'rate', { kind: 'intensive', weight: 'households' }) };
  assert.deepEqual(weightsFor(rate, said, BEATS), ['addresses', 'area', 'households']);
  assert.deepEqual(requestOf(said, BEATS).zones?.facts, [
    { attribute: 'households', kind: 'extensive', weight: 'addresses' },
    { attribute: 'rate', kind: 'intensive', weight: 'households' },
  ]);
  const label = { ...said, facts: withFact(said, BEATS, 'households', { kind: 'label', weight: '' }) };
  assert.equal(label.facts['rate']?.weight, 'addresses');
  const back = { ...label, facts: withFact(label, BEATS, 'rate', null) };
  assert.deepEqual(requestOf(back, BEATS).zones?.facts, [{ attribute: 'households', kind: 'label', weight: null }]);
});

test('the ground that a theme must cover needs its theme alone', () => {
  const form = { ...formOf(BEATS, [THEME]), use: 'jurisdiction' as const, theme: '' };
  assert.deepEqual(missing(form, BEATS), ['theme']);
  assert.deepEqual(requestOf({ ...form, theme: 'beats' }, BEATS).jurisdiction, { theme: 'beats' });
});

test('a file that is read anew keeps what was said of its place and its theme', () => {
  const form = { ...formOf(BEATS, []), crs: 'EPSG:4547', title: 'Police', theme: 'police' };
  const again = reread(form, { ...BEATS, fields: CALLS.fields }, []);
  assert.deepEqual([again.crs, again.title, again.theme, again.use], ['EPSG:4547', 'Police', 'police', 'zones']);
});
