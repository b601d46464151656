// The palette of tools and the card below it that says what to do and what it would mean in numbers.
import type { MultiLineString, Position } from 'geojson';
import type { Edit } from '../../client/draftTypes';
import { EditOverlay } from '../../map/editOverlay';
import { MapPointer } from '../../map/pointer';
import { STEPS_PER_DEGREE } from '../../model/lattice';
import { outlineOf, type Outline } from '../../model/outlines';
import type { RedrawForm } from '../../model/redrawForm';
import type { Store } from '../../model/store';
import type { UnitFeature } from '../../client/types';
import type { Desk } from '../../ui/desk';
import { fill, h, iconButton } from '../../ui/dom';
import type { Loads } from '../session/loads';
import type { DraftSession } from '../session/session';
import { loadTable, type Shown } from '../session/loadTable';
import { BrushTool } from './brushTool';
import { LassoTool } from './lassoTool';
import { MergeTool } from './mergeTool';
import { RedrawTool } from './redrawTool';
import { AddTool, ReshapeTool, SplitTool, TransferTool, VoidTool } from './sketches';
import { PartsLeave } from './partsLeave';
import { SnapTargets } from './snapTargets';
import { TOOLS, TOOL_KEYS, type Bench, type Hint, type Tool, type ToolId } from './tool';
import { VertexTool } from './vertexTool';

/** Numbers are drawn anew not more often than this, in milliseconds. */
const COUNT_EVERY = 100;

const MAKERS: Record<Exclude<ToolId, 'choose' | 'redraw'>, new (bench: Bench) => Tool> = {
  split: SplitTool,
  merge: MergeTool,
  vertex: VertexTool,
  reshape: ReshapeTool,
  transfer: TransferTool,
  lasso: LassoTool,
  brush: BrushTool,
  add: AddTool,
  water: VoidTool,
};

export interface ToolboxEvents {
  chosen(id: ToolId): void;
  /** What areas would be while something is drawn; none where nothing is. */
  inHand(shapes: readonly Shown[]): void;
}

export class Toolbox {
  private readonly palette = h('div', { class: 'card palette', role: 'toolbar', 'data-testid': 'palette' });
  private readonly card = h('div', { class: 'card tool-card', hidden: true, 'data-testid': 'tool-card' });
  private readonly said = h('p', { role: 'status', 'data-testid': 'tool-hint' });
  private readonly controls = h('div', {});
  private readonly numbers = h('div', { class: 'live-numbers', 'data-testid': 'numbers' });
  private readonly actions = h('div', { class: 'button-row' });
  private readonly overlay = new EditOverlay();
  private readonly pointer: MapPointer;
  private readonly outlined = new WeakMap<UnitFeature, Outline>();
  private readonly bench: Bench;
  private readonly parts = new PartsLeave(() => this.tool?.allowed());
  private tool: Tool | null = null;
  private wanted: ToolId = 'choose';
  private last: Hint = { text: '' };
  private counting = 0;
  private countedAt = 0;

  constructor(
    private readonly desk: Desk,
    session: DraftSession,
    private readonly loads: Loads,
    private readonly redraw: Store<RedrawForm>,
    private readonly events: ToolboxEvents,
  ) {
    this.palette.setAttribute('aria-label', desk.i18n.t('tool.title'));
    fill(this.card, this.said, this.controls, this.numbers, this.actions);
    fill(desk.tools, this.palette, this.card);
    this.overlay.addTo(desk.map.leaflet);
    const bench = {
      desk,
      overlay: this.overlay,
      outlines: () => this.outlines(),
      hint: (hint: Hint) => this.show(hint),
      preview: (edit: Edit, signal: AbortSignal) => this.parts.watch(edit, (asked) => session.preview(asked, signal)),
      send: (edit: Edit) => this.parts.watch(edit, (asked) => session.send(asked)),
      blocks: (units: readonly string[], lines: MultiLineString, signal: AbortSignal) => session.blocks(units, lines, signal),
      loads,
      streets: () => redraw.get().streets,
      addStreets: (lines: readonly (readonly Position[])[]) => redraw.set({ streets: [...redraw.get().streets, ...lines] }),
      done: () => this.use('choose'),
    };
    this.bench = Object.assign(bench, { snaps: new SnapTargets(bench) });
    this.pointer = new MapPointer(desk.map, {
      down: (place) => this.tool?.down(place) ?? false,
      move: (place) => this.tool?.move(place),
      up: (place, moved) => this.tool?.up(place, moved),
      cancel: () => this.tool?.cancel(),
      leave: () => this.tool?.leave(),
    });
    this.draw();
  }

  /** Whether a tool has the map. */
  get drawing(): boolean {
    return this.tool !== null;
  }

  close(): void {
    this.tool?.exit();
    this.bench.snaps.close();
    clearTimeout(this.counting);
    this.pointer.close();
    this.overlay.remove();
    this.desk.tools.replaceChildren();
    this.desk.map.element.classList.remove('drawing');
  }

  use(id: ToolId): void {
    this.desk.marks.refusal(null);
    this.tool?.exit();
    this.parts.end();
    this.tool = null;
    this.wanted = id;
    this.card.hidden = id === 'choose';
    this.desk.map.element.classList.toggle('drawing', id !== 'choose');
    if (id !== 'choose') this.desk.marks.hover(null);
    if (id !== 'choose' && id !== 'redraw') this.desk.lowerPanel();
    this.take();
    this.draw();
    this.events.chosen(id);
    if (id !== 'choose') this.desk.say(`${this.desk.i18n.t(`tool.${id}`)}. ${this.said.textContent}`);
  }

