// Declared voids: ground that no area should cover, hatched and named.
import { isAbort } from '../client/http';
import type { VoidCollection, VoidFeature } from '../client/types';
import { labelSpot } from '../model/shapes';
import { Store } from '../model/store';
import { pixelOf } from '../model/mercator';
import { CanvasOverlay, traceArea, type Frame } from './canvasOverlay';
import type { CityMap } from './cityMap';
import { COLOURS } from './colours';

export type VoidSource = (signal: AbortSignal) => Promise<VoidCollection>;

const FONT = 'italic 500 12px system-ui, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
/** Distance of the hatching lines, in pixels. */
const HATCH = 8;

export interface VoidsShown {
  voids: readonly VoidFeature[];
  /** Why they could not be loaded; null where they are there. */
  error: unknown;
  loading: boolean;
}

/** All voids of what is shown are loaded at once: a city has few. */
export class VoidLayer extends CanvasOverlay {
  readonly store = new Store<VoidsShown>({ voids: [], error: null, loading: false });
  private source: VoidSource | null = null;
  private asking: AbortController | null = null;

  constructor(private readonly city: CityMap) {
    super('shapes');
  }

  show(shown: boolean): void {
    if (shown) this.addTo(this.city.leaflet);
    else this.remove();
  }

  /** Shows the voids of another plan or draft. */
  ask(source: VoidSource): void {
    this.source = source;
    void this.load();
  }

  /** Loads them again: they may be others by now. */
  async load(): Promise<void> {
    if (!this.source) return;
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    this.store.set({ loading: true });
    try {
      const { features } = await this.source(asking.signal);
      if (!asking.signal.aborted) this.store.set({ voids: features, error: null, loading: false });
    } catch (error) {
      if (!isAbort(error)) this.store.set({ error, loading: false });
    }
    this.redraw();
  }

  /** Takes over what an edit declared and dropped. */
  take(declared: readonly VoidFeature[], dropped: readonly string[]): void {
    const names = new Set([...dropped, ...declared.map(({ properties }) => properties.name)]);
    const stay = this.store.get().voids.filter(({ properties }) => !names.has(properties.name));
    this.store.set({ voids: [...stay, ...declared] });
    this.redraw();
  }

  close(): void {
    this.asking?.abort();
    this.remove();
  }

  protected draw(frame: Frame): void {
    const { context } = frame;
    const pattern = context.createPattern(hatching(), 'repeat');
    if (!pattern) return;
    pattern.setTransform(new DOMMatrix().translate(-(frame.left % HATCH), -(frame.top % HATCH)));
    for (const { geometry } of this.store.get().voids) {
      traceArea(frame, geometry);
      context.fillStyle = pattern;
      context.fill('evenodd');
      context.strokeStyle = COLOURS.void;
      context.lineWidth = 1.5;
      context.setLineDash([6, 3]);
      context.stroke();
      context.setLineDash([]);
    }
    for (const feature of this.store.get().voids) this.label(frame, feature);
  }

  private label(frame: Frame, { geometry, properties }: VoidFeature): void {
    const { context } = frame;
    const spot = labelSpot(geometry);
    if (!spot) return;
    context.font = FONT;
    const room = (spot.width / 360) * 256 * 2 ** frame.zoom;
    if (context.measureText(properties.name).width > room) return;
    const [x, y] = pixelOf(frame, spot.x, spot.y);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 3.5;
    context.strokeStyle = COLOURS.halo;
    context.strokeText(properties.name, x, y);
    context.fillStyle = COLOURS.void;
    context.fillText(properties.name, x, y);
  }
}

/** One tile of the hatching. */
function hatching(): HTMLCanvasElement {
  const tile = document.createElement('canvas');
  [tile.width, tile.height] = [HATCH, HATCH];
  const context = tile.getContext('2d');
  if (!context) return tile;
  context.strokeStyle = COLOURS.void;
  context.globalAlpha = 0.55;
  context.beginPath();
  for (const shift of [-HATCH, 0, HATCH]) {
    context.moveTo(shift - 1, HATCH + 1);
    context.lineTo(shift + HATCH + 1, -1);
  }
  context.stroke();
  return tile;
}
