// Incidents as points, gathered where they crowd.
import type * as L from 'leaflet';
import type { IncidentPoints } from '../client/types';
import { worldPoints } from '../model/clusters';
import { ClusterLayer } from './clusterLayer';
import { COLOURS } from './colours';

export interface PointHit {
  count: number;
  /** The incident's id, where the mark stands for one. */
  id: string | null;
  category: string | null;
  lon: number;
  lat: number;
}

export class PointLayer extends ClusterLayer {
  private source: IncidentPoints | null = null;

  /**
   * @param format writes a count on its mark
   * @param painted called after each drawing
   */
  constructor(format: (count: number) => string, painted: () => void) {
    super('points', format, painted);
  }

  setPoints(source: IncidentPoints | null): void {
    this.source = source;
    this.setWorld(source ? worldPoints(source.lon, source.lat, source.category) : null);
  }

  /** What is drawn at a pixel of the container; null where nothing is. */
  hit(map: L.Map, pixel: L.Point): PointHit | null {
    const { source } = this;
    const mark = source && this.markAt(map, pixel);
    if (!mark) return null;
    const { count, index, lon, lat } = mark;
    const single = count === 1;
    return {
      count,
      id: single ? (source.id[index] ?? null) : null,
      category: single ? (source.categories[source.category[index] ?? -1] ?? null) : null,
      lon,
      lat,
    };
  }

  protected paintOf(): { fill: string; edge: string; text: string } {
    return { fill: COLOURS.incident, edge: COLOURS.ring, text: COLOURS.ring };
  }
}
