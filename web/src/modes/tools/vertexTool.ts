// Drag a corner that several units share; all of them follow. Click a border for a new corner, choose one to remove it.
import { CornerDrag, type CornerPlace } from '../../model/cornerDrag';
import { same, toPosition, type LatticePoint } from '../../model/lattice';
import type { Outline } from '../../model/outlines';
import { snapTo, type Snap } from '../../model/snapping';
import type { MoveFault, VertexMove } from '../../model/vertexMove';
import { reachOf, type PointerPlace } from '../../map/pointer';
import type { Scene } from '../../map/editOverlay';
import { Tool } from './tool';

/** How near a press must be to a corner, in pixels; fingers are less exact. */
const GRIP = 10;
const FINGER_GRIP = 24;
const SNAP = 8;
/** More corners than this are not shown: the view is too wide to take hold of one. */
const MOST_HANDLES = 1500;

interface Drag {
  drag: CornerDrag;
  /** The units as they follow. */
  move: VertexMove;
  /** Corners that the dragged one has run past: they go. */
  passed: readonly LatticePoint[];
  /** The units that do not follow: the corner can snap to them. */
  others: readonly Outline[];
  from: LatticePoint;
  to: LatticePoint;
  fault: MoveFault | null;
}

export class VertexTool extends Tool {
  readonly id = 'vertex';
  private dragging: Drag | null = null;
  private chosen: LatticePoint | null = null;
  private handles: readonly LatticePoint[] = [];

  enter(): void {
    this.changed();
  }

  override exit(): void {
    this.dragging = null;
    super.exit();
  }

  override changed(): void {
    this.handles = this.corners();
    if (this.chosen && !this.handles.some((corner) => same(corner, this.chosen!))) this.chosen = null;
    this.show();
  }

  override down(place: PointerPlace): boolean {
    const snap = this.under(place.at, place.finger);
    if (snap?.to !== 'vertex') return false;
    const outlines = this.bench.outlines();
    const drag = new CornerDrag(outlines, snap.point);
    const touched = new Set(drag.touched);
    const others = outlines.filter(({ code }) => !touched.has(code));
    const { move } = drag.at(snap.point);
    this.dragging = { drag, move, passed: [], others, from: snap.point, to: snap.point, fault: null };
    this.show();
    return true;
  }

  override move(place: PointerPlace): void {
    const { dragging } = this;
    if (!dragging) return;
    this.dragging = { ...dragging, ...this.target(dragging, place) };
    this.show();
  }

  override up(_place: PointerPlace, moved: boolean): void {
    const { dragging } = this;
    this.dragging = null;
    if (!dragging) return;
    if (!moved) this.chosen = dragging.from;
    else if (!dragging.fault) this.send(dragging.from, dragging.to, dragging.passed);
    this.show();
    if (moved && dragging.fault) this.bench.hint({ text: `${this.words(dragging.fault)} ${this.bench.desk.i18n.t('vertex.unchanged')}` });
  }

  override cancel(): void {
    this.dragging = null;
    this.show();
  }

  override picked(at: LatticePoint, byKey: boolean): void {
    const { i18n } = this.bench.desk;
    const snap = this.under(at, false);
    if (snap?.to === 'vertex') {
      this.chosen = snap.point;
      this.bench.desk.say(i18n.t('vertex.chosenSaid'));
    } else if (byKey && this.chosen) {
      this.moveChosen(this.chosen, at);
    } else if (snap) {
      this.chosen = null;
      void this.bench.send({ type: 'add-vertex', at: toPosition(snap.point), on: [toPosition(snap.edge[0]), toPosition(snap.edge[1])] });
    } else {
      this.chosen = null;
    }
    this.show();
  }

  override key(key: string): boolean {
    if ((key === 'Delete' || key === 'Backspace') && this.chosen) {
      this.remove();
      return true;
    }
    if (key === 'Escape' && (this.chosen || this.dragging)) {
      this.dragging = this.chosen = null;
      this.show();
      return true;
    }
    return false;
  }

