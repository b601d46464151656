// What was chosen to change hands, by lasso or brush: addresses, blocks, the ground inside a loop, or whole units; and
// the edit that it stands for.
import type { Geometry, Position } from 'geojson';
import type { Area, Edit } from '../../client/draftTypes';
import { brushed, wholeUnits, type Block, type Dab } from '../../model/brush';
import { chosenAfter, codeAround, longestNeighbour, neighboursOf, type Chosen, type LoopMode } from '../../model/lasso';
import { STEPS_PER_DEGREE, type LatticePoint } from '../../model/lattice';
import { boxOf, boxesMeet, outlineOf, positionsOfRing } from '../../model/outlines';
import { linesNear } from '../../model/redrawForm';
import { contains, polygonsOf } from '../../model/shapes';
import type { Bench } from './tool';

export type { Block } from '../../model/brush';

export type Way = 'addresses' | 'blocks' | 'area' | 'units';

/** A metre, in steps of latitude: so far outside of an outline its neighbour is looked for. */
const HAIR = 90;

export class GroundChoice<W extends Way> {
  addresses: readonly Chosen[] = [];
  /** Whole units, each as a block of its own. */
  units: readonly Block[] = [];
  blocks: readonly Block[] = [];
  area: Area | null = null;

  /** @param way what is chosen */
  constructor(
    private readonly bench: Bench,
    public way: W,
  ) {}

  get size(): number {
    if (this.way === 'area') return this.area ? 1 : 0;
    if (this.way === 'units') return this.units.length;
    return this.way === 'addresses' ? this.addresses.length : this.blocks.length;
  }

  clear(): void {
    this.addresses = [];
    this.units = [];
    this.blocks = [];
    this.area = null;
  }

  /** The addresses in a loop that some unit of the draft has. */
  inside(loop: Area): readonly Chosen[] {
    const { loads, desk } = this.bench;
    return loads.addressesIn(loop).filter(({ at }) => desk.units.at(at.x / STEPS_PER_DEGREE, at.y / STEPS_PER_DEGREE) !== null);
  }

  /** Takes what a loop caught. */
  take(loop: Area, blocks: readonly Block[], mode: LoopMode): void {
    if (this.way === 'addresses') this.addresses = chosenAfter(this.addresses, this.inside(loop), mode);
    if (this.way === 'blocks') {
      const caught = blocks.filter(({ at: [lon = 0, lat = 0] }) => contains(loop, lon, lat));
      this.blocks = chosenAfter(this.blocks, caught, mode);
    }
    if (this.way === 'area') this.area = mode === 'remove' ? null : loop;
  }

  /** Takes what a brush passed over, but for what its receiver has. */
  paint(dab: Dab, blocks: readonly Block[], receiver: string | null): void {
    const caught = brushed(blocks, dab).filter(({ unit }) => unit !== receiver);
    if (this.way === 'units') this.units = chosenAfter(this.units, caught, 'add');
    if (this.way === 'blocks') this.blocks = chosenAfter(this.blocks, caught, 'add');
    if (this.way !== 'addresses') return;
    const { desk } = this.bench;
    const others = this.inside(dab.area).filter(({ at }) => {
      const owner = desk.units.at(at.x / STEPS_PER_DEGREE, at.y / STEPS_PER_DEGREE);
      return owner?.feature.properties.code !== receiver;
    });
    this.addresses = chosenAfter(this.addresses, others, 'add');
  }

  /** The codes of the units that what was chosen lies in. */
  givers(): ReadonlySet<string> {
    if (this.way === 'units') return new Set(this.units.map(({ unit }) => unit));
    if (this.way === 'blocks') return new Set(this.blocks.map(({ unit }) => unit));
    if (this.way === 'addresses') return new Set(this.givingUnits().map(({ outline }) => outline.code));
    const { area } = this;
    if (!area) return new Set();
    const { box } = outlineOf('', area);
    return new Set(
      this.bench
        .outlines()
        .filter((outline) => boxesMeet(outline.box, box))
        .map(({ code }) => code),
    );
  }

  /**
   * Who gets it unless someone else is chosen: whoever shares the longest border with what was chosen; where nothing of
   * it lies at a border, with the units that give. Ground goes to the unit in which the loop was begun. Null for nobody.
   */
  suggested(): string | null {
    if (this.way === 'area') return this.codeOfStart();
    const beside = this.way === 'addresses' ? longestNeighbour(this.givingUnits(), this.bench.outlines()) : this.besideBlocks();
    return beside ?? neighboursOf(this.givers(), this.bench.outlines())[0] ?? null;
  }

