// Vector tiles: the lines between units and the places of names that they hold.
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { Names } from '../client/types';
import { SIDE, type Border, type TileLabel, type TilePoint } from './messages';

export type Lines = readonly { readonly level: string; readonly path: Path2D }[];

/** The lines of a tile as paths in pixels of its picture. */
export function readLines(bytes: ArrayBuffer): Lines {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.values(layers)
    .filter(({ name }) => name.endsWith('_lines'))
    .flatMap((layer) =>
      Array.from({ length: layer.length }, (_, i) => {
        const feature = layer.feature(i);
        const path = new Path2D();
        for (const line of feature.loadGeometry()) {
          line.forEach(({ x, y }, k) => {
            const [px, py] = [(x * SIDE) / layer.extent, (y * SIDE) / layer.extent];
            if (k === 0) path.moveTo(px, py);
            else path.lineTo(px, py);
          });
        }
        return { level: String(feature.properties['level']), path };
      }),
    );
}

/**
 * Draws lines, finer ones first.
 *
 * @returns a bit for each border that was drawn, the first one lowest
 */
export function stroke(
  context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D,
  lines: Lines,
  borders: readonly Border[],
): number {
  let found = 0;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const [depth, { level, colour, width }] of [...borders.entries()].reverse()) {
    if (width === 0) continue;
    context.lineWidth = width;
    context.strokeStyle = `rgba(${colour & 255}, ${(colour >>> 8) & 255}, ${(colour >>> 16) & 255}, ${(colour >>> 24) / 255})`;
    for (const line of lines) {
      if (line.level !== level) continue;
      context.stroke(line.path);
      found |= 1 << depth;
    }
  }
  return found;
}

/** The names of a tile. */
export function readLabels(bytes: ArrayBuffer): TileLabel[] {
  const layer = new VectorTile(new PbfReader(bytes)).layers['labels'];
  if (!layer) return [];
  return Array.from({ length: layer.length }, (_, i) => {
    const feature = layer.feature(i);
    const place = feature.loadGeometry()[0]?.[0];
    const { code, name, parent, room } = feature.properties;
    return {
      number: feature.id ?? 0,
      code: String(code),
      name: typeof name === 'string' && name !== '' ? name : null,
      names: namesIn(feature.properties),
      parent: typeof parent === 'string' ? parent : null,
      x: (place?.x ?? 0) / layer.extent,
      y: (place?.y ?? 0) / layer.extent,
      room: Number(room),
    };
  });
}

/** The places of a tile of one layer. */
export function readPoints(bytes: ArrayBuffer): TilePoint[] {
  const [layer] = Object.values(new VectorTile(new PbfReader(bytes)).layers);
  if (!layer) return [];
  return Array.from({ length: layer.length }, (_, i) => {
    const feature = layer.feature(i);
    const place = feature.loadGeometry()[0]?.[0];
    const { count, ...tags } = feature.properties;
    return {
      x: (place?.x ?? 0) / layer.extent,
      y: (place?.y ?? 0) / layer.extent,
      count: Number(count),
      tags: Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, String(value)])),
    };
  });
}

function namesIn(properties: Readonly<Record<string, unknown>>): Names {
  const named = Object.entries(properties).filter(([key]) => key.startsWith('name:'));
  return Object.fromEntries(named.map(([key, name]) => [key.slice('name:'.length), String(name)]));
}
