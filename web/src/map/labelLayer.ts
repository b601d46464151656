// Names of the areas, as many as fit without touching.
import type { LabelSpot } from '../model/shapes';
import {
  boxAround,
  placeLabels,
  sharedNames,
  shortCode,
  type Disc,
  type LabelText,
  type LabelWish,
  type PlacedLabel,
} from '../model/labels';
import { pixelOf, worldWidth } from '../model/mercator';
import { CanvasOverlay, type Frame } from './canvasOverlay';
import { COLOURS } from './colours';
import type { UnitFacts } from '../model/unitTable';

const FAMILY = 'system-ui, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const FONT = `500 12px ${FAMILY}`;
const STRONG = `650 13px ${FAMILY}`;
const LINE = 14;
/** Names are shown where at least this part of the units in view gets one: a few stray names say little. */
const ENOUGH = 0.7;
/** The same where the level above is named beside them, whose names need room too. */
const ENOUGH_BESIDE = 0.45;
/** A name of the level above may be wider than its unit by this factor. */
const OVERHANG = 1.6;
/** So many widths of texts are kept. */
const MOST_WIDTHS = 20_000;
const SHIFTS: readonly number[] = [-14, 14, -26, 26, -38, 38];

const NOBODY: ReadonlySet<string> = new Set();

/** A unit and where its name is written. */
export interface NamedSpot {
  readonly unit: UnitFacts;
  readonly spot: LabelSpot;
}

interface Labelled extends LabelSpot {
  code: string;
  parent: string | null;
  /** What it says by itself. */
  alone: LabelText[];
  /** What it says where the unit that it is part of is not named beside it. */
  within: LabelText[];
}

export class LabelLayer extends CanvasOverlay {
  private labelled: Labelled[] = [];
  private parents: Labelled[] = [];
  /** Whether some units in view have the same name, as those of different parents may. */
  private shared = false;
  private readonly ruler = document.createElement('canvas').getContext('2d');
  /** Widths of texts by font, since the same names come again with each view; measuring them takes longest. */
  private readonly widths = new Map<string, Map<string, number>>();

  /**
   * @param nameOf the unit's name in the reader's language
   * @param discs what stands in the way of names, in pixels of the frame
   * @param pane where the names are drawn
   * @param briefly a shorter name of a unit of the level above; null for none
   */
  constructor(
    private readonly nameOf: (unit: UnitFacts) => string,
    private readonly discs: (frame: Frame) => readonly Disc[],
    pane = 'labels',
    private readonly briefly: (unit: UnitFacts) => string | null = () => null,
  ) {
    super(pane);
  }

  /** @param parents the areas of the level above, named instead where most units are too small for a name */
  setUnits(units: readonly NamedSpot[], parents: readonly NamedSpot[]): void {
    const shared = sharedNames(units.map(({ unit }) => this.nameOf(unit)));
    const parentNames = new Map(parents.map(({ unit }) => [unit.code, this.nameOf(unit)]));
    this.shared = shared.size > 0;
    this.labelled = this.label(units, FONT, (unit, name) => {
      const parent = parentNames.get(unit.parent ?? '');
      return [shared.has(name) && parent !== undefined ? [name, parent] : [name]];
    });
    this.parents = this.label(parents, STRONG, (unit, name) =>
      [name, this.briefly(unit)].flatMap((text) => (text === null ? [] : [[text]])),
    );
    this.redraw();
  }

  protected draw(frame: Frame): void {
    const { context } = frame;
    const discs = this.discs(frame).map(boxAround);
    const above = placeLabels(this.wishesAbove(frame), LINE, discs);
    const named = new Set(above.map(({ key }) => key));
    const wishes = this.wishes(this.labelled, frame, named);
    const telling = this.shared
      ? this.wishes(
          this.labelled.filter(({ parent }) => named.has(parent ?? '')),
          frame,
        )
      : wishes;
    const around = above.map(({ box }) => box);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 3.5;
    context.strokeStyle = COLOURS.halo;
    context.fillStyle = COLOURS.label;
    if (
      this.parents.length > 0 &&
      placeLabels(telling, LINE, around).length < telling.length * (above.length > 0 ? ENOUGH_BESIDE : ENOUGH)
    ) {
      write(context, STRONG, placeLabels(this.wishesAbove(frame), LINE, discs));
      return;
    }
    write(context, STRONG, above);
    write(context, FONT, placeLabels(wishes, LINE, [...discs, ...around]));
  }

  /** Names of the level above may leave their units a little, and make room for what is in their way. */
  private wishesAbove(frame: Frame): LabelWish[] {
    return this.wishes(this.parents, frame, NOBODY, OVERHANG).map((wish) => ({ ...wish, shifts: SHIFTS }));
  }

  private label(units: readonly NamedSpot[], font: string, within: (unit: UnitFacts, name: string) => string[][]): Labelled[] {
    if (this.ruler) this.ruler.font = font;
    return units.map(({ unit, spot }) => {
      const { code, parent } = unit;
      const name = this.nameOf(unit);
      const alone = name === code ? [[code], [shortCode(code, parent)]] : [[name]];
      const texts = name === code ? alone : within(unit, name);
      return {
        ...spot,
        code,
        parent,
        alone: alone.map((lines) => this.measured(lines, font)),
        within: texts.map((lines) => this.measured(lines, font)),
      };
    });
  }

  private measured(lines: readonly string[], font: string): LabelText {
    let known = this.widths.get(font);
    if (!known || known.size > MOST_WIDTHS) this.widths.set(font, (known = new Map<string, number>()));
    const widths = known;
    const width = (line: string): number => {
      let found = widths.get(line);
      if (found === undefined) widths.set(line, (found = this.ruler?.measureText(line).width ?? line.length * 7));
      return found;
    };
    return { lines, width: Math.max(...lines.map(width)) };
  }

  /** @param named codes of the units that are named beside; null where it does not matter */
  private wishes(
    labelled: readonly Labelled[],
    { width, height, zoom, left, top }: Frame,
    named: ReadonlySet<string> | null = null,
    stretch = 1,
  ): LabelWish[] {
    const world = worldWidth(zoom);
    return labelled.flatMap(({ x, y, width: degrees, code, parent, alone, within }) => {
      const [px, py] = pixelOf({ zoom, left, top }, x, y);
      const seen = px > 0 && py > 0 && px < width && py < height;
      const texts = named && !named.has(parent ?? '') ? within : alone;
      return seen ? [{ key: code, x: px, y: py, room: ((degrees / 360) * world - 6) * stretch, texts }] : [];
    });
  }
}

function write(context: CanvasRenderingContext2D, font: string, placed: readonly PlacedLabel[]): void {
  context.font = font;
  for (const { x, y, lines } of placed) {
    lines.forEach((line, i) => {
      const at = y + (i - (lines.length - 1) / 2) * LINE;
      context.strokeText(line, x, at);
      context.fillText(line, x, at);
    });
  }
}
