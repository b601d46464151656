// Of which counts numbers are made that are not simply counted on an area's own ground.
import type { Fact } from '../client/types';
import type { I18n } from '../i18n/i18n';

/** A line for each count. */
export function countsFrom(i18n: I18n, facts: readonly Fact[]): string[] {
  return facts.flatMap(({ attribute, sources }) =>
    sources.map(({ code, counted, since, share }) =>
      i18n.t('unit.count', {
        what: i18n.term('attribute', attribute),
        counted: counted === null ? '?' : i18n.number(counted, 2),
        code,
        day: since === null ? '' : ` (${i18n.date(since)})`,
        share: i18n.number(100 * share, 1),
      }),
    ),
  );
}
