// Reads tiles as other programs do, and prints them as JSON; for tests of the server.
//   node readTiles.mjs mvt FILE             a vector tile
//   node readTiles.mjs pmtiles FILE z x y   the header of an archive, its metadata and one of its tiles
//   node readTiles.mjs style FILE           what is wrong with a map style
import { open, readFile } from 'node:fs/promises';
import { VectorTile } from '@mapbox/vector-tile';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';

/** The layers of a tile, with the geometry of features as it is encoded. */
function decoded(bytes) {
  const { layers } = new VectorTile(new PbfReader(bytes));
  const read = Object.values(layers).map((layer) => ({
    name: layer.name,
    version: layer.version,
    extent: layer.extent,
    features: Array.from({ length: layer.length }, (_, i) => {
      const feature = layer.feature(i);
      const { id, type, properties } = feature;
      return { id, type, properties, geometry: feature.loadGeometry().map((ring) => ring.map(({ x, y }) => [x, y])) };
    }),
  }));
  return { layers: read };
}

class FileSource {
  constructor(handle) {
    this.handle = handle;
  }

  getKey() {
    return 'file';
  }

  async getBytes(offset, length) {
    const { buffer, bytesRead } = await this.handle.read(Buffer.alloc(length), 0, length, offset);
    return { data: buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + bytesRead) };
  }
}

const [kind, file, ...address] = process.argv.slice(2);
if (kind === 'mvt') {
  console.log(JSON.stringify(decoded(await readFile(file))));
} else if (kind === 'style') {
  console.log(JSON.stringify(validateStyleMin(JSON.parse(await readFile(file, 'utf8'))).map(({ message }) => message)));
} else {
  const handle = await open(file);
  const archive = new PMTiles(new FileSource(handle));
  const [z, x, y] = address.map(Number);
  const tile = await archive.getZxy(z, x, y);
  const [header, metadata] = [await archive.getHeader(), await archive.getMetadata()];
  console.log(JSON.stringify({ header, metadata, tile: tile ? decoded(new Uint8Array(tile.data)) : null }));
  await handle.close();
}
