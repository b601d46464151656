// Where the names in view are written: read from tiles, one place for each unit.
import type { TileAddress } from '../client/tiles';
import type { Level } from '../client/types';
import { fromWorld } from '../model/mercator';
import type { LabelSpot } from '../model/shapes';
import type { TileLabel } from '../tiles/messages';
import type { CityMap } from './cityMap';
import type { NamedSpot } from './labelLayer';
import type { Studio } from './studio';
import { ViewTiles } from './viewTiles';

const METRES_PER_DEGREE = 111_320;

/** The tiles of names in view, each of a level. */
export function namePlaces(map: CityMap, studio: Studio): ViewTiles<Level, NamedSpot> {
  return new ViewTiles(map, studio, {
    kind: 'labels',
    take: (message, level, tile) => (message.kind === 'labels' ? message.labels.map((label) => placed(label, level, tile)) : []),
    failed: () => {},
  });
}

function placed({ code, name, names, parent, x, y, room }: TileLabel, level: Level, tile: TileAddress): NamedSpot {
  const across = 2 ** tile.z;
  const { lon, lat } = fromWorld({ x: (tile.x + x) / across, y: (tile.y + y) / across });
  const spot: LabelSpot = { x: lon, y: lat, width: room / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)) };
  return { unit: { level: level.name, code, name, names, parent }, spot };
}
