// Tools that draw a line or the edge of an area: click for each corner, or drag a finger or the mouse around an area.
// What it would do is asked of the server while drawing; nothing is stored before it is confirmed.
import type { Area, Edit } from '../../client/draftTypes';
import type { Judgement } from '../../model/judgement';
import { same, toPosition, type LatticePoint } from '../../model/lattice';
import { crossesItself } from '../../model/noding';
import { reachOf, type PointerPlace } from '../../map/pointer';
import type { Scene, Stroke, Tone } from '../../map/editOverlay';
import { positionsOfRing } from '../../model/outlines';
import { debounce } from '../../ui/dom';
import { shownBy, wordsOf } from './judging';
import { outcomeOf, type Outcome } from './outcome';
import type { Shown } from '../session/loadTable';
import type { Target } from './snapTargets';
import { Tool, type Hint } from './tool';

const SNAP = 9;
/** A freehand line gets a corner each so many pixels. */
const FREEHAND = 6;
/** The server is asked when the pointer has rested this long, in milliseconds. */
const ASK_AFTER = 120;

/** More corners than this were drawn freehand: they are not shown one by one. */
const MOST_HANDLES = 16;

export abstract class SketchTool extends Tool {
  protected points: LatticePoint[] = [];
  private pointer: LatticePoint | null = null;
  /** What the pointer was drawn to. */
  private target: Target | null = null;
  /** Whether snapping was switched off where the pointer was last. */
  private free = false;
  private freehand: { x: number; y: number } | null = null;
  private asking: AbortController | null = null;
  private outcome: Outcome | null = null;
  private known: { points: readonly LatticePoint[]; judged: Judgement | null } | null = null;
  private readonly askSoon = debounce(ASK_AFTER, () => void this.ask());

  /** Whether an area is drawn, rather than a line. */
  protected abstract readonly closed: boolean;
  /** What is to be done next while nothing is drawn yet. */
  protected abstract start(): string;
  /** The edit that the drawing stands for; null where it is not one yet. */
  protected abstract edit(): Edit | null;
  /** What the drawing would do if it ended with these corners; null where only the server can tell. */
  protected abstract judge(points: readonly LatticePoint[]): Judgement | null;

  /** Sends the edit; a tool can ask for more here. Ends with whether the drawing is done with. */
  protected async finished(): Promise<boolean> {
    const edit = this.edit();
    if (!edit) return false;
    this.clear();
    await this.bench.send(edit);
    return true;
  }

  enter(): void {
    this.bench.desk.map.leaflet.doubleClickZoom.disable();
    this.show();
  }

  override exit(): void {
    this.asking?.abort();
    this.points = [];
    this.bench.desk.map.leaflet.doubleClickZoom.enable();
    super.exit();
  }

  /** The drawing stays; what it would do is asked again. */
  override changed(): void {
    this.drawn();
  }

  override picked(at: LatticePoint, byKey = false): void {
    const last = this.points[this.points.length - 1];
    const point = this.snapped(at, this.free && !byKey);
    if (last && same(last, point)) {
      if (this.edit()) void this.finish();
      return;
    }
    this.points = [...this.points, point];
    this.pointer = null;
    this.drawn();
  }

  override down(place: PointerPlace): boolean {
    if (!this.closed || this.points.length > 0) return false;
    this.freehand = place.pixel;
    this.points = [place.at];
    return true;
  }

  override move(place: PointerPlace): void {
    this.free = place.free;
    if (this.freehand) {
      if (Math.hypot(place.pixel.x - this.freehand.x, place.pixel.y - this.freehand.y) < FREEHAND) return;
      this.freehand = place.pixel;
      this.points = [...this.points, place.at];
    } else {
      if (place.finger) return;
      const point = this.snapped(place.at, place.free);
      if (this.points.length > 0) this.pointer = point;
    }
    this.show();
  }

  override up(place: PointerPlace): void {
    this.freehand = null;
    if (this.points.length < 3) this.points = [this.snapped(place.at, place.free)];
    this.drawn();
  }

  override cancel(): void {
    this.freehand = null;
    this.clear();
  }

  override leave(): void {
    if (!this.pointer && !this.target) return;
    this.pointer = this.target = null;
    this.show();
  }

  override key(key: string): boolean {
    if (this.points.length === 0) return false;
    if (key === 'Backspace') {
      this.points = this.points.slice(0, -1);
      this.drawn();
    } else if (key === 'Escape') {
      this.clear();
    } else if (key === 'f') {
      void this.finish();
    } else {
      return false;
    }
    return true;
  }

  protected area(): Area | null {
    const ring = this.points;
    return ring.length < 3 ? null : { type: 'Polygon', coordinates: [positionsOfRing(ring)] };
  }