  private besideBlocks(): string | null {
    const givers = this.givers();
    const outside = (lon: number, lat: number): string | null => {
      const code = this.bench.desk.units.at(lon, lat)?.feature.properties.code ?? null;
      return code !== null && givers.has(code) ? null : code;
    };
    const all: Geometry = { type: 'MultiPolygon', coordinates: this.blocks.flatMap(({ geometry }) => polygonsOf(geometry)) };
    return codeAround(all, HAIR, outside);
  }

  /** @param to who gets it; null for a new unit */
  edit(to: string | null): Edit | null {
    if (this.size === 0) return null;
    if (this.way === 'units') return this.underParent(to);
    if (this.way === 'area') return this.area && to !== null ? { type: 'transfer', to, area: this.area } : null;
    if (this.way === 'addresses') return { type: 'transfer', ...receiver(to), addresses: this.addresses.map(({ id }) => id) };
    return this.transfer(to, this.blocks);
  }

  /**
   * As `edit`, but units of which every block was chosen go as a whole: they are joined with the receiver.
   *
   * @param all the blocks that there are
   */
  editOfBlocks(to: string, all: readonly Block[]): Edit | null {
    const { whole, rest } = wholeUnits(this.blocks, all);
    if (whole.length === 0) return this.edit(to);
    const merge = { type: 'merge' as const, units: [to, ...whole], into: to };
    return rest.length === 0 ? merge : { type: 'batch', edits: [merge, this.transfer(to, rest)] };
  }

  /** Whole units change the unit that they belong to, all at once; those that belong to it already stay. */
  private underParent(parent: string | null): Edit | null {
    const level = this.bench.desk.units.shown?.name;
    const parentOf = (unit: string): string | null => this.bench.desk.units.find(unit)?.feature.properties.parent ?? null;
    const units = this.units.map(({ unit }) => unit).filter((unit) => parentOf(unit) !== parent);
    if (level === undefined || units.length === 0) return null;
    return { type: 'change-parent', level, units, ...(parent === null ? { toNew: true } : { parent }) };
  }

  private transfer(to: string | null, blocks: readonly Block[]): Edit & { type: 'transfer' } {
    const lines = { type: 'MultiLineString' as const, coordinates: this.streets() };
    return { type: 'transfer', ...receiver(to), blocks: blocks.map(({ at }) => at), lines };
  }

  /** The streets that can divide the units of the chosen blocks. */
  private streets(): Position[][] {
    const givers = this.givers();
    const bounds = [...givers].flatMap((code) => {
      const unit = this.bench.desk.units.find(code);
      return unit ? [unit.bounds] : [];
    });
    return linesNear(this.bench.streets(), bounds).map((line) => [...line]);
  }

  /** Each unit that has chosen addresses, with all of its addresses. */
  private givingUnits(): { outline: ReturnType<typeof outlineOf>; places: { at: LatticePoint; chosen: boolean }[] }[] {
    const { loads, desk } = this.bench;
    const ids = new Set(this.addresses.map(({ id }) => id));
    const box = boxOf(this.addresses.map(({ at }) => at));
    return this.bench.outlines().flatMap((outline) => {
      const geometry = desk.units.find(outline.code)?.feature.geometry;
      if (!geometry || !boxesMeet(outline.box, box)) return [];
      const places = loads.addressesIn(geometry).map(({ id, at }) => ({ at, chosen: ids.has(id) }));
      return places.some(({ chosen }) => chosen) ? [{ outline, places }] : [];
    });
  }

  /** A loop for ground is begun in the unit that is to get it. */
  private codeOfStart(): string | null {
    const [lon = 0, lat = 0] = (this.area?.coordinates as Position[][] | undefined)?.[0]?.[0] ?? [];
    return this.bench.desk.units.at(lon, lat)?.feature.properties.code ?? null;
  }
}

function receiver(to: string | null): { to: string } | { toNew: true } {
  return to === null ? { toNew: true } : { to };
}

/** The closed loop; null where it encloses nothing. */
export function loopOf(points: readonly LatticePoint[]): Area | null {
  return points.length < 3 ? null : { type: 'Polygon', coordinates: [positionsOfRing(points)] };
}
