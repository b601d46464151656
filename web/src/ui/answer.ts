// The answer to "whose grid is it?": the grid, its whole path, who answers for it, and how sure that is.
import type { Located } from '../client/types';
import type { I18n } from '../i18n/i18n';
import type { Place, UnitRef } from '../model/state';
import { h, iconButton } from './dom';
import { facts, officerList } from './parts';

/** A runner-up nearer than this is worth a second look at the position: about the width of a street. */
const CLOSE_METRES = 15;

export interface AnswerActions {
  select: (unit: UnitRef) => void;
  clear: () => void;
}

export function answerCard(i18n: I18n, located: Located, place: Place, actions: AnswerActions): HTMLElement {
  const { grid, runnerUp } = located;
  const position = `${located.lon.toFixed(6)}, ${located.lat.toFixed(6)}`;
  return h(
    'article',
    { class: 'answer', 'data-testid': 'answer' },
    h(
      'header',
      { class: 'answer-head' },
      h(
        'div',
        {},
        place.text ? h('p', { class: 'eyebrow' }, place.text) : null,
        h('p', { class: 'answer-title' }, grid ? i18n.nameOf(grid) : i18n.t('place.nobody')),
        grid && i18n.nameOf(grid) !== grid.code ? h('p', { class: 'code' }, grid.code) : null,
      ),
      iconButton('close', i18n.t('place.clear'), actions.clear),
    ),
    ...warnings(i18n, located),
    located.path.length > 0 ? pathList(i18n, located, actions) : null,
    facts([
      runnerUp
        ? [
            i18n.t(grid ? 'place.runnerUp' : 'place.nearest'),
            `${i18n.nameAndCode(runnerUp)} · ${i18n.t('place.away', { distance: i18n.distance(runnerUp.distanceMetres) })}`,
          ]
        : null,
      [i18n.t('place.coordinates'), h('span', { class: 'code' }, position)],
    ]),
    grid ? h('h3', { class: 'block-title' }, i18n.t('unit.officers')) : null,
    grid ? officerList(i18n, located.officers) : null,
  );
}

/** What makes the answer less than plain, each as a badge with its sentence. */
function warnings(i18n: I18n, { grid, contested, onBoundary, runnerUp }: Located): HTMLElement[] {
  const row = (kind: string, badge: string, help: string): HTMLElement =>
    h('p', { class: 'answer-warning' }, h('span', { class: `badge badge-${kind}` }, badge), h('span', {}, help));
  if (!grid) return [h('p', { class: 'quiet' }, i18n.t('place.nobodyHelp'))];
  if (contested.length > 0) {
    return [row('blocking', i18n.t('place.contested'), i18n.t('place.contestedHelp', { codes: contested.join(', ') }))];
  }
  if (onBoundary) return [row('warning', i18n.t('place.boundary'), i18n.t('place.boundaryHelp'))];
  if (runnerUp && runnerUp.distanceMetres < CLOSE_METRES) {
    const distance = i18n.distance(runnerUp.distanceMetres);
    return [row('warning', i18n.t('place.close'), i18n.t('place.closeHelp', { distance }))];
  }
  return [];
}

function pathList(i18n: I18n, { path }: Located, actions: AnswerActions): HTMLElement {
  return h(
    'ol',
    { class: 'path', 'aria-label': i18n.t('unit.path'), 'data-testid': 'answer-path' },
    ...path.map((step) =>
      h(
        'li',
        {},
        h('span', { class: 'path-level' }, i18n.term('level', step.level)),
        h(
          'button',
          { type: 'button', class: 'link', title: step.code, onclick: () => actions.select({ level: step.level, code: step.code }) },
          i18n.nameOf(step),
        ),
      ),
    ),
  );
}
