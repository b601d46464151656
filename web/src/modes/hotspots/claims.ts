// Which areas stand out, tested by the server: the classes with their colours, and what they say in words.
import type { HotspotPlace, HotspotQuestion, Hotspots } from '../../client/types';
import type { ClassBreak } from '../../model/classes';
import type { LocalClaim, State } from '../../model/state';
import type { TestChoice } from '../../model/testChoice';
import type { Desk } from '../../ui/desk';
import { sentence } from '../../model/sentence';
import { h, icon } from '../../ui/dom';
import { facts } from '../../ui/parts';
import type { LegendClasses } from '../../ui/legend';
import { asAsked } from '../../model/period';
import { overOf } from './methods';
import { chanceText, swatch, type Entry, type Picture } from './picture';

/** Above it nothing is claimed. */
const LEAST_LEVEL = 0.1;

/** From the surest claim of more to the surest of less; what claims nothing is quiet. Told apart in any colour vision. */
const COLOURS: Readonly<Record<string, string>> = {
  'hot-99': '#8c1d18',
  'hot-95': '#d1493f',
  'hot-90': '#f2b39f',
  'high-high-99': '#8c1d18',
  'high-high-95': '#d1493f',
  'high-high-90': '#f2b39f',
  'high-low-99': '#b06500',
  'high-low-95': '#e0922f',
  'high-low-90': '#f3cf9a',
  'low-high-99': '#5b3f8f',
  'low-high-95': '#8d73bd',
  'low-high-90': '#c9bce2',
  'low-low-90': '#b3cfea',
  'low-low-95': '#5a8fcb',
  'low-low-99': '#1d4a86',
  'cold-90': '#b3cfea',
  'cold-95': '#5a8fcb',
  'cold-99': '#1d4a86',
  'alike-99': '#1f5f4a',
  'alike-95': '#4f9c80',
  'alike-90': '#b4d8c8',
  'unlike-90': '#e0c9ae',
  'unlike-95': '#b58a58',
  'unlike-99': '#74481b',
  'not-significant': '#f3f3ee',
  'not-defined': '#9aa3aa',
};
const CLASSES = Object.keys(COLOURS);

/** What is asked of the server for what the reader chose. */
export function questionOf(claim: LocalClaim, state: State, theme: string, level: string): HotspotQuestion {
  const { at, category, hours, status, test, weekdays } = state;
  const over = overOf(state);
  const period = asAsked(state);
  return {
    theme,
    level,
    ...(at ? { at } : {}),
    ...(period.from ? { from: period.from } : {}),
    ...(period.to ? { to: period.to } : {}),
    ...(category ? { category } : {}),
    ...(hours ? { hours } : {}),
    ...(weekdays ? { weekdays } : {}),
    ...(status ? { status } : {}),
    method: claim,
    over,
    value: over === 'none' ? 'count' : test.value,
    neighbours: test.neighbours,
    ...(test.neighbours === 'band' ? { metres: test.metres } : {}),
    ...(test.neighbours === 'nearest' ? { nearest: test.nearest } : {}),
    chance: test.chance,
    ...(test.chance === 'permutation' ? { draws: test.draws, seed: test.seed } : {}),
    sides: test.sides,
    adjust: test.adjust,
    style: test.style,
    // Gi has no other moments than its usual ones.
    ...(test.moments === 'usual' || claim === 'gi' ? {} : { moments: test.moments }),
  };
}

/** Where else p can come from, when a warning says that the normal tail is wrong. */
const REMEDIES: readonly TestChoice['chance'][] = ['skewed', 'exact', 'permutation'];
/** Adjustments that bound the share of false claims; the others bound the chance of any. */
const OF_SHARE: readonly string[] = ['bh', 'by'];

export class Claims implements Picture {
  private readonly byCode: ReadonlyMap<string, HotspotPlace>;
  readonly entries: readonly Entry[];
  readonly told: string;

