// The area that is chosen in a draft: what it carries, and what can be done with it by name rather than by drawing.
import type { Edit } from '../../client/draftTypes';
import { isAbort } from '../../client/http';
import type { Names, UnitFeature } from '../../client/types';
import type { LanguageId } from '../../model/state';
import { basisOf } from '../../model/told';
import { coarser, finer } from '../../model/levels';
import type { Desk } from '../../ui/desk';
import { ask, askText } from '../../ui/dialogs';
import { fill, h, iconButton } from '../../ui/dom';
import { OfficersOfGrid } from '../../ui/officers';
import { checkBox, facts, selectField } from '../../ui/parts';
import { deviationText, measured } from '../balance/balanceFigures';
import { amount, percent } from '../session/loadTable';
import { countable, deviation } from '../../model/balance';
import type { Loads } from '../session/loads';
import { whoHasThen } from '../session/foretold';
import { nameOf } from '../session/unitName';
import { messageOf } from '../mode';
import { askCounts } from './counts';
import { renumber } from './renumber';
import { simplify } from './simplify';
import type { DraftSession } from '../session/session';

export class UnitActions {
  readonly element = h('section', { class: 'unit-actions', hidden: true, 'data-testid': 'unit-actions' });
  private readonly officers: OfficersOfGrid;
  private readonly officersBox: HTMLElement;

  constructor(
    private readonly desk: Desk,
    private readonly session: DraftSession,
    private readonly loads: Loads,
  ) {
    this.element.setAttribute('aria-label', desk.i18n.t('unit.title'));
    this.officers = new OfficersOfGrid(desk);
    this.officersBox = h('details', { class: 'more' }, h('summary', {}, desk.i18n.t('unit.officers')), this.officers.element);
  }

  close(): void {
    this.officers.close();
  }

  /** Shows the unit chosen, as it is on the map. */
  draw(): void {
    const { i18n, store, units } = this.desk;
    const { unit } = store.get();
    const drawn = unit && unit.level === units.shown?.name ? units.find(unit.code) : null;
    this.element.hidden = !drawn;
    if (!drawn) {
      this.officers.close();
      return;
    }
    const { feature } = drawn;
    const { code, level } = feature.properties;
    const finest = this.desk.theme().levels.at(-1)?.name === level;
    const parent = coarser(this.desk.theme().levels, level);
    const action = (text: string, testId: string, onclick: () => void): HTMLElement =>
      h('button', { type: 'button', class: 'button', 'data-testid': testId, onclick }, text);
    fill(
      this.element,
      h(
        'header',
        { class: 'draft-title' },
        h(
          'div',
          {},
          h('p', { class: 'eyebrow' }, i18n.term('level', level)),
          h('h3', {}, i18n.nameOf(feature.properties)),
          h('p', { class: 'code quiet' }, code),
        ),
        iconButton('close', i18n.t('unit.close'), () => store.set({ unit: null })),
      ),
      this.load(feature),
      h(
        'div',
        { class: 'button-row' },
        action(i18n.t('edit.rename'), 'unit-rename', () => void this.rename(feature)),
        action(i18n.t('edit.recode'), 'unit-recode', () => void this.recode(feature)),
        parent ? action(i18n.t('edit.change-parent'), 'unit-parent', () => void this.changeParent(feature)) : null,
        this.renumbering(feature, action),
        action(i18n.t('simplify.action'), 'unit-simplify', () => void simplify(this.desk, this.session, feature)),
        action(i18n.t(finest ? 'counts.enter' : 'counts.enterTotal'), 'unit-counts', () => void this.count(feature, finest)),
        finest ? action(i18n.t('edit.retire'), 'unit-retire', () => void this.retire(feature)) : null,
      ),
      finest ? this.officersBox : null,
    );
    if (finest) void this.officers.show({ code, title: nameOf(this.desk, code) });
  }

  /** New codes for what the unit contains; for one that contains nothing, for it and its siblings. */
  private renumbering(
    { properties: { code, level, parent } }: UnitFeature,
    action: (text: string, testId: string, onclick: () => void) => HTMLElement,
  ): HTMLElement | null {
    const { i18n } = this.desk;
    const below = finer(this.desk.theme().levels, level);
    const above = coarser(this.desk.theme().levels, level);
    if (below) return action(i18n.t('renumber.inside'), 'unit-renumber', () => void renumber(this.desk, this.session, code, below.name));
    if (!above || !parent) return null;
    const text = i18n.t('renumber.siblings', { level: i18n.term('level', above.name).toLowerCase() });
    return action(text, 'unit-renumber', () => void renumber(this.desk, this.session, parent, level));
  }

