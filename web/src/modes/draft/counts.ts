// Entering what was counted on a grid, on which day: an estimate ends there. Of a unit above, the total that is stored of it.
import type { FactOfAttribute } from '../../client/draftTypes';
import type { UnitFeature } from '../../client/types';
import type { Desk } from '../../ui/desk';
import { ask } from '../../ui/dialogs';
import { fill, h } from '../../ui/dom';
import { inputField } from '../../ui/parts';
import { today } from '../../model/plans';
import { measureName } from '../balance/balanceFigures';
import type { DraftSession } from '../session/session';

/** @param finest whether it is a grid: others are told the sum of what is below them, whatever is stored of them */
export async function askCounts(desk: Desk, session: DraftSession, { properties }: UnitFeature, finest: boolean): Promise<void> {
  const { api, i18n } = desk;
  const counted = (await api.facts(session.id)).filter(({ kind }) => kind === 'extensive' || (finest && kind === 'intensive'));
  const fields = counted.map(({ attribute }: FactOfAttribute) => ({
    attribute,
    input: h('input', { type: 'number', step: 'any', inputmode: 'decimal', 'data-testid': `count-${attribute}` }),
  }));
  const day = h('input', { type: 'date', required: true, max: today(), 'data-testid': 'count-day' });
  day.value = today();
  const wrong = h('p', { class: 'form-outcome form-wrong', role: 'alert' });
  const enter = async (): Promise<true | undefined> => {
    const given = fields.filter(({ input }) => input.value !== '');
    const attributes = Object.fromEntries(given.map(({ attribute, input }) => [attribute, input.value]));
    const { level, code } = properties;
    fill(wrong);
    const against =
      given.length === 0 || day.value === ''
        ? i18n.t('dialog.needed')
        : await session.send({ type: 'attributes', level, unit: code, attributes, counted: day.value });
    if (against === null) return true;
    fill(wrong, against);
    return undefined;
  };
  await ask<true>(i18n, {
    title: i18n.t(finest ? 'counts.title' : 'counts.totalTitle'),
    about: properties.code,
    testId: 'counts-dialog',
    body: [
      h('p', { class: 'quiet' }, i18n.t(finest ? 'counts.about' : 'counts.totalAbout', { unit: i18n.nameAndCode(properties) })),
      ...(fields.length === 0 ? [h('p', {}, i18n.t('counts.none'))] : []),
      ...fields.map(({ attribute, input }) => inputField(measureName(desk, attribute), input)),
      fields.length === 0 ? null : inputField(i18n.t('counts.day'), day),
      wrong,
    ],
    answers: fields.length === 0 ? [] : [{ text: i18n.t('dialog.save'), kind: 'primary', testId: 'dialog-yes', value: enter }],
  });
}
