// The map while a redraw is being prepared: areas are chosen by a click or by drawing around them, streets and land drawn.
import type { Stroke } from '../../map/editOverlay';
import { reachOf, type PointerPlace } from '../../map/pointer';
import { STEPS_PER_DEGREE, same, toPosition, type LatticePoint } from '../../model/lattice';
import { crossesItself } from '../../model/noding';
import { positionsOfRing } from '../../model/outlines';
import { toggled, type RedrawForm } from '../../model/redrawForm';
import { contains, labelSpot } from '../../model/shapes';
import { snapTo } from '../../model/snapping';
import type { Store } from '../../model/store';
import { Tool, type Bench, type Hint } from './tool';

const SNAP = 9;
/** A line drawn by hand gets a corner each so many pixels. */
const FREEHAND = 6;

export class RedrawTool extends Tool {
  readonly id = 'redraw';
  private points: LatticePoint[] = [];
  private pointer: LatticePoint | null = null;
  private freehand: { x: number; y: number } | null = null;
  /** The next drag goes around areas, where there is no Shift key. */
  private around = false;
  private end: () => void = () => undefined;

  constructor(
    bench: Bench,
    private readonly form: Store<RedrawForm>,
  ) {
    super(bench);
  }

  enter(): void {
    const { map, store, units } = this.bench.desk;
    map.leaflet.doubleClickZoom.disable();
    map.leaflet.boxZoom.disable();
    const { unit } = store.get();
    const shown = units.shown?.name;
    if (unit && unit.level === shown && this.form.get().units.length === 0) this.form.set({ level: unit.level, units: [unit.code] });
    this.end = this.form.subscribe((now, before) => {
      if (now.drawing !== before.drawing) this.points = [];
      this.show();
    });
    this.show();
  }

  override exit(): void {
    const { map } = this.bench.desk;
    this.end();
    map.leaflet.doubleClickZoom.enable();
    map.leaflet.boxZoom.enable();
    super.exit();
  }

  override changed(): void {
    this.show();
  }

  override picked(at: LatticePoint): void {
    if (this.drawing === 'units') {
      this.toggle(at);
      return;
    }
    const point = this.snapped(at, false);
    const last = this.points[this.points.length - 1];
    if (last && same(last, point)) this.finish();
    else this.points = [...this.points, point];
    this.pointer = null;
    this.show();
  }

  override down(place: PointerPlace): boolean {
    const land = this.drawing === 'land' && this.points.length === 0;
    const choosing = this.drawing === 'units' && (place.more || this.around);
    if (!land && !choosing) return false;
    this.freehand = place.pixel;
    this.points = [place.at];
    return true;
  }

  override move(place: PointerPlace): void {
    if (this.freehand) {
      if (Math.hypot(place.pixel.x - this.freehand.x, place.pixel.y - this.freehand.y) < FREEHAND) return;
      this.freehand = place.pixel;
      this.points = [...this.points, place.at];
    } else {
      if (this.points.length === 0 || place.finger) return;
      this.pointer = this.snapped(place.at, place.free);
    }
    this.show();
  }

  override up(place: PointerPlace, moved: boolean): void {
    this.freehand = null;
    if (this.drawing === 'units') {
      const ring = this.points;
      this.points = [];
      this.around = false;
      if (moved && ring.length > 2) this.chooseInside(ring);
      else this.toggle(place.at);
    } else if (this.points.length < 3) {
      this.points = [this.snapped(place.at, place.free)];
    } else {
      this.finish();
    }
    this.show();
  }

  override cancel(): void {
    this.freehand = null;
    this.points = [];
    this.show();
  }

  override leave(): void {
    this.pointer = null;
    this.show();
  }

  override key(key: string): boolean {
    if (key === 'f' && this.points.length > 1) this.finish();
    else if (key === 'Backspace' && this.points.length > 0) this.points = this.points.slice(0, -1);
    else if (key === 'Escape' && this.points.length > 0) this.points = [];
    else if (key === 'Escape' && this.drawing === 'street') this.form.set({ drawing: 'units' });
    else return false;
    this.show();
    return true;
  }

