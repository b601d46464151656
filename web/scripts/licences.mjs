// The licences of the npm packages that the bundle holds: their texts and a bill of materials go into the jar, and a package whose licence is
// not on the list fails the build.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './freshness.mjs';

const allowed = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];
const out = join(root, 'target', 'classes', 'META-INF');

/** The names of the packages that the inputs of a bundle come from. */
function packagesOf(inputs) {
  const names = Object.keys(inputs).map((path) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  return [...new Set(names.filter(Boolean))].sort();
}

function described(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!allowed.includes(license)) {
    throw new Error(`${name} ${version} is under ${license}, which is not among ${allowed.join(', ')} (web/scripts/licences.mjs)`);
  }
  const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  if (texts.length === 0) throw new Error(`${name} ${version} comes without the text of its licence`);
  return { name, version, license, texts: texts.map((file) => [file, readFileSync(join(folder, file))]) };
}

function writeTexts(bundled) {
  const folder = join(out, 'third-party');
  rmSync(folder, { recursive: true, force: true });
  for (const { name, version, texts } of bundled) {
    const own = join(folder, `${name.replace('/', '-')}-${version}-npm`);
    mkdirSync(own, { recursive: true });
    for (const [file, text] of texts) writeFileSync(join(own, file), text);
  }
}

function writeBill(bundled) {
  const components = bundled.map(({ name, version, license }) => ({
    type: 'library',
    'bom-ref': `pkg:npm/${name.replace('@', '%40')}@${version}`,
    name,
    version,
    licenses: [{ license: { id: license } }],
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  }));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const component = { type: 'application', name: 'gridwright-web', version };
  const bill = { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component }, components };
  mkdirSync(join(out, 'sbom'), { recursive: true });
  writeFileSync(join(out, 'sbom', 'gridwright-web.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
}

/** For esbuild: lists what was bundled after each build that tells what went in. */
export const licences = {
  name: 'licences',
  setup(plugin) {
    plugin.onEnd((result) => {
      if (!result.metafile) return;
      const bundled = packagesOf(result.metafile.inputs).map(described);
      writeTexts(bundled);
      writeBill(bundled);
    });
  },
};
