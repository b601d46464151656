// Words, numbers and dates in the reader's language.
import type { Named } from '../client/types';
import type { LanguageId } from '../model/state';
import type { FactBasis } from '../model/told';
import { en, type Catalogue, type Key } from './en';
import { zh } from './zh';

const CATALOGUES: Record<LanguageId, Catalogue> = { en, zh };
const TAGS: Record<LanguageId, string> = { en: 'en-GB', zh: 'zh-CN' };

/** Each language's name for itself. */
export const ENDONYMS: Record<LanguageId, string> = { en: 'English', zh: '中文' };

/** The catalogue's language that a browser asks for; English where it asks for neither. */
export function preferredLanguage(tags: readonly string[]): LanguageId {
  for (const tag of tags) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh';
    if (tag.toLowerCase().startsWith('en')) return 'en';
  }
  return 'en';
}

/** What `term` has words for: terms of a city's data, and rules, their measures and remedies, which travel as text. */
type DataTerm =
  | 'level'
  | 'category'
  | 'role'
  | 'channel'
  | 'status'
  | 'attribute'
  | 'facility'
  | 'rule'
  | 'measure'
  | 'repair'
  | 'balance'
  | 'hotspot'
  | 'hot'
  | 'emerging'
  | 'ranking';

export class I18n {
  /** BCP 47 tag for Intl, for `lang` and for Accept-Language. */
  readonly tag: string;
  private readonly catalogue: Catalogue;
  private readonly plurals: Intl.PluralRules;

  /** @param wordless told the key of each word that is shown without being in the catalogue */
  constructor(
    readonly language: LanguageId,
    private readonly wordless: (key: string) => void = () => undefined,
  ) {
    this.tag = TAGS[language];
    this.catalogue = CATALOGUES[language];
    this.plurals = new Intl.PluralRules(this.tag);
  }

