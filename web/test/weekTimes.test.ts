import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOURS, numbersOf, numbersText, textOf, WEEKDAYS } from '../src/model/weekTimes';

test('numbers and ranges are read, also over the end', () => {
  assert.deepEqual([...numbersOf('7-9,17', HOURS)!], [7, 8, 9, 17]);
  assert.deepEqual([...numbersOf('22-1', HOURS)!], [22, 23, 0, 1]);
  assert.deepEqual([...numbersOf('6-1', WEEKDAYS)!], [6, 7, 1]);
  assert.equal(numbersOf(null, HOURS)!.size, 24);
});

test('what the server would refuse is no choice', () => {
  for (const text of ['24', '-1', 'a', '7-', '7,,8', '', '1.5']) assert.equal(numbersOf(text, HOURS), null, text);
  assert.equal(numbersOf('0', WEEKDAYS), null);
});

test('numbers are written as they are read, and all or none as no choice', () => {
  assert.equal(textOf(new Set([0, 1, 2, 22, 23]), HOURS), '0-2,22-23');
  assert.equal(textOf(new Set([5]), WEEKDAYS), '5');
  assert.equal(textOf(new Set(), HOURS), null);
  assert.equal(numbersText('1-7', WEEKDAYS), null);
  assert.equal(numbersText('22-1', HOURS), '0-1,22-23');
  assert.equal(numbersText('nonsense', HOURS), null);
});
