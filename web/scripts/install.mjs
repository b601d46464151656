// `npm ci`, unless node_modules was already installed from this very lock file.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { digest, isFresh, markFresh, root } from './freshness.mjs';

const stamp = join(root, 'node_modules', '.gridwright-lock');
const value = digest(['package-lock.json', 'package.json']);
if (!isFresh(stamp, value)) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
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
