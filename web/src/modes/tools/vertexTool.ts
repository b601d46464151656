// Drag a corner that several units share; all of them follow, and within a radius the corners around it too. Click a
// border for a new corner, choose one to remove it, or two to make the border between them straight or smooth.
import { CornerDrag, type CornerPlace } from '../../model/cornerDrag';
import { same, toPosition, type LatticePoint } from '../../model/lattice';
import type { Outline } from '../../model/outlines';
import { nextRadius } from '../../model/radii';
import { snapTo, type Snap } from '../../model/snapping';
import type { MoveFault, VertexMove } from '../../model/vertexMove';
import { reachOf, type PointerPlace } from '../../map/pointer';
import type { Scene } from '../../map/editOverlay';
import { CornerCard } from './cornerCard';
import { Pulling } from './pulling';
import type { Target } from './snapTargets';
import { StretchChoice } from './stretchChoice';
import { Tool, type Hint } from './tool';

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
  /** What it was drawn to. */
  target: Target | null;
  fault: MoveFault | null;
}

export class VertexTool extends Tool {
  readonly id = 'vertex';
  private dragging: Drag | null = null;
  private handles: readonly LatticePoint[] = [];
  /** Metres; 0 where corners move alone. */
  private radius = 0;
  private pulling: Pulling | null = null;
  private readonly stretch = new StretchChoice(this.bench, () => this.show());
  private readonly card = new CornerCard(this.bench, (metres) => this.setRadius(metres));

  enter(): void {
    this.changed();
  }

  override exit(): void {
    this.dragging = null;
    this.pulling?.close();
    this.stretch.choose(null);
    super.exit();
  }

  override counted(): void {
    this.show();
  }

  override changed(): void {
    this.handles = this.corners();
    const { chosen } = this.stretch;
    if (chosen && !this.handles.some((corner) => same(corner, chosen))) this.stretch.choose(null);
    this.show();
  }

  override down(place: PointerPlace): boolean {
    const snap = this.under(place.at, place.finger);
    if (snap?.to !== 'vertex') return false;
    const outlines = this.bench.outlines();
    if (this.radius > 0) {
      this.pulling = new Pulling(this.bench, snap.point, this.radius, () => this.show());
      this.show();
      return true;
    }
    const drag = new CornerDrag(outlines, snap.point);
    const touched = new Set(drag.touched);
    const others = outlines.filter(({ code }) => !touched.has(code));
    const { move } = drag.at(snap.point);
    this.dragging = { drag, move, passed: [], others, from: snap.point, to: snap.point, target: null, fault: null };
    this.show();
    return true;
  }

  override move(place: PointerPlace): void {
    const { dragging, pulling } = this;
    if (pulling) {
      pulling.move(place.at);
      this.show();
    }
    if (!dragging) return;
    this.dragging = { ...dragging, ...this.target(dragging, place) };
    this.show();
  }

  override up(place: PointerPlace, moved: boolean): void {
    const { dragging, pulling } = this;
    this.dragging = null;
    if (pulling) this.pulled(pulling, place, moved);
    if (!dragging) return;
    if (!moved) this.stretch.pick(dragging.from, place.more);
    else if (!dragging.fault) this.send(dragging.from, dragging.to, dragging.passed);
    this.show();
    if (moved && dragging.fault) this.bench.hint({ text: `${this.words(dragging.fault)} ${this.bench.desk.i18n.t('vertex.unchanged')}` });
  }

  override cancel(): void {
    this.dragging = null;
    this.pulling?.close();
    this.pulling = null;
    this.show();
  }

  override picked(at: LatticePoint, byKey: boolean): void {
    const { i18n } = this.bench.desk;
    const snap = this.under(at, false);
    if (snap?.to === 'vertex') {
      this.stretch.pick(snap.point, false);
      this.bench.desk.say(i18n.t(this.stretch.whole ? 'vertex.stretch' : 'vertex.chosenSaid'));
    } else if (byKey && this.stretch.chosen) {
      this.moveChosen(this.stretch.chosen, at);
    } else if (snap) {
      this.stretch.choose(null);
      void this.bench.send({ type: 'add-vertex', at: toPosition(snap.point), on: [toPosition(snap.edge[0]), toPosition(snap.edge[1])] });
    } else {
      this.stretch.choose(null);
    }
    this.show();
  }

