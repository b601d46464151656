// Incidents as points, gathered where they crowd.
import type * as L from 'leaflet';
import { ClusterLayer } from './clusterLayer';
import { COLOURS } from './colours';
import type { TiledPoints } from './pointTiles';

export interface PointHit {
  count: number;
  /** The incident's id, where the mark stands for one that is told by itself. */
  id: string | null;
  category: string | null;
  lon: number;
  lat: number;
}

export class PointLayer extends ClusterLayer {
  private source: TiledPoints | null = null;

  /**
   * @param format writes a count on its mark
   * @param painted called after each drawing
   */
  constructor(format: (count: number) => string, painted: () => void) {
    super('points', format, painted);
  }

  setPoints(source: TiledPoints | null): void {
    this.source = source;
    this.setWorld(source);
  }

  /** What is drawn at a pixel of the container; null where nothing is. */
  hit(map: L.Map, pixel: L.Point): PointHit | null {
    const { source } = this;
    const mark = source && this.markAt(map, pixel);
    if (!mark) return null;
    const { count, index, lon, lat } = mark;
    const tags = count === 1 ? source.tags[index] : undefined;
    return { count, id: tags?.['id'] ?? null, category: tags?.['category'] ?? null, lon, lat };
  }

  protected paintOf(): { fill: string; edge: string; text: string } {
    return { fill: COLOURS.incident, edge: COLOURS.ring, text: COLOURS.ring };
  }
}
