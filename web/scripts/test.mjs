// Checks the sources, then bundles every test/*.test.ts and .mjs for Node and runs them with Node's own test runner.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { check } from './check.mjs';
import { root } from './freshness.mjs';

if (!(await check())) process.exit(1);

const out = join(root, 'target', 'tests');
const tests = readdirSync(join(root, 'test')).filter((name) => /\.test\.(ts|mjs)$/.test(name));
rmSync(out, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: tests.map((name) => `test/${name}`),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node18',
  sourcemap: 'inline',
  external: ['eslint'],
  logLevel: 'warning',
});
const bundles = tests.map((name) => join(out, name.replace(/\.ts$/, '.mjs')));
const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...bundles], { cwd: root, stdio: 'inherit' });
process.exit(run.status ?? 1);
