// Zoning with a draft open: its head, the chosen area, findings and history, and the tools on the map.
import type { Geometry } from 'geojson';
import type { EditAnswer } from '../../client/draftTypes';
import type { ProblemError } from '../../client/http';
import { isAbort } from '../../client/http';
import type { Finding, UnitFeature } from '../../client/types';
import type { Paint } from '../../map/unitLayer';
import { WEIGHTS, bandColour, bandsOf, deviation } from '../../model/balance';
import { EMPTY_FORM, type RedrawForm } from '../../model/redrawForm';
import { boundsOf } from '../../model/shapes';
import type { State } from '../../model/state';
import { Store } from '../../model/store';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { failure, segmented, selectField } from '../../ui/parts';
import { draftKeys } from '../../ui/shortcuts';
import { atHand, saidOf } from '../findingsView';
import { messageOf, type FindingsAtHand } from '../mode';
import { RedrawPanel } from '../redraw/redrawPanel';
import { amount, percent } from '../session/loadTable';
import { Toolbox } from '../tools/toolbox';
import { askConflict } from './conflict';
import { DraftFindingsView } from './draftFindings';
import { DraftHead, type DraftExits } from './draftHead';
import { HistoryView } from './historyView';
import { Loads } from '../session/loads';
import { DraftSession } from '../session/session';
import { UnitActions } from './unitActions';
import { VoidsView } from './voidsView';

export class DraftWork {
  readonly element = h('div', { class: 'stack draft-work' });
  private readonly session: DraftSession;
  private readonly head: DraftHead;
  private readonly loads: Loads;
  private readonly toolbox: Toolbox;
  private readonly unitActions: UnitActions;
  private readonly redraw: RedrawPanel;
  private readonly balanceBox = h('div', {});
  private readonly tabBox = h('div', {});
  private readonly listBox = h('div', { class: 'tab-body' });
  private tab: DraftFindingsView | HistoryView | VoidsView | null = null;
  private readonly endings: (() => void)[] = [];