  override key(key: string): boolean {
    if ((key === 'Delete' || key === 'Backspace') && this.stretch.chosen) {
      this.remove();
      return true;
    }
    if (key === '[' || key === ']') {
      this.setRadius(nextRadius(this.radius, key === ']'));
      return true;
    }
    if (key === 'f' && this.stretch.whole) {
      this.stretch.even('straight');
      return true;
    }
    if (key === 'Escape' && (this.stretch.chosen || this.dragging || this.pulling)) {
      this.cancel();
      this.stretch.choose(null);
      this.show();
      return true;
    }
    return false;
  }

  private moveChosen(from: LatticePoint, to: LatticePoint): void {
    if (this.radius > 0) {
      this.stretch.choose(null);
      const pulling = new Pulling(this.bench, from, this.radius, () => this.show());
      pulling.move(to);
      pulling.drop();
      return;
    }
    const { fault, passed } = new CornerDrag(this.bench.outlines(), from).at(to);
    if (fault) this.bench.desk.say(this.words(fault));
    else this.send(from, to, passed);
  }

  private setRadius(metres: number): void {
    this.radius = metres;
    this.show();
  }

  private pulled(pulling: Pulling, { at, more }: PointerPlace, moved: boolean): void {
    this.pulling = null;
    if (moved) {
      pulling.move(at);
    } else {
      pulling.close();
      this.stretch.pick(pulling.from, more);
    }
    const refused = moved ? pulling.drop() : null;
    this.show();
    if (refused !== null) this.bench.hint({ text: `${refused} ${this.bench.desk.i18n.t('vertex.unchanged')}` });
  }

  private send(from: LatticePoint, to: LatticePoint, passed: readonly LatticePoint[]): void {
    this.stretch.choose(null);
    if (same(from, to)) return;
    const move = { type: 'move-vertex' as const, from: toPosition(from), to: toPosition(to) };
    const gone = passed.map((at) => ({ type: 'remove-vertex' as const, at: toPosition(at) }));
    void this.bench.send(gone.length === 0 ? move : { type: 'batch', edits: [...gone, move] });
  }

  private remove(): void {
    const { chosen } = this.stretch;
    if (chosen) void this.bench.send({ type: 'remove-vertex', at: toPosition(chosen) });
    this.stretch.choose(null);
    this.show();
  }

  /** Where the corner goes: to what is near, if it can stand there, else right under the pointer. */
  private target({ drag, others, from }: Drag, place: PointerPlace): CornerPlace & Pick<Drag, 'to' | 'target'> {
    const snap = place.free ? null : this.bench.snaps.find(others, place.at, reachOf(this.bench.desk.map, SNAP), from);
    const snapped = snap && drag.at(snap.point);
    if (snap && snapped?.fault === null) return { ...snapped, to: snap.point, target: snap };
    return { ...drag.at(place.at), to: place.at, target: null };
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
    const { dragging, pulling } = this;
    this.card.show(this.radius);
    this.bench.overlay.show(dragging ? this.dragScene(dragging) : (pulling?.scene() ?? this.restScene()));
    const hint = dragging ? this.dragHint(dragging) : (pulling?.hint() ?? this.restHint());
    this.bench.hint({ ...hint, controls: this.card.element });
  }

  private dragHint({ move, to, fault, passed, target }: Drag): Hint {
    const { i18n } = this.bench.desk;
    const shapes = [...move.shapes(to)].map(([code, geometry]) => ({ code, geometry }));
    const words = fault
      ? this.words(fault)
      : i18n.t(passed.length > 0 ? 'vertex.passing' : 'vertex.dragging', { n: shapes.length, gone: passed.length });
    const text = target ? `${words} ${this.bench.snaps.words(target)}` : words;
    return { text, wrong: fault !== null, shapes };
  }

  private restHint(): Hint {
    if (this.stretch.chosen) return this.stretch.hint(() => this.remove());
    return { text: this.bench.desk.i18n.t(this.handles.length > 0 ? 'vertex.hint' : 'vertex.tooFar') };
  }

  private dragScene({ move, to, fault }: Drag): Scene {
    const tone = fault ? 'invalid' : 'valid';
    const shapes = [...move.shapes(to).values()].map((geometry) => ({ geometry, tone }) as const);
    return { shapes, handles: [{ at: to, tone, strong: true }] };
  }

  private restScene(): Scene {
    const handles = this.handles.map((at) => ({ at, tone: 'sketch' }) as const);
    const { shapes = [], handles: marked = [] } = this.stretch.scene();
    return { shapes, handles: [...handles, ...marked] };
  }
}
