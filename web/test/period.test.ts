import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asAsked } from '../src/model/period';

test('the last day of a period belongs to it: the server is asked up to the next one', () => {
  assert.deepEqual(asAsked({ from: '2024-05-01', to: '2024-05-01' }), { from: '2024-05-01', to: '2024-05-02' });
  assert.deepEqual(asAsked({ to: '2024-02-28' }), { to: '2024-02-29' });
  assert.deepEqual(asAsked({ to: '2024-12-31', category: 'noise' }), { to: '2025-01-01', category: 'noise' });
});

test('a period without an end, or up to the last day there is, is asked for as it is', () => {
  assert.deepEqual(asAsked({ from: '2024-05-01', to: null }), { from: '2024-05-01', to: null });
  assert.deepEqual(asAsked({}), {});
  assert.deepEqual(asAsked({ to: '9999-12-31' }), { to: '9999-12-31' });
});
