// What a revision did to numbers, and which counts these come from.
import type { GridNumbers, RevisionFacts } from '../../client/draftTypes';
import type { Fact } from '../../client/types';
import type { I18n } from '../../i18n/i18n';
import { countsFrom } from '../../ui/countsFrom';
import { h } from '../../ui/dom';
import { section } from '../../ui/parts';

export function revisionNumbers(i18n: I18n, { total, grids }: RevisionFacts): HTMLElement {
  const content = [
    total === 0 ? h('p', { class: 'quiet' }, i18n.t('history.noNumbers')) : null,
    ...grids.map((grid) => numbersOf(i18n, grid)),
    total > grids.length ? h('p', { class: 'quiet' }, i18n.t('history.moreNumbers', { n: total - grids.length })) : null,
  ];
  const box = section(i18n.t('history.numbers'), ...content);
  box.dataset['testid'] = 'history-numbers';
  return box;
}

function numbersOf(i18n: I18n, { code, path, before, after }: GridNumbers): HTMLElement {
  const attributes = [...new Set([...(before ?? []), ...(after ?? [])].map(({ attribute }) => attribute))];
  return h(
    'div',
    { class: 'stack' },
    h('h3', { class: 'block-title', title: code }, i18n.nearOf(path) || code),
    h(
      'ul',
      { class: 'bullets' },
      ...attributes.map((attribute) => {
        const was = before?.find((fact) => fact.attribute === attribute);
        const is = after?.find((fact) => fact.attribute === attribute);
        const said = { what: i18n.term('attribute', attribute), before: told(i18n, was), after: told(i18n, is) };
        const counts = is ? countsFrom(i18n, [is]) : [];
        return h(
          'li',
          {},
          i18n.t('history.number', said),
          counts.length > 0 ? h('ul', { class: 'bullets quiet' }, ...counts.map((line) => h('li', {}, line))) : null,
        );
      }),
    ),
  );
}

function told(i18n: I18n, fact: Fact | undefined): string {
  return fact === undefined ? '–' : i18n.told(fact.value === null ? '?' : i18n.number(fact.value, 9), fact.basis);
}
