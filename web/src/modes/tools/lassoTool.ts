// Drag a loop around addresses or blocks: they are handed to a neighbour, with the ground that is theirs. A click
// chooses who gets them. What it would do is asked of the server and shown before anything is stored.
import type { Edit } from '../../client/draftTypes';
import { neighboursOf, type LoopMode } from '../../model/lasso';
import { STEPS_PER_DEGREE, type LatticePoint } from '../../model/lattice';
import { crossesItself } from '../../model/noding';
import type { PointerPlace } from '../../map/pointer';
import type { Scene } from '../../map/editOverlay';
import { debounce } from '../../ui/dom';
import { nameOf } from '../session/unitName';
import { LassoCard, type LoopWay } from './lassoCard';
import { BlockFinder } from './blockFinder';
import { GroundChoice, loopOf } from './groundChoice';
import { outcomeOf, type Outcome } from './outcome';
import { Tool, type Hint } from './tool';

/** The loop gets a corner each so many pixels. */
const FREEHAND = 5;
/** The server is asked when nothing has changed for so long, in milliseconds. */
const ASK_AFTER = 120;
/** More addresses than this are not drawn one by one unless they are chosen. */
const MOST_DOTS = 5000;

export class LassoTool extends Tool {
  readonly id = 'lasso';
  private readonly choice = new GroundChoice<LoopWay>(this.bench, 'addresses');
  private card: LassoCard | null = null;
  private loop: LatticePoint[] = [];
  private dragging: { x: number; y: number; mode: LoopMode } | null = null;
  private mode: LoopMode = 'new';
  private receiver: string | null = null;
  private suggested: string | null = null;
  private around: readonly string[] = [];
  private readonly finder = new BlockFinder(this.bench, () => this.show());
  private asking: AbortController | null = null;
  private outcome: Outcome | null = null;
  private readonly askSoon = debounce(ASK_AFTER, () => void this.ask());

  enter(): void {
    this.bench.desk.map.leaflet.boxZoom.disable();
    this.card = new LassoCard(
      this.bench,
      {
        way: (way) => this.setWay(way),
        mode: (mode) => (this.mode = mode),
        receiver: (code) => this.give(code),
        streets: () => void this.finder.find(),
      },
      this.choice.way,
    );
    this.show();
  }

  override exit(): void {
    this.asking?.abort();
    this.finder.close();
    this.bench.desk.map.leaflet.boxZoom.enable();
    super.exit();
  }

  /** What was chosen stays chosen; what would become of it is asked again. */
  override changed(): void {
    if (this.receiver && !this.bench.desk.units.find(this.receiver)) this.receiver = null;
    if (this.choice.way === 'blocks') void this.finder.find();
    this.chosen();
  }

  override counted(): void {
    this.show();
  }

  override down(place: PointerPlace): boolean {
    const mode = place.free ? 'remove' : place.more ? 'add' : this.choice.size > 0 ? this.mode : 'new';
    this.dragging = { ...place.pixel, mode };
    this.loop = [place.at];
    return true;
  }

  override move({ pixel, at }: PointerPlace): void {
    const { dragging } = this;
    if (!dragging || Math.hypot(pixel.x - dragging.x, pixel.y - dragging.y) < FREEHAND) return;
    this.dragging = { ...pixel, mode: dragging.mode };
    this.loop = [...this.loop, at];
    this.show();
  }

  override up({ at }: PointerPlace, moved: boolean): void {
    const mode = this.dragging?.mode ?? this.mode;
    this.dragging = null;
    if (moved) {
      this.close(mode);
    } else {
      this.loop = [];
      this.give(this.codeAt(at));
    }
  }

  override cancel(): void {
    this.dragging = null;
    this.loop = [];
    this.show();
  }

  /** By keyboard the loop gets a corner at the middle of the map. */
  override picked(at: LatticePoint): void {
    this.loop = [...this.loop, at];
    this.show();
  }

  override key(key: string): boolean {
    if (key === 'f' && this.loop.length > 2) this.close(this.mode);
    else if (key === 'f' && this.edit()) this.finish();
    else if (key === 'Backspace' && this.loop.length > 0) this.loop = this.loop.slice(0, -1);
    else if (key === 'Escape' && (this.loop.length > 0 || this.choice.size > 0 || this.receiver !== null)) this.clear();
    else return false;
    this.show();
    return true;
  }

  private setWay(way: LoopWay): void {
    this.choice.way = way;
    this.outcome = null;
    if (way === 'blocks') void this.finder.find();
    this.chosen();
  }

  private give(code: string | null): void {
    this.receiver = code;
    if (code) this.bench.desk.say(this.bench.desk.i18n.t('lasso.toSaid', { unit: nameOf(this.bench.desk, code) }));
    this.chosen();
  }

  private close(mode: LoopMode): void {
    const area = loopOf(this.loop);
    const crossing = this.choice.way === 'area' && crossesItself([...this.loop, ...this.loop.slice(0, 1)]);
    this.loop = [];
    if (crossing) this.bench.desk.tell(this.bench.desk.i18n.t('lasso.crosses'));
    else if (area) this.choice.take(area, this.finder.blocks, mode);
    this.chosen();
  }

  private clear(): void {
    this.loop = [];
    this.dragging = null;
    this.receiver = null;
    this.choice.clear();
    this.chosen();
  }

