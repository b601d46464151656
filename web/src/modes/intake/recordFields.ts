// What the fields of records mean: addresses, incidents, officers, and outlines of a theme's upper levels.
import { isOfAreas, type IntakeForm } from '../../model/intake';
import { h } from '../../ui/dom';
import { segmented, selectField } from '../../ui/parts';
import type { FormPart } from './fieldsStep';

export function recordFields(part: FormPart): HTMLElement {
  const parts = { outlines, jurisdiction, addresses, incidents, officers, zones: () => [] };
  return h('div', { class: 'stack' }, parts[part.form.use](part));
}

type Chosen = 'id' | 'lon' | 'lat' | 'weight' | 'time' | 'category' | 'reportedZone';

/** A field of the file; the first choice is none of them. */
function field(
  { look, form, set, desk }: FormPart,
  label: string,
  key: Chosen,
  none: string | null,
  asks: string | null = null,
): HTMLElement {
  const first = none ?? (form[key] ? null : desk.i18n.t('intake.datumChoose'));
  const choices = look.fields.map(({ name }) => ({ value: name, text: name }));
  if (first !== null) choices.unshift({ value: '', text: first });
  const select = selectField(label, choices, form[key], (value) => set({ [key]: value }, key === 'reportedZone'), {
    'data-testid': `intake-${key}`,
  });
  if (asks) select.dataset['asks'] = asks;
  return select;
}

function theme({ desk, form, set }: FormPart, none: boolean): HTMLElement {
  const { i18n, themes } = desk;
  const choices = themes.map(({ id, title }) => ({ value: id, text: title }));
  if (none || !form.theme) choices.unshift({ value: '', text: i18n.t(none ? 'intake.none' : 'intake.datumChoose') });
  const select = selectField(i18n.t('intake.theme'), choices, form.theme, (id) => set({ theme: id, level: '' }, true), {
    'data-testid': 'intake-of-theme',
  });
  select.dataset['asks'] = 'theme';
  return select;
}

function levels({ desk, form, set }: FormPart, label: string, upper: boolean): HTMLElement {
  const { i18n, themes } = desk;
  const all = themes.find(({ id }) => id === form.theme)?.levels ?? [];
  const choices = (upper ? all.slice(0, -1) : all).map(({ name }) => ({ value: name, text: i18n.wordFor('level', name) ?? name }));
  if (!form.level) choices.unshift({ value: '', text: i18n.t('intake.datumChoose') });
  const select = selectField(label, choices, form.level, (level) => set({ level }), { 'data-testid': 'intake-level' });
  select.dataset['asks'] = 'level';
  return select;
}

function place(part: FormPart): (HTMLElement | null)[] {
  const { i18n } = part.desk;
  if (part.look.shapes !== 'none') return [];
  return [
    h(
      'div',
      { class: 'pair', 'data-asks': 'place' },
      field(part, i18n.t('intake.lon'), 'lon', null),
      field(part, i18n.t('intake.lat'), 'lat', null),
    ),
  ];
}

/** Whether what can not be used is left out; areas or other records. */
export function skipBad({ desk, form, set }: FormPart): HTMLElement {
  const box = h('input', { type: 'checkbox', 'data-testid': 'intake-skip', onchange: () => set({ skipBad: box.checked }) });
  box.checked = form.skipBad;
  return h('label', { class: 'check' }, box, desk.i18n.t(isOfAreas(form.use) ? 'intake.skipBadAreas' : 'intake.skipBad'));
}

function outlines(part: FormPart): (HTMLElement | null)[] {
  const { i18n } = part.desk;
  return [
    theme(part, false),
    levels(part, i18n.t('intake.level'), true),
    field(part, i18n.t('intake.code'), 'id', null, 'id'),
    skipBad(part),
  ];
}

function jurisdiction(part: FormPart): (HTMLElement | null)[] {
  return [theme(part, false), h('p', { class: 'hint' }, part.desk.i18n.t('intake.jurisdictionHelp')), skipBad(part)];
}

function addresses(part: FormPart): (HTMLElement | null)[] {
  const { i18n } = part.desk;
  return [
    field(part, i18n.t('intake.id'), 'id', null, 'id'),
    text(part),
    ...place(part),
    field(part, i18n.t('intake.weight'), 'weight', i18n.t('intake.none')),
    h('p', { class: 'hint' }, i18n.t('intake.weightHelp')),
    skipBad(part),
  ];
}

/** The fields of an address, in the order in which they are chosen. */
function text({ desk, look, form, set }: FormPart): HTMLElement {
  const { i18n } = desk;
  const boxes = look.fields.map(({ name }) => {
    const box = h('input', {
      type: 'checkbox',
      'data-testid': `intake-text-${name}`,
      onchange: () => set({ text: box.checked ? [...form.text, name] : form.text.filter((one) => one !== name) }, true),
    });
    box.checked = form.text.includes(name);
    return h('label', { class: 'check' }, box, name);
  });
  return h(
    'fieldset',
    { class: 'intake-set', 'data-asks': 'text' },
    h('legend', { class: 'section-title' }, i18n.t('intake.text')),
    h('div', { class: 'intake-boxes' }, boxes),
    form.text.length > 1 ? h('p', { class: 'hint' }, i18n.t('intake.textHelp', { fields: form.text.join(' ') })) : null,
  );
}

function incidents(part: FormPart): (HTMLElement | null)[] {
  const { desk, form, look } = part;
  const { i18n } = desk;
  const told = look.points.dayFirst !== null && form.time === look.points.time[0];
  return [
    field(part, i18n.t('intake.id'), 'id', i18n.t('intake.idNone')),
    ...place(part),
    field(part, i18n.t('intake.time'), 'time', null, 'time'),
    told ? null : dayFirst(part),
    field(part, i18n.t('intake.category'), 'category', null, 'category'),
    desk.themes.length > 0 ? theme(part, true) : null,
    form.theme ? field(part, i18n.t('intake.reportedZone'), 'reportedZone', i18n.t('intake.none')) : null,
    form.theme && form.reportedZone ? levels(part, i18n.t('intake.reportedLevel'), false) : null,
    skipBad(part),
  ];
}

function dayFirst({ desk, form, set }: FormPart): HTMLElement {
  const { i18n } = desk;
  const label = i18n.t('intake.dayFirst');
  const choices = (['day', 'month'] as const).map((value) => ({ value, text: i18n.t(`intake.dayFirst.${value}`) }));
  return h(
    'div',
    { class: 'field', 'data-asks': 'dayFirst' },
    h('span', { class: 'hint' }, label),
    segmented<'day' | 'month' | ''>(label, choices, form.dayFirst, (value: IntakeForm['dayFirst']) => set({ dayFirst: value })),
  );
}

function officers(part: FormPart): (HTMLElement | null)[] {
  return [theme(part, false), h('p', { class: 'hint' }, part.desk.i18n.t('intake.roster'))];
}
