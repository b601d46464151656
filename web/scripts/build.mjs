// Checks the types and bundles the application into target/classes/public, from where the jar serves it.
// With --watch: rebuilds on every change, without the type check.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, context } from 'esbuild';
import { digest, isFresh, markFresh, root } from './freshness.mjs';
import { licences } from './licences.mjs';

const watch = process.argv.includes('--watch');
const out = join(root, 'target', 'classes', 'public');
const stamp = join(root, 'target', 'web.stamp');

/** Writes index.html with the names of the bundles, which carry a digest of their content. */
const page = {
  name: 'page',
  setup(plugin) {
    plugin.onEnd((result) => {
      if (!result.metafile) return;
      const names = Object.keys(result.metafile.outputs).map((name) => basename(name));
      const named = (suffix) => names.find((name) => name.startsWith('app-') && name.endsWith(suffix));
      const html = readFileSync(join(root, 'public', 'index.html'), 'utf8')
        .replace('%SCRIPT%', `/assets/${named('.js')}`)
        .replace('%STYLE%', `/assets/${named('.css')}`);
      writeFileSync(join(out, 'index.html'), html);
    });
  },
};

const options = {
  absWorkingDir: root,
  entryPoints: { app: 'src/main.ts' },
  outdir: join(out, 'assets'),
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  bundle: true,
  format: 'esm',
  target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
  minify: !watch,
  sourcemap: watch,
  metafile: true,
  legalComments: 'linked',
  loader: { '.png': 'file', '.svg': 'file' },
  logLevel: 'warning',
  plugins: watch ? [page] : [page, licences],
};

function start() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(join(root, 'public'), out, { recursive: true });
}

if (watch) {
  start();
  const running = await context(options);
  await running.watch();
} else {
  const value = digest(['src', 'public', 'scripts', 'test', 'package-lock.json', 'tsconfig.json']);
  if (!isFresh(stamp, value) || !existsSync(join(out, 'index.html'))) {
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const types = spawnSync(process.execPath, [tsc, '--noEmit', '-p', root], { stdio: 'inherit' });
    if (types.status !== 0) process.exit(1);
    start();
    await build(options);
    markFresh(stamp, value);
  }
}
