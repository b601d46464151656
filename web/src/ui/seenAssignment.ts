// An assignment that a planner is about to change, while others may as well.
import { ProblemError } from '../client/http';
import type { OfficerOfGrid } from '../client/roster';
import type { Desk } from './desk';

/** From when until when, in words. */
export function daysOf({ i18n }: Desk, { from, to }: OfficerOfGrid): string {
  if (from && to) return i18n.t('officer.fromTo', { from: i18n.date(from), to: i18n.date(to) });
  if (from) return i18n.t('officer.from', { from: i18n.date(from) });
  return to ? i18n.t('officer.to', { to: i18n.date(to) }) : i18n.t('officer.always');
}

/** An assignment as it was last looked at. */
export class SeenAssignment {
  constructor(
    private readonly desk: Desk,
    private readonly grid: string,
    private officer: OfficerOfGrid,
  ) {}

  /** Makes a change of it; where somebody else made one since, it says which, and the next attempt is made on that. */
  async on(change: (version: number) => Promise<void>): Promise<void> {
    try {
      await change(this.officer.version);
    } catch (error) {
      if (!(error instanceof ProblemError && error.status === 412)) throw error;
      const { i18n, roster, theme } = this.desk;
      const now = (await roster.ofGrid(theme().id, this.grid)).find(({ assignment }) => assignment === this.officer.assignment);
      if (!now) throw new Error(i18n.t('officer.movedAway'), { cause: error });
      this.officer = now;
      throw new Error(i18n.t('officer.movedOn', { role: i18n.term('role', now.role), days: daysOf(this.desk, now) }), { cause: error });
    }
  }
}