  /** Takes a tool, or lays it down if it is the one in hand. */
  hold(id: ToolId, is: boolean): void {
    if (is !== (this.wanted === id)) this.use(is ? id : 'choose');
  }

  /** A click of the map, if a tool wants it. */
  picked(lon: number, lat: number, byKey: boolean): boolean {
    if (this.wanted === 'choose') return false;
    this.tool?.picked({ x: Math.round(lon * STEPS_PER_DEGREE), y: Math.round(lat * STEPS_PER_DEGREE) }, byKey);
    return true;
  }

  /** A key without Ctrl or Alt; true where it was meant for the tools. */
  key(key: string): boolean {
    if (key === 'Escape') this.desk.marks.refusal(null);
    if (this.tool?.key(key)) return true;
    const id = TOOLS.find((tool) => TOOL_KEYS[tool] === key);
    if (id) this.use(id);
    else if (key === 'Escape' && this.wanted !== 'choose') this.use('choose');
    else return false;
    return true;
  }

  /** Other units are on the map now, or the same ones in another shape. */
  changed(): void {
    if (this.tool) void this.bench.snaps.load();
    if (this.tool && this.usable()) this.tool.changed();
    else this.take();
  }

  /** Counts are there, or have changed. */
  counted(): void {
    this.tool?.counted();
    this.countSoon();
  }

  /** Enters the wanted tool where the grids themselves are on the map; else says what is missing. */
  private take(): void {
    if (this.wanted === 'choose') return;
    if (!this.usable()) {
      this.tool?.exit();
      this.tool = null;
      this.show({ text: this.desk.i18n.t('tool.tooFar') });
      return;
    }
    if (this.tool) return;
    this.tool = this.wanted === 'redraw' ? new RedrawTool(this.bench, this.redraw) : new MAKERS[this.wanted](this.bench);
    this.tool.enter();
    void this.bench.snaps.load();
  }

  /** Drawing needs the grids themselves on the map; a redraw can be of the level above too, and a brush paints any units. */
  private usable(): boolean {
    const { levels } = this.desk.theme();
    const { shown, parents } = this.desk.units;
    if (this.wanted === 'redraw' || (this.wanted === 'brush' && parents.length > 0)) return true;
    return shown?.name === levels[levels.length - 1]?.name;
  }

  private outlines(): readonly Outline[] {
    return this.desk.units.units.map(({ feature }) => {
      let outline = this.outlined.get(feature);
      if (!outline) this.outlined.set(feature, (outline = outlineOf(feature.properties.code, feature.geometry)));
      return outline;
    });
  }

  /** Only what is different is written: while something is dragged, this comes with every frame. */
  private show(given: Hint): void {
    const before = this.last;
    const leave = given.wrong ? this.parts.action : null;
    const hint = leave ? { ...given, actions: [leave, ...(given.actions ?? [])] } : given;
    this.last = hint;
    if (hint.text !== before.text) this.said.textContent = hint.text;
    const wrong = hint.wrong ?? false;
    if (this.card.dataset['wrong'] !== String(wrong)) {
      this.card.classList.toggle('wrong', wrong);
      this.card.dataset['wrong'] = String(wrong);
    }
    if (hint.controls !== before.controls) fill(this.controls, hint.controls ?? null);
    if (hint.actions || before.actions) this.showActions(hint.actions ?? []);
    if (hint.pending) this.numbers.setAttribute('aria-busy', 'true');
    this.countSoon();
  }

  private showActions(actions: NonNullable<Hint['actions']>): void {
    const focused = this.actions.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['testid'] : undefined;
    fill(
      this.actions,
      actions.map(({ key, testId, run, primary }) =>
        h(
          'button',
          { type: 'button', class: `button ${primary ? 'button-primary' : ''}`, 'data-testid': testId, onclick: run },
          this.desk.i18n.t(key),
        ),
      ),
    );
    if (focused) this.actions.querySelector<HTMLElement>(`[data-testid=${focused}]`)?.focus();
  }

  /** Numbers follow a few times a second: a frame is for the picture. */
  private countSoon(): void {
    const { shapes } = this.last;
    clearTimeout(this.counting);
    const wait = COUNT_EVERY - (performance.now() - this.countedAt);
    if (shapes && shapes.length > 0 && wait > 0) {
      this.counting = window.setTimeout(() => this.countSoon(), wait);
      return;
    }
    this.countedAt = performance.now();
    fill(this.numbers, shapes && shapes.length > 0 ? loadTable(this.desk, this.loads, shapes) : null);
    this.numbers.setAttribute('aria-busy', String(this.last.pending ?? false));
    this.events.inHand(shapes ?? []);
  }

  private draw(): void {
    const { i18n } = this.desk;
    const focused = this.palette.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['testid'] : undefined;
    fill(
      this.palette,
      TOOLS.map((id) =>
        iconButton(id, `${i18n.t(`tool.${id}`)} (${TOOL_KEYS[id].toUpperCase()})`, () => this.use(id), {
          'data-testid': `tool-${id}`,
          'aria-pressed': String(id === this.wanted),
        }),
      ),
    );
    if (focused) this.palette.querySelector<HTMLElement>(`[data-testid=${focused}]`)?.focus();
  }
}
