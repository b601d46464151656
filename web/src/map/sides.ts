// Two versions of the same ground, each in its own pane: the outlines in view, or dots where there are too many of them.
import * as L from 'leaflet';
import type { Feature, Geometry } from 'geojson';
import { isAbort } from '../client/http';
import type { Bounds, Named } from '../client/types';
import type { WorldPoints } from '../model/clusters';
import { snapBounds } from '../model/levels';
import { labelSpot } from '../model/shapes';
import { CanvasOverlay, type Frame } from './canvasOverlay';
import type { CityMap } from './cityMap';
import { COLOURS } from './colours';
import { LabelLayer, type NamedSpot } from './labelLayer';

export type Side = 'from' | 'to';
const SIDES: readonly Side[] = ['from', 'to'];
/** With more areas in view than this, thick lines would cover them. */
const MANY = 250;
const PANE = { from: 'before', to: 'after' } as const;

export type SideFeature = Feature<Geometry, { code: string; name: string | null }>;

export interface SidesInView {
  from: readonly SideFeature[];
  to: readonly SideFeature[];
  /** There are more than can be drawn. */
  truncated: boolean;
}

/** What stands for the outlines where there are too many: points, and a colour for each kind of them. */
export interface Dots {
  from: WorldPoints;
  to: WorldPoints;
  colours: readonly string[];
}

export interface SidesSource {
  inView(box: Bounds, signal: AbortSignal): Promise<SidesInView>;
  dots(signal: AbortSignal): Promise<Dots | null>;
  /** How a side's own areas look; those of the other side are dashed lines over them. */
  style(feature: SideFeature): L.PathOptions;
  nameOf(unit: Named): string;
  /** Areas that are named besides those in view, of the side that the areas underneath do not belong to. */
  besides(inView: SidesInView): readonly SideFeature[];
  /** The side that the areas underneath belong to, whose names are there already. */
  underneath: Side;
  failed(error: unknown): void;
  /** The view is drawn; where it is truncated, by dots or not at all. */
  drawn(inView: SidesInView): void;
}

export class Sides {
  private readonly layers: L.Layer[] = [];
  private readonly renderers = { from: L.canvas({ pane: PANE.from, padding: 0.25 }), to: L.canvas({ pane: PANE.to, padding: 0.25 }) };
  private readonly front = L.canvas({ pane: 'selection', padding: 0.25 });
  private readonly marked: L.Layer[] = [];
  private readonly names: LabelLayer;
  private readonly load = (): void => void this.ask();
  private readonly dotLayers: DotLayer[] = [];
  private asking: AbortController | null = null;
  private dots: Promise<Dots | null> | null = null;
  private inView: SidesInView = { from: [], to: [], truncated: false };
  private pair: { from: string | null; to: string | null } = { from: null, to: null };
  private drawnBox = '';

  constructor(
    private readonly map: CityMap,
    private readonly source: SidesSource,
  ) {
    const named = source.underneath === 'from' ? 'to' : 'from';
    this.renderers.from.addTo(map.leaflet);
    this.renderers.to.addTo(map.leaflet);
    this.names = new LabelLayer(
      (unit) => source.nameOf(unit),
      () => [],
      PANE[named],
    );
    this.names.addTo(map.leaflet);
    map.leaflet.on('moveend', this.load);
    this.load();
  }

  close(): void {
    this.asking?.abort();
    this.map.leaflet.off('moveend', this.load);
    for (const layer of [...this.layers, ...this.marked, ...this.dotLayers]) layer.remove();
    this.names.remove();
    for (const side of SIDES) this.renderers[side].remove();
    this.front.remove();
  }

  /** Makes one area of each side stand out; null for none. */
  mark(from: string | null, to: string | null): void {
    this.pair = { from, to };
    this.drawPair();
  }

  /** The areas underneath are others now. */
  rename(): void {
    const side = this.source.underneath === 'from' ? 'to' : 'from';
    const own = this.inView.truncated ? [] : this.inView[side];
    this.names.setUnits([...own, ...this.source.besides(this.inView)].flatMap(namedSpot), []);
  }

