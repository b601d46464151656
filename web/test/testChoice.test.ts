import assert from 'node:assert/strict';
import { test } from 'node:test';
import { methodQuestionOf } from '../src/modes/hotspots/methods';
import { justBefore } from '../src/model/period';
import { fromHash, toHash } from '../src/model/permalink';
import { INITIAL, type State } from '../src/model/state';
import { chosen, testOf, testText, USUAL_TEST } from '../src/model/testChoice';

test('how it is tested survives in the address, and only what differs from the usual stands in it', () => {
  const choice = chosen(chosen(USUAL_TEST, 'chance', 'permutation'), 'draws', '99');
  assert.equal(testText(choice), 'chance:permutation,draws:99');
  assert.deepEqual(testOf(testText(choice)), choice);
  assert.equal(testText(USUAL_TEST), '');
  const state: State = { ...INITIAL, workspace: 'hotspots', claim: 'scan', over: 'households', status: 'open', test: choice };
  assert.deepEqual(fromHash(toHash(state)), state);
});

test('what is no choice is left as it was', () => {
  for (const part of [
    'chance:dice',
    'draws:0',
    'draws:-1',
    'draws:1e9',
    'draws:',
    'draws:9999999999',
    'colour:red',
    ':',
    '',
    '__proto__:x',
  ])
    assert.deepEqual(testOf(part), USUAL_TEST, part);
});

test('the period before is as long, and ends the day before', () => {
  assert.deepEqual(justBefore('2024-07-01', '2024-07-31'), { from: '2024-05-31', to: '2024-06-30' });
  assert.deepEqual(justBefore('2024-03-01', '2024-03-01'), { from: '2024-02-29', to: '2024-02-29' });
});

test('a change has no question without a period, and a scan of counts alone is one in time', () => {
  assert.equal(methodQuestionOf('change', INITIAL, 'beats', 'grid'), null);
  const period = { ...INITIAL, from: '2024-07-01', to: '2024-07-31' };
  const change = methodQuestionOf('change', period, 'beats', 'grid');
  assert.deepEqual(
    [change?.from, change?.to, change?.beforeFrom, change?.beforeTo],
    ['2024-07-01', '2024-08-01', '2024-05-31', '2024-07-01'],
  );
  assert.equal(methodQuestionOf('scan', INITIAL, 'beats', 'grid')?.step, 'months');
  assert.equal(methodQuestionOf('scan', { ...INITIAL, measure: 'perSquareKilometre' }, 'beats', 'grid')?.step, undefined);
});
