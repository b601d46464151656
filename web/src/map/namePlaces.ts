// Where the names in view are written: read from tiles, one place for each unit, wherever the tiles end.
import { tileAt, type TileAddress } from '../client/tiles';
import type { Bounds, Level } from '../client/types';
import { fromWorld, toWorld, type WorldPlace } from '../model/mercator';
import type { LabelSpot } from '../model/shapes';
import type { FromPainter, TileLabel } from '../tiles/messages';
import type { CityMap } from './cityMap';
import { LAST_ZOOM } from './groundTiles';
import type { NamedSpot } from './labelLayer';
import type { Studio } from './studio';

/** So many tiles of names are kept: about the views of a few minutes of panning. */
const KEPT = 240;
const METRES_PER_DEGREE = 111_320;

export class NamePlaces {
  private readonly kept = new Map<string, { tile: TileAddress; names: readonly NamedSpot[] }>();
  private jobs: number[] = [];
  private asked = 0;

  /** @param failed told the status of an answer that has no names, 0 where there was none */
  constructor(
    private readonly map: CityMap,
    private readonly studio: Studio,
    private readonly failed: (status: number) => void,
  ) {}

  /**
   * Reads the names in view of some levels.
   *
   * @param addressOf where tiles of a level's names are
   * @param told for each level the names of its units; called once all of them are there, unless something else is asked before
   */
  read(levels: readonly Level[], addressOf: (level: Level) => string, told: (names: readonly (readonly NamedSpot[])[]) => void): void {
    const asked = ++this.asked;
    for (const job of this.jobs.splice(0)) this.studio.drop(job);
    const tiles = this.inView();
    const wanted = levels.map((level) => tiles.map((tile) => this.tile(level, addressOf(level), tile)));
    void Promise.all(wanted.map((of) => Promise.all(of))).then((names) => {
      if (asked === this.asked) told(names.map((of) => of.flat()));
    });
  }

  /** What is kept counts as old where it meets one of the boxes; all of it where there are none. */
  forget(boxes: readonly Bounds[] | null): void {
    for (const [address, { tile }] of this.kept) {
      if (!boxes || boxes.some((box) => meets(tile, box))) this.kept.delete(address);
    }
  }

  private inView(): TileAddress[] {
    const { northwest, southeast } = corners(this.map.bounds());
    const z = Math.max(0, Math.min(LAST_ZOOM, Math.round(this.map.view().zoom) - 1));
    const across = 2 ** z;
    const within = (part: number): number => Math.max(0, Math.min(across - 1, Math.floor(part * across)));
    const [left, right] = [within(northwest.x), within(southeast.x)];
    const [top, bottom] = [within(northwest.y), within(southeast.y)];
    const found: TileAddress[] = [];
    for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) found.push({ z, x, y });
    return found;
  }

  private tile(level: Level, pattern: string, tile: TileAddress): Promise<readonly NamedSpot[]> {
    const address = tileAt(pattern, tile);
    const known = this.kept.get(address);
    if (known) return Promise.resolve(known.names);
    return new Promise((resolve) => {
      const took = (message: FromPainter): void => {
        const names = message.kind === 'labels' ? message.labels.map((label) => placed(label, level, tile)) : [];
        if (message.kind === 'failed') this.failed(message.status);
        else this.keep(address, tile, names);
        resolve(names);
      };
      this.jobs.push(this.studio.begin((job) => ({ kind: 'labels', tile: job, address }), took));
    });
  }

  private keep(address: string, tile: TileAddress, names: readonly NamedSpot[]): void {
    this.kept.set(address, { tile, names });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= KEPT) break;
      this.kept.delete(oldest);
    }
  }
}

function corners([west, south, east, north]: Bounds): { northwest: WorldPlace; southeast: WorldPlace } {
  return { northwest: toWorld(west, north), southeast: toWorld(east, south) };
}

function meets({ x, y, z }: TileAddress, box: Bounds): boolean {
  const across = 2 ** z;
  const { northwest, southeast } = corners(box);
  return northwest.x * across <= x + 1 && southeast.x * across >= x && northwest.y * across <= y + 1 && southeast.y * across >= y;
}

function placed({ code, name, names, parent, x, y, room }: TileLabel, level: Level, tile: TileAddress): NamedSpot {
  const across = 2 ** tile.z;
  const { lon, lat } = fromWorld({ x: (tile.x + x) / across, y: (tile.y + y) / across });
  const spot: LabelSpot = { x: lon, y: lat, width: room / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)) };
  return { unit: { level: level.name, code, name, names, parent }, spot };
}
