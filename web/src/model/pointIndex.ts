// Points by place: which of many lie in a shape, without looking at all of them.
import type { Geometry } from 'geojson';
import { boundsOf, contains } from './shapes';

/** About so many points lie in a cell. */
const PER_CELL = 8;

export class PointIndex {
  private readonly cells: readonly (readonly number[])[];
  private readonly columns: number;
  private readonly rows: number;
  private readonly west: number;
  private readonly south: number;
  private readonly stepX: number;
  private readonly stepY: number;

  /** @param lon degrees; `lat` has the same length. O(n) */
  constructor(
    private readonly lon: readonly number[],
    private readonly lat: readonly number[],
  ) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < lon.length; i++) {
      const [x, y] = [lon[i] ?? 0, lat[i] ?? 0];
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
    const side = Math.max(1, Math.ceil(Math.sqrt(lon.length / PER_CELL)));
    [this.columns, this.rows, this.west, this.south] = [side, side, west, south];
    this.stepX = (east - west) / side || 1;
    this.stepY = (north - south) / side || 1;
    const cells: number[][] = Array.from({ length: side * side }, () => []);
    for (let i = 0; i < lon.length; i++) cells[this.cell(lon[i] ?? 0, lat[i] ?? 0)]?.push(i);
    this.cells = cells;
  }

  /** The positions in the arrays of the points inside. Points on an edge fall either way. */
  inside(geometry: Geometry): number[] {
    const bounds = boundsOf(geometry);
    if (!bounds || this.lon.length === 0) return [];
    const found: number[] = [];
    const [west, south, east, north] = bounds;
    for (let row = this.row(south); row <= this.row(north); row++) {
      for (let column = this.column(west); column <= this.column(east); column++) {
        for (const i of this.cells[row * this.columns + column] ?? []) {
          if (contains(geometry, this.lon[i] ?? 0, this.lat[i] ?? 0)) found.push(i);
        }
      }
    }
    return found;
  }

  private cell(x: number, y: number): number {
    return this.row(y) * this.columns + this.column(x);
  }

  private column(x: number): number {
    return Math.max(0, Math.min(this.columns - 1, Math.floor((x - this.west) / this.stepX)));
  }

  private row(y: number): number {
    return Math.max(0, Math.min(this.rows - 1, Math.floor((y - this.south) / this.stepY)));
  }
}
