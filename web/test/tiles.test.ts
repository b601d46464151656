import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { rgba } from '../src/map/paint';
import { UnitTable } from '../src/model/unitTable';
import { SIDE, type Dress, type FromPainter } from '../src/tiles/messages';
import { boundary, fill, hatch, presentIn, readOwners } from '../src/tiles/owners';
import { Painter, type Easel } from '../src/tiles/painter';

const RED = 0xff0000ff;
const GREEN = 0xff00ff00;
const BLUE = 0xffff0000;

/** A tile as the server writes it: each number less the one above it, low byte first, compressed as zlib does. */
function encoded(owners: Uint32Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = Buffer.alloc(4 * owners.length);
  owners.forEach((owner, i) => bytes.writeUInt32LE((owner - (i < SIDE ? 0 : owners[i - SIDE]!)) >>> 0, 4 * i));
  return new Blob([new Uint8Array(deflateSync(bytes))]).stream();
}

/** Owners of a tile whose pixels left of the middle belong to one and those right of it to another. */
function halves(left: number, right: number): Uint32Array {
  return Uint32Array.from({ length: SIDE * SIDE }, (_, i) => (i % SIDE < SIDE / 2 ? left : right));
}

function dress(more: Partial<Dress>): Dress {
  return { colours: Uint32Array.of(0, RED, GREEN, BLUE), ancestors: [], borders: [], masked: false, ...more };
}

function painted(owners: Uint32Array, as: Dress, bordered = true): Uint32Array {
  const pixels = new Uint32Array(SIDE * SIDE);
  fill(pixels, owners, as, bordered);
  return pixels;
}

test('a tile of owners is read as it was written, with numbers that fall from row to row', async () => {
  const owners = Uint32Array.from({ length: SIDE * SIDE }, (_, i) => ((i * 2_654_435_761) >>> (i % 24)) & 0x7fffffff);
  assert.deepEqual(await readOwners(encoded(owners)), { owners, contested: null });
});

test('the mark of contested ground is taken off the number, and its pixels are hatched', async () => {
  const marked = halves(1, 2).map((owner, i) => (i % SIDE >= SIDE / 2 && i < SIDE * 20 ? owner | 0x80000000 : owner));
  const { owners, contested } = await readOwners(encoded(marked));
  assert.deepEqual(owners, halves(1, 2));
  const pixels = painted(owners, dress({}), false);
  hatch(pixels, contested!);
  const strokes = (from: number, to: number): number =>
    pixels.filter((pixel, i) => i % SIDE >= from && i % SIDE < to && i < SIDE * 20 && pixel !== RED && pixel !== GREEN).length;
  assert.equal(strokes(0, SIDE / 2), 0);
  assert.ok(Math.abs(strokes(SIDE / 2, SIDE) / (20 * (SIDE / 2)) - 3 / 8) < 0.02);
  assert.equal(pixels[SIDE * 20 + SIDE - 1], GREEN);
});

test('the numbers that own a pixel are told as bits', () => {
  const present = presentIn(halves(3, 64));
  assert.deepEqual(present, Uint32Array.of(1 << 3, 0, 1));
  assert.equal(presentIn(halves(0, 0)).length, 1);
});

test('each pixel has the colour of its owner; nobody and the unknown have none', () => {
  const pixels = painted(halves(1, 9), dress({}), false);
  assert.equal(pixels[0], RED);
  assert.equal(pixels[SIDE - 1], 0);
  assert.equal(painted(halves(0, 2), dress({}), false)[0], 0);
});

test('a border is drawn where the owner changes, in the way of the coarsest level that it bounds', () => {
  const ancestors = [Uint32Array.of(0, 7, 7, 8)];
  const borders = [
    { level: 'street', colour: 0xff000000, width: 1 },
    { level: 'grid', colour: 0xffffffff, width: 1 },
  ];
  const at = SIDE / 2;
  assert.equal(painted(halves(1, 2), dress({ ancestors, borders }))[at], 0xffffffff);
  assert.equal(painted(halves(1, 3), dress({ ancestors, borders }))[at], 0xff000000);
  assert.equal(painted(halves(1, 2), dress({ ancestors, borders }))[at - 1], RED);
  const none = [borders[0]!, { level: 'grid', colour: 0, width: 0 }];
  assert.equal(painted(halves(1, 2), dress({ ancestors, borders: none }))[at], GREEN);
});

test('the borders that are in a picture are told, and no others', () => {
  const ancestors = [Uint32Array.of(0, 7, 7, 8)];
  const borders = [
    { level: 'street', colour: 0xff000000, width: 2 },
    { level: 'grid', colour: 0xffffffff, width: 1 },
  ];
  const pixels = new Uint32Array(SIDE * SIDE);
  assert.equal(fill(pixels, halves(1, 1), dress({ ancestors, borders }), true), 0);
  assert.equal(fill(pixels, halves(1, 2), dress({ ancestors, borders }), true), 0b10);
  assert.equal(fill(pixels, halves(1, 3), dress({ ancestors, borders }), true), 0b01);
  const faded = [borders[0]!, { ...borders[1]!, width: 0 }];
  assert.equal(fill(pixels, halves(1, 2), dress({ ancestors, borders: faded }), true), 0);
});