  /** What the unit carries, each with its distance from the mean. */
  private load({ geometry, properties }: UnitFeature): HTMLElement {
    const load = this.loads.of(geometry);
    return facts(
      countable(this.loads.means, [load]).map((weight) => {
        const told = this.loads.toldOf(properties.code, weight);
        const value = told ? told.value : load[weight];
        const text = told ? measured(this.desk, weight, value, basisOf(told.basis)) : amount(this.desk, weight, value);
        const part = told ? deviationText(this.desk, told.deviation) : percent(this.desk, deviation(value, this.loads.means[weight]));
        return [this.desk.i18n.t(`balance.${weight}`), `${text} (${part})`] as const;
      }),
    );
  }

  private async rename({ properties }: UnitFeature): Promise<void> {
    const { i18n } = this.desk;
    await askText(i18n, {
      title: i18n.t('edit.rename'),
      label: i18n.t('unit.name'),
      about: properties.code,
      value: i18n.nameOf(properties),
      yes: i18n.t('dialog.save'),
      act: (name) =>
        this.session.send({
          type: 'rename',
          level: properties.level,
          unit: properties.code,
          ...renamed(properties, i18n.language, name),
        }),
    });
  }

  private async recode({ properties }: UnitFeature): Promise<void> {
    const { i18n } = this.desk;
    await askText(i18n, {
      title: i18n.t('edit.recode'),
      label: i18n.t('unit.code'),
      about: i18n.t('edit.recodeAbout'),
      value: properties.code,
      yes: i18n.t('dialog.save'),
      act: (code) =>
        code === properties.code
          ? Promise.resolve(null)
          : this.session.send({ type: 'recode', level: properties.level, unit: properties.code, code }),
    });
  }

  private async count(feature: UnitFeature, finest: boolean): Promise<void> {
    try {
      await askCounts(this.desk, this.session, feature, finest);
    } catch (error) {
      this.desk.fail(error);
    }
  }

  private async changeParent({ properties }: UnitFeature): Promise<void> {
    const { i18n, units } = this.desk;
    let parent = properties.parent ?? '';
    const choices = units.parents.map(({ feature }) => ({ value: feature.properties.code, text: i18n.nameAndCode(feature.properties) }));
    const parts = h('input', { type: 'checkbox', 'data-testid': 'parent-parts' });
    const wrong = h('p', { class: 'form-outcome form-wrong', role: 'alert', 'data-testid': 'parent-wrong' });
    const change = async (): Promise<true | undefined> => {
      fill(wrong);
      const edit = { type: 'change-parent', level: properties.level, unit: properties.code, parent, multipart: parts.checked } as const;
      const against = parent === properties.parent ? null : await this.session.send(edit);
      if (against === null) return true;
      fill(wrong, against);
      return undefined;
    };
    await ask<true>(i18n, {
      title: i18n.t('edit.change-parent'),
      about: properties.code,
      body: [
        h('p', { class: 'quiet' }, i18n.t('edit.parentAbout')),
        selectField(i18n.t('unit.parent'), choices, parent, (value) => (parent = value), { 'data-testid': 'parent' }),
        checkBox(parts, i18n.t('assign.multipart')),
        wrong,
      ],
      answers: [{ text: i18n.t('dialog.save'), kind: 'primary', testId: 'dialog-yes', value: change }],
    });
  }

  private async retire({ properties }: UnitFeature): Promise<void> {
    const { i18n, units } = this.desk;
    let into = 'longest-border';
    const goes = h('p', { role: 'status', 'data-testid': 'retire-goes' });
    let asking = new AbortController();
    const look = async (): Promise<void> => {
      asking.abort();
      const { signal } = (asking = new AbortController());
      fill(goes, '…');
      try {
        const answer = await this.session.preview({ type: 'retire', unit: properties.code, into }, signal);
        if (!signal.aborted) fill(goes, whoHasThen(this.desk, answer));
      } catch (error) {
        if (!isAbort(error)) fill(goes, messageOf(error));
      }
    };
    void look();
    const choices = [
      { value: into, text: i18n.t('repair.longest-border') },
      ...units.units
        .filter(({ feature }) => feature.properties.code !== properties.code && feature.properties.parent === properties.parent)
        .map(({ feature }) => ({ value: feature.properties.code, text: i18n.nameAndCode(feature.properties) })),
    ];
    const edit = await ask<Edit>(i18n, {
      title: i18n.t('edit.retire'),
      body: [
        h('p', {}, i18n.t('edit.retireAbout', { unit: nameOf(this.desk, properties.code) })),
        selectField(i18n.t('repair.receiver'), choices, into, (value) => {
          into = value;
          void look();
        }),
        goes,
      ],
      answers: [
        {
          text: i18n.t('edit.retire'),
          kind: 'danger',
          testId: 'dialog-yes',
          value: () => ({ type: 'retire', unit: properties.code, into }),
        },
      ],
    });
    if (edit) await this.session.send(edit);
  }
}

/** The name in the reader's language is another; in other languages, and where it is the main one, it stays. */
function renamed({ name, names }: UnitFeature['properties'], language: LanguageId, text: string): { name: string; names: Names } {
  const main = names[language] === undefined || names[language] === name;
  return { name: main ? text : name, names: { ...names, [language]: text } };
}