  /** Something else is chosen, or for someone else. */
  private chosen(): void {
    this.asking?.abort();
    this.outcome = null;
    const givers = this.choice.givers();
    this.suggested = this.choice.size > 0 ? this.choice.suggested() : null;
    this.around = this.choice.size > 0 ? neighboursOf(givers, this.bench.outlines()).concat(givers.size > 1 ? [...givers] : []) : [];
    this.show();
    if (this.edit()) this.askSoon();
  }

  private edit(): Edit | null {
    const to = this.receiver ?? this.suggested;
    return to === null ? null : this.choice.edit(to);
  }

  private async ask(): Promise<void> {
    const edit = this.edit();
    if (!edit) return;
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    const outcome = await outcomeOf(this.bench, edit, asking.signal);
    if (asking.signal.aborted) return;
    this.outcome = outcome;
    this.show();
  }

  private finish(): void {
    const edit = this.edit();
    if (!edit) return;
    this.clear();
    void this.bench.send(edit);
  }

  private codeAt({ x, y }: LatticePoint): string | null {
    return this.bench.desk.units.at(x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE)?.feature.properties.code ?? null;
  }

  private show(): void {
    this.card?.show(this.choice.way, this.choice.size > 0, this.around, this.receiver, this.suggested);
    this.bench.overlay.show(this.scene());
    this.bench.hint(this.hint());
  }

  private scene(): Scene {
    const { choice, outcome } = this;
    const shapes: NonNullable<Scene['shapes']>[number][] = [];
    if (choice.way === 'blocks') {
      const ids = new Set(choice.blocks.map(({ id }) => id));
      const others = this.finder.blocks.filter(({ id }) => !ids.has(id));
      shapes.push(
        ...others.map(({ geometry }) => ({ geometry, tone: 'faint' as const })),
        ...choice.blocks.map(({ geometry }) => ({ geometry, tone: 'chosen' as const })),
      );
    }
    const receiver = this.receiver === null ? null : this.bench.desk.units.find(this.receiver);
    if (receiver && !outcome) shapes.push({ geometry: receiver.feature.geometry, tone: 'chosen' });
    if (outcome && 'shapes' in outcome) shapes.push(...outcome.shapes.map(({ geometry }) => ({ geometry, tone: 'valid' as const })));
    if (outcome && 'refused' in outcome && outcome.place) shapes.push({ geometry: outcome.place, tone: 'invalid' });
    if (choice.way === 'area' && choice.area) shapes.push({ geometry: choice.area, tone: 'sketch' });
    const line = this.loop.length > 0 ? { points: this.loop, tone: 'sketch' as const, closed: this.loop.length > 2 } : null;
    return { shapes, line, dots: choice.way === 'addresses' ? this.dots() : [] };
  }

  private dots(): NonNullable<Scene['dots']> {
    const chosen = this.choice.addresses;
    const ids = new Set(chosen.map(({ id }) => id));
    const all = this.bench.loads.addresses ?? [];
    const others = all.length > MOST_DOTS ? [] : all.filter(({ id }) => !ids.has(id));
    return [...others.map(({ at }) => ({ at, chosen: false })), ...chosen.map(({ at }) => ({ at, chosen: true }))];
  }

  private hint(): Hint {
    const { outcome } = this;
    const controls = this.card?.element;
    const refused = outcome !== null && 'refused' in outcome;
    const hint: Hint = { text: refused ? outcome.refused : this.words(), wrong: refused, actions: this.actions(refused) };
    if (controls) hint.controls = controls;
    if (outcome && 'shapes' in outcome) hint.shapes = outcome.shapes;
    return hint;
  }

  private words(): string {
    const { i18n } = this.bench.desk;
    const { way, size } = this.choice;
    const open = loopOf(this.loop);
    if (open && way === 'addresses') return i18n.t('lasso.inLoop', { n: this.choice.inside(open).length });
    if (size === 0) return i18n.t(this.missing() ?? `lasso.${way}Hint`);
    const to = this.receiver ?? this.suggested;
    if (to === null) return i18n.t('lasso.needReceiver');
    return i18n.t(`lasso.${way}Ready`, { n: size, unit: nameOf(this.bench.desk, to) });
  }

  /** What has to be there before anything can be caught. */
  private missing(): 'lasso.tooMany' | 'lasso.needStreets' | 'lasso.noBlocks' | null {
    const { way } = this.choice;
    if (way === 'addresses' && this.bench.loads.addresses === null) return 'lasso.tooMany';
    if (way !== 'blocks') return null;
    if (this.bench.streets().length === 0) return 'lasso.needStreets';
    return this.finder.blocks.length === 0 ? 'lasso.noBlocks' : null;
  }

  private actions(refused: boolean): NonNullable<Hint['actions']> {
    const close = { key: 'lasso.close', testId: 'lasso-close', run: () => this.close(this.mode), primary: true } as const;
    const finish = { key: 'lasso.finish', testId: 'lasso-finish', run: () => this.finish(), primary: true } as const;
    const cancel = { key: 'dialog.cancel', testId: 'lasso-cancel', run: () => this.clear() } as const;
    if (this.dragging) return [];
    if (this.loop.length > 2) return [close, cancel];
    if (this.choice.size === 0 && this.receiver === null) return [];
    return this.edit() && !refused ? [finish, cancel] : [cancel];
  }
}
