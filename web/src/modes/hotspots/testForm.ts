// How areas are tested: fields for all that the server takes, bound to the state.
import type { Claim, State } from '../../model/state';
import {
  boundsOf,
  chosen,
  testText,
  USUAL_TEST,
  wordsOf,
  type NumberChoice,
  type TestChoice,
  type WordChoice,
} from '../../model/testChoice';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { inputField, selectField } from '../../ui/parts';
import { overOf } from './methods';

/** Which choices there are of a claim; a row is a choice, or two side by side. */
function rowsOf(claim: Claim, state: State): readonly (readonly (WordChoice | NumberChoice)[])[] {
  const { by, test } = state;
  const counted = overOf(state) === 'none';
  if (claim === 'none' || by === 'hex') return [];
  const near: Partial<Record<TestChoice['neighbours'], NumberChoice>> = { band: 'metres', nearest: 'nearest' };
  const far = near[test.neighbours];
  const neighbours: (WordChoice | NumberChoice)[][] = [['neighbours'], ...(far ? [[far]] : [])];
  if (claim === 'scan') {
    const timed = test.time !== 'whole' || counted;
    return [['direction'], ['time'], ...(timed ? [['step'] as const] : []), ['share', 'replicas'], ['seed']];
  }
  if (claim === 'emerging') return [['step', 'before'], ['scope'], ...neighbours, ['trend']];
  if (claim === 'change') return [['earlier']];
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
  private readonly told = h('span', { class: 'quiet' });

  constructor(private readonly desk: Desk) {
    const { i18n } = desk;
    this.element = h(
      'details',
      { class: 'more', 'data-testid': 'test-form' },
      h('summary', {}, i18n.t('hot.test'), ' ', this.told),
      this.body,
    );
    this.draw();
  }

  /** Shows what there is to choose now; the focus stays where it is. */
  draw(): void {
    const { i18n, store } = this.desk;
    const state = store.get();
    const focused = this.body.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['testid'] : undefined;
    const rows = rowsOf(state.claim, state);
    this.element.hidden = rows.length === 0;
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
  choose(name: WordChoice | NumberChoice, text: string): void {
    const { test } = this.desk.store.get();
    const next = chosen(test, name, text);
    if (next === test) this.draw();
    else this.desk.store.set({ test: next });
  }

  private field(name: WordChoice | NumberChoice, test: TestChoice): HTMLElement {
    const { i18n } = this.desk;
    const label = i18n.t(`hot.test.${name}`);
    const value = test[name];
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