  private moveChosen(from: LatticePoint, to: LatticePoint): void {
    const { fault, passed } = new CornerDrag(this.bench.outlines(), from).at(to);
    if (fault) this.bench.desk.say(this.words(fault));
    else this.send(from, to, passed);
  }

  private send(from: LatticePoint, to: LatticePoint, passed: readonly LatticePoint[]): void {
    this.chosen = null;
    if (same(from, to)) return;
    const move = { type: 'move-vertex' as const, from: toPosition(from), to: toPosition(to) };
    const gone = passed.map((at) => ({ type: 'remove-vertex' as const, at: toPosition(at) }));
    void this.bench.send(gone.length === 0 ? move : { type: 'batch', edits: [...gone, move] });
  }

  private remove(): void {
    if (this.chosen) void this.bench.send({ type: 'remove-vertex', at: toPosition(this.chosen) });
    this.chosen = null;
    this.show();
  }

  /** Where the corner goes: to what is near, if it can stand there, else right under the pointer. */
  private target({ drag, others, from }: Drag, place: PointerPlace): CornerPlace & { to: LatticePoint } {
    const snap = place.free ? null : snapTo(others, place.at, reachOf(this.bench.desk.map, SNAP), from);
    const snapped = snap && drag.at(snap.point);
    if (snap && snapped?.fault === null) return { ...snapped, to: snap.point };
    return { ...drag.at(place.at), to: place.at };
  }

  private under(at: LatticePoint, finger: boolean): Snap | null {
    return snapTo(this.bench.outlines(), at, reachOf(this.bench.desk.map, finger ? FINGER_GRIP : GRIP));
  }

  private corners(): LatticePoint[] {
    const [west, south, east, north] = this.bench.desk.map.bounds().map((degrees) => degrees * 1e7) as [number, number, number, number];
    const seen = new Map<string, LatticePoint>();
    for (const { polygons, box } of this.bench.outlines()) {
      if (box[0] > east || box[2] < west || box[1] > north || box[3] < south) continue;
      for (const point of polygons.flat(2)) {
        if (point.x >= west && point.x <= east && point.y >= south && point.y <= north) seen.set(`${point.x} ${point.y}`, point);
      }
    }
    return seen.size > MOST_HANDLES ? [] : [...seen.values()];
  }

  private words(fault: MoveFault): string {
    return this.bench.desk.i18n.t(`vertex.${fault}`);
  }

  private show(): void {
    const { dragging, chosen } = this;
    this.bench.overlay.show(dragging ? this.dragScene(dragging) : this.restScene(chosen));
    const { i18n } = this.bench.desk;
    if (dragging) {
      const shapes = [...dragging.move.shapes(dragging.to)].map(([code, geometry]) => ({ code, geometry }));
      const text = dragging.fault
        ? this.words(dragging.fault)
        : i18n.t(dragging.passed.length > 0 ? 'vertex.passing' : 'vertex.dragging', { n: shapes.length, gone: dragging.passed.length });
      this.bench.hint({ text, wrong: dragging.fault !== null, shapes });
    } else if (chosen) {
      this.bench.hint({
        text: i18n.t('vertex.chosen'),
        actions: [{ key: 'vertex.remove', testId: 'vertex-remove', run: () => this.remove() }],
      });
    } else {
      this.bench.hint({ text: i18n.t(this.handles.length > 0 ? 'vertex.hint' : 'vertex.tooFar') });
    }
  }

  private dragScene({ move, to, fault }: Drag): Scene {
    const tone = fault ? 'invalid' : 'valid';
    const shapes = [...move.shapes(to).values()].map((geometry) => ({ geometry, tone }) as const);
    return { shapes, handles: [{ at: to, tone, strong: true }] };
  }

  private restScene(chosen: LatticePoint | null): Scene {
    const handles = this.handles.map((at) => ({ at, tone: 'sketch' }) as const);
    return { handles: chosen ? [...handles, { at: chosen, tone: 'chosen', strong: true }] : handles };
  }
}
