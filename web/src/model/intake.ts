// What is asked about a file before it is imported: begun with the server's proposals, and turned into its request.
import type { FactChange, FactKind } from '../client/draftTypes';
import type { DatumId, FactProposal, ImportRequest, Look, Reading, Use, ZoneLevel } from '../client/uploads';
import type { Theme } from '../client/types';

/** A level as the form has it: its codes come from a field, in front of which those of the level above may stand. */
export interface LevelChoice {
  level: string;
  field: string;
  /** Whether codes repeat between units of the level above, and are told apart by its codes. */
  joined: boolean;
  /** Field of the names; empty where the codes are the names. */
  name: string;
}

/** What somebody says an attribute is; see `FactProposal` for what it is where nobody does. */
export interface FactChoice {
  kind: FactKind;
  /** Empty where it has none. */
  weight: string;
}

export interface IntakeForm {
  use: Use;
  /** Empty where nobody has said yet. */
  datum: DatumId | '';
  crs: string;
  layer: string;
  encoding: string;
  /** How a CSV is written, where somebody says it otherwise than it was found; empty to find it. */
  separator: string;
  decimal: '' | '.' | ',';
  headerLine: string;
  theme: string;
  title: string;
  levels: readonly LevelChoice[];
  codes: 'free' | 'cn15';
  /** What attributes are, by field, as far as somebody says. */
  facts: Readonly<Record<string, FactChoice>>;
  /** Level of outlines, and of the units that incidents name. */
  level: string;
  id: string;
  lon: string;
  lat: string;
  text: readonly string[];
  weight: string;
  time: string;
  /** Empty where the file does not tell and nobody has said yet. */
  dayFirst: 'day' | 'month' | '';
  category: string;
  reportedZone: string;
  skipBad: boolean;
}

/** What a form lacks, as the key of its field. */
export type Missing = 'datum' | 'theme' | 'levels' | 'level' | 'id' | 'place' | 'text' | 'time' | 'category' | 'dayFirst';

const AREAS: readonly Use[] = ['zones', 'outlines', 'jurisdiction'];

/** Whether records are areas when they are used so. */
export const isOfAreas = (use: Use): boolean => AREAS.includes(use);

const RECORDS: readonly Use[] = ['addresses', 'incidents', 'officers'];

/** What a file can be imported as: outlines, a jurisdiction and officers belong to a theme that is there. */
export function usesOf(look: Look, themes: readonly Theme[]): Use[] {
  const uses = look.shapes === 'areas' || look.shapes === 'mixed' ? AREAS : RECORDS;
  return uses.filter(
    (use) =>
      (use !== 'outlines' || themes.some(({ levels }) => levels.length > 1)) &&
      (use !== 'jurisdiction' || themes.length > 0) &&
      (use !== 'officers' || (themes.length > 0 && look.format === 'csv')),
  );
}

/** The form that the server's proposals make. */
export function formOf(look: Look, themes: readonly Theme[], wanted: Use | null = null): IntakeForm {
  const uses = usesOf(look, themes);
  const proposed = look.uses.find((use) => uses.includes(use)) ?? uses[0] ?? 'zones';
  const { points, zones } = look;
  const use = wanted !== null && uses.includes(wanted) ? wanted : proposed;
  return {
    use,
    datum: look.datum ?? (look.datumAsked ? '' : 'wgs84'),
    crs: '',
    layer: look.layer ?? '',
    encoding: look.encoding,
    separator: '',
    decimal: '',
    headerLine: '',
    theme: themeFor(use, look, themes),
    title: zones?.title ?? '',
    levels: (zones?.levels ?? []).map((level) => choiceOf(level, zones?.names ?? {})),
    codes: zones?.codes ?? 'free',
    facts: {},
    level: '',
    id: AREAS.some((use) => uses.includes(use)) ? (zones?.levels[0]?.fields.at(-1) ?? '') : (points.id ?? look.keyField ?? ''),
    lon: points.lon ?? '',
    lat: points.lat ?? '',
    text: points.text,
    weight: '',
    time: points.time[0] ?? '',
    dayFirst: points.dayFirst === null ? (isAmbiguous(look) ? '' : 'month') : points.dayFirst ? 'day' : 'month',
    category: points.category ?? '',
    reportedZone: '',
    skipBad: false,
  };
}

