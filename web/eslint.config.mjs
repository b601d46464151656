// How the sources are checked beyond their types. What a rule's option leaves out is said beside it.
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';
import { arrows } from './eslint/arrows.mjs';
import { root } from './scripts/freshness.mjs';

export default tseslint.config(
  { ignores: ['target/', 'node_modules/', 'public/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      // Of two ways to say "it is there", the one that hides no other change of the type.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // An empty text is nothing to show.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['test'] }] },
      ],
      // A method with nothing to do is how a tool or a workspace says so; the compiler finds unused names already.
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
      // A getter may be there for subclasses to override.
      '@typescript-eslint/class-literal-property-style': 'off',
      // They cost a third of the time and have nothing to find here: no enums, no classes of equal shape.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  { files: ['src/**/*.ts'], plugins: { gridwright: { rules: { arrows } } }, rules: { 'gridwright/arrows': 'error' } },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['Buffer', 'clearTimeout', 'console', 'performance', 'process', 'setTimeout'].map((name) => [name, 'readonly']),
      ),
    },
  },
);
