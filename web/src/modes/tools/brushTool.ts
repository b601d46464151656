// Paint from one unit over its neighbours: a stroke begins in the unit that is to grow, and what it passes over goes
// there when it ends. What it would do is asked while painting; what cannot be is said, and nothing is sent.
import { circle, dabOf, nextSize, SIZES, type Block } from '../../model/brush';
import { STEPS_PER_DEGREE, type LatticePoint } from '../../model/lattice';
import { Newest } from '../../model/newest';
import { reachOf, type PointerPlace } from '../../map/pointer';
import { nameOf } from '../session/unitName';
import { BlockFinder } from './blockFinder';
import { BRUSH_WAYS, BrushCard, NEW_UNIT, type BrushWay } from './brushCard';
import { brushScene } from './brushScene';
import { GroundChoice } from './groundChoice';
import { Stroke, type Stroked } from './stroke';
import { Tool, type Hint } from './tool';

export class BrushTool extends Tool {
  readonly id = 'brush';
  private readonly finder = new BlockFinder(this.bench, () => this.show());
  private readonly choice = new GroundChoice<BrushWay>(this.bench, 'addresses');
  private readonly newest = new Newest<Stroke, Stroked | null>(
    (stroke, signal) => stroke.asked(signal),
    (stroked, stroke) => this.answered(stroked, stroke),
  );
  private card: BrushCard | null = null;
  private size: number = SIZES.first;
  private fixed: string | null = null;
  private stroke: Stroke | null = null;
  private at: LatticePoint | null = null;
  private painting = false;
  private ended = false;
  private stroked: Stroked | null = null;
  private whole: readonly Block[] = [];

  enter(): void {
    const { desk } = this.bench;
    desk.map.leaflet.boxZoom.disable();
    const { levels } = desk.theme();
    const finest = desk.units.shown?.name === levels[levels.length - 1]?.name;
    const ways = (finest ? BRUSH_WAYS : (['units'] as const)).filter((way) => way !== 'units' || desk.units.parents.length > 0);
    this.choice.way = !finest ? 'units' : this.bench.streets().length > 0 ? 'blocks' : 'addresses';
    const wishes = {
      way: (way: BrushWay) => this.setWay(way),
      size: (size: number) => this.resize(size),
      receiver: (code: string | null) => this.give(code),
      streets: () => void this.finder.find(),
    };
    this.card = new BrushCard(this.bench, wishes, ways, this.choice.way);
    this.changed();
  }

  override exit(): void {
    this.newest.stop();
    this.finder.close();
    this.bench.desk.map.leaflet.boxZoom.enable();
    super.exit();
  }

  override changed(): void {
    const { units } = this.bench.desk;
    if (this.fixed !== null && this.fixed !== NEW_UNIT && !units.find(this.fixed)) this.fixed = null;
    this.whole = units.units.map(({ feature, bounds: [west, south, east, north] }) => {
      const { code } = feature.properties;
      return { id: code, unit: code, at: [(west + east) / 2, (south + north) / 2], geometry: feature.geometry };
    });
    if (!this.painting) this.clear();
    if (this.choice.way === 'blocks') void this.finder.find();
    this.show();
  }

  /** The stroke that was refused goes once it is known what it would do. */
  override allowed(): void {
    if (!this.stroke) return;
    this.ended = !this.painting;
    this.newest.put(this.stroke);
    this.show();
  }

  override counted(): void {
    this.show();
  }

  override down(place: PointerPlace): boolean {
    if (this.missing() !== null) return false;
    this.clear();
    this.painting = true;
    this.begin(place.at);
    return true;
  }

  override move({ at }: PointerPlace): void {
    const from = this.at ?? at;
    this.at = at;
    if (this.painting) this.dab(from, at);
    else this.draw();
  }

  override up({ at }: PointerPlace, moved: boolean): void {
    this.painting = false;
    if (moved) {
      this.dab(this.at ?? at, at);
      this.finish();
    } else {
      this.clear();
      this.give(this.codeAt(at));
    }
  }

  override cancel(): void {
    this.painting = false;
    this.clear();
    this.show();
  }

  override leave(): void {
    this.at = null;
    this.draw();
  }

  /** By keyboard: first the unit that is to grow, then dabs at the middle of the map; `f` ends the stroke. */
  override picked(at: LatticePoint, byKey: boolean): void {
    if (!byKey) return;
    if (this.fixed === null) {
      this.give(this.codeAt(at));
      return;
    }
    this.at = at;
    if (!this.stroke || this.ended) this.begin(at);
    this.dab(at, at);
    this.bench.desk.say(this.words());
  }

  override key(key: string): boolean {
    if (key === '[' || key === ']') this.resize(nextSize(this.size, key === ']'));
    else if (key === 'f' && this.choice.size > 0) this.finish();
    else if (key === 'Escape' && (this.choice.size > 0 || this.stroked !== null)) this.clear();
    else if (key === 'Escape' && this.fixed !== null) this.give(null);
    else return false;
    this.show();
    return true;
  }

  private setWay(way: BrushWay): void {
    this.choice.way = way;
    this.clear();
    if (way === 'blocks') void this.finder.find();
    this.show();
  }

  private resize(size: number): void {
    this.size = size;
    this.show();
  }

  private give(code: string | null): void {
    const { desk } = this.bench;
    this.fixed = code;
    this.clear();
    if (code !== null && code !== NEW_UNIT) desk.say(desk.i18n.t('brush.toSaid', { unit: this.nameOfReceiver(code) }));
    this.show();
  }

