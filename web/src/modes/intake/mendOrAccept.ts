// What the check has found in a draft that was imported: mended here, as told before, or accepted with a reason.
import type { Repair } from '../../client/draftTypes';
import type { Findings } from '../../client/types';
import { isAbort } from '../../client/http';
import { Marks } from '../../map/marks';
import { sentence } from '../../model/sentence';
import { fill, h, uniqueId } from '../../ui/dom';
import { MendForm, repairTold } from '../../ui/mendForm';
import type { IntakeDesk } from './intakeDesk';
import { PublishForm } from './publishForm';
import { toldOf, trouble } from './told';

/** So many findings are named. */
export const NAMED = 5;

export class MendOrAccept {
  readonly element = h('div', { class: 'stack' });
  private readonly form: MendForm;
  private readonly marks: Marks;
  private readonly told = h('div', { class: 'stack', 'aria-live': 'polite' });
  private readonly mend: HTMLButtonElement;
  private asked: AbortController | null = null;

  /**
   * @param plan id of the draft
   * @param mended called once something was mended, with what was
   */
  constructor(
    private readonly desk: IntakeDesk,
    private readonly theme: string,
    private readonly plan: number,
    findings: Findings,
    private readonly ending: AbortSignal,
    private readonly mended: (repair: Repair) => void,
  ) {
    const { i18n } = desk;
    this.form = new MendForm(i18n);
    this.marks = new Marks(desk.map);
    ending.addEventListener('abort', () => this.close());
    this.mend = this.button('intake.mend', 'intake-mend', () => void this.apply(), true);
    fill(this.element, this.found(findings), this.mending(), this.accepting());
  }

  /** Takes what was shown off the map. */
  close(): void {
    this.asked?.abort();
    this.marks.repair(null);
  }

  private found({ blocking, findings }: Findings): HTMLElement {
    const { i18n } = this.desk;
    return h(
      'div',
      { class: 'plan-note' },
      h('p', { role: 'status', 'data-testid': 'intake-blocked' }, i18n.t('intake.blocked', { n: blocking })),
      h(
        'ul',
        { class: 'bullets' },
        ...findings.slice(0, NAMED).map(({ message }) => h('li', {}, sentence(message))),
        blocking > NAMED ? h('li', {}, i18n.t('publish.andMore', { n: blocking - NAMED })) : null,
      ),
    );
  }

  private mending(): HTMLElement {
    const { i18n } = this.desk;
    return h(
      'fieldset',
      { class: 'intake-set' },
      h('legend', { class: 'section-title' }, i18n.t('intake.mending')),
      this.form.element,
      h(
        'div',
        { class: 'button-row' },
        this.mend,
        this.button('intake.mendPreview', 'intake-mend-preview', () => void this.preview(), false),
      ),
      this.told,
    );
  }

  private accepting(): HTMLElement {
    const { desk, theme, plan } = this;
    const { i18n } = desk;
    const id = uniqueId('reason');
    const reason = h('textarea', { id, rows: 2, maxlength: 2000, 'data-testid': 'intake-accept' });
    const publish = new PublishForm(desk, theme, plan, {
      primary: false,
      accept: () => {
        const text = reason.value.trim();
        if (text === '') reason.focus();
        return text === '' ? { needs: i18n.t('intake.acceptNeeded') } : { reason: text };
      },
    });
    return h(
      'fieldset',
      { class: 'intake-set' },
      h('legend', { class: 'section-title' }, i18n.t('intake.accepting')),
      h('div', { class: 'field' }, h('label', { for: id }, i18n.t('publish.reason')), reason),
      publish.element,
    );
  }

  /** Tells what would be changed, and shows it on the map. */
  private async preview(): Promise<void> {
    const repair = await this.repair(false);
    if (!repair) return;
    this.marks.repair({
      before: repair.before.features.map(({ geometry }) => geometry),
      after: repair.after.features.map(({ geometry }) => geometry),
      moved: repair.mends.flatMap(({ place }) => place ?? []),
    });
    fill(this.told, ...repairTold(this.desk.i18n, repair, (code) => this.nameIn(repair, code)));
  }

  private async apply(): Promise<void> {
    const repair = await this.repair(true);
    if (!repair) return;
    this.close();
    this.mended(repair);
  }

  private async repair(apply: boolean): Promise<Repair | null> {
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    const { drafts } = this.desk;
    const draft = String(this.plan);
    this.mend.disabled = apply;
    try {
      const { version } = await drafts.get(draft);
      return await drafts.repair(draft, this.form.request(apply), version, AbortSignal.any([asked.signal, this.ending]));
    } catch (error) {
      const told = toldOf(error);
      if (!isAbort(error) && told !== null) fill(this.told, trouble(told, 'intake-mend-trouble'));
      return null;
    } finally {
      this.mend.disabled = false;
    }
  }

  private nameIn({ after }: Repair, code: string): string {
    const unit = after.features.find(({ properties }) => properties.code === code)?.properties;
    return unit ? this.desk.i18n.nameAndCode(unit) : code;
  }

  private button(key: Parameters<IntakeDesk['i18n']['t']>[0], testId: string, onclick: () => void, first: boolean): HTMLButtonElement {
    const kind = first ? 'button button-primary' : 'button';
    return h('button', { type: 'button', class: kind, 'data-testid': testId, onclick }, this.desk.i18n.t(key));
  }
}
