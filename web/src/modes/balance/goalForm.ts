// How much each area is meant to have, and how far off it may be: for the whole theme, as a rule of its check.
import type { Balance } from '../../client/draftTypes';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { inputField } from '../../ui/parts';
import { messageOf } from '../mode';

const USUAL_PERCENT = 10;

/**
 * @param finest whether the balance is that of the level for which there are targets
 * @param saved the theme means something else now
 */
export function goalForm(desk: Desk, balance: Balance, finest: boolean, saved: () => void): HTMLElement {
  const { api, i18n } = desk;
  const { measure, tolerance, target } = balance;
  const number = (testId: string, value: string, more: Record<string, string>): HTMLInputElement => {
    const input = h('input', { type: 'number', inputmode: 'decimal', step: 'any', 'data-testid': testId, ...more });
    input.value = value;
    return input;
  };
  const percent = tolerance === null ? USUAL_PERCENT : +(tolerance * 100).toFixed(6);
  const within = number('balance-tolerance', String(percent), { min: '0.1', max: '1000', required: '' });
  const aim = number('balance-goal', target === null ? '' : String(target), { min: '0', max: '1000000000000' });
  const outcome = h('p', { class: 'form-outcome form-wrong', role: 'alert' });
  const save = async (): Promise<void> => {
    const parameters = { tolerance: Number(within.value), ...(finest ? { target: Number(aim.value) } : {}) };
    const rule = { name: `balance:${measure}`, parameters, ...(tolerance === null ? { enabled: false } : {}) };
    try {
      await api.setRules(desk.theme().id, [rule]);
      saved();
    } catch (error) {
      fill(outcome, messageOf(error));
    }
  };
  return h(
    'details',
    { class: 'more' },
    h('summary', { 'data-testid': 'balance-goal-open' }, i18n.t('balance.goal')),
    h(
      'form',
      {
        class: 'stack',
        onsubmit: (event: Event) => {
          event.preventDefault();
          void save();
        },
      },
      h(
        'div',
        { class: 'pair' },
        inputField(i18n.t('balance.tolerance'), within),
        finest ? inputField(i18n.t('balance.target'), aim, i18n.t('balance.targetHelp')) : null,
      ),
      h('p', { class: 'hint' }, i18n.t('balance.goalAbout')),
      h(
        'div',
        { class: 'button-row' },
        h('button', { type: 'submit', class: 'button', 'data-testid': 'balance-goal-save' }, i18n.t('rules.save')),
      ),
      outcome,
    ),
  );
}
