// Tiles of owners on the map: what is painted, and whose each pixel is.
import * as L from 'leaflet';
import { tileAt, type TileAddress } from '../client/tiles';
import type { Bounds } from '../client/types';
import { toWorld, worldWidth } from '../model/mercator';
import { SIDE, type FromPainter, type TileOwners, type ToPainter } from '../tiles/messages';
import type { Frame } from './canvasOverlay';
import type { Studio } from './studio';

/** The last zoom that has tiles; closer views show its tiles larger. */
export const LAST_ZOOM = 18;
/** From this zoom of tiles on, borders are smooth lines; before, they are where the owner changes. */
const SMOOTH_FROM = 14;

/** A tile on the map. */
export interface GroundTile {
  readonly coords: L.Coords;
  readonly canvas: HTMLCanvasElement;
  /** Null until it is there. */
  ground: TileOwners | null;
  /** A bit for each border that is drawn in it. */
  bordered: number;
  /** What the painter calls it. */
  job: number;
  /** Tells the grid that the tile is there; null once it has been told. */
  done: L.DoneCallback | null;
}

export interface GroundEvents {
  /** A tile has come. */
  came(): void;
  /** All tiles of the view are there. */
  settled(): void;
  /** The server would not have a tile: the status of its answer, 0 where there was none. */
  failed(status: number): void;
}

export class GroundTiles extends L.GridLayer {
  private readonly held = new Map<string, GroundTile>();
  /** How many zooms a tile lies above the zoom of the map that it is shown at in its own size. */
  private readonly above: number;

  /**
   * @param owners where tiles of owners are
   * @param lines where tiles of lines are
   */
  constructor(
    private readonly studio: Studio,
    private readonly owners: string,
    private readonly lines: string,
    private readonly events: GroundEvents,
  ) {
    const sharp = window.devicePixelRatio >= 1.5;
    super({
      pane: 'units',
      tileSize: sharp ? SIDE / 2 : SIDE,
      maxNativeZoom: LAST_ZOOM + (sharp ? 0 : 1),
      keepBuffer: 1,
      updateWhenZooming: false,
      updateInterval: 60,
      className: 'ground-tiles',
    });
    this.above = sharp ? 0 : 1;
    this.on('tileunload', ({ coords }) => this.let(keyOf(coords)));
    this.on('load', () => this.events.settled());
  }

