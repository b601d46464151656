// What the page and the painter of tiles tell each other. Both sides only have values that can be sent to a worker.
import type { Names } from '../client/types';

/** Pixels to a side of a tile of owners, and of its picture. */
export const SIDE = 512;

/** How tiles are painted, by the numbers of units. */
export interface Dress {
  /** The colour of the unit with each number, as bytes red, green, blue and opacity of a 32-bit value; 0 for none. */
  readonly colours: Uint32Array;
  /** For each level above, coarse to fine, the number of the unit there that a unit is part of. */
  readonly ancestors: readonly Uint32Array[];
  /** How borders look by the coarsest level that they bound, coarse to fine; the last are those of the units themselves. */
  readonly borders: readonly Border[];
  /** Whether some units are not to be seen: then there is a border only beside those that are. */
  readonly masked: boolean;
}

/** A colour as bytes of a 32-bit value like those of units, and a width in pixels of the tile; 0 draws none. */
export interface Border {
  /** The level's name, as tiles of lines tell it. */
  readonly level: string;
  readonly colour: number;
  readonly width: number;
}

export type ToPainter =
  | {
      /** Load and paint a tile; once painted, it is painted anew when the dress changes. */
      readonly kind: 'paint';
      readonly tile: number;
      /** Where the owners of its pixels are. */
      readonly owners: string;
      /** Where its lines are; null where borders are where the owner changes from pixel to pixel. */
      readonly lines: string | null;
    }
  | { readonly kind: 'drop'; readonly tile: number }
  /** How tiles are painted from now on, and, with `anew`, those that are there; what the dress does not say stays as it was. */
  | { readonly kind: 'dress'; readonly tile: number; readonly dress: Partial<Dress>; readonly anew: boolean }
  | { readonly kind: 'labels'; readonly tile: number; readonly address: string }
  | { readonly kind: 'points'; readonly tile: number; readonly address: string };

export type FromPainter =
  | {
      readonly kind: 'painted';
      readonly tile: number;
      readonly picture: ImageBitmap;
      /** A bit for each border of the dress that is in the picture, the first one lowest. */
      readonly bordered: number;
      /** Null where the tile is the same as before in other colours. */
      readonly ground: TileOwners | null;
    }
  | { readonly kind: 'labels'; readonly tile: number; readonly labels: readonly TileLabel[] }
  | { readonly kind: 'points'; readonly tile: number; readonly points: readonly TilePoint[] }
  /** All tiles that were to be are painted in the dress that was sent with this number. */
  | { readonly kind: 'dressed'; readonly tile: number }
  /** Not loaded: the status of the answer, 0 where there was none. */
  | { readonly kind: 'failed'; readonly tile: number; readonly status: number };

/** Whose the pixels of a tile are. */
export interface TileOwners {
  /** Row by row. */
  readonly owners: Uint32Array;
  /** A bit for each number, lowest first, that says whether it owns a pixel. */
  readonly present: Uint32Array;
  /** Whether several units claim some of them. */
  readonly contested: boolean;
}

/** A unit with the place of its name. */
export interface TileLabel {
  readonly number: number;
  readonly code: string;
  readonly name: string | null;
  readonly names: Names;
  readonly parent: string | null;
  /** The place as a part of the tile's side, from its northwest corner. */
  readonly x: number;
  readonly y: number;
  /** How wide the name may be, in metres on the ground. */
  readonly room: number;
}

/** A place, or several that lie so close that they are told as one. */
export interface TilePoint {
  /** As a part of the tile's side, from its northwest corner. */
  readonly x: number;
  readonly y: number;
  /** How many it stands for. */
  readonly count: number;
  /** What else the tile tells of it. */
  readonly tags: Readonly<Record<string, string>>;
}
