// The palette of tools, the tool in hand, and the pointer that it works with.
import type { MultiLineString, Position } from 'geojson';
import type { Edit } from '../../client/draftTypes';
import { EditOverlay } from '../../map/editOverlay';
import { MapPointer, type PointerPlace } from '../../map/pointer';
import { STEPS_PER_DEGREE } from '../../model/lattice';
import { outlineOf, type Outline } from '../../model/outlines';
import type { RedrawForm } from '../../model/redrawForm';
import type { Store } from '../../model/store';
import type { UnitFeature } from '../../client/types';
import type { Desk } from '../../ui/desk';
import { fill, h, iconButton } from '../../ui/dom';
import type { Loads } from '../session/loads';
import type { DraftSession } from '../session/session';
import type { Shown } from '../session/loadTable';
import { BrushTool } from './brushTool';
import { LassoTool } from './lassoTool';
import { MergeTool } from './mergeTool';
import { RedrawTool } from './redrawTool';
import { AddTool, ReshapeTool, SplitTool, TransferTool, VoidTool } from './sketches';
import { PartsLeave } from './partsLeave';
import { SnapTargets } from './snapTargets';
import { TOOLS, TOOL_KEYS, type Bench, type Hint, type Tool, type ToolId } from './tool';
import { ToolCard } from './toolCard';
import { VertexTool } from './vertexTool';

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
  private readonly card: ToolCard;
  private readonly overlay = new EditOverlay();
  private readonly pointer: MapPointer;
  private readonly outlined = new WeakMap<UnitFeature, Outline>();
  private readonly bench: Bench;
  private readonly parts = new PartsLeave(() => this.tool?.allowed());
  private tool: Tool | null = null;
  private wanted: ToolId = 'choose';

  constructor(
    private readonly desk: Desk,
    session: DraftSession,
    loads: Loads,
    private readonly redraw: Store<RedrawForm>,
    private readonly events: ToolboxEvents,
  ) {
    this.palette.setAttribute('aria-label', desk.i18n.t('tool.title'));
    this.card = new ToolCard(desk, loads, (shapes) => events.inHand(shapes));
    fill(desk.tools, this.palette, this.card.element);
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
      move: (place) => this.moved(place),
      up: (place, moved) => this.tool?.up(place, moved),
      cancel: () => this.tool?.cancel(),
      leave: () => this.left(),
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
    this.card.close();
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
    this.card.open(id !== 'choose');
    this.desk.map.element.classList.toggle('drawing', id !== 'choose');
    if (id !== 'choose') this.desk.ground.mark('hover', null);
    if (id !== 'choose' && id !== 'redraw') this.desk.lowerPanel();
    this.take();
    this.draw();
    this.events.chosen(id);
    if (id !== 'choose') this.desk.say(`${this.desk.i18n.t(`tool.${id}`)}. ${this.card.words}`);
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
    this.card.countAgain();
  }

  private moved(place: PointerPlace): void {
    this.card.pointerAt(place.finger ? null : place.pixel);
    this.tool?.move(place);
  }

  private left(): void {
    this.card.pointerAt(null);
    this.tool?.leave();
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

  private show(given: Hint): void {
    const leave = given.wrong ? this.parts.action : null;
    this.card.show(leave ? { ...given, actions: [leave, ...(given.actions ?? [])] } : given);
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
