// What stands in lists of hotspots, and below them.
import type { CountItem } from '../../client/types';
import type { Desk } from '../../ui/desk';
import { h } from '../../ui/dom';

/**
 * An area in the ranking of what was counted.
 *
 * @param largest the value whose bar is as long as can be
 */
export function countEntry({ i18n }: Desk, item: CountItem, value: number, largest: number): Node[] {
  const bar = h('span', { class: 'bar', 'aria-hidden': 'true' });
  bar.style.setProperty('--part', String(largest > 0 ? value / largest : 0));
  return [
    h(
      'span',
      { class: 'entry-line' },
      h('span', { class: 'entry-title' }, i18n.nameWithin(item, item.within)),
      h('span', { class: 'entry-end number' }, i18n.rate(value)),
    ),
    ...(i18n.nameOf(item) === item.code ? [] : [h('span', { class: 'code quiet' }, item.code)]),
    bar,
  ];
}

/** An answer as files: all its figures, with and without the ground. */
export function filesOf({ api, i18n }: Desk, id: string): HTMLElement {
  const files = { csv: 'CSV', geojson: 'GeoJSON' } as const;
  const links = Object.entries(files).map(([format, text]) => {
    const href = api.hotspotFile(id, format as keyof typeof files);
    return h('a', { class: 'button', href, download: '', 'data-testid': `hot-${format}` }, text);
  });
  return h('div', { class: 'button-row', role: 'group', 'aria-label': i18n.t('hot.files') }, ...links);
}