  protected line(): { type: 'LineString'; coordinates: number[][] } | null {
    return this.points.length < 2 ? null : { type: 'LineString', coordinates: this.points.map(toPosition) };
  }

  private snapped(at: LatticePoint, free: boolean): LatticePoint {
    const { snaps, desk } = this.bench;
    this.target = free ? null : snaps.find(this.bench.outlines(), at, reachOf(desk.map, SNAP));
    return this.target?.point ?? at;
  }

  protected clear(): void {
    this.asking?.abort();
    this.points = [];
    this.pointer = null;
    this.outcome = null;
    this.show();
  }

  private drawn(): void {
    this.asking?.abort();
    this.outcome = this.known = null;
    this.show();
    if (this.edit() && this.worthAsking()) this.askSoon();
  }

  /** What the corners set so far would do. */
  private soFar(): Judgement | null {
    if (this.known?.points !== this.points) this.known = { points: this.points, judged: this.judge(this.points) };
    return this.known.judged;
  }

  private meetsItself(): boolean {
    return this.soFar()?.reason === 'crosses';
  }

  /** A drawing that is not finished would only be refused. */
  private worthAsking(): boolean {
    return !this.meetsItself() && this.soFar()?.verdict !== 'open';
  }

  private async ask(): Promise<void> {
    const edit = this.edit();
    if (!edit || !this.worthAsking()) return;
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    const outcome = await outcomeOf(this.bench, edit, asking.signal);
    if (asking.signal.aborted) return;
    this.outcome = outcome;
    this.show();
  }

  private async finish(): Promise<void> {
    if (this.meetsItself()) return;
    if (await this.finished()) this.clear();
  }

  private show(): void {
    const { points, pointer, outcome } = this;
    const agreed = outcome !== null && 'shapes' in outcome ? outcome.shapes : null;
    const reached = pointer ? [...points, pointer] : points;
    const judged = points.length === 0 || agreed ? null : pointer ? this.judge(reached) : this.soFar();
    const refusal = this.refusal();
    const tail = agreed ? this.tail() : null;
    const wrong = refusal !== null || judged?.verdict === 'wrong';
    const shapes = agreed ?? (judged && !refusal ? shownBy(this.bench.desk, judged) : []);
    const tone: Tone = wrong ? 'invalid' : agreed || judged?.verdict === 'sound' ? 'valid' : 'sketch';
    const corners = this.freehand || points.length > MOST_HANDLES ? [] : points.map((at) => ({ at, tone }));
    const mark = this.freehand ? null : this.target;
    const handles = mark ? [...corners, { at: mark.point, tone: 'chosen' as const, strong: true }] : corners;
    const drawn = agreed ? points : reached;
    const scene: Scene = {
      shapes: shapes.map(({ geometry }) => ({ geometry, tone: 'valid' })),
      line: { points: drawn, tone, closed: this.closed && drawn.length > 2 },
      tail,
      handles,
    };
    this.bench.overlay.show(scene);
    const against = tail?.tone === 'invalid' ? this.bench.desk.i18n.t('judge.crosses') : refusal;
    const hint = points.length === 0 ? { text: this.start() } : this.hint(judged, against, shapes);
    const text = mark ? `${hint.text} ${this.bench.snaps.words(mark)}` : hint.text;
    this.bench.hint({ ...hint, text, controls: this.bench.snaps.element });
  }

  /** What the server said against it, until the pointer goes on. */
  private refusal(): string | null {
    const { outcome } = this;
    return outcome && 'refused' in outcome && !this.pointer ? outcome.refused : null;
  }

  /** The way to the pointer from a drawing that could stand already. */
  private tail(): Stroke | null {
    const last = this.points[this.points.length - 1];
    if (!last || !this.pointer) return null;
    return { points: [last, this.pointer], tone: crossesItself([...this.points, this.pointer]) ? 'invalid' : 'sketch' };
  }

  private hint(judged: Judgement | null, against: string | null, shapes: readonly Shown[]): Hint {
    const { desk } = this.bench;
    const refused = this.outcome !== null && 'refused' in this.outcome;
    const ready = this.edit() !== null && !refused && this.worthAsking();
    const text = against ?? (judged ? wordsOf(desk, judged) : desk.i18n.t(ready ? 'sketch.ready' : 'sketch.more'));
    const finish = { key: 'sketch.finish', testId: 'sketch-finish', run: () => void this.finish(), primary: true } as const;
    const back = { key: 'sketch.back', testId: 'sketch-back', run: () => void this.key('Backspace') } as const;
    const cancel = { key: 'dialog.cancel', testId: 'sketch-cancel', run: () => this.clear() } as const;
    return {
      text,
      wrong: against !== null || judged?.verdict === 'wrong',
      shapes,
      actions: ready ? [finish, back, cancel] : [back, cancel],
    };
  }
}
