// What the attributes of a draft's areas are: proposed by the server, confirmed or changed here, for the whole theme.
import { FACT_KINDS, type FactChange, type FactKind, type FactOfAttribute } from '../../client/draftTypes';
import { isAbort } from '../../client/http';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { emptyState, failure, selectField, skeleton } from '../../ui/parts';
import { messageOf } from '../mode';
import { isName, NamePatterns } from './namePatterns';

/** One attribute on the page. */
interface Row {
  fact: FactOfAttribute;
  kind: FactKind;
  weight: string;
  confirmed: HTMLInputElement;
  weightBox: HTMLElement;
}

/** What weighs though it is no attribute. */
const OWN_WEIGHTS = ['addresses', 'area'] as const;

const isOwn = (weight: string): boolean => (OWN_WEIGHTS as readonly string[]).includes(weight);

/** Kinds of which something is spread, averaged or computed by a weight. */
const WEIGHED: readonly FactKind[] = ['extensive', 'intensive', 'derived'];

export class FactsView {
  readonly element: HTMLDetailsElement;
  private readonly body = h('div', { class: 'stack' });
  private readonly outcome = h('p', { class: 'form-outcome', role: 'status', 'data-testid': 'facts-outcome' });
  private readonly ending = new AbortController();
  private rows: readonly Row[] = [];
  private names: NamePatterns | null = null;

  /** @param draft id of the draft whose attributes are shown */
  constructor(
    private readonly desk: Desk,
    private readonly draft: string,
  ) {
    this.element = h('details', { class: 'more', 'data-testid': 'facts' }, h('summary', {}, desk.i18n.t('facts.title')), this.body);
    this.element.addEventListener('toggle', () => {
      if (this.element.open) void this.load();
    });
  }

  close(): void {
    this.ending.abort();
  }

  private async load(): Promise<void> {
    const { api, i18n } = this.desk;
    fill(this.body, skeleton(i18n, 'app.loading', 4));
    fill(this.outcome);
    try {
      this.show(await api.facts(this.draft, this.ending.signal));
    } catch (error) {
      if (!isAbort(error))
        fill(
          this.body,
          failure(i18n, messageOf(error), () => void this.load()),
        );
    }
  }

  private show(facts: readonly FactOfAttribute[]): void {
    const { i18n } = this.desk;
    this.rows = facts.filter(({ attribute }) => !isName(attribute)).map((fact) => this.row(fact));
    this.names = new NamePatterns(this.desk, facts);
    this.rows.forEach((row) => this.drawWeight(row));
    fill(
      this.body,
      h('p', { class: 'quiet' }, i18n.t('facts.about')),
      h(
        'form',
        {
          class: 'stack',
          onsubmit: (event: Event) => {
            event.preventDefault();
            void this.save();
          },
        },
        this.rows.length === 0 ? emptyState(i18n.t('facts.none')) : null,
        h('ul', { class: 'rules' }, ...this.rows.map((row) => this.entry(row))),
        this.names.element,
        h(
          'div',
          { class: 'button-row' },
          h('button', { type: 'submit', class: 'button button-primary', 'data-testid': 'facts-save' }, i18n.t('facts.save')),
        ),
        this.outcome,
      ),
    );
  }

  private row(fact: FactOfAttribute): Row {
    return {
      fact,
      kind: fact.kind,
      weight: fact.weight ?? '',
      confirmed: h('input', { type: 'checkbox', checked: fact.declared, 'data-testid': `fact-${fact.attribute}-confirmed` }),
      weightBox: h('div', {}),
    };
  }

