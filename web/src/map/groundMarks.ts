// Units that stand out, outlined where their pixels end: what is pointed at, what is chosen.
import { worldWidth, type WorldPlace } from '../model/mercator';
import { SIDE } from '../tiles/messages';
import { isIn } from '../tiles/owners';
import { CanvasOverlay, type Frame, type Part } from './canvasOverlay';
import { COLOURS } from './colours';
import type { GroundTile } from './groundTiles';

/** Why a unit stands out. */
export type MarkKind = 'hover' | 'selected' | 'owner';

/** What marks are drawn from. */
export interface MarkedGround {
  /** The tiles in view whose owners are known. */
  tiles(): readonly GroundTile[];
  /** The zoom of the tiles. */
  zoom(): number;
}

/** The widest line of a mark goes this far beyond the outline, in pixels. */
const BEYOND = 4;
/** What is smaller than this is seen only by a ring around it, of this radius. */
const SMALLEST_SEEN = 4;
const RING = 9;

const NONE = new Uint32Array(0);

/** An outline in a tile, in pixels of the tile. */
interface TilePart {
  readonly tile: GroundTile;
  readonly path: Path2D;
  /** West, north, east, south. */
  readonly box: readonly [number, number, number, number];
}

/** One unit that stands out. */
export class GroundMark extends CanvasOverlay {
  private number = 0;
  private place: WorldPlace | null = null;
  private found: readonly TilePart[] = [];
  private ringed = false;

  constructor(
    private readonly ground: MarkedGround,
    private readonly kind: MarkKind,
  ) {
    super('selection');
  }

  /**
   * @param number 0 for none
   * @param place where a ring is drawn if it is too small to be seen; null where that is not known
   */
  show(number: number, place: WorldPlace | null): void {
    if (number === this.number && place === this.place) return;
    [this.number, this.place] = [number, place];
    this.redraw();
  }

  /** Tiles have come or gone. */
  renew(): void {
    if (this.number !== 0) this.redraw();
  }

  /** Only around the unit: a small canvas costs less. */
  protected override part({ zoom, left, top, width, height }: Omit<Frame, 'context'>): Part {
    this.found = this.number === 0 ? [] : this.ground.tiles().flatMap((tile) => outline(tile, this.number));
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    const scale = this.scale(zoom);
    for (const { tile, box } of this.found) {
      const [x, y] = [tile.coords.x * SIDE, tile.coords.y * SIDE];
      [west, north] = [Math.min(west, (x + box[0]) * scale), Math.min(north, (y + box[1]) * scale)];
      [east, south] = [Math.max(east, (x + box[2]) * scale), Math.max(south, (y + box[3]) * scale)];
    }
    this.ringed = this.number !== 0 && this.place !== null && !(Math.max(east - west, south - north) >= SMALLEST_SEEN);
    if (this.ringed && this.place) {
      const world = worldWidth(zoom);
      const [x, y] = [this.place.x * world, this.place.y * world];
      [west, north, east, south] = [x - RING, y - RING, x + RING, y + RING];
    }
    if (west > east) return { left: 0, top: 0, width: 1, height: 1 };
    const [x, y] = [Math.max(0, Math.floor(west - left) - BEYOND), Math.max(0, Math.floor(north - top) - BEYOND)];
    const right = Math.min(width, Math.ceil(east - left) + BEYOND);
    const bottom = Math.min(height, Math.ceil(south - top) + BEYOND);
    return { left: x, top: y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) };
  }

  protected draw({ context, zoom, left, top }: Frame): void {
    const scale = this.scale(zoom);
    const path = new Path2D();
    if (this.ringed && this.place) {
      const world = worldWidth(zoom);
      path.arc(this.place.x * world - left, this.place.y * world - top, RING - 1, 0, 2 * Math.PI);
    }
    for (const { tile, path: part } of this.found) {
      path.addPath(part, new DOMMatrix([scale, 0, 0, scale, tile.coords.x * SIDE * scale - left, tile.coords.y * SIDE * scale - top]));
    }
    context.lineJoin = 'round';
    context.lineCap = 'round';
    const hover = this.kind === 'hover';
    if (!hover) stroke(context, path, COLOURS.ring, 6);
    stroke(context, path, hover ? COLOURS.hover : COLOURS.selected, hover ? 2 : 3);
  }

  /** Pixels of the map for a pixel of a tile. */
  private scale(zoom: number): number {
    return worldWidth(zoom - this.ground.zoom()) / SIDE;
  }
}

function stroke(context: CanvasRenderingContext2D, path: Path2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
}

/** The sides of pixels of a unit that are sides of no other of its pixels; none where it has no pixel in the tile. */
function outline(tile: GroundTile, number: number): TilePart[] {
  const { owners, present } = tile.ground ?? { owners: NONE, present: NONE };
  if (!isIn(present, number)) return [];
  const first = owners.indexOf(number);
  const [from, to] = [Math.floor(first / SIDE), Math.floor(owners.lastIndexOf(number) / SIDE)];
  const path = new Path2D();
  let [west, east] = [SIDE, 0];
  for (let row = from; row <= to + 1 && row < SIDE; row++) {
    for (let column = 0, i = row * SIDE; column < SIDE; column++, i++) {
      const inside = owners[i] === number;
      if (inside) [west, east] = [Math.min(west, column), Math.max(east, column + 1)];
      if (row > 0 && inside !== (owners[i - SIDE] === number)) {
        path.moveTo(column, row);
        path.lineTo(column + 1, row);
      }
      if (column > 0 && inside !== (owners[i - 1] === number)) {
        path.moveTo(column, row);
        path.lineTo(column, row + 1);
      }
    }
  }
  return [{ tile, path, box: [west, from, east, to + 1] }];
}
