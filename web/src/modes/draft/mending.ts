// What a repair would do, before it does it: the choice of a receiver, the preview, and the table of movements.
import type { DraftFinding, Movement, Repair, RepairRequest } from '../../client/draftTypes';
import type { Desk } from '../../ui/desk';
import { REPAIR_DEFAULTS, movementTable } from '../../ui/mendForm';
import { selectField } from '../../ui/parts';
import { nameOf } from '../session/unitName';
import type { DraftSession } from '../session/session';

/** Fixes that are not a choice of who receives ground. */
const OTHER_FIXES: readonly string[] = ['snap', 'declare-void'];

/** Whether a repair can do anything about a finding of this kind. */
export function canMend(finding: DraftFinding): boolean {
  return finding.fixes.some((fix) => fix !== 'declare-void');
}

/** The choice to begin with. */
export function firstChoice(finding: DraftFinding): string {
  return receivers(finding)[0] ?? 'both-corners';
}

/** Who can be chosen to receive the ground; null where there is no such choice. */
export function receiverField(desk: Desk, finding: DraftFinding, value: string, choose: (value: string) => void): HTMLElement | null {
  const { i18n } = desk;
  const rules = receivers(finding);
  if (rules.length === 0) return null;
  const choices = [...rules, 'leave'].map((rule) => ({
    value: rule,
    text: rule.startsWith('to:') ? i18n.t('repair.to', { unit: nameOf(desk, rule.slice(3)) }) : i18n.term('repair', rule),
  }));
  return selectField(i18n.t('repair.receiver'), choices, value, choose, { 'data-testid': 'receiver' });
}

function receivers(finding: DraftFinding): string[] {
  return finding.fixes.filter((fix) => !OTHER_FIXES.includes(fix));
}

/** The repair of one finding alone. */
export function repairOf(finding: DraftFinding, choice: string, apply: boolean): RepairRequest {
  const snapMetres = finding.fixes.includes('snap') ? REPAIR_DEFAULTS.snapMetres : 0;
  return { snapMetres, choices: { [finding.id]: choice }, only: [finding.id], apply };
}

/** Draws both outlines and the ground that changes hands. */
export function showRepair(desk: Desk, repair: Repair | null): void {
  if (repair) desk.marks.concerned([]);
  desk.marks.repair(
    repair && {
      before: repair.before.features.map(({ geometry }) => geometry),
      after: repair.after.features.map(({ geometry }) => geometry),
      moved: repair.mends.flatMap(({ place }) => place ?? []),
    },
  );
}

/** Whose area changes by how much. */
export function movements(desk: Desk, moved: readonly Movement[]): HTMLElement {
  return movementTable(desk.i18n, moved, (code) => nameOf(desk, code));
}

/** Asks for a repair without storing it. */
export function proposal(desk: Desk, session: DraftSession, request: RepairRequest, signal: AbortSignal): Promise<Repair> {
  return desk.drafts.repair(session.id, { ...request, apply: false }, session.version, signal);
}
