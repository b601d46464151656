// What was done in a draft, newest first; what is undone is shown as such.
import type { Revision } from '../../client/draftTypes';
import { isAbort } from '../../client/http';
import { boundsOf } from '../../model/shapes';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { rovingList } from '../../ui/list';
import { emptyState, failure, skeleton } from '../../ui/parts';
import { messageOf } from '../mode';
import type { DraftSession } from '../session/session';
import { revisionNumbers } from './revisionNumbers';

/** So many areas are named in an entry. */
const NAMED = 4;
/** So many areas are listed with their numbers. */
const LISTED = 20;

export class HistoryView {
  readonly element = h('div', { class: 'stack' });
  private readonly list;
  private readonly end: () => void;
  private readonly ending = new AbortController();
  private readonly numbers = h('div', { 'aria-live': 'polite' });
  private asking: AbortController | null = null;
  private version = -1;

  constructor(
    private readonly desk: Desk,
    private readonly session: DraftSession,
  ) {
    this.list = rovingList<Revision>({
      label: desk.i18n.t('tab.history'),
      testId: 'history',
      keyOf: ({ position }) => String(position),
      render: (revision) => this.render(revision),
      pick: (revision) => this.show(revision),
    });
    fill(this.element, skeleton(desk.i18n, 'app.loading', 4));
    this.end = session.store.subscribe(() => void this.load());
    void this.load();
  }

  close(): void {
    this.end();
    this.ending.abort();
    this.asking?.abort();
  }

  private async load(): Promise<void> {
    const { drafts, i18n } = this.desk;
    const { draft } = this.session.store.get();
    if (!draft || draft.version === this.version) return;
    this.version = draft.version;
    this.asking?.abort();
    fill(this.numbers);
    try {
      const { revisions } = await drafts.history(draft.id, this.ending.signal);
      this.list.show([...revisions].sort((a, b) => b.position - a.position));
      fill(
        this.element,
        this.numbers,
        revisions.length > 0 ? this.list.element : emptyState(i18n.t('history.none'), i18n.t('history.noneHelp')),
      );
    } catch (error) {
      if (isAbort(error)) return;
      this.version = -1;
      fill(
        this.element,
        failure(i18n, messageOf(error), () => void this.load()),
      );
    }
  }

  private show(revision: Revision): void {
    const shapes = revision.units.flatMap((code) => this.desk.units.find(code)?.feature.geometry ?? []);
    const bounds = boundsOf({ type: 'GeometryCollection', geometries: shapes });
    this.list.mark(String(revision.position));
    if (bounds) this.desk.map.fit(bounds);
    void this.ask(revision.position);
  }

  /** Shows what a revision did to numbers; the newest question wins. */
  private async ask(position: number): Promise<void> {
    const { drafts, i18n } = this.desk;
    const { draft } = this.session.store.get();
    if (!draft) return;
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const facts = await drafts.revisionFacts(draft.id, position, LISTED, asking.signal);
      if (!asking.signal.aborted) fill(this.numbers, revisionNumbers(i18n, facts));
    } catch (error) {
      if (isAbort(error)) return;
      fill(
        this.numbers,
        failure(i18n, messageOf(error), () => void this.ask(position)),
      );
    }
  }

  private render(revision: Revision): Node[] {
    const { i18n } = this.desk;
    const more = revision.units.length > NAMED ? ' …' : '';
    const codes = revision.units.slice(0, NAMED);
    const units = codes.map((code, at) => i18n.nearOf(revision.paths[at] ?? []) || code).join('; ') + more;
    const who = [revision.author ? i18n.t('plan.author', { author: revision.author }) : null, i18n.moment(revision.created)];
    return [
      h(
        'span',
        { class: `entry-line ${revision.applied ? '' : 'undone'}` },
        h('span', { class: 'entry-title' }, i18n.t(`edit.${revision.kind}`)),
        revision.applied ? null : h('span', { class: 'badge badge-plain' }, i18n.t('history.undone')),
      ),
      ...(units ? [h('span', { class: 'quiet', title: codes.join(', ') + more }, units)] : []),
      ...(revision.reason ? [h('span', { class: 'entry-text' }, revision.reason)] : []),
      h('span', { class: 'quiet' }, who.filter(Boolean).join(' · ')),
    ];
  }
}
