// The areas of a plan, however many: painted from tiles of owners, coloured by one look in a table for each pixel.
import { isAbort, ProblemError } from '../client/http';
import type { TilesApi, TilesOf } from '../client/tiles';
import type { Bounds, Level, Theme } from '../client/types';
import { wantedLevel } from '../model/levels';
import { toWorld, type WorldPlace } from '../model/mercator';
import { chainOf, type UnitFacts, type UnitTable } from '../model/unitTable';
import type { Border } from '../tiles/messages';
import { isIn } from '../tiles/owners';
import type { Frame } from './canvasOverlay';
import type { CityMap } from './cityMap';
import { GroundMark, type MarkKind } from './groundMarks';
import { GroundTiles } from './groundTiles';
import { bordersOf, namedLevels, type LookScale } from './look';
import { rgba, type Paint } from './paint';
import { readTable } from './readTable';
import { Studio } from './studio';

export interface GroundEvents {
  /** Areas are on the map, or others than before: within some boxes, or anywhere where null. */
  drawn(boxes: readonly Bounds[] | null): void;
  /** All of the view is painted. */
  painted(): void;
  busy(is: boolean): void;
  /** How many tiles are waited for. */
  underWay: (count: number) => void;
  /** The server is out of reach. */
  away(): void;
  /** The plan shown is not the one in force any more. */
  outdated(): void;
  failed(error: unknown): void;
}

export interface GroundRequest {
  readonly theme: Theme;
  /** The wanted level; the finest where null. */
  readonly level: string | null;
  readonly of: TilesOf;
}

export interface GroundLook {
  readonly level: Level;
  /** Coarse to fine, down to the level shown. */
  readonly borders: readonly Border[];
  /** Of all areas; null where that is not known. */
  readonly bounds: Bounds | null;
  readonly paint: (code: string) => Paint;
}

/** Changes of a draft that are not known of further back than this are asked for once more. */
const NO_CHANGES = 0;
/** The answer where tiles of another plan were asked for. */
const GONE = 410;

export class Ground {
  shown: Level | null = null;
  /** What is known of the units of the level shown; null until all of it is there. */
  table: UnitTable | null = null;
  readonly studio: Studio;
  private request: GroundRequest | null = null;
  private tiles: GroundTiles | null = null;
  /** Shown until the tiles that take their place are there. */
  private readonly outdated: GroundTiles[] = [];
  private readonly marks: Readonly<Record<MarkKind, GroundMark>>;
  private readonly chosen = new Map<MarkKind, { code: string; place: WorldPlace | null }>();
  private paintOf: (unit: UnitFacts) => Paint = () => ({});
  private loading = new AbortController();
  private version = NO_CHANGES;
  private bordersOf = -1;
  /** What was counted in the tiles that are there; null where others have come since. */
  private counted: { unseen: number | null } | null = null;
  private outlined = true;
  private dressing = 0;
  /** The table whose units' ancestors the painter knows, up to this number; null for none. */
  private told: UnitTable | null = null;
  private toldLast = 0;

  constructor(
    private readonly map: CityMap,
    private readonly api: TilesApi,
    private readonly events: GroundEvents,
  ) {
    this.studio = new Studio(events.underWay);
    const ground = { tiles: () => this.tiles?.present() ?? [], zoom: () => this.tiles?.zoom() ?? 0 };
    const mark = (kind: MarkKind): GroundMark => new GroundMark(ground, kind).addTo(map.leaflet);
    this.marks = { owner: mark('owner'), selected: mark('selected'), hover: mark('hover') };
  }

  /** Shows another theme, level, date or draft. What is shown stays until the other is there. */
  ask(request: GroundRequest): void {
    this.request = request;
    void this.load();
  }

  /**
   * Takes over what an edit changed: units by name at once, their ground as soon as its tiles come.
   *
   * @param boxes where ground has changed for certain: its tiles are asked for before it is known where else
   */
  async patch(units: readonly UnitFacts[], boxes: readonly Bounds[] = []): Promise<void> {
    const { request, shown, table, tiles } = this;
    if (!request || !shown || !table || !tiles) return;
    const { signal } = this.loading;
    const begun = tiles.renew(boxes);
    try {
      const [changes, ...more] = await Promise.all([
        this.api.changes(request.of, shown.name, this.version, signal),
        ...chainOf(table).map(({ level, last }) => this.api.table(request.of, level, last + 1, signal)),
      ]);
      if (changes.all) {
        await this.load();
        return;
      }
      chainOf(table).forEach((each, i) => {
        if (more[i]) each.take(more[i]);
        each.patch(units);
      });
      this.told = null;
      this.version = changes.version;
      tiles.renew(changes.boxes, begun);
      this.events.drawn(changes.boxes);
    } catch (error) {
      if (!isAbort(error)) this.events.failed(error);
    }
  }

