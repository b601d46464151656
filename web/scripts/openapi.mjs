// Makes of docs/openapi.yaml what the build needs of it: one JSON that the server serves, a page that shows it, and the front end's types.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle, createConfig, lintDocument, BaseResolver } from '@redocly/openapi-core';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { digest, isFresh, markFresh, root } from './freshness.mjs';
import { apiPage } from './apiPage.mjs';

const source = join(root, '..', 'docs', 'openapi.yaml');
const served = join(root, 'target', 'classes', 'openapi');
const types = join(root, 'target', 'openapi', 'openapi.ts');
const stamp = join(root, 'target', 'openapi.stamp');

/** The document in one piece. What is no OpenAPI, or names what there is not, ends the build. */
async function bundled() {
  const config = await createConfig({ rules: { struct: 'error', 'no-unresolved-refs': 'error', 'operation-operationId-unique': 'error' } });
  const { bundle: document, problems } = await bundle({ ref: source, config });
  const found = [...problems, ...(await lintDocument({ document, externalRefResolver: new BaseResolver(), config: config.styleguide }))];
  if (found.length > 0) {
    for (const { message, location } of found) console.error(`docs/openapi.yaml: ${message} (${location[0]?.pointer ?? ''})`);
    process.exit(1);
  }
  return document.parsed;
}

/** GeoJSON has types of its own, which the map understands. */
function transform(schema) {
  const geojson = schema['x-geojson'];
  if (geojson === undefined) return undefined;
  const named = geojson
    .split(' | ')
    .map((name) =>
      ts.factory.createImportTypeNode(
        ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral('geojson')),
        undefined,
        ts.factory.createIdentifier(name),
      ),
    );
  return named.length === 1 ? named[0] : ts.factory.createUnionTypeNode(named);
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const value = digest(['../docs/openapi.yaml', '../docs/openapi', 'scripts', 'package-lock.json']);
if (!isFresh(stamp, value)) {
  const document = await bundled();
  write(join(served, 'openapi.json'), JSON.stringify(document));
  write(join(served, 'index.html'), apiPage(document));
  write(types, astToString(await openapiTS(document, { transform, alphabetize: true, defaultNonNullable: false })));
  markFresh(stamp, value);
}
