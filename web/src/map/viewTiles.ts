// What tiles tell of a view, read by the painter and kept for a while: each once, wherever the tiles end.
import { tileAt, type TileAddress } from '../client/tiles';
import type { Bounds } from '../client/types';
import { toWorld, type WorldPlace } from '../model/mercator';
import type { FromPainter } from '../tiles/messages';
import type { CityMap } from './cityMap';
import { LAST_ZOOM } from './groundTiles';
import type { Studio } from './studio';

/** So many tiles are kept: about the views of a few minutes of panning. */
const KEPT = 240;

/** Tiles by a pattern of their addresses, and what they are of. */
export interface Wanted<K> {
  readonly of: K;
  readonly pattern: string;
}

export interface TileReading<K, T> {
  readonly kind: 'labels' | 'points';
  /** What an answer of this kind tells. */
  take(message: FromPainter, of: K, tile: TileAddress): readonly T[];
  /** Told the status of an answer that tells nothing, 0 where there was none. */
  failed(status: number): void;
}

export class ViewTiles<K, T> {
  private readonly kept = new Map<string, { tile: TileAddress; found: readonly T[] }>();
  private jobs: number[] = [];
  private asked = 0;

  constructor(
    private readonly map: CityMap,
    private readonly studio: Studio,
    private readonly reading: TileReading<K, T>,
  ) {}

  /**
   * Reads what is in view.
   *
   * @param told what was found for each that is wanted; called once all tiles are there, unless something else is asked before
   */
  read(wanted: readonly Wanted<K>[], told: (found: readonly (readonly T[])[]) => void): void {
    this.drop();
    const { asked } = this;
    const tiles = this.inView();
    void Promise.all(wanted.map((each) => Promise.all(tiles.map((tile) => this.tile(each, tile))))).then((found) => {
      if (asked === this.asked) told(found.map((of) => of.flat()));
    });
  }

  /** What is kept counts as old where it meets one of the boxes; all of it where there are none. */
  forget(boxes: readonly Bounds[] | null): void {
    for (const [address, { tile }] of this.kept) {
      if (!boxes || boxes.some((box) => meets(tile, box))) this.kept.delete(address);
    }
  }

  /** Nothing is read any more. */
  drop(): void {
    this.asked++;
    for (const job of this.jobs.splice(0)) this.studio.drop(job);
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

  private tile({ of, pattern }: Wanted<K>, tile: TileAddress): Promise<readonly T[]> {
    const address = tileAt(pattern, tile);
    const known = this.kept.get(address);
    if (known) return Promise.resolve(known.found);
    return new Promise((resolve) => {
      const took = (message: FromPainter): void => {
        const found = message.kind === this.reading.kind ? this.reading.take(message, of, tile) : [];
        if (message.kind === 'failed') this.reading.failed(message.status);
        else this.keep(address, tile, found);
        resolve(found);
      };
      this.jobs.push(this.studio.begin((job) => ({ kind: this.reading.kind, tile: job, address }), took));
    });
  }

  private keep(address: string, tile: TileAddress, found: readonly T[]): void {
    this.kept.set(address, { tile, found });
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