  restyle(paintOf: (unit: UnitFacts) => Paint): void {
    this.paintOf = paintOf;
    cancelAnimationFrame(this.dressing);
    this.dressing = requestAnimationFrame(() => void this.dress());
  }

  showOutlines(is: boolean): void {
    this.outlined = is;
    void this.studio.dress({ borders: this.newBorders() });
  }

  /** The view has come to rest at another place or zoom. */
  moved(): void {
    // The tiles of another zoom are still to come; those of the one before are on their way out.
    if (this.table && this.bordersOf !== this.tiles?.zoom()) void this.studio.dress({ borders: this.newBorders() }, false);
  }

  /** The area at a place, in degrees; null for none. For pointing only: whose a place is, the server decides. */
  at(lon: number, lat: number): UnitFacts | null {
    const number = this.tiles?.at(lon, lat) ?? 0;
    return number === 0 ? null : (this.table?.of(number) ?? null);
  }

  /** The area of a code, of the level shown; null where there is none. */
  find(code: string): UnitFacts | null {
    return this.table?.find(code) ?? null;
  }

  parentOf(unit: UnitFacts): UnitFacts | null {
    return this.table?.parentOf(unit) ?? null;
  }

  /**
   * Makes an area of the level shown stand out; null for none.
   *
   * @param near the bounds of the area, or a place in it: there is a ring where the area is too small to be seen. Where
   *   nothing is said, what was said of the same area before holds
   */
  mark(kind: MarkKind, code: string | null, near: Bounds | null = null): void {
    const before = this.chosen.get(kind);
    const known = before?.code === code ? before.place : null;
    const place = near ? middleOf(near) : known;
    if (code === null) this.chosen.delete(kind);
    else this.chosen.set(kind, { code, place });
    this.marks[kind].show(code === null ? 0 : (this.table?.number(code) ?? 0), place);
  }

  /** How the areas look now, for pictures that draw them in their own way; null where nothing is shown. */
  get look(): GroundLook | null {
    const { request, shown, table } = this;
    if (!request || !shown || !table) return null;
    const paint = (code: string): Paint => {
      const unit = table.of(table.number(code));
      return unit ? this.paintOf(unit) : { fill: false };
    };
    return { level: shown, borders: this.borders(), bounds: request.theme.bounds, paint };
  }

  /** The borders that can be seen in the view, coarse to fine. */
  bordered(): readonly Border[] {
    const seen = this.tiles?.present().reduce((bits, { bordered }) => bits | bordered, 0) ?? 0;
    return this.borders().filter((_, depth) => ((seen >>> depth) & 1) === 1);
  }

  /** Whether some ground in view is claimed by several areas. */
  contested(): boolean {
    return this.tiles?.present().some(({ ground }) => ground?.contested) ?? false;
  }

  /** How many areas have no pixel in a view of the whole city; null in other views, and where that is not known yet. */
  unseen(): number | null {
    return (this.counted ??= { unseen: this.countUnseen() }).unseen;
  }

  private countUnseen(): number | null {
    const { request, table, tiles } = this;
    const bounds = request?.theme.bounds;
    const [west, south, east, north] = this.map.bounds();
    if (!bounds || !table || !tiles?.complete() || bounds[0] < west || bounds[1] < south || bounds[2] > east || bounds[3] > north)
      return null;
    const seen = new Uint32Array((table.last >>> 5) + 1);
    for (const { ground } of tiles.present()) ground?.present.forEach((bits, i) => (seen[i] = (seen[i] ?? 0) | bits));
    let unseen = 0;
    for (let number = 1; number <= table.last; number++) {
      if (!isIn(seen, number) && table.of(number)) unseen++;
    }
    return unseen;
  }

  /** Paints the areas of a view, with as many pixels for one of the frame as are wished. Settles once all are there. */
  async paintInto(frame: Frame, fineness: number): Promise<void> {
    await this.tiles?.paintInto(frame, fineness);
  }

  close(): void {
    this.loading.abort();
    cancelAnimationFrame(this.dressing);
    for (const layer of [this.tiles, ...this.outdated, ...Object.values(this.marks)]) layer?.remove();
    this.studio.close();
  }

