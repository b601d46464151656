// A proposal of a redraw: its grids on the map in colours of deviation, its measures, and each grid in a table.
import type { ProposedGrid, RedrawBalance, Redraw, RedrawReport } from '../../client/draftTypes';
import { bandColour, bandOf, bandsOf, endsFor, type BandEnds } from '../../model/balance';
import { shortCode } from '../../model/labels';
import { basisOf, weaker } from '../../model/told';
import type { Desk } from '../../ui/desk';
import { h } from '../../ui/dom';
import { facts } from '../../ui/parts';
import { percent } from '../session/loadTable';

/** More grids than this are not listed one by one; those farthest from the mean come first. */
const MOST = 40;

/** The fill of grids that have no deviation. */
const PLAIN = '#dce8f2';

export class Proposal {
  constructor(
    private readonly desk: Desk,
    private readonly actions: { apply: () => void; discard: () => void },
  ) {}

  /**
   * @param tolerance a part of one; null where nothing was to be balanced
   * @param balance what the weight counts; null likewise
   */
  show({ grids, report, removed, touched }: Redraw, tolerance: number | null, balance: RedrawBalance | null): HTMLElement {
    const { i18n, marks } = this.desk;
    const ends = endsFor(tolerance ?? 0.2);
    const colour = (grid: ProposedGrid): string => {
      const part = tolerance === null ? null : grid.properties.overallDeviation;
      return part === null ? PLAIN : bandColour(part, ends);
    };
    marks.proposal(grids.features.map((grid) => ({ geometry: grid.geometry, colour: colour(grid) })));
    if (tolerance !== null)
      this.legend(
        grids.features.flatMap((grid) => grid.properties.overallDeviation ?? []),
        ends,
      );
    const button = (text: string, testId: string, kind: string, onclick: () => void): HTMLElement =>
      h('button', { type: 'button', class: `button ${kind}`, 'data-testid': testId, onclick }, text);
    return h(
      'div',
      { class: 'stack proposal', 'data-testid': 'redraw-proposal' },
      h('h3', { class: 'block-title' }, i18n.t('redraw.proposal')),
      this.measures({ grids, report, removed, touched }, tolerance),
      ...report.notes.map((note) => h('p', { class: 'quiet' }, note)),
      tolerance === null ? null : this.table(grids.features, balance, report),
      h(
        'div',
        { class: 'button-row' },
        button(i18n.t('redraw.apply'), 'redraw-apply', 'button-primary', this.actions.apply),
        button(i18n.t('redraw.discard'), 'redraw-discard', '', this.actions.discard),
      ),
    );
  }

  hide(): void {
    this.desk.marks.proposal([]);
    this.desk.marks.hover(null);
    this.desk.legend.setProposal(null);
  }

  private measures(
    { grids, report, removed, touched }: Pick<Redraw, 'grids' | 'report' | 'removed' | 'touched'>,
    tolerance: number | null,
  ): HTMLElement {
    const { i18n } = this.desk;
    const several = new Set(grids.features.map(({ properties }) => properties.from.join())).size > 1;
    const part = (share: number): string => `${i18n.number(share * 100, 1)}%`;
    const basis = grids.features.map(({ properties }) => basisOf(properties.weightBasis)).reduce(weaker, 'counted');
    const verdict = i18n.t(report.balanced ? 'redraw.within' : 'redraw.beyond', { tolerance: part(tolerance ?? 0) });
    const list = facts([
      [i18n.t('redraw.grids'), i18n.number(grids.features.length)],
      removed.length > 0 ? [i18n.t('redraw.removed'), i18n.number(removed.length)] : null,
      tolerance === null
        ? null
        : [i18n.t('redraw.mean'), report.basis === 'area' ? i18n.area(report.mean) : i18n.told(i18n.number(report.mean, 1), basis)],
      tolerance === null ? null : [i18n.t('redraw.deviation'), `${part(report.largestDeviation)} (${verdict})`],
      tolerance !== null && several ? [i18n.t('redraw.overall'), part(report.overallDeviation)] : null,
      tolerance === null ? null : [i18n.t('redraw.variation'), i18n.number(report.coefficientOfVariation, 3)],
      [i18n.t('redraw.compactness'), `${i18n.number(report.polsbyPopper, 2)} · ${i18n.number(report.reock, 2)}`],
      report.disconnected > 0 ? [i18n.t('redraw.disconnected'), i18n.number(report.disconnected)] : null,
      tolerance !== null && report.streetsCut ? [i18n.t('redraw.streetsCut'), i18n.number(report.streetsCut)] : null,
      tolerance !== null && report.streetShare ? [i18n.t('redraw.streetShare'), part(report.streetShare)] : null,
      touched.length > 0 ? [i18n.t('redraw.touched'), i18n.number(touched.length)] : null,
      report.shareMoving === null ? null : [i18n.t('redraw.moving'), `${i18n.number(report.pointsMoving)} (${part(report.shareMoving)})`],
    ]);
    list.setAttribute('data-testid', 'redraw-measures');
    return list;
  }

  private table(grids: readonly ProposedGrid[], balance: RedrawBalance | null, report: RedrawReport): HTMLElement {
    const { i18n, marks } = this.desk;
    const off = (grid: ProposedGrid): number => Math.abs(grid.properties.overallDeviation ?? 0);
    const rows = [...grids].sort((a, b) => off(b) - off(a)).slice(0, MOST);
    const amount = ({ weight, weightBasis, areaSquareMetres }: ProposedGrid['properties']): string => {
      if (report.basis === 'area') return i18n.area(areaSquareMetres);
      return weight === null ? '–' : i18n.told(i18n.number(weight, 2), basisOf(weightBasis));
    };
    const point = (grid: ProposedGrid | null) => (): void => marks.hover(grid?.geometry ?? null);
    return h(
      'div',
      { class: 'table-box', tabindex: '0', role: 'region', 'aria-label': i18n.t('redraw.each') },
      h(
        'table',
        { class: 'table', 'data-testid': 'redraw-grids' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, i18n.t('repair.unit')),
            h('th', { scope: 'col' }, i18n.t(`balance.${balance ?? 'area'}`)),
            h('th', { scope: 'col' }, i18n.t('balance.deviation')),
          ),
        ),
        h(
          'tbody',
          {},
          ...rows.map((grid) =>
            h(
              'tr',
              { onpointerenter: point(grid), onpointerleave: point(null) },
              h('th', { scope: 'row', title: grid.properties.code }, this.name(grid)),
              h('td', {}, amount(grid.properties)),
              h('td', {}, percent(this.desk, grid.properties.overallDeviation)),
            ),
          ),
        ),
      ),
    );
  }

  private name({ properties }: ProposedGrid): string {
    const name = this.desk.i18n.nameOf(properties);
    return name === properties.code
      ? shortCode(properties.code, properties.parent)
      : `${name} · ${shortCode(properties.code, properties.parent)}`;
  }

  private legend(parts: readonly number[], ends: BandEnds): void {
    const { i18n, legend } = this.desk;
    const say = (value: number): string => percent(this.desk, value);
    legend.setProposal({
      title: i18n.t('redraw.proposal'),
      note: i18n.t('redraw.legend'),
      classes: bandsOf(
        parts.map((part) => bandOf(part, ends)),
        ends,
      ),
      none: false,
      format: say,
      range: (from, to) =>
        to === Infinity
          ? i18n.t('balance.above', { from: say(from) })
          : from === -1
            ? i18n.t('balance.below', { to: say(to) })
            : `${say(from)} – ${say(to)}`,
    });
  }
}
