// The checks of the sources that are no tests: today the format. Skipped where nothing has changed since they passed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { digest, isFresh, markFresh, root } from './freshness.mjs';

const stamp = join(root, 'target', 'checks.stamp');

function passes(tool, ...args) {
  const run = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: root, stdio: 'inherit' });
  return run.status === 0;
}

/** Runs all checks, each to its end; whether every one of them passed. */
export function check() {
  const value = digest(['src', 'test', 'scripts', 'public', '.prettierrc.json', 'package-lock.json', 'package.json', 'tsconfig.json']);
  if (isFresh(stamp, value)) return true;
  const passed = passes('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.');
  if (passed) markFresh(stamp, value);
  else console.error('npm run format, in the web module, puts the format right.');
  return passed;
}
