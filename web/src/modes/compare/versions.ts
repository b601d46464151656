// The plans and drafts that can be compared, and which two are.
import type { Version } from '../../client/compareTypes';
import type { Draft } from '../../client/draftTypes';
import type { Plan } from '../../client/types';
import type { State } from '../../model/state';
import type { Desk } from '../../ui/desk';

export interface VersionChoice {
  value: Version;
  text: string;
  /** What the map shows where this one is the later of the two. */
  shown: Pick<State, 'draft' | 'at'>;
}

/** Plans with their dates, then drafts by name. */
export function choicesOf({ i18n }: Desk, plans: readonly Plan[], drafts: readonly Draft[]): VersionChoice[] {
  const published = plans.filter(({ status }) => status === 'published');
  return [
    ...published.map(({ id, effectiveFrom }) => ({
      value: `plan:${id}` as const,
      text: i18n.t('compare.plan', { id: String(id), date: effectiveFrom ? i18n.date(effectiveFrom) : i18n.t('plan.noDate') }),
      shown: { draft: null, at: effectiveFrom },
    })),
    ...drafts.map(({ id, name }) => ({
      value: `draft:${id}` as const,
      text: i18n.t('compare.draft', { name: name || i18n.t('draft.unnamed', { id: String(id) }) }),
      shown: { draft: String(id), at: null },
    })),
  ];
}

/** State that shows the comparison of a draft with its base. */
export function againstBase({ id, base }: Draft): Partial<State> | null {
  return base && { compare: { from: `plan:${base.plan}`, to: `draft:${id}` }, draft: String(id), at: null, unit: null, finding: null };
}

/** State that shows the comparison of a plan with the one before it; with itself where it is the first: then one chooses. */
export function againstEarlier(plans: readonly Plan[], plan: Plan): Partial<State> {
  const earlier = plans
    .filter(({ status, effectiveFrom }) => status === 'published' && (effectiveFrom ?? '') < (plan.effectiveFrom ?? ''))
    .sort((a, b) => (a.effectiveFrom ?? '').localeCompare(b.effectiveFrom ?? ''))
    .at(-1);
  return { compare: { from: `plan:${(earlier ?? plan).id}`, to: `plan:${plan.id}` }, at: plan.effectiveFrom, unit: null, finding: null };
}
