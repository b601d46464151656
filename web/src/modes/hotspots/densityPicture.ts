// How dense incidents lie: bands between round levels, which claim nothing.
import type { HotspotShapes, MethodAnswer, MethodRun } from '../../client/types';
import { rampAt } from '../../model/classes';
import type { Desk } from '../../ui/desk';
import type { LegendClasses } from '../../ui/legend';
import { explainedOf } from './methodPicture';
import type { Entry, Picture, Shapes } from './picture';

const QUIET = '#f3f3ee';

export class DensityPicture implements Picture {
  readonly level = '';
  readonly entries: readonly Entry[] = [];
  readonly id: string;
  readonly told: string;
  private readonly answer: MethodAnswer;

  constructor(
    private readonly desk: Desk,
    run: MethodRun & { answer: MethodAnswer },
    private readonly bands: HotspotShapes,
  ) {
    const { i18n } = desk;
    this.id = run.id;
    this.answer = run.answer;
    const { incidents, peakPerSquareKilometre } = run.answer.summary;
    this.told = i18n.t('hot.density.told', {
      incidents: i18n.counted('hot.total', Number(incidents)),
      peak: i18n.number(Number(peakPerSquareKilometre), 1),
    });
  }

  get shapes(): Shapes {
    return { cells: this.bands, colourOf: ({ from_per_km2: from }) => this.colour(Number(from)) };
  }

  /** The first level at which each band begins, the lowest first. */
  private get levels(): number[] {
    return [...new Set(this.bands.features.map(({ properties }) => Number(properties['from_per_km2'])))].sort((a, b) => a - b);
  }

  private colour(from: number): string {
    const { levels } = this;
    const at = levels.indexOf(from);
    if (at <= 0) return QUIET;
    return rampAt((at - 1) / Math.max(1, levels.length - 2));
  }

  get legend(): LegendClasses {
    const { i18n } = this.desk;
    const { levels } = this;
    return {
      title: i18n.t('hot.claim.density'),
      note: i18n.t('hot.legend.density'),
      classes: levels.map((from, i) => ({ from, to: levels[i + 1] ?? Infinity, colour: this.colour(from), size: 0 })),
      format: (value) => i18n.rate(value),
      range: (from, to) => (Number.isFinite(to) ? `${i18n.rate(from)} – ${i18n.rate(to)}` : `> ${i18n.rate(from)}`),
      none: false,
      sized: false,
    };
  }

  colourOf(): string {
    return '#ffffff';
  }

  tipOf(): string | null {
    return null;
  }

  detail(): HTMLElement | null {
    return null;
  }

  explained(): HTMLElement {
    const { i18n } = this.desk;
    const { bandwidth, cell, errorPerSquareKilometre } = this.answer.summary;
    const recipe = i18n.t('hot.density.recipe', {
      bandwidth: i18n.distance(Math.round(Number(bandwidth))),
      cell: i18n.number(Number(cell), 1),
      error: Number(errorPerSquareKilometre).toExponential(1),
    });
    return explainedOf(this.desk, 'density', this.answer, recipe);
  }
}
