// Findings as points, gathered where they crowd: rings, so that they are not taken for incidents.
import type { FindingPlaces } from '../client/types';
import { worldPoints, type Mark } from '../model/clusters';
import { ClusterLayer } from './clusterLayer';
import { COLOURS } from './colours';

export class FindingMarks extends ClusterLayer {
  private blocking = -1;

  /**
   * @param format writes a count on its mark
   * @param painted called after each drawing
   */
  constructor(format: (count: number) => string, painted: () => void) {
    super('places', format, painted);
  }

  setPlaces(places: FindingPlaces | null): void {
    this.blocking = places ? places.severities.indexOf('blocking') : -1;
    this.setWorld(places ? worldPoints(places.lon, places.lat, places.severity) : null);
  }

  /** One that blocks is enough for its mark to say so. */
  protected paintOf({ least }: Mark): { fill: string; edge: string; text: string } {
    const colour = least === this.blocking ? COLOURS.blocking : COLOURS.warning;
    return { fill: COLOURS.ring, edge: colour, text: colour };
  }
}
