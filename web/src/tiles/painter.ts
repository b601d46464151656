// Loads tiles and paints them: in a worker where there are any that can paint, in the page's own thread elsewhere.
import { SIDE, type Dress, type FromPainter, type TileOwners, type ToPainter } from './messages';
import { fill, hatch, presentIn, readOwners } from './owners';
import { readLabels, readLines, readPoints, stroke, type Lines } from './vectors';

/** A canvas to paint on, and how its picture is taken. */
export interface Easel {
  readonly context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;
  take(): Promise<ImageBitmap> | ImageBitmap;
}

/** Tells the page something; `handed` are buffers that go over to it. */
export type Tell = (message: FromPainter, handed: Transferable[]) => void;

interface Held {
  readonly loading: AbortController;
  owners: Uint32Array | null;
  contested: Uint8Array | null;
  lines: Lines | null;
}

const PLAIN: Dress = { colours: new Uint32Array(0), ancestors: [], borders: [], masked: false };

export class Painter {
  private readonly tiles = new Map<number, Held>();
  private readonly picture: ImageData;
  private readonly pixels: Uint32Array;
  private dress = PLAIN;

  constructor(
    private readonly easel: Easel,
    private readonly tell: Tell,
  ) {
    this.picture = easel.context.createImageData(SIDE, SIDE);
    this.pixels = new Uint32Array(this.picture.data.buffer);
  }

  take(message: ToPainter): void {
    if (message.kind === 'dress') {
      void this.wear(message);
    } else if (message.kind === 'drop') {
      this.drop(message.tile);
    } else if (message.kind === 'labels') {
      void this.read(message, (tile, bytes) => ({ kind: 'labels', tile, labels: readLabels(bytes) }));
    } else if (message.kind === 'points') {
      void this.read(message, (tile, bytes) => ({ kind: 'points', tile, points: readPoints(bytes) }));
    } else {
      void this.load(message.tile, message.owners, message.lines);
    }
  }

  private async wear({ tile: job, dress, anew }: ToPainter & { kind: 'dress' }): Promise<void> {
    this.dress = { ...this.dress, ...dress };
    if (anew) await Promise.all([...this.tiles].map(([tile, held]) => this.paint(tile, held, null)));
    this.tell({ kind: 'dressed', tile: job }, []);
  }

  private drop(tile: number): void {
    this.tiles.get(tile)?.loading.abort();
    this.tiles.delete(tile);
  }

  private async load(tile: number, owners: string, lines: string | null): Promise<void> {
    this.tiles.get(tile)?.loading.abort();
    const held: Held = { loading: new AbortController(), owners: null, contested: null, lines: null };
    this.tiles.set(tile, held);
    const { signal } = held.loading;
    try {
      const [numbers, vectors] = await Promise.all([body(owners, signal), lines === null ? null : bytes(lines, signal)]);
      const { owners: read, contested } = await readOwners(numbers);
      [held.owners, held.contested] = [read, contested];
      held.lines = vectors && readLines(vectors);
      const ground = { owners: read.slice(), present: presentIn(read), contested: contested !== null };
      if (!signal.aborted) await this.paint(tile, held, ground);
    } catch (error) {
      this.failed(tile, error, signal);
    }
  }

  /** Loads what is told once and not painted. */
  private async read(
    { tile, address }: { tile: number; address: string },
    told: (tile: number, bytes: ArrayBuffer) => FromPainter,
  ): Promise<void> {
    this.drop(tile);
    const held: Held = { loading: new AbortController(), owners: null, contested: null, lines: null };
    this.tiles.set(tile, held);
    try {
      this.tell(told(tile, await bytes(address, held.loading.signal)), []);
    } catch (error) {
      this.failed(tile, error, held.loading.signal);
    }
  }

  private failed(tile: number, error: unknown, signal: AbortSignal): void {
    if (!signal.aborted) this.tell({ kind: 'failed', tile, status: error instanceof Refused ? error.status : 0 }, []);
  }

  /** @param ground the owners where the page does not have them yet */
  private async paint(tile: number, { owners, contested, lines }: Held, ground: TileOwners | null): Promise<void> {
    if (!owners) return;
    const { context } = this.easel;
    const smooth = lines !== null && !this.dress.masked;
    let bordered = fill(this.pixels, owners, this.dress, !smooth);
    if (contested) hatch(this.pixels, contested);
    context.putImageData(this.picture, 0, 0);
    if (smooth) bordered = stroke(context, lines, this.dress.borders);
    const picture = await this.easel.take();
    const handed = ground ? [picture, ground.owners.buffer, ground.present.buffer] : [picture];
    this.tell({ kind: 'painted', tile, picture, bordered, ground }, handed);
  }
}

/** What the server answers to a version that a tile does not have. */
const GONE = 410;

/** The plan, or draft, that the version in an address is of. */
function lineOf(address: string): string | undefined {
  return new URL(address, 'http://tiles').searchParams.get('v')?.split('.')[0];
}

class Refused extends Error {
  constructor(readonly status: number) {
    super(`HTTP ${status}`);
  }
}

/** The answer; where the tile has another version in the same line of plans by now, that one. */
async function answer(address: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(address, { signal });
  if (response.status === GONE) {
    const { address: present } = (await response.json()) as { address?: unknown };
    if (typeof present === 'string' && lineOf(present) === lineOf(address)) return answer(present, signal);
  }
  if (!response.ok) throw new Refused(response.status);
  return response;
}

async function body(address: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const { body: stream } = await answer(address, signal);
  if (!stream) throw new Refused(0);
  return stream;
}

async function bytes(address: string, signal: AbortSignal): Promise<ArrayBuffer> {
  return (await answer(address, signal)).arrayBuffer();
}
