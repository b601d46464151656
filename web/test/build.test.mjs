// What the build packages, whoever else wrote where it writes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

/** A small application with the real scripts. */
function copy() {
  const folder = mkdtempSync(join(tmpdir(), 'gridwright-web-'));
  for (const part of ['scripts', 'public', 'tsconfig.json', 'package-lock.json', 'package.json'])
    cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'src', 'tiles'), { recursive: true });
  writeFileSync(join(folder, 'src', 'tiles', 'worker.ts'), 'self.onmessage = null;\n');
  writeFileSync(join(folder, 'src', 'main.css'), 'body { color: red; }');
  writeFileSync(join(folder, 'src', 'main.ts'), "import './main.css';\ndocument.title = 'small';\n");
  return folder;
}

function build(folder) {
  const run = spawnSync(process.execPath, [join(folder, 'scripts', 'build.mjs')], { encoding: 'utf8' });
  assert.equal(run.status, 0, run.stdout + run.stderr);
  const out = join(folder, 'target', 'classes', 'public');
  const files = readdirSync(out, { recursive: true }).filter((name) => statSync(join(out, name)).isFile());
  return new Map(files.sort().map((name) => [name, readFileSync(join(out, name), 'utf8')]));
}

test('what another run left in the folder is built anew; what nothing changed is left alone', () => {
  const folder = copy();
  try {
    const built = build(folder);
    const page = join(folder, 'target', 'classes', 'public', 'index.html');
    const written = statSync(page).mtimeMs;
    assert.deepEqual(build(folder), built);
    assert.equal(statSync(page).mtimeMs, written, 'nothing had changed');
    const script = [...built.keys()].find((name) => name.endsWith('.js'));
    assert.ok(script);
    writeFileSync(join(folder, 'target', 'classes', 'public', script), 'readable(); // and long');
    writeFileSync(join(folder, 'target', 'classes', 'public', `${script}.map`), '{}');
    assert.deepEqual(build(folder), built);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
