// The form that records an incident at the place that was located.
import type { Incident, NewIncident } from '../../client/types';
import type { Place } from '../../model/state';
import type { Desk } from '../../ui/desk';
import { fill, h, uniqueId } from '../../ui/dom';
import { inputField, selectField } from '../../ui/parts';
import { messageOf } from '../mode';

export interface KnownTerms {
  categories: readonly string[];
  channels: readonly string[];
}

export interface IncidentForm {
  element: HTMLElement;
  /** Moves to its first field. */
  focus(): void;
}

/** @param recorded called with the incident as the server keeps it */
export function incidentForm(desk: Desk, place: Place, known: KnownTerms, recorded: (incident: Incident) => void): IncidentForm {
  const { i18n } = desk;
  let category = '';
  let channel = '';
  const time = h('input', { type: 'datetime-local', step: 60 });
  const outcome = h('p', { class: 'form-outcome', role: 'status', tabindex: -1, 'data-testid': 'recorded' });
  const button = h('button', { type: 'submit', class: 'button button-primary', 'data-testid': 'record' }, i18n.t('incident.save'));
  const options = (kind: 'category' | 'channel', values: readonly string[]): { value: string; text: string }[] => [
    { value: '', text: '–' },
    ...values.map((value) => ({ value, text: i18n.term(kind, value) })),
  ];
  const focus = (): void => form.querySelector('select')?.focus();
  const submit = async (): Promise<void> => {
    if (category === '') {
      outcome.className = 'form-outcome form-wrong';
      fill(outcome, i18n.t('incident.needCategory'));
      focus();
      return;
    }
    const incident: NewIncident = { lon: place.lon, lat: place.lat, category };
    if (channel) incident.channel = channel;
    if (time.value) incident.occurred = time.value.length === 16 ? `${time.value}:00` : time.value;
    button.disabled = true;
    fill(button, i18n.t('incident.saving'));
    try {
      const kept = await desk.api.record(incident);
      outcome.className = 'form-outcome form-right';
      const grid = kept.given && (i18n.nearOf(kept.given.path) || kept.given.code);
      const words = { id: kept.id, grid: grid ?? '' };
      fill(outcome, i18n.t(kept.given ? 'incident.saved' : 'incident.savedNobody', words));
      recorded(kept);
      outcome.focus();
    } catch (error) {
      outcome.className = 'form-outcome form-wrong';
      fill(outcome, messageOf(error));
    } finally {
      button.disabled = false;
      fill(button, i18n.t('incident.save'));
    }
  };
  const titleId = uniqueId('form');
  const form = h(
    'form',
    {
      class: 'incident-form',
      'aria-labelledby': titleId,
      novalidate: true,
      onsubmit: (event: Event) => {
        event.preventDefault();
        void submit();
      },
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || button.disabled || event.target === outcome) return;
        event.preventDefault();
        void submit();
      },
    },
    h('h3', { class: 'block-title', id: titleId }, i18n.t('incident.new')),
    selectField(i18n.t('incident.category'), options('category', known.categories), '', (value) => (category = value), {
      'data-testid': 'new-category',
      required: '',
    }),
    known.channels.length > 0
      ? selectField(i18n.t('incident.channel'), options('channel', known.channels), '', (value) => (channel = value))
      : null,
    inputField(i18n.t('incident.time'), time, i18n.t('incident.timeHelp')),
    button,
    outcome,
  );
  return { element: form, focus };
}