  /** @param choose takes another source of p */
  constructor(
    private readonly desk: Desk,
    private readonly claim: LocalClaim,
    private readonly answer: Hotspots,
    private readonly choose: (chance: TestChoice['chance']) => void,
  ) {
    this.byCode = new Map(answer.places.map((place) => [place.code, place]));
    const claimed = answer.places
      .filter((place) => isClaim(place.class))
      .sort((a, b) => (a.p ?? 1) - (b.p ?? 1) || Math.abs(b.z ?? 0) - Math.abs(a.z ?? 0));
    this.entries = claimed.map((place) => ({ key: place.code, code: place.code, nodes: this.entry(place) }));
    this.told = desk.i18n.t('hot.claimed', { n: claimed.length, of: answer.tested });
  }

  get id(): string {
    return this.answer.id;
  }

  get level(): string {
    return this.answer.request.level;
  }

  colourOf(code: string): string {
    return COLOURS[this.byCode.get(code)?.class ?? 'not-defined'] ?? '#9aa3aa';
  }

  /** An area in the list of those that something is claimed of. */
  private entry(place: HotspotPlace): Node[] {
    const { i18n } = this.desk;
    return [
      h(
        'span',
        { class: 'entry-line' },
        swatch(this.colourOf(place.code)),
        h('span', { class: 'entry-title' }, i18n.nameWithin(place, place.within)),
      ),
      h('span', {}, this.wordsOf(place.class)),
      h('span', { class: 'quiet' }, this.figuresOf(place)),
    ];
  }

  tipOf(code: string): string {
    const place = this.byCode.get(code);
    return place ? `${this.wordsOf(place.class)} · ${this.figuresOf(place)}` : '–';
  }

  /** z and adjusted p, or why there are none. */
  private figuresOf({ count, note, pAdjusted, z }: HotspotPlace): string {
    const { i18n } = this.desk;
    if (note !== null) return note;
    return i18n.t('hot.figures', { count: i18n.rate(count), z: i18n.rate(z ?? 0), p: this.chance(pAdjusted) });
  }

  private chance(p: number | null): string {
    return chanceText(this.desk, p);
  }

  detail(code: string): HTMLElement | null {
    const { i18n } = this.desk;
    const place = this.byCode.get(code);
    if (!place) return null;
    const number = (value: number | null): string => (value === null ? '–' : i18n.number(value, 2));
    const { over } = this.answer.request;
    return h(
      'div',
      { class: 'stack', 'data-testid': 'claim-detail' },
      h('p', {}, h('strong', {}, i18n.nameWithin(place, place.within))),
      h('p', {}, this.whyOf(place)),
      facts([
        [i18n.t('hot.count'), number(place.count)],
        over === 'none' ? null : [i18n.t('hot.detail.atRisk'), number(place.atRisk)],
        over === 'none' ? null : [i18n.t('hot.detail.expected'), number(place.expected)],
        ['z', number(place.z)],
        [i18n.t('hot.detail.p'), this.chance(place.p)],
        [i18n.t('hot.detail.pAdjusted'), this.chance(place.pAdjusted)],
        place.p === null
          ? null
          : [i18n.t('hot.detail.rank'), i18n.t('hot.detail.rankOf', { n: this.rankOf(place), of: this.answer.tested })],
        [i18n.t('unit.neighbours'), number(place.neighbours)],
      ]),
    );
  }

  /** How many areas are as sure or surer, itself included. */
  private rankOf({ p }: HotspotPlace): number {
    return this.answer.places.filter((other) => other.p !== null && p !== null && other.p < p).length + 1;
  }

  private whyOf(place: HotspotPlace): string {
    const { i18n } = this.desk;
    if (place.note !== null) return `${i18n.t('hot.class.not-defined')}: ${place.note}`;
    const [, , confidence] = /^(.*)-(\d+)$/.exec(place.class) ?? [];
    const level = i18n.number(confidence === undefined ? LEAST_LEVEL : 1 - Number(confidence) / 100, 2);
    const words = { class: this.wordsOf(place.class), p: this.chance(place.pAdjusted), level };
    return i18n.t(confidence === undefined ? 'hot.why.none' : 'hot.why', words);
  }

