// What the search field says of a place that was found: where it is not what was typed, how far it is, which grids it may be in.
import type { SearchResult, UnderstoodParts } from '../client/types';
import type { I18n } from '../i18n/i18n';
import { h } from './dom';

type Differs = SearchResult['differs'][number];

const EARTH_METRES = 6_371_000;
const PARTS = ['number', 'street', 'corner', 'locality', 'postcode', 'rest'] as const;

/** Whether nobody should be sent there without a look at what is said. */
export function needsLook(result: SearchResult): boolean {
  return result.match === 'nearest-number' || result.grids.length > 1 || result.differs.length > 0;
}

/** The name of a place, with the parts marked that are not as they were typed. */
export function markedTitle(title: string, differs: readonly Differs[]): Node[] {
  const low = title.toLowerCase();
  for (const { found } of differs) {
    const at = found ? low.indexOf(found.toLowerCase()) : -1;
    if (found && at >= 0 && low.length === title.length) {
      const end = at + found.length;
      return [new Text(title.slice(0, at)), h('mark', {}, title.slice(at, end)), ...markedTitle(title.slice(end), differs.slice(1))];
    }
  }
  return [new Text(title)];
}

/** What is not as it was typed, and which grids a place that is not known to the metre may be in. */
export function remarks(result: SearchResult, i18n: I18n): string[] {
  const told = result.differs.map((each) => difference(each, i18n));
  if (result.uncertaintyMetres > 0) told.push(i18n.t('search.within', { distance: i18n.distance(result.uncertaintyMetres) }));
  if (result.grids.length > 1) told.push(i18n.t('search.touches', { n: result.grids.length, codes: result.grids.join(', ') }));
  return told;
}

function difference({ part, how, typed, found }: Differs, i18n: I18n): string {
  const words = { typed: typed ?? i18n.t('search.plain'), found: found ?? i18n.t('search.plain') };
  if (part === 'corner') return i18n.t('search.noCorner');
  if (part === 'number') return i18n.t(how === 'not-found' ? 'search.noNumber' : 'search.otherNumber', words);
  if (part === 'suffix') return i18n.t(found === null ? 'search.noSuffix' : 'search.otherSuffix', words);
  if (how === 'corrected') return i18n.t('search.corrected', words);
  return i18n.t(how === 'left-out' ? 'search.leftOut' : 'search.notFound', words);
}

/** What was understood, in words; empty where nothing was. */
export function understoodWords(parts: UnderstoodParts, i18n: I18n): string {
  const texts = { ...parts, number: parts.number + parts.suffix };
  const said = PARTS.filter((part) => texts[part] !== '').map((part) => i18n.t(`search.part.${part}`, { text: texts[part] }));
  return said.length > 0 ? i18n.t('search.understood', { parts: said.join(' · ') }) : '';
}

/** Metres between two places, as the crow flies. */
export function metresApart(one: { lon: number; lat: number }, other: { lon: number; lat: number }): number {
  const radians = Math.PI / 180;
  const x = (other.lon - one.lon) * radians * Math.cos(((one.lat + other.lat) / 2) * radians);
  return EARTH_METRES * Math.hypot(x, (other.lat - one.lat) * radians);
}
