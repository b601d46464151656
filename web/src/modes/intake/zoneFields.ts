// What the fields of areas mean: the theme, its levels, their codes and names.
import type { LevelChoice } from '../../model/intake';
import { fill, h, iconButton, uniqueId } from '../../ui/dom';
import { inputField, selectField } from '../../ui/parts';
import { factFields } from './factFields';
import type { FormPart } from './fieldsStep';
import { skipBad } from './recordFields';

export function zoneFields(part: FormPart): HTMLElement {
  const { desk, form, set } = part;
  const { i18n } = desk;
  return h(
    'div',
    { class: 'stack' },
    theme(part),
    h(
      'fieldset',
      { class: 'intake-set', 'data-asks': 'levels' },
      h('legend', { class: 'section-title' }, i18n.t('intake.levels')),
      form.levels.map((_, at) => level(part, at)),
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': 'intake-level-add',
          onclick: () => set({ levels: [{ level: '', field: '', joined: false, name: '' }, ...form.levels] }, true),
        },
        i18n.t('intake.levelAdd'),
      ),
    ),
    selectField(
      i18n.t('intake.codes'),
      (['free', 'cn15'] as const).map((value) => ({ value, text: i18n.t(`intake.codes.${value}`) })),
      form.codes,
      (codes) => set({ codes: codes === 'cn15' ? 'cn15' : 'free' }),
      { 'data-testid': 'intake-codes' },
    ),
    factFields(part),
    skipBad(part),
  );
}

function theme({ desk, form, set }: FormPart): HTMLElement {
  const { i18n, themes } = desk;
  const known = uniqueId('themes');
  const title = h('input', {
    type: 'text',
    maxlength: 200,
    'data-testid': 'intake-title',
    onchange: () => set({ title: title.value }),
  });
  title.value = form.title;
  const id = h('input', {
    type: 'text',
    maxlength: 64,
    list: themes.length > 0 ? known : null,
    autocomplete: 'off',
    spellcheck: 'false',
    'data-testid': 'intake-theme',
    onchange: () => set({ theme: id.value.trim() }),
  });
  id.value = form.theme;
  const options = h('datalist', { id: known });
  fill(
    options,
    themes.map((each) => h('option', { value: each.id }, each.title)),
  );
  return h(
    'div',
    { class: 'stack', 'data-asks': 'theme' },
    inputField(i18n.t('intake.themeTitle'), title),
    inputField(i18n.t('intake.themeId'), id, i18n.t('intake.themeIdHelp')),
    themes.length > 0 ? options : null,
  );
}

function level({ desk, look, form, set }: FormPart, at: number): HTMLElement {
  const { i18n } = desk;
  const own = form.levels[at];
  const above = form.levels[at - 1];
  const change = (choice: Partial<LevelChoice>, draw = false): void => {
    set({ levels: form.levels.map((each, i) => (i === at ? { ...each, ...choice } : each)) }, draw);
  };
  const name = h('input', {
    type: 'text',
    maxlength: 200,
    autocomplete: 'off',
    'data-testid': `intake-level-${at}`,
    onchange: () => change({ level: name.value }, true),
  });
  name.value = own?.level ?? '';
  const fields = look.fields.map((field) => ({ value: field.name, text: field.name }));
  const joined = h('input', { type: 'checkbox', onchange: () => change({ joined: joined.checked }, true) });
  joined.checked = own?.joined ?? false;
  return h(
    'div',
    { class: 'intake-level' },
    h(
      'div',
      { class: 'intake-level-head' },
      inputField(i18n.t('intake.levelName', { n: at + 1 }), name),
      form.levels.length > 1
        ? iconButton('close', i18n.t('intake.levelRemove', { n: at + 1 }), () =>
            set({ levels: form.levels.filter((_, i) => i !== at) }, true),
          )
        : null,
    ),
    h(
      'div',
      { class: 'pair' },
      selectField(
        i18n.t('intake.levelField'),
        [...(own?.field ? [] : [{ value: '', text: i18n.t('intake.datumChoose') }]), ...fields],
        own?.field ?? '',
        (field) => change({ field }, true),
        { 'data-testid': `intake-code-${at}` },
      ),
      selectField(
        i18n.t('intake.levelNames'),
        [{ value: '', text: i18n.t('intake.namesAreCodes') }, ...fields],
        own?.name ?? '',
        (field) => change({ name: field }, true),
        { 'data-testid': `intake-name-${at}` },
      ),
    ),
    above ? h('label', { class: 'check' }, joined, i18n.t('intake.joined', { above: above.level || String(at) })) : null,
  );
}
