// The rules of a theme: each can be switched, and tuned within its range.
import type { Rule, RuleChange } from '../../client/draftTypes';
import { isAbort } from '../../client/http';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { failure, inputField, skeleton } from '../../ui/parts';
import { messageOf } from '../mode';

/** One rule on the page. */
interface Row {
  rule: Rule;
  on: HTMLInputElement;
  values: Map<string, HTMLInputElement>;
}

export class RulesView {
  readonly element: HTMLDetailsElement;
  private readonly body = h('div', { class: 'stack' });
  private readonly outcome = h('p', { class: 'form-outcome', role: 'status', 'data-testid': 'rules-outcome' });
  private readonly ending = new AbortController();
  private rows: readonly Row[] = [];

  /** @param saved the findings are others now */
  constructor(
    private readonly desk: Desk,
    private readonly saved: () => void,
  ) {
    this.element = h('details', { class: 'more', 'data-testid': 'rules' }, h('summary', {}, desk.i18n.t('rules.title')), this.body);
    this.element.addEventListener('toggle', () => {
      if (this.element.open && this.rows.length === 0) void this.load();
    });
  }

  close(): void {
    this.ending.abort();
  }

  private async load(): Promise<void> {
    const { api, i18n } = this.desk;
    fill(this.body, skeleton(i18n, 'app.loading', 4));
    try {
      this.show(await api.rules(this.desk.theme().id, this.ending.signal));
    } catch (error) {
      if (!isAbort(error))
        fill(
          this.body,
          failure(i18n, messageOf(error), () => void this.load()),
        );
    }
  }

  private show(rules: readonly Rule[]): void {
    const { i18n } = this.desk;
    this.rows = rules.map((rule) => this.row(rule));
    fill(
      this.body,
      h('p', { class: 'quiet' }, i18n.t('rules.about')),
      h(
        'form',
        {
          class: 'stack',
          onsubmit: (event: Event) => {
            event.preventDefault();
            void this.save();
          },
        },
        h('ul', { class: 'rules' }, ...this.rows.map((row) => this.entry(row))),
        h(
          'div',
          { class: 'button-row' },
          h('button', { type: 'submit', class: 'button button-primary', 'data-testid': 'rules-save' }, i18n.t('rules.save')),
          h('button', { type: 'button', class: 'button', onclick: () => this.usual() }, i18n.t('rules.usual')),
        ),
        this.outcome,
      ),
    );
  }

  private row(rule: Rule): Row {
    const on = h('input', { type: 'checkbox', checked: rule.enabled, 'data-testid': `rule-${rule.name}` });
    const values = Object.entries(rule.parameters).map(([name, { value, min, max }]) => {
      const input = h('input', {
        type: 'number',
        step: 'any',
        inputmode: 'decimal',
        min,
        max,
        required: true,
        'data-testid': `rule-${rule.name}-${name}`,
      });
      input.value = String(value);
      return [name, input] as const;
    });
    return { rule, on, values: new Map(values) };
  }

  private entry({ rule, on, values }: Row): HTMLElement {
    const { i18n } = this.desk;
    const fields = [...values].map(([name, input]) => {
      const { min = 0, max = 0 } = rule.parameters[name] ?? {};
      return inputField(i18n.term('measure', name), input, i18n.t('rules.range', { from: i18n.number(min, 2), to: i18n.number(max, 2) }));
    });
    return h(
      'li',
      {},
      h('label', { class: 'check' }, on, h('span', {}, ruleName(this.desk, rule.name))),
      fields.length > 0 ? h('div', { class: 'pair' }, ...fields) : null,
    );
  }

  /** Fills in what is usual; it is saved like any other change. */
  private usual(): void {
    for (const { rule, values } of this.rows) {
      for (const [name, input] of values) input.value = String(rule.parameters[name]?.default ?? input.value);
    }
    this.say(this.desk.i18n.t('rules.usualFilled'), false);
  }

  private async save(): Promise<void> {
    const { api, i18n } = this.desk;
    const changes: RuleChange[] = this.rows.map(({ rule, on, values }) => ({
      name: rule.name,
      enabled: on.checked,
      parameters: Object.fromEntries([...values].map(([name, input]) => [name, Number(input.value)])),
    }));
    try {
      this.show(await api.setRules(this.desk.theme().id, changes));
      this.say(i18n.t('rules.saved'), false);
      this.saved();
    } catch (error) {
      this.say(messageOf(error), true);
    }
  }

  private say(text: string, wrong: boolean): void {
    fill(this.outcome, text);
    this.outcome.classList.toggle('form-wrong', wrong);
  }
}

/** A rule about something carries it after a colon. */
function ruleName({ i18n }: Desk, name: string): string {
  const [kind = name, about] = name.split(':', 2);
  if (!about) return i18n.term('rule', kind);
  const word =
    kind === 'balance' ? (i18n.wordFor('balance', about) ?? i18n.wordFor('attribute', about) ?? about) : i18n.term('facility', about);
  return `${i18n.term('rule', kind)}: ${word}`;
}
