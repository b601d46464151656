// Bringing a file in, step by step: send it, say what its fields are, import and check it, publish it.
import type { KeptUpload, Look, Reading, Use } from '../../client/uploads';
import { PreviewLayer } from '../../map/previewLayer';
import { formOf, marksSaid, requestOf, type IntakeForm } from '../../model/intake';
import { fill, h } from '../../ui/dom';
import { FieldsStep } from './fieldsStep';
import { FileStep } from './fileStep';
import { ImportStep } from './importStep';
import type { IntakeDesk } from './intakeDesk';

type Step = 'file' | 'fields' | 'check' | 'publish' | 'import';

/** Areas are checked and published; what else is imported is in use at once. */
const OF_AREAS: readonly Step[] = ['file', 'fields', 'check', 'publish'];
const OF_RECORDS: readonly Step[] = ['file', 'fields', 'import'];

export class IntakePanel {
  readonly element = h('div', { class: 'stack intake', 'data-testid': 'intake' });
  private readonly stepsBox = h('ol', { class: 'intake-steps' });
  private readonly body = h('div', { class: 'stack' });
  private readonly preview: PreviewLayer;
  private readonly ending = new AbortController();
  private readonly files: FileStep;
  private upload: KeptUpload | null = null;
  private importing: ImportStep | null = null;

  /** @param empty stands below the drop area as long as no file is chosen; null for nothing */
  constructor(
    private readonly desk: IntakeDesk,
    private readonly empty: HTMLElement | null,
  ) {
    this.preview = new PreviewLayer(desk.map);
    this.files = new FileStep(desk, this.ending.signal, (upload, look, said) => this.looked(upload, look, said));
    this.stepsBox.setAttribute('aria-label', desk.i18n.t('intake.steps'));
    fill(this.element, this.stepsBox, this.body, this.leaving());
    this.begin();
  }

  /** A file that was dropped on the map. */
  take(files: FileList | null): void {
    if (this.importing?.busy) return;
    this.letGo();
    this.begin();
    this.files.take(files);
  }

  close(): void {
    this.ending.abort();
    this.preview.clear();
    this.letGo();
  }

  private begin(): void {
    this.preview.clear();
    this.step('file');
    this.files.reset();
    fill(this.body, this.files.element, this.empty);
  }

  private looked(upload: KeptUpload, look: Look, said: Reading): void {
    this.upload = upload;
    const form = formOf(look, this.desk.themes);
    this.fields(upload, look, { ...form, ...marksSaid(said) });
  }

  private fields(upload: KeptUpload, look: Look, form: IntakeForm): void {
    const areas = (use: Use): void => this.step('fields', use === 'zones');
    areas(form.use);
    const fields = new FieldsStep(this.desk, this.preview, this.ending.signal, look, form, {
      again: () => {
        this.letGo();
        this.begin();
        this.files.focus();
      },
      used: areas,
      done: (said, asked) => this.import(upload, said, asked),
    });
    fill(this.body, fields.element);
    fields.start();
    this.focusHeading();
  }

  private import(upload: KeptUpload, look: Look, form: IntakeForm): void {
    const areas = form.use === 'zones';
    this.step(areas ? 'check' : 'import', areas);
    const importing = new ImportStep(this.desk, upload, requestOf(form, look), this.ending.signal, {
      back: () => this.fields(upload, look, form),
      again: () => {
        this.letGo();
        this.begin();
        this.files.focus();
      },
      publishing: () => this.step('publish'),
    });
    this.importing = importing;
    fill(this.body, importing.element);
    void importing.start();
    this.focusHeading();
  }

  /** What was sent is needed no more; an import that goes on ends with it. */
  private letGo(): void {
    const { upload } = this;
    this.upload = null;
    this.importing = null;
    if (upload) void this.desk.uploads.remove(upload.id).catch(() => undefined);
  }

  private step(step: Step, areas = true): void {
    const steps = areas ? OF_AREAS : OF_RECORDS;
    const at = steps.indexOf(step);
    fill(
      this.stepsBox,
      steps.map((each, i) =>
        h(
          'li',
          { class: i < at ? 'done' : null, 'aria-current': i === at ? 'step' : null, 'data-step': each },
          this.desk.i18n.t(`intake.step.${each}`),
        ),
      ),
    );
  }

  private focusHeading(): void {
    this.body.querySelector<HTMLElement>('h2[tabindex]')?.focus();
  }

  private leaving(): HTMLElement | null {
    const { leave, i18n } = this.desk;
    if (!leave) return null;
    return h('button', { type: 'button', class: 'link', 'data-testid': 'intake-leave', onclick: leave }, i18n.t('intake.close'));
  }
}
