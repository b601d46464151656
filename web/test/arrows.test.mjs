// The table of arrows between the folders, and the rule that holds imports to it.
import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { Linter } from 'eslint';
import { ARROWS, arrows } from '../eslint/arrows.mjs';

/** What the rule says of one file of src. */
function said(file, code) {
  const linter = new Linter({ cwd: process.cwd() });
  const config = {
    files: ['**/*.ts'],
    plugins: { gridwright: { rules: { arrows } } },
    rules: { 'gridwright/arrows': 'error' },
  };
  return linter.verify(code, config, { filename: `${process.cwd()}/src/${file}` }).map(({ message }) => message);
}

test('the table of arrows has no cycle', () => {
  const done = new Set();
  const visit = (folder, way) => {
    assert.ok(!way.includes(folder), [...way, folder].join(' → '));
    if (done.has(folder)) return;
    for (const to of ARROWS[folder] ?? []) visit(to.replace('type:', ''), [...way, folder]);
    done.add(folder);
  };
  for (const folder of Object.keys(ARROWS)) visit(folder, []);
});

test('every folder of the sources has its row, and every row a folder', () => {
  const folders = readdirSync('src', { recursive: true }).filter((name) => statSync(`src/${name}`).isDirectory());
  assert.deepEqual([...folders, '.'].filter((name) => name !== 'styles').sort(), Object.keys(ARROWS).sort());
});

test('an import against the arrows is told, with the table that forbids it', () => {
  assert.deepEqual(said('model/levels.ts', "import * as L from 'leaflet';"), ['model may not import leaflet (web/eslint/arrows.mjs).']);
  assert.deepEqual(said('model/levels.ts', "import { isAbort } from '../client/http';"), [
    'model may import types alone of client (web/eslint/arrows.mjs).',
  ]);
  assert.deepEqual(said('map/marks.ts', "export { h } from '../ui/dom';"), ['map may not import ui (web/eslint/arrows.mjs).']);
  assert.deepEqual(said('modes/tools/lasso.ts', "await import('../draft/session');"), [
    'modes/tools may not import modes/draft (web/eslint/arrows.mjs).',
  ]);
  assert.deepEqual(said('nowhere/a.ts', "import './b';"), ['The folder nowhere has no row in the table of web/eslint/arrows.mjs.']);
});

test('what lies in the same folder or along an arrow is not', () => {
  assert.deepEqual(said('model/levels.ts', "import { boundsOf } from './shapes';"), []);
  assert.deepEqual(said('map/marks.ts', "import * as L from 'leaflet'; import { boundsOf } from '../model/shapes';"), []);
});