  constructor(
    private readonly desk: Desk,
    id: string,
    exits: DraftExits,
  ) {
    this.session = new DraftSession(desk, id, {
      changed: (answer) => this.changedBy(answer),
      refused: (problem) => this.refused(problem),
      conflict: (conflict, edit) => askConflict(desk, conflict, edit),
      reload: () => {
        desk.units.reload();
        void desk.voids.load();
      },
      failed: (error) => desk.fail(error),
    });
    this.head = new DraftHead(desk, this.session, exits);
    this.loads = new Loads(desk, () => this.counted());
    const form = new Store<RedrawForm>(EMPTY_FORM);
    this.toolbox = new Toolbox(desk, this.session, this.loads, form, (id) => this.redraw.open(id === 'redraw'));
    this.unitActions = new UnitActions(desk, this.session, this.loads);
    this.redraw = new RedrawPanel(desk, this.session, form, this.loads, (is) => this.toolbox.hold('redraw', is));
    const warn = (event: Event): void => {
      if (this.session.store.get().pending > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    this.endings.push(
      () => window.removeEventListener('beforeunload', warn),
      this.session.findings.store.subscribe(() => this.findingsChanged()),
      draftKeys({ undo: () => void this.session.undo(), redo: () => void this.session.redo(), key: (key) => this.toolbox.key(key) }),
    );
    fill(
      this.element,
      this.head.element,
      this.unitActions.element,
      this.redraw.element,
      this.balanceBox,
      h('div', { class: 'tabs' }, this.tabBox),
      this.listBox,
    );
    this.open();
  }

  close(): void {
    const { pending } = this.session.store.get();
    if (pending > 0 && !this.head.saidUnsent) this.desk.tell(this.desk.i18n.counted('draft.leftUnsent', pending));
    for (const end of this.endings.splice(0)) end();
    this.tab?.close();
    this.toolbox.close();
    this.redraw.close();
    this.loads.close();
    this.unitActions.close();
    this.head.close();
    this.session.close();
    this.desk.legend.setClasses(null);
    this.desk.marks.concerned([]);
    this.desk.marks.refusal(null);
  }

  get drawing(): boolean {
    return this.toolbox.drawing;
  }

  picked(lon: number, lat: number, byKey: boolean): boolean {
    return this.toolbox.picked(lon, lat, byKey);
  }

  /** Other units are on the map. */
  drawn(): void {
    void this.loads.load();
    this.toolbox.changed();
    this.unitActions.draw();
    this.redraw.draw();
    this.legendClasses();
  }

  changed(state: State, before: State): void {
    if (state.tab !== before.tab) this.drawTab();
    if (state.level !== before.level) this.desk.marks.refusal(null);
    if (state.unit !== before.unit) this.unitActions.draw();
    if (state.findingKind !== before.findingKind) void this.session.findings.again();
    else if (state.finding !== before.finding) void this.session.findings.choose(state.finding);
    if (state.balance !== before.balance) this.counted();
  }

  fillOf(unit: UnitFeature): Paint | null {
    const part = this.deviationOf(unit.geometry);
    return part === null ? null : { fillColor: bandColour(part), fillOpacity: 0.85 };
  }

  tipOf(unit: UnitFeature): string | null {
    const { balance } = this.desk.store.get();
    if (!balance) return null;
    const { i18n } = this.desk;
    const value = this.loads.of(unit.geometry)[balance];
    return `${i18n.t(`balance.${balance}`)}: ${amount(this.desk, balance, value)} (${percent(this.desk, this.deviationOf(unit.geometry))})`;
  }

  /** What nobody has accepted, and the chosen one. */
  findings(): FindingsAtHand {
    return atHand(this.session.findings);
  }

  rosterChanged(): Promise<void> {
    return this.session.findings.load();
  }

  /** Reads again what may have changed, and sends what is waiting. */
  async refresh(): Promise<void> {
    try {
      await this.session.reload();
      await this.session.flush();
    } catch (error) {
      this.desk.fail(error);
    }
  }

  /** Someone changed the draft; perhaps oneself. */
  told(version: number, deleted: boolean): void {
    if (deleted) this.head.gone();
    else void this.session.told(version);
  }

  private open(): void {
    const { i18n } = this.desk;
    this.drawBalance();
    this.drawTab();
    this.session.open().catch((error: unknown) => {
      if (!isAbort(error))
        fill(
          this.listBox,
          failure(i18n, messageOf(error), () => this.open()),
        );
    });
  }

  private drawTab(): void {
    const { i18n, store } = this.desk;
    const wanted = store.get().tab;
    const tab = wanted === 'units' ? 'findings' : wanted;
    const focused = this.tabBox.contains(document.activeElement);
    const choices = [
      { value: 'findings' as const, text: i18n.t('tab.findings') },
      { value: 'history' as const, text: i18n.t('tab.history') },
      { value: 'voids' as const, text: i18n.t('tab.voids') },
    ];
    fill(
      this.tabBox,
      segmented(i18n.t('draft.open'), choices, tab, (value) => store.set({ tab: value })),
    );
    if (focused) this.tabBox.querySelector<HTMLElement>('input:checked')?.focus();
    this.tab?.close();
    this.tab = this.view(tab);
    fill(this.listBox, this.tab.element);
  }

  private view(tab: 'findings' | 'history' | 'voids'): DraftFindingsView | HistoryView | VoidsView {
    if (tab === 'history') return new HistoryView(this.desk, this.session);
    if (tab === 'voids') return new VoidsView(this.desk, this.session);
    return new DraftFindingsView(this.desk, this.session, (finding) => this.pick(finding));
  }

  private drawBalance(): void {
    const { i18n, store } = this.desk;
    const choices = [
      { value: '', text: i18n.t('balance.none') },
      ...WEIGHTS.map((value) => ({ value: value, text: i18n.t(`balance.${value}`) })),
    ];
    const choose = (value: string): void => store.set({ balance: WEIGHTS.find((weight) => weight === value) ?? null });
    fill(this.balanceBox, selectField(i18n.t('balance.label'), choices, store.get().balance ?? '', choose, { 'data-testid': 'balance' }));
  }

  private changedBy(answer: EditAnswer): void {
    const { i18n, units, store } = this.desk;
    this.desk.marks.refusal(null);
    units.patch(answer.changed.features, answer.removed);
    this.desk.voids.take(answer.voids.declared.features, answer.voids.dropped);
    const { unit } = store.get();
    const about = ({ level, code }: { level: string; code: string }): boolean => level === unit?.level && code === unit.code;
    if (unit && answer.removed.some(about)) {
      const heirs = answer.lineage.find(({ level, from }) => level === unit.level && from.includes(unit.code))?.to ?? [];
      store.set({ unit: heirs.length === 1 ? { level: unit.level, code: heirs[0] ?? '' } : null });
    }
    this.unitActions.draw();
    this.desk.say(i18n.t(answer.merged ? 'edit.merged' : 'edit.done', { edit: i18n.t(`edit.${answer.kind}`) }));
  }

  private refused(problem: ProblemError): void {
    const place = (problem.body['place'] ?? null) as Geometry | null;
    this.desk.marks.refusal(place);
    this.desk.tell(messageOf(problem));
  }

  private findingsChanged(): void {
    const { marks, units } = this.desk;
    const codes = this.findings().chosen?.units ?? [];
    marks.concerned(codes.flatMap((code) => units.find(code)?.feature.geometry ?? []));
    if (this.tab instanceof DraftFindingsView) this.tab.draw();
    this.desk.recolour();
  }

  private pick(finding: Finding): void {
    const { map, say, store } = this.desk;
    store.set({ finding: finding.id });
    const bounds = boundsOf(finding.place);
    if (bounds) map.fit(bounds, 18);
    say(saidOf(this.desk, finding));
  }

  private counted(): void {
    this.legendClasses();
    this.unitActions.draw();
    this.toolbox.counted();
    this.redraw.draw();
    this.desk.recolour();
  }

  private deviationOf(geometry: Geometry): number | null {
    const { balance } = this.desk.store.get();
    return balance ? deviation(this.loads.of(geometry)[balance], this.loads.means[balance]) : null;
  }

  private legendClasses(): void {
    const { i18n, legend, store, units } = this.desk;
    const { balance } = store.get();
    if (!balance) {
      legend.setClasses(null);
      return;
    }
    const parts = units.units.flatMap(({ feature }) => this.deviationOf(feature.geometry) ?? []);
    legend.setClasses({
      title: i18n.t(`balance.${balance}`),
      note: i18n.t('balance.note'),
      classes: bandsOf(parts),
      none: false,
      format: (value) => percent(this.desk, value),
      range: (from, to) => {
        if (to === Infinity) return i18n.t('balance.above', { from: percent(this.desk, from) });
        if (from === -1) return i18n.t('balance.below', { to: percent(this.desk, to) });
        return `${percent(this.desk, from)} – ${percent(this.desk, to)}`;
      },
    });
  }
}
