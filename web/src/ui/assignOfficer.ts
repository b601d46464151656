// Questions about who answers for a grid. What the server has against a field is said beside it, and nothing typed is lost.
import { isAbort, ProblemError } from '../client/http';
import type { AssignmentBody, KnownOfficer, OfficerOfGrid } from '../client/roster';
import { today } from '../model/plans';
import { sentence } from '../model/sentence';
import type { Desk } from './desk';
import { ask } from './dialogs';
import { debounce, fill, h, uniqueId } from './dom';
import { checkedField, segmented, selectField, type CheckedField } from './parts';
import { SeenAssignment } from './seenAssignment';

/** The grid that is meant, and what people call it. */
export interface GridOfRoster {
  code: string;
  title: string;
}

const ROLES = ['full-time', 'professional', 'part-time', 'building-lead'] as const;

/** So many officers are offered for what was typed. */
const OFFERED = 8;

/** Role and days, as they are asked for in each question. */
class Terms {
  readonly from = h('input', { type: 'date', 'data-testid': 'officer-from' });
  readonly to = h('input', { type: 'date', 'data-testid': 'officer-to' });
  readonly fields: { from: CheckedField; to: CheckedField };
  readonly elements: HTMLElement[];
  private role: string;

  constructor({ i18n }: Desk, from: string | null, to: string | null, role: string) {
    this.role = role;
    this.from.value = from ?? '';
    this.to.value = to ?? '';
    const roles = [...new Set<string>([role, ...ROLES])].map((value) => ({ value, text: i18n.term('role', value) }));
    this.fields = {
      from: checkedField(i18n.t('officer.firstDay'), this.from, i18n.t('officer.firstDayHelp')),
      to: checkedField(i18n.t('officer.noMore'), this.to, i18n.t('officer.noMoreHelp')),
    };
    this.elements = [
      selectField(i18n.t('officer.role'), roles, role, (value) => (this.role = value), { 'data-testid': 'officer-role' }),
      h('div', { class: 'pair' }, this.fields.from.element, this.fields.to.element),
    ];
  }

  of(desk: Desk, officer: string, { code }: GridOfRoster): AssignmentBody {
    const dates = { from: this.from.value || null, to: this.to.value || null };
    return { officer, theme: desk.theme().id, grid: code, role: this.role, ...dates };
  }
}

/** What is asked, field by field, and where what is wrong is said. */
class Complaints {
  readonly rest = h('p', { class: 'form-outcome form-wrong', role: 'alert', 'data-testid': 'officer-outcome' });

  constructor(private readonly fields: Readonly<Record<string, CheckedField>>) {}

  clear(): void {
    for (const field of Object.values(this.fields)) field.wrong(null);
    fill(this.rest);
  }

  /** Beside the field where the problem names one, else below all. */
  say(error: unknown): void {
    const text = sentence(error instanceof Error ? error.message : String(error));
    const named = error instanceof ProblemError ? this.fields[String(error.body['parameter'])] : undefined;
    if (named) named.wrong(text);
    else fill(this.rest, text);
  }
}

/** Who is assigned: one that is known, found by name, or a new one. */
class Person {
  readonly element = h('div', { class: 'stack' });
  readonly search = h('input', { type: 'search', autocomplete: 'off', 'data-testid': 'officer-search' });
  readonly id = h('input', { type: 'text', autocomplete: 'off', 'data-testid': 'officer-id' });
  readonly name = h('input', { type: 'text', autocomplete: 'off', 'data-testid': 'officer-name' });
  readonly contact = h('input', { type: 'text', autocomplete: 'off', 'data-testid': 'officer-contact' });
  readonly fields: Record<'officer' | 'id' | 'name' | 'contact', CheckedField>;
  private readonly found = h('div', { class: 'officer-found', role: 'radiogroup', 'data-testid': 'officer-found' });
  private readonly known: HTMLElement;
  private readonly fresh: HTMLElement;
  private readonly kind: HTMLElement;
  private isNew = false;
  private chosen: KnownOfficer | null = null;
  private asking: AbortController | null = null;

  constructor(private readonly desk: Desk) {
    const { i18n } = desk;
    this.fields = {
      officer: checkedField(i18n.t('officer.search'), this.search),
      id: checkedField(i18n.t('officer.id'), this.id, i18n.t('officer.idHelp')),
      name: checkedField(i18n.t('officer.name'), this.name),
      contact: checkedField(i18n.t('officer.contact'), this.contact, i18n.t('officer.contactHelp')),
    };
    this.found.setAttribute('aria-label', i18n.t('officer.found'));
    this.known = h('div', { class: 'stack' }, this.fields.officer.element, this.found);
    this.fresh = h('div', { class: 'stack' }, this.fields.name.element, this.fields.id.element, this.fields.contact.element);
    this.kind = h('div', {});
    fill(this.element, this.kind, this.known, this.fresh);
    const soon = debounce(180, () => void this.look());
    this.search.addEventListener('input', soon);
    this.search.addEventListener('change', soon);
    this.choose(false);
    void this.look();
  }

  /** The officer's id, once it is sure that there is one. */
  async settled(): Promise<string | null> {
    const { i18n, roster } = this.desk;
    if (!this.isNew) {
      if (!this.chosen) this.fields.officer.wrong(i18n.t('officer.choose'));
      return this.chosen?.id ?? null;
    }
    const asked = { id: this.id.value.trim(), name: this.name.value.trim(), contact: this.contact.value.trim() || null };
    if (asked.name === '') this.fields.name.wrong(i18n.t('dialog.needed'));
    if (asked.id === '') this.fields.id.wrong(i18n.t('dialog.needed'));
    if (asked.name === '' || asked.id === '') return null;
    const same = await this.taken(asked.id);
    if (same) {
      this.fields.id.wrong(i18n.t('officer.taken', { name: i18n.half(same.name) }));
      return null;
    }
    await roster.put(asked);
    this.chosen = asked;
    this.choose(false);
    this.offer([asked]);
    return asked.id;
  }