/** The theme that is proposed: a new one for areas; for what belongs to a theme the only one there is. */
export function themeFor(use: Use, look: Look, themes: readonly Theme[]): string {
  if (use === 'zones') return look.zones?.theme ?? '';
  return themes.length === 1 ? (themes[0]?.id ?? '') : '';
}

/** The same choices for a file that is read anew, where its fields are others. */
export function reread(form: IntakeForm, look: Look, themes: readonly Theme[]): IntakeForm {
  const fresh = formOf(look, themes, form.use);
  const { datum, crs, title, theme, separator, decimal, headerLine, skipBad, facts } = form;
  return { ...fresh, datum: datum || fresh.datum, crs, title, theme, separator, decimal, headerLine, skipBad, facts };
}

/** The fields that become attributes and may count for something, with what they are where nobody says it. */
export function factsOf(form: IntakeForm, look: Look): FactProposal[] {
  const used = new Set(form.levels.flatMap(({ field, name }) => [field, name]));
  return (look.zones?.facts ?? []).filter(({ attribute }) => !used.has(attribute));
}

/** What a field is, as it is said or else proposed. */
function kindOf({ attribute, kind }: FactProposal, form: IntakeForm): FactKind {
  return form.facts[attribute]?.kind ?? kind;
}

/** By what an attribute of a kind can be weighed: addresses or area, and of a mean each total. */
export function weightsFor(fact: FactProposal, form: IntakeForm, look: Look): string[] {
  const kind = kindOf(fact, form);
  if (kind === 'extensive') return ['addresses', 'area'];
  const totals = factsOf(form, look).filter((other) => other.attribute !== fact.attribute && kindOf(other, form) === 'extensive');
  const own = kind === 'derived' ? ['area'] : kind === 'intensive' ? ['addresses', 'area'] : [];
  return own.length > 0 ? [...own, ...totals.map(({ attribute }) => attribute)] : [];
}

/** The same choices, where those that no longer can be are taken back: a weight that is no total any more. */
export function withFact(form: IntakeForm, look: Look, attribute: string, choice: FactChoice | null): IntakeForm['facts'] {
  const facts: Record<string, FactChoice> = Object.fromEntries(Object.entries(form.facts).filter(([field]) => field !== attribute));
  if (choice) facts[attribute] = choice;
  const said = { ...form, facts };
  for (const fact of factsOf(said, look)) {
    const own = facts[fact.attribute];
    const weights = weightsFor(fact, said, look);
    if (own && !weights.includes(own.weight)) facts[fact.attribute] = { ...own, weight: weights[0] ?? '' };
  }
  return facts;
}

/** What is said of attributes. A total by which something is weighed is said with it. */
function factChanges(form: IntakeForm, look: Look): FactChange[] {
  const known = factsOf(form, look);
  const said = known.filter(({ attribute }) => form.facts[attribute]);
  const weights = new Set(said.map(({ attribute }) => form.facts[attribute]?.weight));
  return known
    .filter((fact) => said.includes(fact) || weights.has(fact.attribute))
    .map((fact) => ({
      attribute: fact.attribute,
      kind: kindOf(fact, form),
      weight: (form.facts[fact.attribute]?.weight ?? fact.weight) || null,
    }));
}

/** How the file is read, as the form says. */
export function readingOf(form: Pick<IntakeForm, 'crs' | 'datum' | 'layer' | 'encoding'> & CsvForm, look: Look): Reading {
  return {
    ...(look.layers.length > 0 && form.layer ? { layer: form.layer } : {}),
    ...(form.crs.trim() ? { crs: form.crs.trim() } : {}),
    ...(form.datum ? { datum: form.datum } : {}),
    ...(look.format === 'geopackage' ? {} : { encoding: form.encoding }),
    ...(look.format === 'csv' ? marksOf(form) : {}),
  };
}

/** How a CSV is written, as the form has it. */
export type CsvForm = Pick<IntakeForm, 'separator' | 'decimal' | 'headerLine'>;

/** What is said of how a CSV is written. */
export function marksOf({ separator, decimal, headerLine }: CsvForm): Reading {
  const line = Number(headerLine);
  return {
    ...(separator ? { separator } : {}),
    ...(decimal ? { decimal } : {}),
    ...(Number.isInteger(line) && line > 0 ? { headerLine: line } : {}),
  };
}

