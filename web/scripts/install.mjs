// `npm ci`, unless node_modules was already installed from this very lock file. What only the checks need comes with the
// first check: it is half of all packages.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { digest, isFresh, markFresh, root } from './freshness.mjs';

const modules = join(root, 'node_modules');

/** Installs what the build needs (`dependencies`), with `checks` also what the checks need (`devDependencies`). */
export function install({ checks = false } = {}) {
  const value = digest(['package-lock.json', 'package.json']);
  const all = join(modules, '.gridwright-all');
  const stamp = checks ? all : join(modules, '.gridwright-build');
  if (isFresh(all, value) || isFresh(stamp, value)) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const omit = checks ? [] : ['--omit=dev'];
  const run = spawnSync(npm, ['ci', ...omit, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) {
    console.error('npm ci failed. Node 18 or later with npm is needed, and the npm registry must be in reach.');
    process.exit(1);
  }
  markFresh(stamp, value);
}

if (process.argv[1] === join(root, 'scripts', 'install.mjs')) install();