  private async taken(id: string): Promise<KnownOfficer | null> {
    try {
      return await this.desk.roster.officer(id);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 404) return null;
      throw error;
    }
  }

  private choose(isNew: boolean): void {
    const { i18n } = this.desk;
    const choices = [
      { value: 'known' as const, text: i18n.t('officer.known') },
      { value: 'new' as const, text: i18n.t('officer.new') },
    ];
    this.isNew = isNew;
    this.known.hidden = isNew;
    this.fresh.hidden = !isNew;
    fill(
      this.kind,
      segmented(i18n.t('officer.who'), choices, isNew ? 'new' : 'known', (value) => this.choose(value === 'new')),
    );
  }

  private async look(): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const found = await this.desk.roster.find(this.search.value.trim(), OFFERED, asking.signal);
      if (!asking.signal.aborted) this.offer(found);
    } catch (error) {
      if (!isAbort(error)) fill(this.found, h('p', { class: 'form-wrong' }, error instanceof Error ? error.message : String(error)));
    }
  }

  private offer(officers: readonly KnownOfficer[]): void {
    const { i18n } = this.desk;
    const group = uniqueId('officer');
    if (!officers.some(({ id }) => id === this.chosen?.id)) this.chosen = null;
    const rows = officers.map((officer) => {
      const pick = (): void => {
        this.chosen = officer;
        this.fields.officer.wrong(null);
      };
      return h(
        'label',
        { class: 'check' },
        h('input', { type: 'radio', name: group, value: officer.id, checked: officer.id === this.chosen?.id, onchange: pick }),
        h('span', {}, i18n.half(officer.name), ' ', h('span', { class: 'code quiet' }, officer.id)),
      );
    });
    fill(this.found, rows.length > 0 ? rows : h('p', { class: 'quiet' }, i18n.t('officer.noneFound')));
  }
}

/** Assigns an officer to a grid; whether it was done. */
export async function askAssign(desk: Desk, grid: GridOfRoster): Promise<boolean> {
  const { i18n } = desk;
  const person = new Person(desk);
  const terms = new Terms(desk, today(), null, ROLES[0]);
  const complaints = new Complaints({ ...person.fields, ...terms.fields });
  return done(desk, complaints, {
    title: i18n.t('officer.assign'),
    grid,
    body: [person.element, ...terms.elements],
    yes: i18n.t('officer.assignYes'),
    act: async () => {
      const officer = await person.settled();
      if (officer === null) return false;
      await desk.roster.assign(terms.of(desk, officer, grid));
      return true;
    },
  });
}

/** Changes role and days; whether it was done. */
export async function askChange(desk: Desk, grid: GridOfRoster, officer: OfficerOfGrid): Promise<boolean> {
  const { i18n } = desk;
  const terms = new Terms(desk, officer.from, officer.to, officer.role);
  const seen = new SeenAssignment(desk, grid.code, officer);
  return done(desk, new Complaints(terms.fields), {
    title: i18n.t('officer.changeTitle', { name: i18n.half(officer.name) }),
    grid,
    body: terms.elements,
    yes: i18n.t('dialog.save'),
    act: async () => {
      await seen.on((version) => desk.roster.change(officer.assignment, terms.of(desk, officer.id, grid), version));
      return true;
    },
  });
}

/** Ends what an officer is assigned to, or removes it; whether it was done. */
export async function askEnd(desk: Desk, grid: GridOfRoster, officer: OfficerOfGrid): Promise<boolean> {
  const { i18n, roster } = desk;
  const on = h('input', { type: 'date', 'data-testid': 'officer-on' });
  on.value = today();
  const field = checkedField(i18n.t('officer.noMore'), on, i18n.t('officer.endHelp'));
  const complaints = new Complaints({ on: field });
  const seen = new SeenAssignment(desk, grid.code, officer);
  return done(desk, complaints, {
    title: i18n.t('officer.endTitle', { name: i18n.half(officer.name) }),
    grid,
    body: [field.element],
    yes: i18n.t('officer.end'),
    act: async () => {
      if (on.value === '') field.wrong(i18n.t('dialog.needed'));
      else await seen.on((version) => roster.end(officer.assignment, on.value, version));
      return on.value !== '';
    },
    remove: async () => {
      await seen.on((version) => roster.end(officer.assignment, null, version));
      return true;
    },
  });
}

interface RosterQuestion {
  title: string;
  grid: GridOfRoster;
  body: HTMLElement[];
  yes: string;
  act: () => Promise<boolean>;
  remove?: () => Promise<boolean>;
}

async function done({ i18n }: Desk, complaints: Complaints, question: RosterQuestion): Promise<boolean> {
  const guarded = (act: () => Promise<boolean>) => async (): Promise<true | undefined> => {
    complaints.clear();
    try {
      return (await act()) || undefined;
    } catch (error) {
      complaints.say(error);
      return undefined;
    }
  };
  const { remove } = question;
  const answer = await ask<true>(i18n, {
    title: question.title,
    about: question.grid.code,
    testId: 'officer-dialog',
    body: [h('p', { class: 'quiet' }, i18n.t('officer.about', { grid: question.grid.title })), ...question.body, complaints.rest],
    answers: [
      ...(remove ? [{ text: i18n.t('officer.remove'), testId: 'officer-remove', value: guarded(remove) }] : []),
      { text: question.yes, kind: 'primary' as const, testId: 'officer-yes', value: guarded(question.act) },
    ],
  });
  return answer === true;
}
