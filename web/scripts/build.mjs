// Checks the types and bundles the application into target/classes/public, from where the jar serves it. Nothing is done
// where neither the sources nor the bundle has changed since: whatever else wrote there is not packaged.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { copyPublic, empty, options } from './bundle.mjs';
import { digest, isFresh, markFresh, root } from './freshness.mjs';
import { licences } from './licences.mjs';

const out = join(root, 'target', 'classes', 'public');
const stamp = join(root, 'target', 'web.stamp');
const sources = digest(['src', 'public', 'scripts', 'test', 'package-lock.json', 'tsconfig.json']);
const value = () => `${sources} ${digest([join('target', 'classes')])}`;

if (!isFresh(stamp, value())) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const types = spawnSync(process.execPath, [tsc, '--noEmit', '-p', root], { stdio: 'inherit' });
  if (types.status !== 0) process.exit(1);
  empty(out);
  copyPublic(out);
  await build(options(out, { also: [licences] }));
  markFresh(stamp, value());
}
