// The fields: what the file is, how it is read and placed, and what its fields mean.
import type { Look, Use } from '../../client/uploads';
import type { PreviewLayer } from '../../map/previewLayer';
import { missing, readingOf, reread, themeFor, usesOf, type IntakeForm } from '../../model/intake';
import { fill, h } from '../../ui/dom';
import { selectField } from '../../ui/parts';
import type { IntakeDesk } from './intakeDesk';
import { readingFields } from './readingFields';
import { recordFields } from './recordFields';
import { toldOf, trouble } from './told';
import { zoneFields } from './zoneFields';

export interface FieldsExits {
  /** Another file is wanted. */
  again: () => void;
  /** It is to be imported as something else. */
  used: (use: Use) => void;
  /** Everything is said. */
  done: (look: Look, form: IntakeForm) => void;
}

/** What the parts of the form are given. */
export interface FormPart {
  readonly desk: IntakeDesk;
  readonly look: Look;
  readonly form: IntakeForm;
  /** Takes a choice over; `draw` where others become possible by it. */
  readonly set: (choice: Partial<IntakeForm>, draw?: boolean) => void;
}

export class FieldsStep {
  readonly element = h('div', { class: 'stack', 'data-testid': 'intake-fields' });
  private readonly formBox = h('div', { class: 'stack' });
  private readonly outcome = h('div', { role: 'status' });
  private readonly go: HTMLButtonElement;
  private asked: AbortController | null = null;

  constructor(
    private readonly desk: IntakeDesk,
    private readonly preview: PreviewLayer,
    private readonly ending: AbortSignal,
    private look: Look,
    private form: IntakeForm,
    private readonly exits: FieldsExits,
  ) {
    this.go = h('button', { type: 'button', class: 'button button-primary', 'data-testid': 'intake-begin', onclick: () => this.begin() });
    this.draw();
    fill(
      this.element,
      this.head(),
      this.formBox,
      this.outcome,
      h(
        'div',
        { class: 'button-row' },
        this.go,
        h(
          'button',
          { type: 'button', class: 'button', 'data-testid': 'intake-again', onclick: exits.again },
          desk.i18n.t('intake.another'),
        ),
      ),
    );
  }

  /** Shows the file on the map. */
  start(): void {
    void this.show();
  }

  private head(): HTMLElement {
    const { i18n } = this.desk;
    const { format, name, records, size, whole } = this.look;
    return h(
      'div',
      {},
      h('h2', { class: 'intake-name', tabindex: '-1' }, name),
      h(
        'p',
        { class: 'quiet', 'data-testid': 'intake-about' },
        i18n.t('intake.file', { format: i18n.t(`intake.format.${format}`), size: i18n.bytes(size) }),
        ' · ',
        i18n.t(whole ? 'intake.records' : 'intake.recordsMore', { n: records }),
      ),
    );
  }

  private draw(): void {
    const { desk, look, form } = this;
    const { i18n } = desk;
    const uses = usesOf(look, desk.themes);
    const part: FormPart = { desk, look, form, set: (choice, draw) => this.set(choice, draw ?? false) };
    const focused = (document.activeElement as HTMLElement | null)?.dataset['testid'];
    const inside = this.formBox.contains(document.activeElement);
    const open = this.formBox.querySelector('details')?.open ?? false;
    fill(
      this.formBox,
      uses.length === 0 ? trouble(i18n.t('intake.nothing'), 'intake-nothing') : null,
      uses.length > 0
        ? selectField(
            i18n.t('intake.use'),
            uses.map((use) => ({ value: use, text: i18n.t(`intake.use.${use}`) })),
            form.use,
            (value) => {
              const use = uses.find((one) => one === value) ?? form.use;
              this.set({ use, theme: themeFor(use, look, desk.themes), level: '' }, true);
              this.exits.used(use);
            },
            { 'data-testid': 'intake-use' },
          )
        : null,
      readingFields(part, () => void this.readAnew()),
      uses.length === 0 ? null : form.use === 'zones' ? zoneFields(part) : recordFields(part),
      this.table(open),
    );
    if (inside && focused) this.formBox.querySelector<HTMLElement>(`[data-testid="${focused}"]`)?.focus();
    this.go.textContent = i18n.t(form.use === 'zones' ? 'intake.beginZones' : 'intake.begin');
    this.go.hidden = uses.length === 0;
  }

  private set(choice: Partial<IntakeForm>, draw: boolean): void {
    const { lon, lat } = this.form;
    this.form = { ...this.form, ...choice };
    fill(this.outcome);
    if (draw) this.draw();
    if (this.form.lon !== lon || this.form.lat !== lat) void this.show();
  }

  private begin(): void {
    const { i18n } = this.desk;
    const lacks = missing(this.form, this.look);
    if (lacks.length === 0 && this.look.trouble === null) {
      this.exits.done(this.look, this.form);
      return;
    }
    const what = lacks.map((lack) => i18n.t(`intake.missing.${lack}`)).join(i18n.language === 'zh' ? '；' : '; ');
    fill(this.outcome, trouble(lacks.length > 0 ? i18n.t('intake.missing', { what }) : (this.look.trouble ?? ''), 'intake-missing'));
    const first = lacks[0];
    if (first) this.formBox.querySelector<HTMLElement>(`[data-asks="${first}"] :is(input, select)`)?.focus();
  }

  /** The file is to be read in another way: what it is may be other. */
  private async readAnew(): Promise<void> {
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    const { desk, form } = this;
    try {
      const look = await desk.uploads.look(this.look.id, readingOf(form, this.look), AbortSignal.any([asked.signal, this.ending]));
      this.look = look;
      this.form = reread(this.form, look, desk.themes);
      fill(this.outcome);
      this.draw();
      void this.show();
    } catch (error) {
      const told = toldOf(error);
      if (told) fill(this.outcome, trouble(told, 'intake-missing'));
    }
  }

  private async show(): Promise<void> {
    const { desk, form, look } = this;
    this.preview.clear();
    if (look.trouble !== null || !look.bounds) return;
    const place = form.lon && form.lat ? { lon: form.lon, lat: form.lat } : {};
    try {
      const shapes = await desk.uploads.preview(look.id, { ...readingOf(form, look), ...place }, this.ending);
      if (this.ending.aborted || look !== this.look) return;
      this.preview.show(shapes);
      desk.map.fit(look.bounds, 18, false);
      document.body.dataset['preview'] = String(shapes.features.length);
      if (!shapes.whole) desk.say(desk.i18n.t('intake.partly'));
    } catch (error) {
      const told = toldOf(error);
      if (told) fill(this.outcome, trouble(told, 'intake-missing'));
    }
  }

  private table(open: boolean): HTMLElement {
    const { i18n } = this.desk;
    return h(
      'details',
      { class: 'more', open, 'data-testid': 'intake-table' },
      h('summary', {}, i18n.t('intake.fields')),
      h(
        'div',
        { class: 'table-box', tabindex: '0', role: 'group', 'aria-label': i18n.t('intake.fields') },
        h(
          'table',
          { class: 'table' },
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              h('th', { scope: 'col' }, i18n.t('intake.field')),
              h('th', { scope: 'col' }, i18n.t('intake.distinct')),
              h('th', { scope: 'col' }, i18n.t('intake.examples')),
            ),
          ),
          h(
            'tbody',
            {},
            this.look.fields.map(({ name, distinct, examples }) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, name),
                h('td', { class: 'number' }, i18n.number(distinct)),
                h('td', { class: 'intake-examples' }, examples.join(' · ')),
              ),
            ),
          ),
        ),
      ),
    );
  }
}