  /** The sentence of a key, with its parameters filled in. */
  t(key: Key, parameters: Record<string, string | number> = {}): string {
    return this.catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = parameters[name];
      return value === undefined ? whole : typeof value === 'number' ? this.number(value) : value;
    });
  }

  /** The sentence of a counted thing: the keys end in `.one` and `.other`. */
  counted(
    stem: 'search.results' | 'legend.areas' | 'hot.total' | 'draft.unsaved' | 'draft.leaveUnsent' | 'draft.leftUnsent',
    n: number,
  ): string {
    return this.t(`${stem}.${this.plurals.select(n) === 'one' ? 'one' : 'other'}`, { n });
  }

  /**
   * The word for what the compiler cannot know: what a city's data brings along, and what the server says as free text.
   * A word that the catalogue lacks is shown as the data has it, and told to `wordless`.
   */
  term(kind: DataTerm, value: string): string {
    const key = `${kind}.${value}`;
    if (key in this.catalogue) return this.catalogue[key as Key];
    this.wordless(key);
    const words = value.replaceAll(/[-_]+/g, ' ').trim();
    return /^[a-z]/.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  }

  /** The catalogue's word for a term of a city's data; none where it has none, which is then no fault. */
  wordFor(kind: DataTerm, value: string): string | null {
    const key = `${kind}.${value}`;
    return key in this.catalogue ? this.catalogue[key as Key] : null;
  }

  /** A unit's name in this language, else in any, else its code. */
  nameOf(unit: Named): string {
    const other: LanguageId = this.language === 'en' ? 'zh' : 'en';
    return unit.names?.[this.language] || unit.name || unit.names?.[other] || unit.code;
  }

  /** Of a text that says the same twice, as in `珞喻路1号 (1 Luoyu Road)`, the half in this language; else all of it. */
  half(text: string): string {
    const match = /^(.+?)\s*[(（]([^()（）]+)[)）]$/.exec(text);
    const [first, second] = [match?.[1] ?? '', match?.[2] ?? ''];
    const chinese = (part: string): boolean => /\p{Script=Han}/u.test(part);
    if (!match || chinese(first) === chinese(second)) return text;
    return chinese(first) === (this.language === 'zh') ? first : second;
  }

  /** A unit's name, with its code where the name alone would not tell it from others. */
  nameAndCode(unit: Named): string {
    const name = this.nameOf(unit);
    return name === unit.code ? name : `${name} (${unit.code})`;
  }

  /** A unit by name with that of the unit it is part of, as lists and tooltips call it; where it has no name, its code alone. */
  nameWithin(unit: Named, parent: Named | null | undefined): string {
    const name = this.nameOf(unit);
    return parent && name !== unit.code ? this.t('unit.within', { unit: name, parent: this.nameOf(parent) }) : name;
  }

  /** Where a unit is, as its path names it from the coarsest level down; the city goes without saying. */
  pathOf(path: readonly Named[]): string {
    const named = path.length > 1 ? path.slice(1) : path;
    return named.reduce((parent, unit) => (parent ? this.t('unit.within', { unit: this.nameOf(unit), parent }) : this.nameOf(unit)), '');
  }

  /** The last unit of a path, with what it is directly part of. */
  nearOf(path: readonly Named[]): string {
    const [unit, parent] = [path[path.length - 1], path[path.length - 2]];
    return unit ? this.nameWithin(unit, parent) : '';
  }

  number(value: number, digits = 0): string {
    return new Intl.NumberFormat(this.tag, { maximumFractionDigits: digits }).format(value);
  }

  /** A number of a unit as it is known: an estimate looks different from a count, wherever it stands. */
  told(text: string, basis: FactBasis): string {
    return basis === 'counted' ? text : this.t(`told.${basis}`, { value: text });
  }

  /** Three significant digits below a thousand, whole numbers above. */
  rate(value: number): string {
    const options = value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 };
    return new Intl.NumberFormat(this.tag, options).format(value);
  }

  /** How large a file is. */
  /** A share of 1. */
  percent(share: number): string {
    return new Intl.NumberFormat(this.language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
  }

  bytes(bytes: number): string {
    return bytes < 100_000 ? `${this.number(bytes / 1000, 1)} kB` : `${this.number(bytes / 1e6, 1)} MB`;
  }

  distance(metres: number): string {
    if (metres < 1) return `${this.rate(metres * 100)} cm`;
    return metres < 1000 ? `${this.number(metres, metres < 10 ? 1 : 0)} m` : `${this.rate(metres / 1000)} km`;
  }

  area(squareMetres: number): string {
    return squareMetres < 100_000 ? `${this.rate(squareMetres)} m²` : `${this.rate(squareMetres / 1e6)} km²`;
  }

  /** A local date or time without offset is shown as it stands: it is read and written as if it were UTC. */
  /** The name of a weekday, from 1, Monday. */
  weekday(day: number, width: 'short' | 'long'): string {
    const monday = Date.UTC(2024, 0, day);
    return new Intl.DateTimeFormat(this.tag, { weekday: width, timeZone: 'UTC' }).format(monday);
  }

  date(text: string): string {
    return this.format(text, { dateStyle: 'medium' });
  }

  time(text: string): string {
    return this.format(text, { dateStyle: 'medium', timeStyle: 'short' });
  }

  /** An instant with its offset, in the reader's own time. */
  moment(text: string): string {
    const moment = new Date(text);
    if (Number.isNaN(moment.getTime())) return text;
    return new Intl.DateTimeFormat(this.tag, { dateStyle: 'medium', timeStyle: 'short' }).format(moment);
  }

  private format(text: string, options: Intl.DateTimeFormatOptions): string {
    const zoned = text.includes('T') ? (/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`) : `${text}T00:00:00Z`;
    const moment = new Date(zoned);
    if (Number.isNaN(moment.getTime())) return text;
    return new Intl.DateTimeFormat(this.tag, { ...options, timeZone: 'UTC' }).format(moment);
  }
}
