// Which folder of the sources may import which: the one table, and the rule that holds every import to it.
import { dirname, posix, relative, resolve, sep } from 'node:path';

/**
 * For each folder of `src` (`.` is `src` itself) the folders and packages that it may import. `type:` allows types alone:
 * then no code of the other is needed to run this one, or to test it. A folder may always import its own files.
 */
export const ARROWS = {
  client: ['type:geojson', 'type:#openapi'],
  model: ['type:client', 'type:geojson'],
  i18n: ['type:client', 'type:model'],
  tiles: ['type:client', '@mapbox/vector-tile', 'pbf'],
  map: ['client', 'model', 'tiles', 'leaflet', 'type:geojson'],
  ui: ['client', 'model', 'i18n', 'map'],
  modes: ['client', 'model', 'ui', 'modes/session', 'type:map'],
  'modes/session': ['client', 'model', 'ui', 'type:geojson'],
  'modes/tools': ['client', 'model', 'map', 'ui', 'modes', 'modes/session', 'type:i18n', 'type:geojson'],
  'modes/balance': ['client', 'model', 'ui', 'modes', 'modes/session', 'type:map'],
  'modes/redraw': ['client', 'model', 'ui', 'modes', 'modes/session'],
  'modes/compare': ['client', 'model', 'map', 'ui', 'modes', 'type:i18n'],
  'modes/draft': [
    'client',
    'model',
    'ui',
    'modes',
    'modes/session',
    'modes/tools',
    'modes/balance',
    'modes/redraw',
    'modes/compare',
    'type:map',
    'type:i18n',
    'type:geojson',
  ],
  'modes/intake': ['client', 'model', 'map', 'ui', 'type:i18n', 'type:geojson'],
  'modes/zoning': ['client', 'model', 'ui', 'modes', 'modes/session', 'modes/draft', 'modes/compare', 'type:map'],
  'modes/dispatch': ['client', 'model', 'ui', 'modes'],
  'modes/hotspots': ['client', 'model', 'ui', 'modes', 'type:map'],
  stage: ['client', 'model', 'map', 'ui', 'type:modes'],
  '.': [
    'client',
    'model',
    'i18n',
    'map',
    'ui',
    'stage',
    'type:modes',
    'modes/zoning',
    'modes/dispatch',
    'modes/hotspots',
    'modes/intake',
    'styles',
    'leaflet/dist/leaflet.css',
  ],
};

function folderOf(root, file) {
  return posix.dirname(relative(resolve(root, 'src'), file).split(sep).join('/'));
}

/** The folder that a path in an import leads to; a package's name stays as it is. */
function targetOf(root, file, path) {
  return path.startsWith('.') ? folderOf(root, resolve(dirname(file), path)) : path;
}

/** Whether nothing of the import is left when the types are gone. */
function isOfTypes(node) {
  const kind = node.type === 'ImportDeclaration' ? node.importKind : node.exportKind;
  return (
    kind === 'type' ||
    (node.specifiers?.length > 0 && node.specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type'))
  );
}

/** Each import of a file of `src` along an arrow of the table. */
export const arrows = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      unknown: 'The folder {{from}} has no row in the table of web/eslint/arrows.mjs.',
      forbidden: '{{from}} may not import {{to}} (web/eslint/arrows.mjs).',
      types: '{{from}} may import types alone of {{to}} (web/eslint/arrows.mjs).',
    },
  },
  create(context) {
    const { cwd, filename } = context;
    const from = folderOf(cwd, filename);
    const check = (node) => {
      if (!node.source) return;
      const to = targetOf(cwd, filename, node.source.value);
      const allowed = ARROWS[from];
      if (!allowed) context.report({ node, messageId: 'unknown', data: { from } });
      else if (to === from || allowed.includes(to)) return;
      else if (!allowed.includes(`type:${to}`)) context.report({ node, messageId: 'forbidden', data: { from, to } });
      else if (!isOfTypes(node)) context.report({ node, messageId: 'types', data: { from, to } });
    };
    return { ImportDeclaration: check, ImportExpression: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};