/** How a CSV was said to be written, as the form has it. */
export function marksSaid({ separator, decimal, headerLine }: Reading): CsvForm {
  return { separator: separator ?? '', decimal: decimal ?? '', headerLine: headerLine === undefined ? '' : String(headerLine) };
}

/** What still has to be said, in the order of the form. */
export function missing(form: IntakeForm, look: Look): Missing[] {
  const lacks: (Missing | false)[] = [form.datum === '' && form.use !== 'officers' && 'datum'];
  const place = look.shapes === 'none' && (!form.lon || !form.lat) && 'place';
  if (form.use === 'zones') {
    const names = form.levels.map(({ level }) => level.trim());
    const unsound = names.length === 0 || names.includes('') || new Set(names).size < names.length;
    lacks.push(!/^[a-z0-9][a-z0-9-]{0,63}$/.test(form.theme) && 'theme', (unsound || form.levels.some(({ field }) => !field)) && 'levels');
  } else if (form.use === 'outlines') {
    lacks.push(!form.theme && 'theme', !form.level && 'level', !form.id && 'id');
  } else if (form.use === 'addresses') {
    lacks.push(!form.id && 'id', form.text.length === 0 && 'text', place);
  } else if (form.use === 'incidents') {
    lacks.push(place, !form.time && 'time', form.dayFirst === '' && 'dayFirst', !form.category && 'category');
  } else {
    lacks.push(!form.theme && 'theme');
  }
  return lacks.filter((lack) => lack !== false);
}

/** The request of a form in which nothing is missing. */
export function requestOf(form: IntakeForm, look: Look): ImportRequest {
  const said = readingOf(form, look);
  const reading = form.skipBad && isOfAreas(form.use) ? { ...said, skipBad: true } : said;
  const place = look.shapes === 'none' ? { lon: form.lon, lat: form.lat } : {};
  switch (form.use) {
    case 'zones': {
      const facts = factChanges(form, look);
      return {
        reading,
        zones: {
          theme: form.theme,
          title: form.title.trim() || form.theme,
          levels: levelsOf(form.levels),
          names: namesOf(form.levels),
          codes: form.codes,
          ...(facts.length > 0 ? { facts } : {}),
        },
      };
    }
    case 'outlines':
      return { reading, outlines: { theme: form.theme, level: form.level, fields: [form.id] } };
    case 'jurisdiction':
      return { reading, jurisdiction: { theme: form.theme } };
    case 'addresses':
      return {
        reading,
        addresses: { id: form.id, text: [...form.text], ...place, ...(form.weight ? { weight: form.weight } : {}), skipBad: form.skipBad },
      };
    case 'incidents':
      return {
        reading,
        incidents: {
          ...(form.id ? { id: form.id } : {}),
          ...place,
          time: [form.time],
          ...(look.points.dayFirst !== null || isAmbiguous(look) ? { dayFirst: form.dayFirst === 'day' } : {}),
          category: form.category,
          ...(form.theme ? { theme: form.theme } : {}),
          ...(form.reportedZone && form.level ? { reportedZone: form.reportedZone, level: form.level } : {}),
          skipBad: form.skipBad,
        },
      };
    case 'officers':
      return { reading, officers: { theme: form.theme } };
  }
}

/** Levels as the server takes them: the fields of each, those of the level above in front where they are joined. */
function levelsOf(levels: readonly LevelChoice[]): ZoneLevel[] {
  const made: ZoneLevel[] = [];
  for (const { level, field, joined } of levels) {
    const above = joined ? (made.at(-1)?.fields ?? []) : [];
    made.push({ level: level.trim(), fields: [...above.filter((one) => one !== field), field] });
  }
  return made;
}

function namesOf(levels: readonly LevelChoice[]): Record<string, string> {
  return Object.fromEntries(levels.filter(({ name }) => name).map(({ level, name }) => [level.trim(), name]));
}

function choiceOf({ level, fields }: ZoneLevel, names: Readonly<Record<string, string>>): LevelChoice {
  return { level, field: fields.at(-1) ?? '', joined: fields.length > 1, name: names[level] ?? '' };
}

/** Whether days and months are written as 5/3/2024 in the field of the time, and nothing tells which is which. */
function isAmbiguous({ fields, points }: Look): boolean {
  const examples = fields.find(({ name }) => name === points.time[0])?.examples ?? [];
  return examples.some((example) => /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/.test(example));
}
