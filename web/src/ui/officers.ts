// Who answers for a grid, with role and dates; a planner adds, changes and ends what officers are assigned to.
import { isAbort } from '../client/http';
import type { OfficerOfGrid } from '../client/roster';
import type { Desk } from './desk';
import { askAssign, askChange, askEnd, type GridOfRoster } from './assignOfficer';
import { fill, h } from './dom';
import { failure, skeleton } from './parts';
import { daysOf } from './seenAssignment';

export class OfficersOfGrid {
  readonly element = h('div', { class: 'stack officers-box', 'data-testid': 'officers' });
  private grid: GridOfRoster | null = null;
  private loading: AbortController | null = null;

  constructor(private readonly desk: Desk) {}

  /** The officers of a grid; the same one again is read anew. */
  async show(grid: GridOfRoster): Promise<void> {
    const { i18n, roster } = this.desk;
    this.loading?.abort();
    const loading = (this.loading = new AbortController());
    if (grid.code !== this.grid?.code) fill(this.element, skeleton(i18n, 'unit.loading', 1));
    this.grid = grid;
    try {
      const officers = await roster.ofGrid(this.desk.theme().id, grid.code, loading.signal);
      if (!loading.signal.aborted) this.draw(grid, officers);
    } catch (error) {
      if (isAbort(error)) return;
      const message = error instanceof Error ? error.message : String(error);
      fill(
        this.element,
        failure(i18n, message, () => void this.show(grid)),
      );
    }
  }

  close(): void {
    this.loading?.abort();
  }

  private draw(grid: GridOfRoster, officers: readonly OfficerOfGrid[]): void {
    const { i18n } = this.desk;
    const assign = (): void => void this.after(askAssign(this.desk, grid));
    fill(
      this.element,
      officers.length > 0
        ? h('ul', { class: 'officers' }, ...officers.map((each) => this.entry(grid, each)))
        : h('p', { class: 'quiet' }, i18n.t('unit.noOfficers')),
      h('button', { type: 'button', class: 'button', 'data-testid': 'officer-assign', onclick: assign }, i18n.t('officer.assign')),
    );
  }

  private entry(grid: GridOfRoster, officer: OfficerOfGrid): HTMLElement {
    const { i18n } = this.desk;
    const name = i18n.half(officer.name);
    const action = (key: 'officer.change' | 'officer.end', testId: string, onclick: () => void): HTMLElement =>
      h('button', { type: 'button', class: 'link', 'data-testid': testId, 'aria-label': `${i18n.t(key)}: ${name}`, onclick }, i18n.t(key));
    return h(
      'li',
      { 'data-testid': 'officer' },
      h('span', { class: 'officer-name' }, name),
      h('span', { class: 'quiet' }, i18n.term('role', officer.role)),
      officer.contact ? h('span', { class: 'officer-contact' }, officer.contact) : null,
      h('span', { class: 'quiet officer-days' }, daysOf(this.desk, officer)),
      action('officer.change', 'officer-change', () => void this.after(askChange(this.desk, grid, officer))),
      action('officer.end', 'officer-end', () => void this.after(askEnd(this.desk, grid, officer))),
    );
  }

  private async after(asked: Promise<boolean>): Promise<void> {
    if ((await asked) && this.grid) await this.show(this.grid);
  }
}
