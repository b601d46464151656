// Findings as points, gathered where they crowd: rings, so that they are not taken for incidents.
import type { Mark } from '../model/clusters';
import { ClusterLayer } from './clusterLayer';
import { COLOURS } from './colours';
import type { TiledPoints } from './pointTiles';

const BLOCKING = 0;
const WARNING = 1;

/** The category of a finding, or of several where one that blocks is enough. */
export function findingCategory({ severity, blocking }: { severity?: string; blocking?: string }): number {
  return severity === 'blocking' || blocking !== undefined ? BLOCKING : WARNING;
}

export class FindingMarks extends ClusterLayer {
  /**
   * @param format writes a count on its mark
   * @param painted called after each drawing
   */
  constructor(format: (count: number) => string, painted: () => void) {
    super('places', format, painted);
  }

  setPlaces(places: TiledPoints | null): void {
    this.setWorld(places);
  }

  /** One that blocks is enough for its mark to say so. */
  protected paintOf({ least }: Mark): { fill: string; edge: string; text: string } {
    const colour = least === BLOCKING ? COLOURS.blocking : COLOURS.warning;
    return { fill: COLOURS.ring, edge: colour, text: colour };
  }
}
