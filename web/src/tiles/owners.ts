// Tiles of owners: how they are read, and how they are painted.
import { SIDE, type Border, type Dress } from './messages';

/** Whose the pixels of a tile are. */
export interface OwnersRead {
  readonly owners: Uint32Array;
  /** 1 where several units claim a pixel; null where there is none of these. */
  readonly contested: Uint8Array | null;
}

/** Marks a pixel that several units claim. */
const CONTESTED = 0x80000000;

/** A tile as docs/http-api.md has it: compressed, each number less the one above it. */
export async function readOwners(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<OwnersRead> {
  const bytes = await new Response(body.pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();
  const view = new DataView(bytes);
  const owners = new Uint32Array(SIDE * SIDE);
  for (let i = 0; i < owners.length; i++) {
    owners[i] = (i < SIDE ? 0 : owners[i - SIDE]!) + view.getUint32(4 * i, true);
  }
  return { owners, contested: unmark(owners) };
}

/** Takes the marks of contested pixels off their numbers. */
function unmark(owners: Uint32Array): Uint8Array | null {
  let contested: Uint8Array | null = null;
  for (let i = 0; i < owners.length; i++) {
    if (owners[i]! < CONTESTED) continue;
    owners[i] = owners[i]! & ~CONTESTED;
    contested ??= new Uint8Array(owners.length);
    contested[i] = 1;
  }
  return contested;
}

/** Strokes that lean over contested ground, a pair of dark and light so that they are seen on any colour. */
const HATCH = [0xff202020, 0xff202020, 0xffffffff];
const HATCH_EVERY = 8;

/** Lays strokes over the pixels that several units claim. */
export function hatch(pixels: Uint32Array, contested: Uint8Array): void {
  for (let i = 0; i < contested.length; i++) {
    const stroke = HATCH[((i % SIDE) + Math.floor(i / SIDE)) % HATCH_EVERY];
    if (contested[i] === 1 && stroke !== undefined) pixels[i] = stroke;
  }
}

/** What wide borders are laid over, whatever is under them: pixels of one border overlap. */
const PAPER = 0xffffffff;
/** Which numbers own a pixel: a bit for each, lowest first. */
export function presentIn(owners: Uint32Array): Uint32Array {
  let last = 0;
  for (const owner of owners) if (owner > last) last = owner;
  const present = new Uint32Array((last >>> 5) + 1);
  for (const owner of owners) {
    present[owner >>> 5] = present[owner >>> 5]! | (1 << (owner & 31));
  }
  return present;
}

/** Whether a number is among those whose bits are set. */
export function isIn(present: Uint32Array, number: number): boolean {
  return (((present[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
}

/** What stands for units that the page does not know yet. */
const UNKNOWN = 0x00000000;

/**
 * Fills a picture of the tile.
 *
 * @param pixels SIDE × SIDE colours as in the dress
 * @param bordered whether a border is drawn where the owner changes
 * @returns a bit for each border of the dress that was drawn, the first one lowest
 */
export function fill(pixels: Uint32Array, owners: Uint32Array, dress: Dress, bordered: boolean): number {
  const { colours } = dress;
  const known = colours.length;
  for (let i = 0; i < owners.length; i++) {
    const owner = owners[i]!;
    pixels[i] = owner < known ? colours[owner]! : UNKNOWN;
  }
  return bordered ? border(pixels, owners, dress) : 0;
}

/** Draws over each pixel whose owner is another than that of the one west or north of it, finer borders first. */
function border(pixels: Uint32Array, owners: Uint32Array, dress: Dress): number {
  let found = 0;
  const thicker: number[][] = dress.borders.map(() => []);
  for (let row = 0, i = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++, i++) {
      const owner = owners[i]!;
      const west = column > 0 ? owners[i - 1]! : owner;
      const north = row > 0 ? owners[i - SIDE]! : owner;
      if (owner === west && owner === north) continue;
      if (dress.masked && unseen(owner, dress) && unseen(west, dress) && unseen(north, dress)) continue;
      const depth = Math.min(
        owner === west ? Infinity : boundary(owner, west, dress.ancestors),
        owner === north ? Infinity : boundary(owner, north, dress.ancestors),
      );
      const drawn = dress.borders[depth];
      if (!drawn || drawn.width === 0) continue;
      found |= 1 << depth;
      if (drawn.width <= 1) pixels[i] = over(drawn, pixels[i]!);
      else thicker[depth]!.push(i);
    }
  }
  for (let depth = thicker.length - 1; depth >= 0; depth--) {
    for (const at of thicker[depth]!) thick(pixels, at, dress.borders[depth]!);
  }
  return found;
}

function unseen(owner: number, { colours }: Dress): boolean {
  return (colours[owner] ?? 0) === 0;
}

/** A square of the border's width around the corner of a pixel. */
function thick(pixels: Uint32Array, at: number, drawn: Border): void {
  const solid = over(drawn, PAPER);
  const before = Math.floor(drawn.width / 2);
  const [row, column] = [Math.floor(at / SIDE), at % SIDE];
  const last = Math.ceil(drawn.width) - before;
  for (let y = Math.max(0, row - before); y < Math.min(SIDE, row + last); y++) {
    for (let x = Math.max(0, column - before); x < Math.min(SIDE, column + last); x++) {
      pixels[y * SIDE + x] = solid;
    }
  }
}

/** The depth of the coarsest level at which two units are not part of the same one. */
export function boundary(a: number, b: number, ancestors: readonly Uint32Array[]): number {
  if (a === 0 || b === 0) return 0;
  for (let depth = 0; depth < ancestors.length; depth++) {
    const above = ancestors[depth]!;
    if (above[a] !== above[b]) return depth;
  }
  return ancestors.length;
}

/** A colour laid over another by its opacity. */
function over({ colour }: Border, under: number): number {
  const opacity = (colour >>> 24) / 255;
  const below = ((under >>> 24) / 255) * (1 - opacity);
  const sum = opacity + below;
  if (sum === 0) return 0;
  const mixed = (shift: number): number =>
    Math.round((((colour >>> shift) & 255) * opacity + ((under >>> shift) & 255) * below) / sum) << shift;
  return ((Math.round(sum * 255) << 24) | mixed(16) | mixed(8) | mixed(0)) >>> 0;
}
