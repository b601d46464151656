// Zoning with a draft open: its head, the chosen area, findings and history, and the tools on the map.
import type { Geometry } from 'geojson';
import type { EditAnswer } from '../../client/draftTypes';
import type { ProblemError } from '../../client/http';
import { isAbort } from '../../client/http';
import type { Finding } from '../../client/types';
import type { Paint } from '../../map/paint';
import type { UnitFacts } from '../../model/unitTable';
import { EMPTY_FORM, type RedrawForm } from '../../model/redrawForm';
import { boundsOf } from '../../model/shapes';
import type { State } from '../../model/state';
import { Store } from '../../model/store';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { failure, segmented } from '../../ui/parts';
import { draftKeys } from '../../ui/shortcuts';
import { BalanceView } from '../balance/balanceView';
import { atHand, saidOf } from '../findingsView';
import { messageOf, type FindingsAtHand } from '../mode';
import { RedrawPanel } from '../redraw/redrawPanel';
import { Toolbox } from '../tools/toolbox';
import { askConflict } from './conflict';
import { DraftFindingsView } from './draftFindings';
import { DraftHead, type DraftExits } from './draftHead';
import { HistoryView } from './historyView';
import { OfficersAsked } from './officersAsked';
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
  private readonly officers: OfficersAsked;
  private readonly redraw: RedrawPanel;
  private readonly balance: BalanceView;
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
        void desk.ground.patch([]);
        void desk.voids.load();
        void this.officers.load();
      },
      failed: (error) => desk.fail(error),
    });
    this.head = new DraftHead(desk, this.session, exits);
    this.loads = new Loads(desk, () => this.counted());
    const form = new Store<RedrawForm>(EMPTY_FORM);
    this.balance = new BalanceView(desk, this.session, this.loads, () => this.balanced());
    this.toolbox = new Toolbox(desk, this.session, this.loads, form, {
      chosen: (id) => this.redraw.open(id === 'redraw'),
      inHand: (shapes) => this.balance.inHand(shapes),
    });
    this.unitActions = new UnitActions(desk, this.session, this.loads);
    this.officers = new OfficersAsked(desk, this.session);
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
      this.officers.element,
      this.unitActions.element,
      this.redraw.element,
      this.balance.element,
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
    this.balance.close();
    this.loads.close();
    this.unitActions.close();
    this.officers.close();
    this.head.close();
    this.session.close();
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
    this.balance.drawn();
  }

  changed(state: State, before: State): void {
    if (state.tab !== before.tab) this.drawTab();
    if (state.level !== before.level) this.desk.marks.refusal(null);
    if (state.unit !== before.unit) this.unitActions.draw();
    if (state.findingKind !== before.findingKind) void this.session.findings.again();
    else if (state.finding !== before.finding) void this.session.findings.choose(state.finding);
    this.balance.changed(state, before);
  }

  fillOf(unit: UnitFacts): Paint | null {
    return this.balance.fillOf(unit);
  }

  tipOf(unit: UnitFacts): string | null {
    return this.balance.tipOf(unit);
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
    this.drawTab();
    void this.officers.load();
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

  private changedBy(answer: EditAnswer): void {
    const { ground, i18n, units, store } = this.desk;
    this.desk.marks.refusal(null);
    units.patch(answer.changed.features, answer.removed);
    const changed = answer.changed.features;
    const boxes = changed.filter(({ properties }) => properties.level === ground.shown?.name).map(({ geometry }) => boundsOf(geometry));
    void ground.patch(
      changed.map(({ properties }) => properties),
      boxes.filter((box) => box !== null),
    );
    this.desk.voids.take(answer.voids.declared.features, answer.voids.dropped);
    const { unit } = store.get();
    const about = ({ level, code }: { level: string; code: string }): boolean => level === unit?.level && code === unit.code;
    if (unit && answer.removed.some(about)) {
      const heirs = answer.lineage.find(({ level, from }) => level === unit.level && from.includes(unit.code))?.to ?? [];
      store.set({ unit: heirs.length === 1 ? { level: unit.level, code: heirs[0] ?? '' } : null });
    }
    this.unitActions.draw();
    this.officers.changedBy(answer);
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

  /** What areas carry is known, or is another. */
  private counted(): void {
    this.unitActions.draw();
    this.toolbox.counted();
    this.redraw.draw();
  }

  /** What the server says of the balance is another. */
  private balanced(): void {
    this.unitActions.draw();
    this.desk.recolour();
  }
}
