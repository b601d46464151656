import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en, type Key } from '../src/i18n/en';
import { zh } from '../src/i18n/zh';
import { I18n, preferredLanguage } from '../src/i18n/i18n';
import { basisOf, weaker } from '../src/model/told';

const parameters = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

test('both catalogues have the same keys and the same parameters', () => {
  assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
  for (const key of Object.keys(en) as Key[]) {
    assert.deepEqual(parameters(zh[key]), parameters(en[key]), key);
    assert.notEqual(zh[key].trim(), '', key);
  }
});

test('Chinese sentences are Chinese', () => {
  const alike = (Object.keys(en) as Key[]).filter((key) => zh[key] === en[key]);
  assert.deepEqual(alike, ['app.title', 'told.estimated']);
});

test('numbers, distances and areas have readable units', () => {
  const i18n = new I18n('en');
  assert.equal(i18n.number(108000), '108,000');
  assert.equal(i18n.distance(0.034), '3.4 cm');
  assert.equal(i18n.distance(12.34), '12 m');
  assert.equal(i18n.distance(1203.1), '1.2 km');
  assert.equal(i18n.area(81234.5), '81,235 m²');
  assert.equal(i18n.area(2_345_678), '2.35 km²');
  assert.equal(i18n.rate(0.01234), '0.0123');
});

test('an estimate looks different from a count, in either language', () => {
  for (const language of ['en', 'zh'] as const) {
    const i18n = new I18n(language);
    assert.equal(i18n.told('254', 'counted'), '254');
    assert.equal(i18n.told('254', 'estimated'), '≈ 254');
    assert.notEqual(i18n.told('254', 'incomplete'), '254');
  }
  assert.equal(['counted', 'estimated', 'counted'].map(basisOf).reduce(weaker), 'estimated');
  assert.equal(['incomplete', 'estimated'].map(basisOf).reduce(weaker), 'incomplete');
  assert.equal(basisOf(null), 'counted');
});

test('local dates stay the day they are, in any time zone', () => {
  assert.equal(new I18n('en').date('2025-03-01'), '1 Mar 2025');
  assert.equal(new I18n('zh').date('2025-03-01'), '2025年3月1日');
  assert.match(new I18n('en').time('2025-03-01T00:30:00'), /1 Mar 2025.*00:30/);
  assert.equal(new I18n('en').date('some day'), 'some day');
});

test('sentences take parameters and plurals', () => {
  assert.equal(new I18n('en').counted('legend.areas', 1), '1 area');
  assert.equal(new I18n('en').counted('legend.areas', 2000), '2,000 areas');
  assert.equal(new I18n('zh').counted('legend.areas', 2), '2 个区域');
  assert.equal(new I18n('en').t('place.said', { grid: 'A', path: 'B, A' }), 'This place belongs to A: B, A.');
});

test('terms of the data are translated where they are known, and told where they are not', () => {
  const told: string[] = [];
  const i18n = new I18n('zh', (key) => told.push(key));
  assert.equal(i18n.term('level', 'community'), '社区');
  assert.deepEqual(told, []);
  assert.equal(i18n.term('level', 'police_zone'), 'Police zone');
  assert.equal(i18n.term('facility', 'hydrant'), '消火栓');
  assert.deepEqual(told, ['level.police_zone']);
  assert.equal(new I18n('zh').term('level', 'community'), '社区');
  assert.equal(new I18n('en').term('level', 'police_zone'), 'Police zone');
  assert.equal(new I18n('en').term('category', 'THEFT'), 'THEFT');
});

test('a unit goes by its name in the language, else by any name, else by its code', () => {
  const zhI18n = new I18n('zh');
  assert.equal(zhI18n.nameOf({ code: '1', name: 'East', names: { en: 'East', zh: '东' } }), '东');
  assert.equal(zhI18n.nameOf({ code: '1', name: null, names: { en: 'East' } }), 'East');
  assert.equal(zhI18n.nameOf({ code: '1', name: null }), '1');
});

test('of a text in both languages one half is shown', () => {
  assert.equal(new I18n('zh').half('古湖路6号 (6 Guhu Road)'), '古湖路6号');
  assert.equal(new I18n('en').half('古湖路6号 (6 Guhu Road)'), '6 Guhu Road');
  assert.equal(new I18n('en').half('Main Street (rear)'), 'Main Street (rear)');
  assert.equal(new I18n('zh').half('古湖路'), '古湖路');
});

test('the browser chooses the language first', () => {
  assert.equal(preferredLanguage(['de', 'zh-TW', 'en']), 'zh');
  assert.equal(preferredLanguage(['de']), 'en');
});
