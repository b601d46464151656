// New codes for all areas of one parent, west to east and north to south: shown before they are given.
import type { Edit } from '../../client/draftTypes';
import { ProblemError } from '../../client/http';
import type { Desk } from '../../ui/desk';
import { ask } from '../../ui/dialogs';
import { h } from '../../ui/dom';
import { messageOf } from '../mode';
import type { DraftSession } from '../session/session';

/**
 * @param parent whose areas get new codes
 * @param level the level of these areas
 */
export async function renumber(desk: Desk, session: DraftSession, parent: string, level: string): Promise<void> {
  const { i18n } = desk;
  const edit: Edit = { type: 'renumber', parent, level };
  try {
    const { lineage } = await session.preview(edit, new AbortController().signal);
    const moves = lineage.filter((one) => one.level === level).map(({ from, to }) => [from.join(', '), to.join(', ')] as const);
    if (moves.length === 0) {
      desk.tell(i18n.t('renumber.nothing'));
      return;
    }
    const sure = await ask<true>(i18n, {
      title: i18n.t('edit.renumber'),
      testId: 'renumber-dialog',
      body: [h('p', {}, i18n.t('renumber.about', { n: moves.length })), table(desk, moves)],
      answers: [{ text: i18n.t('edit.renumber'), kind: 'primary', testId: 'dialog-yes', value: () => true }],
    });
    if (sure) await session.send(edit);
  } catch (error) {
    if (error instanceof ProblemError) desk.tell(messageOf(error));
    else desk.fail(error);
  }
}

function table({ i18n }: Desk, moves: readonly (readonly [string, string])[]): HTMLElement {
  const head = (text: string): HTMLElement => h('th', { scope: 'col' }, text);
  return h(
    'div',
    { class: 'table-box', tabindex: '0', role: 'region', 'aria-label': i18n.t('edit.renumber') },
    h(
      'table',
      { class: 'table' },
      h('thead', {}, h('tr', {}, head(i18n.t('renumber.before')), head(i18n.t('renumber.after')))),
      h(
        'tbody',
        {},
        ...moves.map(([from, to]) => h('tr', {}, h('th', { scope: 'row', class: 'code' }, from), h('td', { class: 'code' }, to))),
      ),
    ),
  );
}