  private async load(): Promise<void> {
    const request = this.request;
    const level = request && wantedLevel(request.theme.levels, request.level);
    if (!request || !level) return;
    this.loading.abort();
    const loading = (this.loading = new AbortController());
    const { signal } = loading;
    this.events.busy(true);
    try {
      const tiles = this.lay(request, level, signal);
      const [table, { version }] = await Promise.all([
        readTable(this.api, request.of, request.theme.levels, level, signal),
        request.of.draft === null ? { version: NO_CHANGES } : this.api.changes(request.of, level.name, NO_CHANGES, signal),
      ]);
      if (signal.aborted) return;
      [this.table, this.version] = [table, version];
      this.shown = level;
      this.tiles?.freeze();
      if (this.tiles) this.outdated.push(this.tiles);
      this.tiles = tiles.layer;
      this.events.drawn(null);
      await tiles.settled;
      await this.dress();
      if (this.loading !== loading) return;
      for (const layer of this.outdated.splice(0)) layer.remove();
      this.events.painted();
      for (const [kind, { code, place }] of this.chosen) this.marks[kind].show(table.number(code), place);
      this.renewMarks();
    } catch (error) {
      if (error instanceof ProblemError && error.status === GONE) this.events.outdated();
      else if (!isAbort(error)) this.events.failed(error);
    } finally {
      if (this.loading === loading) this.events.busy(false);
    }
  }

  /** Begins to load the tiles, under those that are shown. */
  private lay({ of }: GroundRequest, level: Level, signal: AbortSignal): { layer: GroundTiles; settled: Promise<void> } {
    let settle = (): void => {};
    const settled = new Promise<void>((resolve) => (settle = resolve));
    const layer = new GroundTiles(this.studio, this.api.owners(of, level.name), this.api.vectors(of, level.name, 'lines'), {
      came: () => this.renewMarks(),
      settled: () => {
        settle();
        this.counted = null;
        if (this.tiles === layer) this.events.painted();
      },
      failed: (status) => this.missed(status),
    });
    layer.addTo(this.map.leaflet);
    signal.addEventListener('abort', () => {
      settle();
      if (this.tiles !== layer) layer.remove();
    });
    return { layer, settled };
  }

  private renewMarks(): void {
    for (const mark of Object.values(this.marks)) mark.renew();
  }

  private missed(status: number): void {
    if (status === GONE) this.events.outdated();
    if (status === 0 || (status >= 502 && status <= 504)) this.events.away();
  }

  /** Colours the areas anew; what they are part of is told where other ones came. */
  private dress(): Promise<void> {
    const { table } = this;
    if (!table) return Promise.resolve();
    const colours = new Uint32Array(table.last + 1);
    let masked = false;
    for (let number = 1; number < colours.length; number++) {
      const unit = table.of(number);
      if (unit) masked = (colours[number] = rgba(this.paintOf(unit))) === 0 || masked;
    }
    const told = this.told === table && this.toldLast === table.last;
    [this.told, this.toldLast] = [table, table.last];
    return this.studio.dress({ colours, masked, borders: this.newBorders(), ...(told ? {} : { ancestors: table.ancestors() }) });
  }

  private borders(): Border[] {
    return this.scale ? bordersOf(this.scale, this.outlined) : [];
  }

  /** The borders for the painter, which has none of this zoom yet. */
  private newBorders(): Border[] {
    this.bordersOf = this.tiles?.zoom() ?? -1;
    return this.borders();
  }

  /**
   * The levels whose names can be read in the view: the finest whose areas are large enough, and the one above it; none
   * where there is nothing to name.
   */
  named(): Level[] {
    return this.scale ? namedLevels(this.scale) : [];
  }

  /** How large areas of the levels down to the one shown are on the screen. */
  private get scale(): LookScale | null {
    const { request, shown } = this;
    if (!request || !shown) return null;
    const levels = request.theme.levels.filter(({ depth }) => depth <= shown.depth);
    const { x, y } = this.map.leaflet.getSize();
    return { levels, pixels: x * y, bounds: request.theme.bounds, view: this.map.bounds() };
  }

  /** Where tiles of a level's names are. */
  namesOf(level: Level): string {
    return this.request ? this.api.vectors(this.request.of, level.name, 'labels') : '';
  }
}

/** The middle of a box of degrees in the map's projection. */
function middleOf([west, south, east, north]: Bounds): WorldPlace {
  return toWorld((west + east) / 2, (south + north) / 2);
}
