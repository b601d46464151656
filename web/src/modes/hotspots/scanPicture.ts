// Clusters that a scan found: their members in colour, a circle around each, and a list.
import type { MethodRow, ScanCluster } from '../../client/types';
import { h } from '../../ui/dom';
import { MethodPicture, type AreaClass } from './methodPicture';
import { chanceText, nameOf, swatch, type Entry } from './picture';

/** Above it a cluster is one that chance makes too. */
const LEVEL = 0.05;
/** Metres of a degree of latitude. */
const DEGREE = 111_320;
/** So much is left around a cluster that is shown, in metres. */
const AROUND = 300;
const QUIET = '#f3f3ee';

export class ScanPicture extends MethodPicture {
  protected readonly classes: readonly AreaClass[] = [
    { id: 'high', colour: '#b3261e', words: this.desk.i18n.t('hot.scan.high') },
    { id: 'high-chance', colour: '#f2c9bd', words: this.desk.i18n.t('hot.scan.high-chance') },
    { id: 'low', colour: '#2a5ea8', words: this.desk.i18n.t('hot.scan.low') },
    { id: 'low-chance', colour: '#c6d8ec', words: this.desk.i18n.t('hot.scan.low-chance') },
    { id: 'none', colour: QUIET, words: this.desk.i18n.t('hot.scan.none') },
  ];

  /** Those that hold, and those that chance makes as often. */
  private readonly sure = this.answer.clusters.filter(({ p }) => p !== null && p <= LEVEL);

  readonly told = this.desk.i18n.t('hot.scan.told', { n: this.sure.length, of: this.answer.clusters.length });

  readonly entries: readonly Entry[] = this.answer.clusters.map((cluster) => this.entry(cluster));

  /** Circles around what was found, to be drawn above the areas. */
  circles(): { lon: number; lat: number; metres: number; colour: string }[] {
    return this.sure.map(({ direction, lat, lon, radius_m }) => ({
      lon,
      lat,
      metres: radius_m,
      colour: direction === 'high' ? '#7a0f0a' : '#173d70',
    }));
  }

  protected classOf(row: MethodRow): string {
    const cluster = this.clusterOf(row);
    if (!cluster) return 'none';
    return this.sure.includes(cluster) ? cluster.direction : `${cluster.direction}-chance`;
  }

  protected figuresOf(row: MethodRow): string {
    const { i18n } = this.desk;
    const cluster = this.clusterOf(row);
    const cases = i18n.counted('hot.total', Number(row['cases'] ?? 0));
    return cluster ? `${cases} · ${i18n.t('hot.scan.cluster', { n: cluster.cluster })}: ${this.clusterFigures(cluster)}` : cases;
  }

  protected factsOf(row: MethodRow): (readonly [string, string] | null)[] {
    const { i18n } = this.desk;
    const cluster = this.clusterOf(row);
    return [
      [i18n.t('hot.count'), this.number(row['cases'])],
      'population' in row ? [i18n.t('hot.detail.atRisk'), this.number(row['population'])] : null,
      ...(cluster ? this.clusterFacts(cluster) : []),
    ];
  }

  protected recipe(): string {
    const { i18n } = this.desk;
    const { direction, replicas, seed, step } = this.run.request;
    const time = step ? ` ${i18n.t('hot.scan.time')}` : '';
    return i18n.t(`hot.scan.recipe.${direction ?? 'high'}`, { n: replicas ?? 0, seed: String(seed ?? '') }) + time;
  }

  private clusterOf(row: MethodRow): ScanCluster | null {
    const number = row['cluster'];
    return typeof number === 'number' ? (this.answer.clusters[number - 1] ?? null) : null;
  }

  private clusterFigures({ count, expected, p, relative_risk }: ScanCluster): string {
    const { i18n } = this.desk;
    return i18n.t('hot.scan.figures', {
      count: i18n.number(count),
      expected: i18n.number(expected, 1),
      risk: this.number(relative_risk),
      p: chanceText(this.desk, p),
    });
  }

  private clusterFacts(cluster: ScanCluster): (readonly [string, string] | null)[] {
    const { i18n } = this.desk;
    const { count, expected, from, llr, members, p, p_gumbel, radius_m, relative_risk, to } = cluster;
    return [
      [i18n.t('hot.scan.members'), i18n.number(members.length)],
      [i18n.t('hot.scan.radius'), i18n.distance(radius_m)],
      from && to ? [i18n.t('hot.scan.period'), `${i18n.date(from)} – ${i18n.date(to)}`] : null,
      [i18n.t('hot.scan.inside'), i18n.number(count)],
      [i18n.t('hot.scan.expected'), i18n.number(expected, 2)],
      [i18n.t('hot.scan.risk'), this.number(relative_risk)],
      [i18n.t('hot.scan.ratio'), i18n.number(llr, 2)],
      [i18n.t('hot.detail.p'), chanceText(this.desk, p)],
      [i18n.t('hot.scan.gumbel'), p_gumbel === null ? '–' : this.small(p_gumbel)],
    ];
  }

  private small(p: number): string {
    return p < 0.001 ? p.toExponential(1) : this.desk.i18n.number(p, 3);
  }

  private entry(cluster: ScanCluster): Entry {
    const { i18n } = this.desk;
    const { centre, cluster: number, direction, from, lat, lon, members, radius_m, to } = cluster;
    const colour = this.classes.find(({ id }) => id === (this.sure.includes(cluster) ? direction : `${direction}-chance`))?.colour ?? QUIET;
    const around = (radius_m + AROUND) / DEGREE;
    const across = around / Math.cos((lat * Math.PI) / 180);
    return {
      key: String(number),
      code: centre,
      nodes: [
        h(
          'span',
          { class: 'entry-line' },
          swatch(colour),
          h('span', { class: 'entry-title' }, i18n.t('hot.scan.around', { n: number, place: nameOf(this.desk, centre) })),
        ),
        h('span', {}, this.clusterFigures(cluster)),
        h(
          'span',
          { class: 'quiet' },
          [
            i18n.counted('legend.areas', members.length),
            i18n.t('hot.scan.within', { distance: i18n.distance(radius_m) }),
            ...(from && to ? [`${i18n.date(from)} – ${i18n.date(to)}`] : []),
          ].join(' · '),
        ),
      ],
      reveal: () => this.desk.map.fit([lon - across, lat - around, lon + across, lat + around]),
    };
  }
}