  override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [SIDE, SIDE];
    canvas.setAttribute('aria-hidden', 'true');
    const tile: GroundTile = { coords, canvas, ground: null, bordered: 0, job: 0, done };
    this.held.set(keyOf(coords), tile);
    this.begin(tile);
    return canvas;
  }

  /**
   * Loads those tiles again that meet one of the boxes, in place.
   *
   * @param but tiles that are being loaded again already
   * @returns which they are
   */
  renew(boxes: readonly Bounds[], but: readonly GroundTile[] = []): GroundTile[] {
    const renewed = [...this.held.values()].filter((tile) => !but.includes(tile) && boxes.some((box) => this.meets(tile, box)));
    for (const tile of renewed) {
      this.studio.drop(tile.job);
      this.begin(tile);
    }
    return renewed;
  }

  /** Leaves the tiles as they are painted. */
  freeze(): void {
    for (const { job } of this.held.values()) this.studio.drop(job);
  }

  /** The number at a place; 0 for nobody, null where no tile is there yet. */
  at(lon: number, lat: number): number | null {
    const zoom = this.zoom();
    const { x, y } = toWorld(lon, lat);
    const [column, row] = [x * 2 ** zoom, y * 2 ** zoom];
    const tile = this.held.get(keyOf({ x: Math.floor(column), y: Math.floor(row), z: zoom + this.above }));
    if (!tile?.ground) return null;
    const pixel = (part: number): number => Math.min(SIDE - 1, Math.floor((part - Math.floor(part)) * SIDE));
    return tile.ground.owners[pixel(row) * SIDE + pixel(column)] ?? 0;
  }

  /** The tiles of the present zoom whose owners are known. */
  present(): GroundTile[] {
    const z = this.zoom() + this.above;
    return [...this.held.values()].filter(({ coords, ground }) => ground && coords.z === z);
  }

  /** Whether the owners of all tiles of the present zoom are known. */
  complete(): boolean {
    const z = this.zoom() + this.above;
    const tiles = [...this.held.values()].filter(({ coords }) => coords.z === z);
    return tiles.length > 0 && tiles.every(({ ground }) => ground);
  }

  /** The zoom of the tiles that the present view shows. */
  zoom(): number {
    const zoom = (this as unknown as { _tileZoom: number | undefined })._tileZoom;
    return (zoom ?? 0) - this.above;
  }

  /** Paints the tiles of a view, with as many pixels for one of the frame as are wished. Settles once all are there. */
  async paintInto({ context, width, height, zoom, left, top }: Frame, fineness: number): Promise<void> {
    const z = Math.max(0, Math.min(LAST_ZOOM, Math.round(zoom - 1 + Math.log2(fineness))));
    const size = worldWidth(zoom - z);
    const wanted: Promise<void>[] = [];
    for (let x = Math.floor(left / size); x * size < left + width; x++) {
      for (let y = Math.max(0, Math.floor(top / size)); y < 2 ** z && y * size < top + height; y++) {
        const painted = this.painted(this.wrapped({ z, x, y })).then((picture) => {
          if (!picture) return;
          context.drawImage(picture, x * size - left, y * size - top, size, size);
          picture.close();
        });
        wanted.push(painted);
      }
    }
    await Promise.all(wanted);
  }

  /** One picture of a tile that is not on the map; null where it is not to be had. */
  private painted(address: TileAddress): Promise<ImageBitmap | null> {
    return new Promise((resolve) => {
      const job = this.studio.begin(
        (tile) => this.wish(tile, address),
        (message) => {
          this.studio.drop(job);
          resolve(message.kind === 'painted' ? message.picture : null);
        },
      );
    });
  }

  private wish(tile: number, address: TileAddress): ToPainter {
    const lines = address.z >= SMOOTH_FROM ? tileAt(this.lines, address) : null;
    return { kind: 'paint', tile, owners: tileAt(this.owners, address), lines };
  }

  private begin(tile: GroundTile): void {
    const told = (message: FromPainter): void => {
      if (message.kind === 'failed') this.events.failed(message.status);
      if (message.kind === 'painted') this.show(tile, message);
      tile.done?.(undefined, tile.canvas);
      tile.done = null;
    };
    const address = this.addressOf(tile.coords);
    tile.job = this.studio.begin((job) => this.wish(job, address), told);
  }

  private show(tile: GroundTile, { picture, bordered, ground }: FromPainter & { kind: 'painted' }): void {
    tile.bordered = bordered;
    tile.canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(picture);
    if (!ground) return;
    tile.ground = ground;
    this.events.came();
  }

  /** The map's world repeats; its tiles do not. */
  private addressOf({ x, y, z }: L.Coords): TileAddress {
    return this.wrapped({ x, y, z: z - this.above });
  }

  private wrapped({ x, y, z }: TileAddress): TileAddress {
    const across = 2 ** z;
    return { z, x: ((x % across) + across) % across, y };
  }

  private meets({ coords }: GroundTile, [west, south, east, north]: Bounds): boolean {
    const box = (this as unknown as { _tileCoordsToBounds(coords: L.Coords): L.LatLngBounds })._tileCoordsToBounds(coords);
    // What is drawn in a tile may come from a little beyond it.
    return box.pad(0.1).intersects(L.latLngBounds([south, west], [north, east]));
  }

  private let(key: string): void {
    const tile = this.held.get(key);
    if (tile) this.studio.drop(tile.job);
    this.held.delete(key);
  }
}

function keyOf({ x, y, z }: { x: number; y: number; z: number }): string {
  return `${z}/${x}/${y}`;
}
