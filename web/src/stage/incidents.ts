// The incidents that the filters let through, as points.
import { PointTiles } from '../map/pointTiles';
import type { Desk } from '../ui/desk';
import { incidentsAsked } from '../ui/filters';

export class Incidents {
  private readonly tiles: PointTiles;
  private shown = false;

  constructor(private readonly desk: Desk) {
    const { map, ground, points, i18n } = desk;
    this.tiles = new PointTiles(map, ground.studio, () => 0, {
      came: (found) => points.setPoints(this.shown ? found : null),
      // That the server is out of reach is told anyway.
      failed: (status) => (status === 0 ? undefined : desk.fail(new Error(i18n.t('map.incidentsMissing')))),
    });
  }

  show(is: boolean): void {
    this.shown = is;
    if (!is) this.desk.points.setPoints(null);
    this.tiles.show(is ? this.desk.api.incidentTiles(incidentsAsked(this.desk.store.get())) : null);
  }

  moved(): void {
    this.tiles.moved();
  }

  load(): void {
    this.tiles.renew();
  }

  close(): void {
    this.tiles.show(null);
  }
}
