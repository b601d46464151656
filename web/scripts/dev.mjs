// Bundles the application into target/dev, and again whenever a file is saved, without the type check. `serve --web`
// serves it from there; what is packaged lies elsewhere. Says "built" for each bundle.
import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { context } from 'esbuild';
import { copyPublic, empty, options } from './bundle.mjs';
import { root } from './freshness.mjs';

/** Editors write a file in several steps; all of them are one change. */
const SETTLED_MS = 20;

const out = join(root, 'target', 'dev');
const watched = new Set();
let settling = null;
let building = false;
let again = false;

function folders(folder) {
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...inside.flatMap(({ name }) => folders(join(folder, name)))];
}

/** The system tells of changes in a folder, not below it (Node 18 on Linux): each folder is watched by itself. */
function watchAll() {
  for (const folder of [...folders(join(root, 'src')), ...folders(join(root, 'public'))]) {
    if (watched.has(folder)) continue;
    watched.add(folder);
    watch(folder, changed).on('error', () => watched.delete(folder));
  }
}

function changed() {
  clearTimeout(settling);
  settling = setTimeout(() => void build(), SETTLED_MS);
}

async function build() {
  again = building;
  if (building) return;
  building = true;
  const begun = performance.now();
  try {
    watchAll();
    copyPublic(out);
    await bundle.rebuild();
    console.log(`built in ${Math.round(performance.now() - begun)} ms`);
  } catch {
    // esbuild has said why; the next save may mend it.
  }
  building = false;
  if (again) await build();
}

empty(out);
const bundle = await context(options(out, { development: true }));
await build();
