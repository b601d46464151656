// The plans and drafts that can be compared, and which two are.
import type { Version } from '../../client/compareTypes';
import type { Draft } from '../../client/draftTypes';
import type { Plan, Theme } from '../../client/types';
import type { UnitSource } from '../../map/unitLayer';
import { planInForce } from '../../model/plans';
import type { State } from '../../model/state';
import type { Desk } from '../../ui/desk';

export interface VersionChoice {
  value: Version;
  text: string;
  /** A few words, for the map. */
  short: string;
  /** What the map shows where this one is the one on it. */
  shown: Pick<State, 'draft' | 'at'>;
}

/** A theme with what of it can be compared. */
export interface ThemeChoices {
  theme: Theme;
  versions: readonly VersionChoice[];
  /** The plan in force, else the first there is. */
  usual: Version | null;
}

/** All themes that have a plan or draft. */
export async function themeChoices(desk: Desk, signal: AbortSignal): Promise<ThemeChoices[]> {
  const all = await Promise.all(
    desk.themes().map(async (theme) => {
      const [plans, drafts] = await Promise.all([desk.api.plans(theme.id, signal), desk.drafts.list(theme.id, signal)]);
      const versions = choicesOf(desk, plans, drafts);
      const now = planInForce(plans);
      return { theme, versions, usual: now ? (`plan:${now.id}` as const) : (versions[0]?.value ?? null) };
    }),
  );
  return all.filter(({ versions }) => versions.length > 0);
}

/** Where the areas of a plan or draft come from. */
export function unitsOf({ api, drafts }: Desk, theme: Theme, { shown }: VersionChoice): UnitSource {
  const { at, draft } = shown;
  return draft
    ? (level, box, _limit, signal) => drafts.units(draft, level, box, signal)
    : (level, box, limit, signal) => api.unitLayer({ theme: theme.id, level, at }, box, limit, signal);
}

/** Plans with their dates, then drafts by name. */
function choicesOf({ i18n }: Desk, plans: readonly Plan[], drafts: readonly Draft[]): VersionChoice[] {
  const published = plans.filter(({ status }) => status === 'published');
  return [
    ...published.map(({ id, effectiveFrom }) => ({
      value: `plan:${id}` as const,
      text: i18n.t('compare.plan', { id: String(id), date: effectiveFrom ? i18n.date(effectiveFrom) : i18n.t('plan.noDate') }),
      short: effectiveFrom ? i18n.date(effectiveFrom) : i18n.t('plan.noDate'),
      shown: { draft: null, at: effectiveFrom },
    })),
    ...drafts.map(({ id, name }) => ({
      value: `draft:${id}` as const,
      text: i18n.t('compare.draft', { name: name || i18n.t('draft.unnamed', { id: String(id) }) }),
      short: name || i18n.t('draft.unnamed', { id: String(id) }),
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