  private entry(row: Row): HTMLElement {
    const { i18n } = this.desk;
    const { attribute, grids } = row.fact;
    const word = i18n.wordFor('attribute', attribute);
    const proposal = this.proposal(row.fact);
    return h(
      'li',
      { 'data-testid': `fact-${attribute}` },
      h('p', { class: 'entry-title' }, word ?? attribute),
      h(
        'p',
        { class: 'quiet' },
        [word === null ? null : attribute, i18n.t('facts.grids', { n: grids }), proposal].filter(Boolean).join(' · '),
      ),
      h(
        'div',
        { class: 'pair' },
        selectField(
          i18n.t('facts.kind'),
          FACT_KINDS.map((kind) => ({ value: kind, text: i18n.t(`factKind.${kind}`) })),
          row.kind,
          (kind) => this.choose(row, kind as FactKind),
          { 'data-testid': `fact-${attribute}-kind` },
        ),
        row.weightBox,
      ),
      h('label', { class: 'check' }, row.confirmed, h('span', {}, i18n.t('facts.confirmed'))),
    );
  }

  /** Why nobody's word is behind the kind; null where somebody's is, or where it is plainly a text. */
  private proposal({ declared, kind, grids, numbers }: FactOfAttribute): string | null {
    if (declared) return null;
    if (kind === 'extensive') return this.desk.i18n.t('facts.named');
    return 2 * numbers > grids ? this.desk.i18n.t('facts.number') : null;
  }

  private choose(row: Row, kind: FactKind): void {
    row.kind = kind;
    row.confirmed.checked = true;
    this.rows.forEach((each) => this.drawWeight(each));
  }

  /** Offers what can be a weight: of a mean, also each total. */
  private drawWeight(row: Row): void {
    const { i18n } = this.desk;
    if (!WEIGHED.includes(row.kind)) {
      row.weight = '';
      fill(row.weightBox);
      return;
    }
    const totals = row.kind === 'extensive' ? [] : this.totals().filter((each) => each !== row);
    const choices: { value: string; text: string }[] = [
      ...OWN_WEIGHTS.filter((value) => row.kind !== 'derived' || value === 'area').map((value) => ({
        value,
        text: i18n.t(`facts.${value}`),
      })),
      ...totals.map(({ fact: { attribute } }) => ({ value: attribute, text: i18n.wordFor('attribute', attribute) ?? attribute })),
    ];
    if (!choices.some(({ value }) => value === row.weight)) row.weight = row.kind === 'derived' ? 'area' : 'addresses';
    const field = selectField(
      i18n.t('facts.weight'),
      choices,
      row.weight,
      (weight) => {
        row.weight = weight;
        row.confirmed.checked = true;
      },
      { 'data-testid': `fact-${row.fact.attribute}-weight` },
    );
    fill(row.weightBox, field);
  }

  private totals(): Row[] {
    return this.rows.filter(({ kind, fact }) => kind === 'extensive' && !isOwn(fact.attribute));
  }

  private async save(): Promise<void> {
    const { api, i18n } = this.desk;
    const changes = this.changes();
    if (changes.length === 0) {
      this.say(i18n.t('facts.same'), false);
      return;
    }
    try {
      this.show(await api.setFacts(this.draft, changes));
      this.say(i18n.t('facts.saved'), false);
    } catch (error) {
      this.say(messageOf(error), true);
    }
  }

  /** What is not as it was. A total by which something is weighed is confirmed with it. */
  private changes(): FactChange[] {
    const weights = new Set(this.rows.filter(({ confirmed, weight }) => confirmed.checked && !isOwn(weight)).map(({ weight }) => weight));
    const named = this.names?.changes() ?? [];
    return named.concat(
      this.rows.flatMap(({ fact, kind, weight, confirmed }): FactChange[] => {
        const { attribute } = fact;
        if (!confirmed.checked && !weights.has(attribute)) return fact.declared ? [{ attribute, declared: false }] : [];
        if (fact.declared && fact.kind === kind && (fact.weight ?? '') === weight) return [];
        return [{ attribute, kind, weight: weight || null }];
      }),
    );
  }

  private say(text: string, wrong: boolean): void {
    fill(this.outcome, text);
    this.outcome.classList.toggle('form-wrong', wrong);
  }
}