  /** A stroke goes to the unit that was chosen, else to the one in which it begins. */
  private begin(at: LatticePoint): void {
    this.clear();
    const receiver = this.fixed ?? this.codeAt(at);
    this.stroke = receiver === null ? null : new Stroke(this.bench, this.choice, receiver, this.finder.blocks);
    this.at = at;
    this.show();
  }

  private dab(from: LatticePoint, to: LatticePoint): void {
    const { choice, stroke } = this;
    if (!stroke) return;
    const before = choice.size;
    const things = choice.way === 'units' ? this.whole.filter(({ unit }) => !stroke.has(unit)) : this.finder.blocks;
    choice.paint(dabOf(from, to, this.reach()), things, stroke.owner);
    if (choice.size === before) {
      this.draw();
      return;
    }
    this.newest.put(stroke);
    this.show();
  }

  /** Sends the stroke once it is known what it would do. */
  private finish(): void {
    const { stroke, stroked, choice } = this;
    this.ended = choice.size > 0;
    if (this.ended && stroke && stroked?.size !== choice.size) this.newest.put(stroke);
    else if (this.ended) this.settle();
    this.show();
  }

  private answered(stroked: Stroked | null, stroke: Stroke): void {
    if (stroke !== this.stroke) return;
    this.stroked = stroked;
    if (stroked === null) this.ended = false;
    else if (this.ended) this.settle();
    this.show();
  }

  private settle(): void {
    const { stroked } = this;
    const { desk } = this.bench;
    if (stroked?.size !== this.choice.size) return;
    if (!('edit' in stroked)) {
      desk.marks.refusal(stroked.place);
      desk.say(`${stroked.refused} ${desk.i18n.t('brush.unsent')}`);
      return;
    }
    const { edit } = stroked;
    this.clear();
    void this.bench.send(edit);
  }

  private clear(): void {
    this.newest.stop();
    this.choice.clear();
    this.stroke = null;
    this.stroked = null;
    this.ended = false;
    this.bench.desk.marks.refusal(null);
  }

  private reach(): { x: number; y: number } {
    return reachOf(this.bench.desk.map, this.size);
  }

  private codeAt({ x, y }: LatticePoint): string | null {
    return this.bench.desk.units.at(x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE)?.feature.properties.code ?? null;
  }

  private show(): void {
    const { way } = this.choice;
    this.card?.show(way, this.size, this.fixed, way === 'blocks' && this.bench.streets().length === 0);
    this.draw();
    this.bench.hint(this.hint());
  }

  /** Only the canvas above the map: this comes with every move of the pointer. */
  private draw(): void {
    const cursor = this.at && circle(this.at, this.reach());
    this.bench.overlay.show(brushScene(this.bench, this.choice, this.finder.blocks, this.stroked, cursor));
  }

  private hint(): Hint {
    const { stroked } = this;
    const refused = stroked !== null && !('edit' in stroked);
    const pending = stroked !== null && stroked.size !== this.choice.size;
    const hint: Hint = { text: this.words(), wrong: refused, pending, actions: this.actions(refused) };
    if (this.card) hint.controls = this.card.element;
    if (stroked && 'edit' in stroked) hint.shapes = stroked.shapes;
    return hint;
  }

  private words(): string {
    const { i18n } = this.bench.desk;
    const { way, size } = this.choice;
    const { stroked, stroke } = this;
    if (stroked && !('edit' in stroked)) return `${stroked.refused} ${i18n.t('brush.unsent')}`;
    const missing = this.missing();
    if (missing !== null) return i18n.t(missing);
    if (size > 0 && stroke) return i18n.t(`brush.${way}Painted`, { n: size, unit: this.nameOfReceiver(stroke.receiver) });
    return i18n.t(this.fixed === null ? `brush.${way}Hint` : 'brush.fixedHint', { unit: this.nameOfReceiver(this.fixed ?? '') });
  }

  private nameOfReceiver(code: string): string {
    const { desk } = this.bench;
    if (code === NEW_UNIT) return desk.i18n.t(this.choice.way === 'units' ? 'brush.toNewParent' : 'brush.toNew');
    const parent = this.choice.way === 'units' ? desk.units.find(code)?.feature.properties.parent : null;
    const above = parent && desk.units.parents.find(({ feature }) => feature.properties.code === parent)?.feature.properties;
    return above ? desk.i18n.nameOf(above) : nameOf(desk, code);
  }

  /** What has to be there before anything can be painted. */
  private missing(): 'lasso.tooMany' | 'lasso.needStreets' | 'lasso.noBlocks' | null {
    const { way } = this.choice;
    if (way === 'addresses' && this.bench.loads.addresses === null) return 'lasso.tooMany';
    if (way !== 'blocks') return null;
    if (this.bench.streets().length === 0) return 'lasso.needStreets';
    return this.finder.blocks.length === 0 ? 'lasso.noBlocks' : null;
  }

  /** A stroke by pointer ends by itself; one by keyboard, or one that cannot be, waits. */
  private actions(refused: boolean): NonNullable<Hint['actions']> {
    const finish = { key: 'lasso.finish', testId: 'brush-finish', run: () => this.finish(), primary: true } as const;
    const cancel = { key: 'dialog.cancel', testId: 'brush-cancel', run: () => this.cancel() } as const;
    if (this.painting || this.choice.size === 0) return [];
    return refused || this.ended ? [cancel] : [finish, cancel];
  }
}
