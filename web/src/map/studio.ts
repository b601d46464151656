// Whom the map gives tiles to paint: a worker, or this thread where there are none that can paint.
import { SIDE, type Dress, type FromPainter, type ToPainter } from '../tiles/messages';
import { Painter } from '../tiles/painter';

/** A worker that nobody has yet. */
let ahead: Worker | null = null;

/** Begins a worker for the next studio: it takes a while to start, in which a page asks what there is. */
export function beginAhead(): void {
  ahead ??= workerThatPaints();
}

export class Studio {
  private readonly worker: Worker | null;
  private painter: Painter | null = null;
  private readonly waiting = new Map<number, (message: FromPainter) => void>();
  private readonly unanswered = new Set<number>();
  private next = 1;

  /** @param underWay told how many tiles are waited for */
  constructor(private readonly underWay: (count: number) => void) {
    this.worker = ahead ?? workerThatPaints();
    ahead = null;
    this.worker?.addEventListener('message', ({ data }: MessageEvent<FromPainter>) => this.told(data));
  }

  /** Gives a tile to paint, or names to read. @returns its number, for `drop` */
  begin(wish: (tile: number) => ToPainter, told: (message: FromPainter) => void): number {
    const tile = this.next++;
    this.waiting.set(tile, told);
    this.underWay(this.unanswered.add(tile).size);
    this.send(wish(tile));
    return tile;
  }

  /**
   * Has tiles painted so; what is not said stays as it was. Settles when they are.
   *
   * @param anew whether those that are painted already are painted again
   */
  dress(dress: Partial<Dress>, anew = true): Promise<void> {
    return new Promise((resolve) => {
      const job = this.begin(
        (tile) => ({ kind: 'dress', tile, dress, anew }),
        () => {
          this.waiting.delete(job);
          resolve();
        },
      );
    });
  }

  /** Not wanted any more. */
  drop(tile: number): void {
    if (this.waiting.delete(tile)) this.send({ kind: 'drop', tile });
    this.answered(tile);
  }

  private send(message: ToPainter): void {
    if (this.worker) this.worker.postMessage(message);
    else this.own().take(message);
  }

  close(): void {
    this.waiting.clear();
    this.unanswered.clear();
    this.underWay(0);
    this.worker?.terminate();
  }

  private told(message: FromPainter): void {
    this.answered(message.tile);
    const waiting = this.waiting.get(message.tile);
    if (waiting) waiting(message);
    else if (message.kind === 'painted') message.picture.close();
  }

  private answered(tile: number): void {
    if (this.unanswered.delete(tile)) this.underWay(this.unanswered.size);
  }

  private own(): Painter {
    if (!this.painter) {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [SIDE, SIDE];
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('This browser cannot paint.');
      this.painter = new Painter({ context, take: () => createImageBitmap(canvas) }, (message) => this.told(message));
    }
    return this.painter;
  }
}

/** The script's name stands in the page, because it carries a digest. */
function workerThatPaints(): Worker | null {
  const script = document.querySelector<HTMLElement>('script[data-tiles]')?.dataset['tiles'];
  if (!script || typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return null;
  return new Worker(script, { type: 'module' });
}