  private get drawing(): RedrawForm['drawing'] {
    return this.form.get().drawing;
  }

  private toggle(at: LatticePoint): void {
    const { units, say, i18n } = this.bench.desk;
    const unit = units.at(at.x / STEPS_PER_DEGREE, at.y / STEPS_PER_DEGREE);
    if (!unit || !units.shown) return;
    this.form.set(toggled(this.form.get(), unit.feature.properties.code, units.shown.name));
    say(i18n.t('redraw.chosen', { n: this.form.get().units.length }));
  }

  /** Areas whose middle is inside the ring are chosen too. */
  private chooseInside(ring: readonly LatticePoint[]): void {
    const { units } = this.bench.desk;
    const level = units.shown?.name;
    if (!level) return;
    const around = { type: 'Polygon' as const, coordinates: [positionsOfRing(ring)] };
    const inside = units.units.flatMap(({ feature }) => {
      const spot = labelSpot(feature.geometry);
      return spot && contains(around, spot.x, spot.y) ? [feature.properties.code] : [];
    });
    const before = this.form.get().level === level ? this.form.get().units : [];
    this.form.set({ level, units: [...new Set([...before, ...inside])] });
  }

  private finish(): void {
    const { points } = this;
    if (this.drawing === 'street' && points.length > 1) this.form.set({ streets: [...this.form.get().streets, points.map(toPosition)] });
    else if (this.drawing === 'land' && this.sound(points))
      this.form.set({ area: { type: 'Polygon', coordinates: [positionsOfRing(points)] } });
    else return;
    this.points = [];
    this.pointer = null;
  }

  private sound(ring: readonly LatticePoint[]): boolean {
    const [first] = ring;
    return first !== undefined && ring.length > 2 && !crossesItself([...ring, first]);
  }

  private snapped(at: LatticePoint, free: boolean): LatticePoint {
    if (free) return at;
    return snapTo(this.bench.outlines(), at, reachOf(this.bench.desk.map, SNAP))?.point ?? at;
  }

  private show(): void {
    const { units } = this.bench.desk;
    const { units: codes, proposed } = this.form.get();
    const shapes = proposed ? [] : codes.flatMap((code) => units.find(code)?.feature.geometry ?? []);
    const points = this.pointer ? [...this.points, this.pointer] : this.points;
    const closed = this.drawing !== 'street';
    const wrong = this.drawing === 'land' && crossesItself(points);
    const line: Stroke = { points, tone: wrong ? 'invalid' : 'sketch', closed: closed && points.length > 2 };
    const handles = this.freehand ? [] : this.points.map((at) => ({ at, tone: 'sketch' }) as const);
    this.bench.overlay.show({ shapes: shapes.map((geometry) => ({ geometry, tone: 'chosen' }) as const), line, handles });
    this.bench.hint(this.hint(wrong));
  }

  private hint(wrong: boolean): Hint {
    const { i18n } = this.bench.desk;
    const begun = this.points.length > 0 && !this.freehand;
    const around = { key: 'redraw.around', testId: 'redraw-around', run: () => this.goAround() } as const;
    const finish = { key: 'sketch.finish', testId: 'sketch-finish', run: () => this.done(), primary: true } as const;
    const back = { key: 'sketch.back', testId: 'sketch-back', run: () => void this.key('Backspace') } as const;
    const ready = this.drawing === 'street' ? this.points.length > 1 : this.sound(this.points);
    if (this.drawing === 'units')
      return { text: i18n.t(this.around ? 'redraw.aroundHint' : 'redraw.chooseHint'), actions: this.around ? [] : [around] };
    const text = wrong ? i18n.t('judge.crosses') : i18n.t(this.drawing === 'street' ? 'redraw.streetHint' : 'redraw.landHint');
    return { text, wrong, actions: begun ? [...(ready ? [finish] : []), back] : [] };
  }

  private goAround(): void {
    this.around = true;
    this.show();
  }

  private done(): void {
    this.finish();
    this.show();
  }
}
