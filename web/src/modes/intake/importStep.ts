// The import: how far it is, what came of it, and what the check says.
import type { Import, ImportRequest, ImportResult, KeptUpload } from '../../client/uploads';
import type { Repair } from '../../client/draftTypes';
import { fill, h } from '../../ui/dom';
import { skeleton } from '../../ui/parts';
import type { IntakeDesk } from './intakeDesk';
import { MendOrAccept, NAMED } from './mendOrAccept';
import { PublishForm } from './publishForm';
import { toldOf, trouble } from './told';
import { watched } from '../../ui/watched';

/** How often it is asked how far an import is, in milliseconds. */
const EVERY = 400;

export interface ImportExits {
  /** Back to the fields. */
  back: () => void;
  /** Another file is wanted. */
  again: () => void;
  /** The check is content: what is left is to publish. */
  publishing: () => void;
}

export class ImportStep {
  readonly element = h('div', { class: 'stack', 'data-testid': 'intake-import' });
  private readonly bar;
  busy = true;

  constructor(
    private readonly desk: IntakeDesk,
    private readonly upload: KeptUpload,
    private readonly request: ImportRequest,
    private readonly ending: AbortSignal,
    private readonly exits: ImportExits,
  ) {
    this.bar = watched(desk.i18n, 'intake-running', () => void desk.uploads.cancel(upload.id).catch(() => undefined));
    fill(this.element, this.heading(), this.bar.element);
  }

  /** Begins it and follows it to its end. */
  async start(): Promise<void> {
    const { uploads, i18n, say } = this.desk;
    try {
      let state = await uploads.begin(this.upload.id, this.request);
      say(i18n.t('intake.running', { name: this.upload.name }));
      while (state.state === 'waiting' || state.state === 'running') {
        this.tell(state);
        await pause(EVERY, this.ending);
        state = await uploads.follow(this.upload.id, this.ending);
      }
      this.busy = false;
      if (state.result) await this.show(state.result);
      else this.failed(state.problem?.detail ?? i18n.t('intake.cancelled'));
    } catch (error) {
      this.busy = false;
      const told = toldOf(error);
      if (told !== null) this.failed(told);
    }
  }

  private heading(): HTMLElement {
    return h('h2', { class: 'intake-name', tabindex: '-1' }, this.upload.name);
  }

  private tell({ state, step, share }: Import): void {
    const { i18n } = this.desk;
    const text = state === 'waiting' ? i18n.t('intake.waiting') : (step ?? i18n.t('intake.running', { name: this.upload.name }));
    this.bar.at(text, state === 'waiting' ? null : share);
  }

  private failed(text: string): void {
    const { i18n } = this.desk;
    fill(
      this.element,
      this.heading(),
      h('p', { class: 'empty-title' }, i18n.t('intake.failed')),
      trouble(text, 'intake-failed'),
      h('div', { class: 'button-row' }, this.button('intake.back', 'intake-back', this.exits.back, true), this.another()),
    );
    this.element.querySelector<HTMLElement>('[data-testid="intake-back"]')?.focus();
  }

  private async show(result: ImportResult): Promise<void> {
    const { theme, plan } = result;
    if (result.use !== 'zones' || plan === null || theme === null) {
      fill(
        this.element,
        this.heading(),
        h('div', { class: 'all-clear', role: 'status', 'data-testid': 'intake-result' }, this.stored(result)),
        this.notes(result),
        h(
          'div',
          { class: 'button-row' },
          this.button('intake.done', 'intake-done', () => this.desk.done(theme, null), true),
          this.button('intake.more', 'intake-more', this.exits.again, false),
        ),
      );
      return;
    }
    await this.check(result, theme, plan, null);
  }

  /**
   * What the check says of the draft, and what can be done then.
   *
   * @param mended what was mended since it was imported
   */
  private async check(result: ImportResult, theme: string, plan: number, mended: Repair | null): Promise<void> {
    const { desk, ending } = this;
    const head = [
      this.heading(),
      h('p', { 'data-testid': 'intake-result' }, this.readAs(result)),
      this.notes(result),
      mended ? h('p', { role: 'status', 'data-testid': 'intake-mended' }, this.mended(mended)) : null,
    ];
    fill(this.element, head, skeleton(desk.i18n, 'intake.checking', 2));
    const findings = await desk.findings.page({ draft: String(plan) }, { severity: 'blocking', accepted: false }, { limit: NAMED }, ending);
    if (findings.blocking === 0) {
      this.exits.publishing();
      fill(this.element, head, this.sound(theme, plan));
      return;
    }
    const again = (repair: Repair): void => void this.check(result, theme, plan, repair).catch((error: unknown) => this.lost(error));
    fill(this.element, head, new MendOrAccept(desk, theme, plan, findings, ending, again).element);
  }

  private lost(error: unknown): void {
    const told = toldOf(error);
    if (told !== null) this.element.append(trouble(told, 'intake-failed'));
  }

  private mended({ mends, moved }: Repair): string {
    const given = mends.filter(({ receiver }) => receiver !== null).length;
    return this.desk.i18n.t('intake.mended', { mends: given, units: moved.length });
  }

  private stored({ stored, replaced, skipped }: ImportResult): HTMLElement {
    const { i18n } = this.desk;
    const sentences = [
      i18n.t('intake.stored', { n: stored }),
      replaced > 0 ? i18n.t('intake.replaced', { n: replaced }) : null,
      skipped > 0 ? i18n.t('intake.skipped', { n: skipped }) : null,
    ];
    return h('p', {}, sentences.filter(Boolean).join(i18n.language === 'zh' ? '' : ' '));
  }

  private readAs({ stored, units }: ImportResult): string {
    const { i18n } = this.desk;
    const list = Object.entries(units ?? {}).map(([level, n]) =>
      i18n.t('intake.counted', { n, level: i18n.wordFor('level', level) ?? level }),
    );
    return i18n.t('intake.readAs', { features: stored, units: list.join(i18n.language === 'zh' ? '、' : ', ') });
  }

  private notes({ notes }: ImportResult): HTMLElement | null {
    const { i18n } = this.desk;
    if (notes.length === 0) return null;
    return h(
      'details',
      { class: 'more', 'data-testid': 'intake-notes' },
      h('summary', {}, `${i18n.t('intake.notes')} (${i18n.number(notes.length)})`),
      h(
        'ul',
        { class: 'bullets' },
        notes.map((note) => h('li', {}, note)),
      ),
    );
  }

  private sound(theme: string, plan: number): HTMLElement {
    const { i18n } = this.desk;
    const publish = new PublishForm(this.desk, theme, plan, { primary: true, accept: () => ({ reason: null }) });
    return h(
      'div',
      { class: 'stack' },
      h('div', { class: 'all-clear', role: 'status', 'data-testid': 'intake-sound' }, h('p', {}, i18n.t('intake.sound'))),
      publish.element,
    );
  }

  private another(): HTMLElement {
    return this.button('intake.another', 'intake-again', this.exits.again, false);
  }

  private button(key: Parameters<IntakeDesk['i18n']['t']>[0], testId: string, onclick: () => void, first: boolean): HTMLButtonElement {
    const kind = first ? 'button button-primary' : 'button';
    return h('button', { type: 'button', class: kind, 'data-testid': testId, onclick }, this.desk.i18n.t(key));
  }
}

/** Waits a while; throws what the signal ends with. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((settle, fail) => {
    const timer = window.setTimeout(settle, milliseconds);
    const end = (): void => {
      clearTimeout(timer);
      fail(new DOMException('given up', 'AbortError'));
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
