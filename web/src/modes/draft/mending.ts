// What a repair would do, before it does it: the choice of a receiver, the preview, and the table of movements.
import type { DraftFinding, Movement, Repair, RepairRequest } from '../../client/draftTypes';
import type { Desk } from '../../ui/desk';
import { h } from '../../ui/dom';
import { selectField } from '../../ui/parts';
import { nameOf } from '../session/unitName';
import type { DraftSession } from '../session/session';

/** Fixes that are not a choice of who receives ground. */
const OTHER_FIXES: readonly string[] = ['snap', 'declare-void'];

/** Vertices are not moved farther than this, in metres, where a single finding is mended. */
const SNAP_METRES = 1;
/** Wider gaps than this, in metres, are left alone. */
const GAP_METRES = 30;
/** Inlets of the outside are left alone unless it is asked for. */
const INLET_METRES = 0;

export const REPAIR_DEFAULTS = { snapMetres: SNAP_METRES, gapWidthMetres: GAP_METRES, inletMetres: INLET_METRES } as const;

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
  const snapMetres = finding.fixes.includes('snap') ? SNAP_METRES : 0;
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
export function movementTable(desk: Desk, moved: readonly Movement[]): HTMLElement {
  const { i18n } = desk;
  const sign = (value: number): string => (value > 0 ? '+' : value < 0 ? '−' : '') + i18n.area(Math.abs(value));
  const row = ({ code, areaBefore, areaAfter, vertexMetres }: Movement): HTMLElement =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, nameOf(desk, code)),
      h('td', {}, sign(areaAfter - areaBefore)),
      h('td', {}, i18n.distance(vertexMetres)),
    );
  return h(
    'div',
    { class: 'table-box', tabindex: '0', role: 'region', 'aria-label': i18n.t('repair.movements') },
    h(
      'table',
      { class: 'table', 'data-testid': 'movements' },
      h('caption', { class: 'visually-hidden' }, i18n.t('repair.movements')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, i18n.t('repair.unit')),
          h('th', { scope: 'col' }, i18n.t('repair.change')),
          h('th', { scope: 'col' }, i18n.t('repair.vertex')),
        ),
      ),
      h('tbody', {}, ...moved.map(row)),
    ),
  );
}

/** Asks for a repair without storing it. */
export function proposal(desk: Desk, session: DraftSession, request: RepairRequest, signal: AbortSignal): Promise<Repair> {
  return desk.drafts.repair(session.id, { ...request, apply: false }, session.version, signal);
}