test('a border that lets half of the ground through is half of each', () => {
  const borders = [{ level: 'grid', colour: 0x80000000, width: 1 }];
  const pixel = painted(halves(2, 1), dress({ borders }))[SIDE / 2]!;
  assert.equal(pixel >>> 24, 255);
  assert.ok(Math.abs((pixel & 255) - 127) <= 1, `red is ${pixel & 255}`);
});

test('between units that are not to be seen is no border', () => {
  const borders = [{ level: 'grid', colour: 0xff000000, width: 1 }];
  const hidden = dress({ colours: Uint32Array.of(0, 0, 0, BLUE), borders, masked: true });
  assert.equal(painted(halves(1, 2), hidden)[SIDE / 2], 0);
  assert.equal(painted(halves(1, 3), hidden)[SIDE / 2], 0xff000000);
});

test('the edge of all is a border of the coarsest level', () => {
  assert.equal(boundary(1, 0, [Uint32Array.of(0, 1)]), 0);
  assert.equal(boundary(1, 2, [Uint32Array.of(0, 5, 5), Uint32Array.of(0, 1, 2)]), 1);
  assert.equal(boundary(1, 2, []), 0);
});

test('a table gives units by number and by code, with the numbers of the units above them', () => {
  const streets = new UnitTable('street', null);
  streets.take({
    level: 'street',
    from: 1,
    last: 2,
    codes: ['S', 'T'],
    names: ['South', ''],
    namesIn: { zh: ['南', null] },
    parents: [0, 0],
  });
  const grids = new UnitTable('grid', streets);
  grids.take({ level: 'grid', from: 2, last: 3, codes: ['b', null], names: ['B', null], namesIn: {}, parents: [2, 0] });
  grids.take({ level: 'grid', from: 1, last: 3, codes: ['a'], names: ['A'], namesIn: {}, parents: [1] });
  assert.deepEqual(grids.of(1), { level: 'grid', code: 'a', name: 'A', names: {}, parent: 'S' });
  assert.equal(grids.number('b'), 2);
  assert.equal(grids.of(3), null);
  assert.equal(grids.find('z'), null);
  assert.deepEqual(streets.of(1)?.names, { zh: '南' });
  assert.equal(grids.parentOf(grids.find('b')!)?.code, 'T');
  assert.deepEqual(grids.ancestors(), [Uint32Array.of(0, 1, 2, 0)]);
  grids.patch([{ level: 'grid', code: 'b', name: 'Bee', names: {}, parent: 'S' }]);
  assert.equal(grids.find('b')?.name, 'Bee');
  assert.deepEqual(grids.ancestors(), [Uint32Array.of(0, 1, 1, 0)]);
});

test('a paint is a colour in bytes', () => {
  assert.equal(rgba({ fillColor: '#010203', fillOpacity: 1 }), 0xff030201);
  assert.equal(rgba({ fillColor: '#010203', fillOpacity: 0.5 }) >>> 24, 128);
  assert.equal(rgba({ fillColor: '#010203', fill: false }), 0);
  assert.equal(rgba({}), 0);
});

/** What a painter tells of the names at an address, while the server has some present version in a line. */
async function told(address: string, present: string): Promise<FromPainter> {
  const context = { createImageData: () => ({ data: new Uint8ClampedArray(4 * SIDE * SIDE) }) };
  const easel = { context, take: () => Promise.reject(new Error('nothing is painted here')) } as unknown as Easel;
  const before = globalThis.fetch;
  globalThis.fetch = (asked) => {
    const right = `/tiles?layers=labels&v=${present}`;
    const found = asked === right;
    return Promise.resolve(found ? new Response(new ArrayBuffer(0)) : Response.json({ address: right }, { status: 410 }));
  };
  try {
    return await new Promise((resolve) => new Painter(easel, resolve).take({ kind: 'labels', tile: 1, address }));
  } finally {
    globalThis.fetch = before;
  }
}

test('a tile that has another version by now is asked for at its right address', async () => {
  assert.equal((await told('/tiles?layers=labels&v=p1-a.0.1', 'p1-a.0.1')).kind, 'labels');
  assert.equal((await told('/tiles?layers=labels&v=p1-a.0.1', 'p1-a.1.1')).kind, 'labels');
});

test('a tile of another plan is not taken, since its numbers mean other units', async () => {
  assert.deepEqual(await told('/tiles?layers=labels&v=p1-a.0.1', 'p2-b.0.1'), { kind: 'failed', tile: 1, status: 410 });
});
