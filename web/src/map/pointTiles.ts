// Very many points of a view, read from tiles: one by one where there are few, and counted where they crowd.
import type { WorldPoints } from '../model/clusters';
import type { TilePoint } from '../tiles/messages';
import type { CityMap } from './cityMap';
import type { Studio } from './studio';
import { ViewTiles } from './viewTiles';

/** Points, and what is told of each. */
export interface TiledPoints extends WorldPoints {
  readonly tags: readonly TilePoint['tags'][];
}

export interface PointsHost {
  /** The points in view, or others than before. */
  came(points: TiledPoints): void;
  /** Some are missing: the status of the answer, 0 where there was none. */
  failed(status: number): void;
}

export class PointTiles {
  private readonly tiles: ViewTiles<null, TilePoint>;
  private pattern: string | null = null;
  private edition = 0;
  private missing = false;

  /** @param categoryOf the number by which a point is painted */
  constructor(
    map: CityMap,
    studio: Studio,
    private readonly categoryOf: (tags: TilePoint['tags']) => number,
    private readonly host: PointsHost,
  ) {
    this.tiles = new ViewTiles(map, studio, {
      kind: 'points',
      take: (message, _of, { x, y, z }) => {
        const across = 2 ** z;
        const points = message.kind === 'points' ? message.points : [];
        return points.map((point) => ({ ...point, x: (x + point.x) / across, y: (y + point.y) / across }));
      },
      failed: (status) => {
        if (!this.missing) this.host.failed(status);
        this.missing = true;
      },
    });
  }

  /**
   * Shows the points of other tiles; none where null.
   *
   * @param edition another number where the same tiles tell something else by now
   */
  show(pattern: string | null, edition = 0): void {
    if (pattern === this.pattern && edition === this.edition) return;
    [this.pattern, this.edition] = [pattern, edition];
    this.renew();
  }

  /** Reads again what is shown. */
  renew(): void {
    this.tiles.forget(null);
    this.moved();
  }

  /** The view is another one. */
  moved(): void {
    const { pattern } = this;
    this.missing = false;
    if (pattern === null) this.tiles.drop();
    else this.tiles.read([{ of: null, pattern }], ([found = []]) => this.host.came(this.columns(found)));
  }

  private columns(found: readonly TilePoint[]): TiledPoints {
    return {
      x: Float64Array.from(found, ({ x }) => x),
      y: Float64Array.from(found, ({ y }) => y),
      count: Uint32Array.from(found, ({ count }) => count),
      category: Uint16Array.from(found, ({ tags }) => this.categoryOf(tags)),
      tags: found.map(({ tags }) => tags),
    };
  }
}
