// What esbuild is told, the same for a build and for development but for what serves reading and reloading.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './freshness.mjs';

/** Loads the page again when the server tells of another bundle, or is another than before. */
const RELOAD = `if (typeof document !== 'undefined') {
  const events = new EventSource('/api/v1/events');
  let met = false;
  events.addEventListener('web', () => location.reload());
  events.addEventListener('hello', () => (met ? location.reload() : (met = true)));
}`;

/** Writes index.html last, with the names of the bundles, which carry a digest of their content. */
function page(out) {
  return {
    name: 'page',
    setup(plugin) {
      plugin.onEnd((result) => {
        if (!result.metafile || result.errors.length > 0) return;
        const names = Object.keys(result.metafile.outputs).map((name) => basename(name));
        const named = (suffix) => names.find((name) => name.startsWith('app-') && name.endsWith(suffix));
        const html = readFileSync(join(root, 'public', 'index.html'), 'utf8')
          .replace('%SCRIPT%', `/assets/${named('.js')}`)
          .replace('%STYLE%', `/assets/${named('.css')}`)
          .replaceAll('%TILES%', `/assets/${names.find((name) => name.startsWith('tiles-') && name.endsWith('.js'))}`);
        const file = join(out, 'index.html');
        if (!existsSync(file) || readFileSync(file, 'utf8') !== html) writeFileSync(file, html);
      });
    },
  };
}

/** The folder without anything in it. */
export function empty(out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
}

/** The files that are served as they are. */
export function copyPublic(out) {
  const asIs = (file) => basename(file) !== 'index.html';
  cpSync(join(root, 'public'), out, { recursive: true, filter: asIs });
}

/**
 * @param development whether the bundle stays readable and loads itself again
 * @param also more plugins
 */
export function options(out, { development = false, also = [] } = {}) {
  return {
    absWorkingDir: root,
    entryPoints: { app: 'src/main.ts', tiles: 'src/tiles/worker.ts' },
    outdir: join(out, 'assets'),
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    minify: !development,
    sourcemap: development,
    metafile: true,
    legalComments: 'linked',
    loader: { '.png': 'file', '.svg': 'file' },
    logLevel: 'warning',
    plugins: [page(out), ...also],
    ...(development ? { footer: { js: RELOAD } } : {}),
  };
}
