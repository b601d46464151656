// The buttons of a tool in hand. What stays keeps its element: a finger may lie on it while an answer of the server
// changes the rest, and a button that is made anew under it would never hear of the tap.
import type { Key } from '../../i18n/en';
import type { I18n } from '../../i18n/i18n';
import { h } from '../../ui/dom';

export interface Action {
  key: Key;
  testId: string;
  run: () => void;
  primary?: boolean;
}

interface Shown {
  run: () => void;
  button: HTMLButtonElement;
}

export class ActionRow {
  readonly element = h('div', { class: 'button-row' });
  private shown = new Map<string, Shown>();

  constructor(private readonly i18n: I18n) {}

  show(actions: readonly Action[]): void {
    const before = this.shown;
    this.shown = new Map(actions.map((action) => [action.testId, this.buttonOf(action, before.get(action.testId))]));
    for (const [testId, { button }] of before) {
      if (!this.shown.has(testId)) button.remove();
    }
    [...this.shown.values()].forEach(({ button }, place) => {
      const there = this.element.children[place] ?? null;
      if (there !== button) this.element.insertBefore(button, there);
    });
  }

  private buttonOf({ key, testId, run, primary }: Action, known: Shown | undefined): Shown {
    const shown: Shown = known ?? {
      run,
      button: h('button', { type: 'button', 'data-testid': testId, onclick: () => shown.run() }),
    };
    const text = this.i18n.t(key);
    shown.run = run;
    if (shown.button.textContent !== text) shown.button.textContent = text;
    shown.button.className = primary ? 'button button-primary' : 'button';
    return shown;
  }
}
