// The file: dropped or chosen, sent with its progress, and looked at by the server.
import type { KeptUpload, Look, Reading } from '../../client/uploads';
import { fill, h } from '../../ui/dom';
import type { IntakeDesk } from './intakeDesk';
import { ReadAgain } from './readAgain';
import { toldOf, trouble } from './told';
import { watched } from '../../ui/watched';

const ACCEPTED = '.geojson,.json,.geojsonl,.ndjson,.gpkg,.csv,.txt,.gz,application/geo+json,application/json,text/csv,application/gzip';

export class FileStep {
  readonly element = h('div', { class: 'stack' });
  private readonly input: HTMLInputElement;
  private readonly choose: HTMLButtonElement;
  private readonly outcome = h('div', {});
  private readonly drop: HTMLElement;

  /**
   * @param ending ends what goes on
   * @param looked the file is with the server, which says what it is
   */
  constructor(
    private readonly desk: IntakeDesk,
    private readonly ending: AbortSignal,
    private readonly looked: (upload: KeptUpload, look: Look, said: Reading) => void,
  ) {
    const { i18n } = desk;
    this.input = h('input', {
      type: 'file',
      accept: ACCEPTED,
      class: 'visually-hidden',
      tabindex: '-1',
      'aria-label': i18n.t('intake.choose'),
      'data-testid': 'intake-file',
      onchange: () => this.take(this.input.files),
    });
    this.choose = h(
      'button',
      { type: 'button', class: 'button button-primary', 'data-testid': 'intake-choose', onclick: () => this.input.click() },
      i18n.t('intake.choose'),
    );
    this.drop = h(
      'div',
      { class: 'drop', 'data-testid': 'intake-drop' },
      h('p', { class: 'drop-title' }, i18n.t('intake.drop')),
      this.choose,
      this.input,
      h('p', { class: 'hint' }, i18n.t('intake.formats')),
    );
    droppable(this.drop, (files) => this.take(files));
  }

  /** As at the beginning. */
  reset(): void {
    fill(this.outcome);
    fill(this.element, this.drop, this.outcome);
  }

  focus(): void {
    this.choose.focus();
  }

  take(files: FileList | null): void {
    const file = files?.[0];
    if (!file) return;
    if (files.length > 1) {
      this.fail(this.desk.i18n.t('intake.severalFiles'));
      return;
    }
    void this.send(file).finally(() => (this.input.value = ''));
  }

  private async send(file: File): Promise<void> {
    const { i18n, uploads, say } = this.desk;
    const giving = new AbortController();
    const signal = AbortSignal.any([giving.signal, this.ending]);
    const bar = watched(i18n, 'intake-sending', () => giving.abort());
    const sending = i18n.t('intake.sending', { name: file.name });
    bar.at(sending, 0);
    fill(this.element, bar.element);
    say(sending);
    let upload: KeptUpload | null = null;
    try {
      upload = await uploads.send(file, (share) => bar.at(sending, share), signal);
      bar.at(i18n.t('intake.looking', { name: upload.name }), null);
      await this.look(upload, {}, signal);
    } catch (error) {
      this.failed(upload, error);
    }
  }

  private async look(upload: KeptUpload, said: Reading, signal: AbortSignal): Promise<void> {
    const look = await this.desk.uploads.look(upload.id, said, signal);
    this.looked(upload, look, said);
  }

  /** A text that can not be read as it is may be read when somebody says how it is written. */
  private failed(upload: KeptUpload | null, error: unknown): void {
    if (this.ending.aborted) return;
    const told = toldOf(error);
    if (upload && told !== null && /\.(csv|txt|tsv)(\.gz)?$/i.test(upload.name)) {
      const again = new ReadAgain(this.desk.i18n, told, {
        look: (said) => void this.look(upload, said, this.ending).catch((next: unknown) => this.failed(upload, next)),
        leave: () => {
          this.remove(upload);
          this.reset();
          this.choose.focus();
        },
      });
      fill(this.element, again.element);
      again.focus();
      return;
    }
    if (upload) this.remove(upload);
    this.fail(told ?? this.desk.i18n.t('intake.cancelled'));
  }

  private remove(upload: KeptUpload): void {
    void this.desk.uploads.remove(upload.id).catch(() => undefined);
  }

  private fail(text: string): void {
    this.reset();
    fill(this.outcome, trouble(text, 'intake-file-trouble'));
    this.choose.focus();
  }
}

/** Lets files be dropped on an element. */
export function droppable(element: HTMLElement, take: (files: FileList | null) => void): () => void {
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    element.classList.add('over');
  };
  const out = (): void => element.classList.remove('over');
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    out();
    take(event.dataTransfer?.files ?? null);
  };
  element.addEventListener('dragover', over);
  element.addEventListener('dragleave', out);
  element.addEventListener('drop', drop);
  return () => {
    element.removeEventListener('dragover', over);
    element.removeEventListener('dragleave', out);
    element.removeEventListener('drop', drop);
  };
}
