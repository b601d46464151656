// The published plans of a theme: which is in force, which was, which is to come.
import type { Plan } from '../../client/types';
import { planInForce, today } from '../../model/plans';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { rovingList } from '../../ui/list';

/** So many plans are listed before the reader asks for all. */
const FIRST = 3;

export class PlansView {
  readonly element = h('div', { class: 'stack' });
  private readonly note = h('div', { hidden: true, class: 'plan-note' });
  private readonly list;
  private plans: readonly Plan[] = [];
  private all = false;

  constructor(
    private readonly desk: Desk,
    choose: (plan: Plan) => void,
  ) {
    this.list = rovingList<Plan>({
      label: desk.i18n.t('plan.title'),
      testId: 'plans',
      keyOf: ({ id }) => String(id),
      render: (plan) => this.render(plan),
      pick: choose,
    });
  }

  show(plans: readonly Plan[]): void {
    const current = planInForce(plans);
    this.plans = current ? [current, ...plans.filter((plan) => plan !== current)] : plans;
    this.draw();
  }

  /** Marks the plan that is looked at, and says where the map shows something else than today. */
  mark(plan: Plan | null): void {
    const { i18n, store } = this.desk;
    this.list.mark(plan ? String(plan.id) : null);
    const { at } = store.get();
    this.note.hidden = at === null;
    const back = (): void => store.set({ plan: null, at: null, finding: null, findingKind: null });
    fill(
      this.note,
      h('span', {}, i18n.t('plan.viewing', { date: at ? i18n.date(at) : '' })),
      h('button', { type: 'button', class: 'link', onclick: back }, i18n.t('plan.today')),
    );
  }

  private draw(): void {
    const { i18n } = this.desk;
    this.list.show(this.all ? this.plans : this.plans.slice(0, FIRST));
    const more = h(
      'button',
      {
        type: 'button',
        class: 'link',
        onclick: () => {
          this.all = true;
          this.draw();
        },
      },
      i18n.t('plan.all', { n: this.plans.length }),
    );
    fill(this.element, this.list.element, !this.all && this.plans.length > FIRST ? more : null, this.note);
  }

  private render(plan: Plan): Node[] {
    const { i18n } = this.desk;
    const { effectiveFrom: from, effectiveTo: to } = plan;
    const inForce = planInForce(this.plans)?.id === plan.id;
    const future = !inForce && (from ?? '') > today();
    const badge = inForce ? 'inForce' : future ? 'future' : 'published';
    const period = !from
      ? i18n.t('plan.noDate')
      : to
        ? i18n.t('plan.between', { from: i18n.date(from), to: i18n.date(to) })
        : i18n.t(inForce ? 'plan.since' : 'plan.from', { from: i18n.date(from) });
    const about = [
      i18n.t('plan.revision', { id: String(plan.id), revision: String(plan.revision) }),
      plan.author ? i18n.t('plan.author', { author: plan.author }) : null,
    ];
    return [
      h(
        'span',
        { class: 'entry-line' },
        h('span', { class: `badge badge-${inForce ? 'good' : 'plain'}` }, i18n.t(`plan.${badge}`)),
        h('span', { class: 'entry-title' }, period),
      ),
      h('span', { class: 'quiet' }, about.filter(Boolean).join(' · ')),
      ...(plan.accepted ? [h('span', { class: 'entry-text' }, i18n.t('plan.accepted', { reason: plan.accepted }))] : []),
    ];
  }
}
