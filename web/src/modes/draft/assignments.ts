// Files that say which unit belongs to which: out of the draft, and into it once it was seen what they would change.
import type { Assignments, AssignmentOptions, RefusedRow } from '../../client/draftTypes';
import { ProblemError } from '../../client/http';
import type { Level } from '../../client/types';
import type { Desk } from '../../ui/desk';
import { ask } from '../../ui/dialogs';
import { fill, h } from '../../ui/dom';
import { checkBox, inputField, selectField } from '../../ui/parts';
import { sentence } from '../../model/sentence';
import { messageOf } from '../mode';
import type { DraftSession } from '../session/session';
import { nameOf } from '../session/unitName';

/** So many rows, or codes, are named in the dialog. */
const NAMED = 8;

/** What a file can assign: units of a level to the one above, or the grids of another theme to grids. */
interface Choice {
  value: string;
  text: string;
  options: AssignmentOptions;
}

/** Shows what a file would change, and makes it so. */
export async function askAssignments(desk: Desk, session: DraftSession): Promise<void> {
  await new AssignmentDialog(desk, session).ask();
}

class AssignmentDialog {
  private readonly choices: readonly Choice[];
  private choice: Choice | undefined;
  private readonly file = h('input', { type: 'file', accept: '.csv,text/csv', 'data-testid': 'assign-file' });
  private readonly emptied = h('input', { type: 'checkbox', 'data-testid': 'assign-emptied' });
  private readonly multipart = h('input', { type: 'checkbox', 'data-testid': 'assign-multipart' });
  private readonly download = h('a', { class: 'button', 'data-testid': 'assign-download', download: 'assignments.csv' });
  private readonly outcome = h('div', { class: 'stack', 'aria-live': 'polite', 'data-testid': 'assign-outcome' });
  private readonly parents: HTMLElement;
  private parent = '';
  private looking: AbortController | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly session: DraftSession,
  ) {
    const { i18n } = desk;
    this.choices = choicesOf(desk);
    this.choice = this.choices.at(0);
    this.download.append(i18n.t('assign.download'));
    const parents = desk.units.parents.map(({ feature }) => ({
      value: feature.properties.code,
      text: i18n.nameAndCode(feature.properties),
    }));
    const change = (value: string): void => {
      this.parent = value;
      void this.look();
    };
    const choices = [{ value: '', text: i18n.t('add.anyParent') }, ...parents];
    this.parents = selectField(i18n.t('assign.parent'), choices, '', change, { 'data-testid': 'assign-parent' });
    for (const input of [this.file, this.emptied, this.multipart]) input.addEventListener('change', () => void this.look());
    this.chosen();
  }

  async ask(): Promise<void> {
    const { i18n } = this.desk;
    await ask<true>(i18n, {
      title: i18n.t('assign.title'),
      about: this.session.id,
      testId: 'assign-dialog',
      body: [
        h('p', { class: 'quiet' }, i18n.t('assign.about')),
        selectField(
          i18n.t('assign.what'),
          this.choices,
          this.choice?.value ?? '',
          (value) => {
            this.choice = this.choices.find((each) => each.value === value);
            this.chosen();
            void this.look();
          },
          { 'data-testid': 'assign-what' },
        ),
        h('div', { class: 'button-row' }, this.download),
        this.parents,
        inputField(i18n.t('assign.file'), this.file, i18n.t('assign.fileHelp')),
        checkBox(this.emptied, i18n.t('assign.emptied')),
        checkBox(this.multipart, i18n.t('assign.multipart')),
        this.outcome,
      ],
      answers: [{ text: i18n.t('assign.apply'), kind: 'primary', testId: 'assign-apply', value: () => this.apply() }],
    });
    this.looking?.abort();
  }

  private chosen(): void {
    this.parents.hidden = this.choice?.options.blocks === undefined;
    this.download.href = this.desk.drafts.assignmentsFile(this.session.id, this.choice?.options ?? {});
  }

  private options(): AssignmentOptions {
    return {
      ...this.choice?.options,
      ...(this.parent !== '' && this.choice?.options.blocks !== undefined ? { parent: this.parent } : {}),
      ...(this.emptied.checked ? { emptied: true } : {}),
      ...(this.multipart.checked ? { multipart: true } : {}),
    };
  }

  /** What the chosen file would change. */
  private async look(): Promise<void> {
    this.looking?.abort();
    const looking = (this.looking = new AbortController());
    const file = this.file.files?.[0];
    if (!file) {
      fill(this.outcome);
      return;
    }
    fill(this.outcome, h('p', { class: 'quiet' }, this.desk.i18n.t('assign.looking')));
    try {
      const options: AssignmentOptions = { ...this.options(), preview: true };
      const found = await this.desk.drafts.assign(this.session.id, file, options, this.session.version, looking.signal);
      if (!looking.signal.aborted) fill(this.outcome, ...this.told(found));
    } catch (error) {
      if (!looking.signal.aborted) fill(this.outcome, this.against(error));
    }
  }

  private async apply(): Promise<true | undefined> {
    const file = this.file.files?.[0];
    if (!file) {
      fill(this.outcome, h('p', { class: 'form-wrong', role: 'alert' }, this.desk.i18n.t('assign.choose')));
      this.file.focus();
      return undefined;
    }
    let refused: unknown = null;
    const against = await this.session.act(async (version) => {
      try {
        return await this.desk.drafts.assign(this.session.id, file, this.options(), version);
      } catch (error) {
        refused = error;
        throw error;
      }
    });
    if (against === null) return true;
    fill(this.outcome, refused === null ? h('p', { class: 'form-wrong', role: 'alert' }, against) : this.against(refused));
    return undefined;
  }

  private told(found: Assignments): HTMLElement[] {
    const { i18n } = this.desk;
    const notes = found.notes.map((note) => h('p', {}, note));
    if (found.edit === null) return [...notes, h('p', {}, i18n.t('assign.same', { rows: found.rows }))];
    const { changed, same, unnamed, added, emptied, edit } = found;
    const { appeared } = edit.findings;
    return [
      ...notes,
      h('p', { class: 'form-right' }, i18n.t('assign.summary', { changed, same, unnamed })),
      ...this.codes('assign.added', added),
      ...this.codes('assign.goes', emptied),
      ...(appeared.length > 0 ? [h('p', {}, i18n.t('assign.findings', { n: appeared.length }))] : []),
    ];
  }

  private codes(key: 'assign.added' | 'assign.goes', codes: readonly string[]): HTMLElement[] {
    if (codes.length === 0) return [];
    const named = codes.slice(0, NAMED).map((code) => nameOf(this.desk, code));
    const listed = named.join('; ') + (codes.length > NAMED ? '; …' : '');
    return [h('p', {}, this.desk.i18n.t(key, { n: codes.length, codes: listed }))];
  }

  /** The rows that can not hold, or why the file as a whole can not. */
  private against(error: unknown): HTMLElement {
    const { i18n } = this.desk;
    const rows = error instanceof ProblemError ? (error.body['rows'] as RefusedRow[] | undefined) : undefined;
    if (!rows) return h('p', { class: 'form-wrong', role: 'alert' }, messageOf(error));
    const all = Number((error as ProblemError).body['refused'] ?? rows.length);
    return h(
      'div',
      { class: 'form-wrong', role: 'alert' },
      h('p', {}, i18n.t('assign.refused', { n: all })),
      h(
        'ul',
        { class: 'bullets' },
        ...rows
          .slice(0, NAMED)
          .map(({ line, detail }) => h('li', {}, i18n.t('assign.row', { line: String(line), detail: sentence(detail) }))),
        all > NAMED ? h('li', {}, i18n.t('publish.andMore', { n: all - NAMED })) : null,
      ),
    );
  }
}

function choicesOf({ i18n, theme, themes }: Desk): Choice[] {
  const { id, levels } = theme();
  const term = ({ name }: Level): string => i18n.term('level', name);
  const finest = levels.at(-1);
  const parents = levels.flatMap((level, depth) => {
    const above = levels[depth - 1];
    if (!above) return [];
    return [
      { value: level.name, text: i18n.t('assign.units', { level: term(level), above: term(above) }), options: { level: level.name } },
    ];
  });
  const blocks = themes()
    .filter((other) => other.id !== id)
    .map((other) => ({
      value: `blocks:${other.id}`,
      text: i18n.t('assign.blocks', { theme: i18n.half(other.title), level: finest ? term(finest) : '' }),
      options: { blocks: other.id },
    }));
  return [...parents.reverse(), ...blocks];
}
