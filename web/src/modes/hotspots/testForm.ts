// How areas are tested: fields for all that the server takes, bound to the state.
import type { Claim, State } from '../../model/state';
import {
  boundsOf,
  chosen,
  isDay,
  testText,
  USUAL_TEST,
  wordsOf,
  type Choice,
  type NumberChoice,
  type TestChoice,
  type WordChoice,
} from '../../model/testChoice';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { inputField, selectField } from '../../ui/parts';
import { overOf } from './methods';

/** What tests nothing is worked out all the same. */
const UNTESTED: readonly Claim[] = ['density', 'repeat'];

/** Which choices there are of a claim; a row is a choice, or two side by side. */
function rowsOf(claim: Claim, state: State): readonly (readonly Choice[])[] {
  const { test } = state;
  const counted = overOf(state) === 'none';
  if (claim === 'none' || claim === 'rhythm' || claim === 'score') return [];
  const near: Partial<Record<TestChoice['neighbours'], NumberChoice>> = { band: 'metres', nearest: 'nearest' };
  const far = near[test.neighbours];
  const neighbours: (WordChoice | NumberChoice)[][] = [['neighbours'], ...(far ? [[far]] : [])];
  if (claim === 'scan') {
    const timed = test.time !== 'whole' || counted;
    return [['direction'], ['time'], ...(timed ? [['step'] as const] : []), ['share', 'replicas'], ['seed']];
  }
  if (claim === 'emerging') return [['step', 'before'], ['scope'], ...neighbours, ['trend']];
  if (claim === 'change') return [['earlier'], ...(test.earlier === 'given' ? [['beforeFrom', 'beforeTo'] as const] : [])];
  if (claim === 'repeat') return [['least']];
  if (claim === 'near-repeat') return [['replicas', 'seed']];
  if (claim === 'density') return [['bandwidth'], ...(test.bandwidth === 'given' ? [['width'] as const] : []), ['kernel'], ['edge']];
  return [
    ...(counted ? [] : [['value'] as const]),
    ...neighbours,
    ['chance'],
    ...(test.chance === 'permutation' ? [['draws', 'seed'] as const] : []),
    ['sides'],
    ['adjust'],
    ['style'],
    ...(claim === 'gi' ? [] : [['moments'] as const]),
  ];
}

export class TestForm {
  readonly element: HTMLDetailsElement;
  private readonly body = h('div', { class: 'stack' });
  private readonly title = h('span', {});
  private readonly told = h('span', { class: 'quiet' });

  constructor(private readonly desk: Desk) {
    this.element = h('details', { class: 'more', 'data-testid': 'test-form' }, h('summary', {}, this.title, ' ', this.told), this.body);
    this.draw();
  }

  /** Shows what there is to choose now; the focus stays where it is. */
  draw(): void {
    const { i18n, store } = this.desk;
    const state = store.get();
    const focused = this.body.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['testid'] : undefined;
    const rows = rowsOf(state.claim, state);
    this.element.hidden = rows.length === 0;
    fill(this.title, i18n.t(UNTESTED.includes(state.claim) ? 'hot.test.made' : 'hot.test'));
    fill(this.told, state.test.chance === USUAL_TEST.chance ? null : i18n.t(`hot.test.chance.${state.test.chance}`));
    const usual = h(
      'button',
      { type: 'button', class: 'button', 'data-testid': 'test-usual', onclick: () => store.set({ test: USUAL_TEST }) },
      i18n.t('hot.test.usual'),
    );
    fill(
      this.body,
      ...rows.map((row) => {
        const fields = row.map((name) => this.field(name, state.test));
        return fields.length === 1 ? fields[0]! : h('div', { class: 'pair' }, ...fields);
      }),
      testText(state.test) === '' ? null : usual,
    );
    if (focused) (this.body.querySelector<HTMLElement>(`[data-testid="${focused}"]`) ?? this.element.querySelector('summary'))?.focus();
  }

  /** Sets a choice, as a field would. */
  choose(name: Choice, text: string): void {
    const { test } = this.desk.store.get();
    const next = chosen(test, name, text);
    if (next === test) this.draw();
    else this.desk.store.set({ test: next });
  }

  private field(name: Choice, test: TestChoice): HTMLElement {
    const { i18n } = this.desk;
    const label = i18n.t(`hot.test.${name}`);
    const value = test[name];
    if (isDay(name)) {
      const day = h('input', {
        type: 'date',
        value: test[name],
        'data-testid': `test-${name}`,
        onchange: () => this.choose(name, day.value),
      });
      return inputField(label, day);
    }
    if (typeof value === 'number') {
      const { least, most } = boundsOf(name as NumberChoice);
      const attributes = { type: 'number', min: least, max: most, step: 1, value: String(value), 'data-testid': `test-${name}` };
      const input = h('input', { ...attributes, onchange: () => this.choose(name, input.value) });
      return inputField(label, input);
    }
    const words = wordsOf(name as WordChoice).map((word) => ({ value: word, text: i18n.term('hot', `test.${name}.${word}`) }));
    return selectField(label, words, value, (word) => this.choose(name, word), { 'data-testid': `test-${name}` });
  }
}