  /** A class in words. */
  private wordsOf(id: string): string {
    const { i18n } = this.desk;
    const [, kind, confidence] = /^(.*)-(\d+)$/.exec(id) ?? [];
    return kind === undefined
      ? i18n.t(id === 'not-significant' ? 'hot.class.not-significant' : 'hot.class.not-defined')
      : `${i18n.term('hotspot', kind)}, ${confidence} %`;
  }

  get legend(): LegendClasses {
    const { i18n } = this.desk;
    const there = CLASSES.filter((id) => this.answer.classes[id] !== undefined);
    const classes: ClassBreak[] = there.map((id, i) => ({ from: i, to: i, colour: COLOURS[id]!, size: this.answer.classes[id]! }));
    return {
      title: i18n.t(`hot.claim.${this.claim}`),
      note: i18n.t('hot.adjusted'),
      classes,
      format: (value) => i18n.rate(value),
      range: (from) => this.wordsOf(there[from] ?? 'not-defined'),
      none: false,
    };
  }

  explained(): HTMLElement {
    const { i18n } = this.desk;
    return h(
      'div',
      { class: 'stack', 'data-testid': 'claims' },
      h('h3', { class: 'take-heading' }, i18n.t('hot.claims')),
      h('p', {}, `${i18n.t(`hot.claims.${this.claim}`)} ${this.nearOf()}`),
      h('p', { class: 'quiet' }, `${this.chanceOf()} ${this.adjustedOf()}`),
      ...this.answer.warnings.map(({ id, message }) => this.warning(id, message)),
      h('h3', { class: 'take-heading' }, i18n.t('hot.cannot')),
      h('p', { class: 'quiet' }, i18n.t('hot.cannot.text')),
    );
  }

  private nearOf(): string {
    const { i18n } = this.desk;
    const { metres, nearest, neighbours } = this.answer.request;
    if (neighbours === 'band') return i18n.t('hot.near.band', { metres: i18n.distance(metres ?? 0) });
    if (neighbours === 'nearest') return i18n.t('hot.near.nearest', { n: nearest ?? 0 });
    return i18n.t(neighbours === 'rook' ? 'hot.near.rook' : 'hot.near.queen');
  }

  private chanceOf(): string {
    const { i18n } = this.desk;
    const { chance, draws, seed } = this.answer.request;
    return i18n.t(`hot.told.${chance as TestChoice['chance']}`, { n: draws ?? 0, seed: String(seed ?? '') });
  }

  private adjustedOf(): string {
    const { i18n } = this.desk;
    const { adjust } = this.answer.request;
    const method = i18n.t(`hot.test.adjust.${adjust as TestChoice['adjust']}`);
    return i18n.t(OF_SHARE.includes(adjust) ? 'hot.adjusted.fdr' : 'hot.adjusted.fwer', { n: this.answer.tested, method });
  }

  /** A warning; where something else can be taken, with what that is. */
  private warning(id: string, message: string): HTMLElement {
    const { i18n } = this.desk;
    const text = h('p', { class: 'note' }, icon('info'), sentence(message));
    if (id !== 'normal-tail') return text;
    const whole = this.answer.request.value === 'count';
    const others = REMEDIES.filter((chance) => whole || chance !== 'exact').map((chance) =>
      h(
        'button',
        { type: 'button', class: 'button', 'data-testid': `remedy-${chance}`, onclick: () => this.choose(chance) },
        i18n.t(`hot.test.chance.${chance}`),
      ),
    );
    return h(
      'div',
      { class: 'stack' },
      text,
      h('div', { class: 'button-row', role: 'group', 'aria-label': i18n.t('hot.remedy') }, ...others),
    );
  }
}

function isClaim(id: string): boolean {
  return id !== 'not-significant' && id !== 'not-defined';
}