  private async ask(): Promise<void> {
    const box = snapBounds(this.map.bounds());
    if (box.join() === this.drawnBox) return;
    this.asking?.abort();
    const { signal } = (this.asking = new AbortController());
    try {
      const inView = await this.source.inView(box, signal);
      const dots = inView.truncated ? await (this.dots ??= this.source.dots(signal)) : null;
      if (signal.aborted) return;
      this.drawnBox = box.join();
      this.inView = inView;
      this.draw(dots);
    } catch (error) {
      this.dots = null;
      if (!isAbort(error)) this.source.failed(error);
    }
  }

  private draw(dots: Dots | null): void {
    for (const layer of [...this.layers.splice(0), ...this.dotLayers.splice(0)]) layer.remove();
    for (const side of SIDES) {
      if (dots) this.dotLayers.push(new DotLayer(PANE[side], dots[side], dots.colours).addTo(this.map.leaflet));
      else if (!this.inView.truncated) this.layers.push(...this.drawn(side).map((layer) => layer.addTo(this.map.leaflet)));
    }
    this.source.drawn(this.inView);
    this.rename();
    this.drawPair();
  }

  /** A side's own areas under the dashed outlines of the other. Many are drawn with thinner lines. */
  private drawn(side: Side): L.GeoJSON[] {
    const many = this.inView.from.length + this.inView.to.length > MANY;
    const of = (wanted: Side, style: (feature: SideFeature) => L.PathOptions): L.GeoJSON =>
      L.geoJSON<unknown>({ type: 'FeatureCollection', features: [...this.inView[wanted]] } as never, {
        ...({ renderer: this.renderers[side] } as object),
        pane: PANE[side],
        interactive: false,
        style: (feature) => ({ lineJoin: 'round', ...style(feature as SideFeature) }),
      });
    return [
      of(side, (feature) => ({ color: COLOURS.parentLine, weight: many ? 1 : 2, ...this.source.style(feature) })),
      of(side === 'from' ? 'to' : 'from', () => ({
        color: COLOURS.blocking,
        weight: many ? 1 : 1.5,
        dashArray: many ? '3 3' : '5 4',
        opacity: 0.85,
        fill: false,
      })),
    ];
  }

  private drawPair(): void {
    for (const layer of this.marked.splice(0)) layer.remove();
    const found = (side: Side): SideFeature | undefined => this.inView[side].find(({ properties }) => properties.code === this.pair[side]);
    const add = (feature: SideFeature | undefined, style: L.PathOptions): void => {
      if (!feature) return;
      const options = {
        ...({ renderer: this.front } as object),
        interactive: false,
        style: { fill: false, lineJoin: 'round' as const, ...style },
      };
      this.marked.push(L.geoJSON(feature, options).addTo(this.map.leaflet));
    };
    for (const side of SIDES) add(found(side), { color: COLOURS.ring, weight: 7, opacity: 0.9 });
    add(found('from'), { color: COLOURS.selected, weight: 4 });
    add(found('to'), { color: COLOURS.blocking, weight: 3, dashArray: '9 7' });
  }
}

function namedSpot({ geometry, properties }: SideFeature): NamedSpot[] {
  const spot = labelSpot(geometry);
  return spot ? [{ unit: { level: '', parent: null, ...properties }, spot }] : [];
}

/** A square for each unit, as large as there is room for. */
class DotLayer extends CanvasOverlay {
  constructor(
    pane: string,
    private readonly points: WorldPoints,
    private readonly colours: readonly string[],
  ) {
    super(pane);
  }

  protected draw({ context, width, height, zoom, left, top }: Frame): void {
    const world = 256 * 2 ** zoom;
    const { x, y, category } = this.points;
    const seen: number[] = [];
    for (let i = 0; i < x.length; i++) {
      const [px, py] = [(x[i] ?? 0) * world - left, (y[i] ?? 0) * world - top];
      if (px > 0 && py > 0 && px < width && py < height) seen.push(i);
    }
    const size = Math.max(2, Math.min(9, Math.round(Math.sqrt((width * height) / Math.max(1, seen.length)) * 0.6)));
    for (const i of seen) {
      context.fillStyle = this.colours[category[i] ?? 0] ?? COLOURS.empty;
      context.fillRect(Math.round((x[i] ?? 0) * world - left - size / 2), Math.round((y[i] ?? 0) * world - top - size / 2), size, size);
    }
  }
}
