// The checks of the sources that are no tests: format, lint with types and arrows between folders, exports and
// dependencies that nobody uses. They run side by side, and not at all where nothing has changed since they passed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { digest, isFresh, markFresh, root } from './freshness.mjs';
import { install } from './install.mjs';

const stamp = join(root, 'target', 'checks.stamp');
const inputs = ['src', 'test', 'scripts', 'eslint', 'public', 'package-lock.json', 'package.json', 'tsconfig.json'];
const settings = ['.prettierrc.json', '.prettierignore', 'eslint.config.mjs', 'knip.json'];

/** Each check with what mends its findings, where something does. */
const CHECKS = [
  {
    tool: 'prettier/bin/prettier.cjs',
    with: ['--check', '--log-level=warn', '.'],
    remedy: 'npm run format, in the web module, puts the format right.',
  },
  { tool: 'eslint/bin/eslint.js', with: ['--max-warnings=0', '.'] },
  { tool: 'knip/bin/knip.js', with: ['--no-progress', '--treat-config-hints-as-errors'] },
];

/** Runs one tool to its end and then prints what it said; whether it found nothing. */
function passes({ tool, with: args, remedy }) {
  return new Promise((done) => {
    const run = spawn(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: root });
    const said = [];
    run.stdout.on('data', (part) => said.push(part));
    run.stderr.on('data', (part) => said.push(part));
    run.on('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat([...said, Buffer.from(remedy ? `${remedy}\n` : '')]));
      done(code === 0);
    });
  });
}

/** Runs all checks; whether every one of them passed. */
export async function check() {
  const value = digest([...inputs, ...settings]);
  if (isFresh(stamp, value)) return true;
  install({ checks: true });
  const passed = (await Promise.all(CHECKS.map(passes))).every(Boolean);
  if (passed) markFresh(stamp, value);
  return passed;
}

if (process.argv[1] === join(root, 'scripts', 'check.mjs') && !(await check())) process.exit(1);
