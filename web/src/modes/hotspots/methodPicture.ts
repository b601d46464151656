// What a method told of areas: what scans, what emerges and what changed have in common.
import type { MethodAnswer, MethodRow, MethodRun } from '../../client/types';
import { sentence } from '../../model/sentence';
import type { MethodClaim } from '../../model/state';
import type { Desk } from '../../ui/desk';
import { h, icon } from '../../ui/dom';
import type { LegendClasses } from '../../ui/legend';
import { facts } from '../../ui/parts';
import { nameOf, type Entry, type Picture } from './picture';

/** A class of areas. */
export interface AreaClass {
  id: string;
  colour: string;
  words: string;
}

/** Methods that tell something of each area. */
export type AreaClaim = Extract<MethodClaim, 'scan' | 'emerging' | 'change' | 'repeat'>;

export abstract class MethodPicture implements Picture {
  readonly id: string;
  readonly level: string;
  protected readonly answer: MethodAnswer;
  protected readonly rows: ReadonlyMap<string, MethodRow>;

  constructor(
    protected readonly desk: Desk,
    protected readonly claim: AreaClaim,
    protected readonly run: MethodRun & { answer: MethodAnswer },
  ) {
    this.id = run.id;
    this.level = run.request.level ?? '';
    this.answer = run.answer;
    this.rows = new Map(run.answer.rows.map((row) => [String(row.code ?? row['place']), row]));
  }

  /** All classes that an area can be in. */
  protected abstract readonly classes: readonly AreaClass[];
  protected abstract classOf(row: MethodRow): string;
  /** What is told of an area beside its class, in few words. */
  protected abstract figuresOf(row: MethodRow): string;
  /** All figures of an area. */
  protected abstract factsOf(row: MethodRow): (readonly [string, string] | null)[];
  abstract readonly told: string;
  abstract readonly entries: readonly Entry[];

  /** The colour of areas that nothing is told of. */
  protected get absent(): string {
    return '#9aa3aa';
  }

  colourOf(code: string): string {
    return this.classAt(this.rows.get(code))?.colour ?? this.absent;
  }

  tipOf(code: string): string {
    const row = this.rows.get(code);
    return row ? [this.classAt(row)?.words, this.figuresOf(row)].filter(Boolean).join(' · ') : '–';
  }

  detail(code: string): HTMLElement | null {
    const row = this.rows.get(code);
    if (!row) return null;
    return h(
      'div',
      { class: 'stack', 'data-testid': 'claim-detail' },
      h('p', {}, h('strong', {}, nameOf(this.desk, code))),
      h('p', {}, this.classAt(row)?.words ?? ''),
      facts(this.factsOf(row)),
    );
  }

  get legend(): LegendClasses {
    const { i18n } = this.desk;
    const sizes = new Map<string, number>();
    for (const row of this.rows.values()) sizes.set(this.classOf(row), (sizes.get(this.classOf(row)) ?? 0) + 1);
    const there = this.classes.filter(({ id }) => sizes.has(id));
    return {
      title: i18n.t(`hot.claim.${this.claim}`),
      note: i18n.t(`hot.legend.${this.claim}`),
      classes: there.map(({ id, colour }, i) => ({ from: i, to: i, colour, size: sizes.get(id) ?? 0 })),
      format: (value) => i18n.rate(value),
      range: (from) => there[from]?.words ?? '',
      none: false,
    };
  }

  explained(): HTMLElement {
    return explainedOf(this.desk, this.claim, this.answer, this.recipe());
  }

  /** How it was worked out, in a sentence. */
  protected abstract recipe(): string;

  protected number(value: unknown, digits = 2): string {
    return typeof value === 'number' ? this.desk.i18n.number(value, digits) : '–';
  }

  private classAt(row: MethodRow | undefined): AreaClass | undefined {
    return row && this.classes.find(({ id }) => id === this.classOf(row));
  }
}

/** What a method claims, how it was worked out, what to beware of, and what it cannot tell. */
export function explainedOf({ i18n }: Desk, claim: MethodClaim, { warnings }: MethodAnswer, recipe: string): HTMLElement {
  // A warning whose remedy is a field of this page.
  const told = (id: string, message: string): string =>
    id === 'serial-correlation' ? i18n.t('hot.warning.serial-correlation') : sentence(message);
  return h(
    'div',
    { class: 'stack', 'data-testid': 'claims' },
    h('h3', { class: 'take-heading' }, i18n.t('hot.claims')),
    h('p', {}, i18n.t(`hot.claims.${claim}`)),
    h('p', { class: 'quiet' }, recipe),
    ...warnings.map(({ id, message }) => h('p', { class: 'note' }, icon('info'), told(id, message))),
    h('h3', { class: 'take-heading' }, i18n.t('hot.cannot')),
    h('p', { class: 'quiet' }, i18n.t('hot.cannot.text')),
  );
}
