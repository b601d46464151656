// The areas of the map: all of them as they are painted, and the shapes of those in view; what they tell goes to the stage.
import type { TilesApi } from './client/tiles';
import type { CityMap } from './map/cityMap';
import { Ground } from './map/ground';
import { UnitLayer } from './map/unitLayer';
import type { Progress } from './progress';
import type { Stage } from './stage/stage';
import type { Desk } from './ui/desk';

export interface AreasHost {
  /** Null until it is set. */
  stage(): Stage | null;
  readonly progress: Progress;
  away(): void;
  /** The plan shown is not the one in force any more. */
  outdated(): void;
  failed(error: unknown): void;
}

export function areasOf(map: CityMap, tiles: TilesApi, host: AreasHost): Pick<Desk, 'ground' | 'units'> {
  const ground = new Ground(map, tiles, {
    drawn: (boxes) => host.stage()?.drawn(boxes),
    painted: () => {
      document.body.dataset['ready'] = 'true';
      host.stage()?.legend();
    },
    busy: (is) => host.progress.loads('ground', is),
    underWay: (count) => host.progress.waitsFor('tiles', count),
    away: () => host.away(),
    outdated: () => host.outdated(),
    failed: (error) => host.failed(error),
  });
  const units = new UnitLayer(map, {
    changed: (tooMany) => host.stage()?.shaped(tooMany),
    busy: (is) => host.progress.loads('shapes', is),
    failed: (error) => host.failed(error),
  });
  return { ground, units };
}
