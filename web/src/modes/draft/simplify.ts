// Simplifying the borders of a unit: the limit in metres, and what it would change before anything does.
import type { Edit, EditAnswer } from '../../client/draftTypes';
import type { UnitFeature } from '../../client/types';
import { ProblemError } from '../../client/http';
import type { Desk } from '../../ui/desk';
import { ask } from '../../ui/dialogs';
import { h } from '../../ui/dom';
import { inputField, selectField } from '../../ui/parts';
import { messageOf } from '../mode';
import type { DraftSession } from '../session/session';
import { nameOf } from '../session/unitName';
import { LongEdit } from './longEdit';

/** Metres. */
const LIMITS = { least: 0.1, most: 10_000, first: 2 } as const;

export async function simplify(desk: Desk, session: DraftSession, { properties }: UnitFeature): Promise<void> {
  const { i18n } = desk;
  const field = h('input', {
    type: 'number',
    min: String(LIMITS.least),
    max: String(LIMITS.most),
    step: 'any',
    value: String(LIMITS.first),
    'data-testid': 'simplify-limit',
  });
  const long = new LongEdit(desk, session.id, 'simplify-going');
  let whole = false;
  const said = h('p', { role: 'status', 'data-testid': 'simplify-said' });
  const wanted = (): Edit | null => {
    const limit = Number(field.value);
    if (!(limit >= LIMITS.least && limit <= LIMITS.most)) return null;
    const of = whole ? {} : { level: properties.level, units: [properties.code] };
    return { type: 'simplify-borders', ...of, limitMetres: limit };
  };
  const look = async (): Promise<void> => {
    const edit = wanted();
    said.textContent = edit ? '…' : i18n.t('simplify.wrong');
    if (!edit) return;
    try {
      const { signal } = new AbortController();
      said.textContent = changesIn(desk, await long.run((id) => session.preview(edit, signal, id)));
    } catch (error) {
      const nothing = error instanceof ProblemError && error.body['reason'] === 'changes-nothing';
      said.textContent = nothing ? i18n.t('simplify.none') : messageOf(error);
    }
  };
  field.addEventListener('input', () => (said.textContent = ''));
  await ask<true>(i18n, {
    title: i18n.t('simplify.title'),
    body: [
      h('p', { class: 'quiet' }, i18n.t('simplify.about')),
      selectField(
        i18n.t('simplify.where'),
        [
          { value: 'unit', text: i18n.nameAndCode(properties) },
          { value: 'all', text: i18n.t('simplify.whole') },
        ],
        'unit',
        (where) => {
          whole = where === 'all';
          said.textContent = '';
        },
        { 'data-testid': 'simplify-where' },
      ),
      inputField(i18n.t('simplify.limit'), field),
      h(
        'div',
        { class: 'button-row' },
        h(
          'button',
          { type: 'button', class: 'button', 'data-testid': 'simplify-look', onclick: () => void look() },
          i18n.t('simplify.look'),
        ),
      ),
      long.element,
      said,
    ],
    answers: [
      {
        text: i18n.t('simplify.title'),
        kind: 'primary',
        testId: 'dialog-yes',
        value: async () => {
          const edit = wanted();
          const against = edit ? await long.run((id) => simplified(desk, session, edit, id)) : i18n.t('simplify.wrong');
          said.textContent = against;
          return against === null ? true : undefined;
        },
      },
    ],
  });
  long.end();
}

function simplified(desk: Desk, session: DraftSession, edit: Edit, id: string): Promise<string | null> {
  return session.act((version) => desk.drafts.edit(session.id, edit, version, id));
}

/** How sizes change, as the server tells it. */
function changesIn(desk: Desk, { areas: { changed, largest } }: EditAnswer): string {
  const { i18n } = desk;
  const most = changed.find(({ code }) => code === largest);
  if (!most) return i18n.t('simplify.same');
  const grown = most.after - most.before;
  return i18n.t('simplify.changes', {
    n: changed.length,
    unit: nameOf(desk, most.code),
    change: `${grown < 0 ? '−' : '+'}${i18n.area(Math.abs(grown))}`,
    part: `${i18n.number((100 * Math.abs(grown)) / Math.max(most.before, 1), 2)} %`,
  });
}
