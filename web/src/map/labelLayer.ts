// Names of the areas, as many as fit without touching.
import { labelSpot, type LabelSpot } from '../model/shapes';
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
import { CanvasOverlay, type Frame } from './canvasOverlay';
import { COLOURS } from './colours';
import type { DrawnUnit } from './unitLayer';

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

const NOBODY: ReadonlySet<string> = new Set();

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

  /**
   * @param nameOf the unit's name in the reader's language
   * @param discs what stands in the way of names, in pixels of the frame
   * @param pane where the names are drawn
   * @param briefly a shorter name of a unit of the level above; null for none
   */
  constructor(
    private readonly nameOf: (unit: DrawnUnit) => string,
    private readonly discs: (frame: Frame) => readonly Disc[],
    pane = 'labels',
    private readonly briefly: (unit: DrawnUnit) => string | null = () => null,
  ) {
    super(pane);
  }

  /** @param parents the areas of the level above, named instead where most units are too small for a name */
  setUnits(units: readonly DrawnUnit[], parents: readonly DrawnUnit[]): void {
    const shared = sharedNames(units.map(this.nameOf));
    const parentNames = new Map(parents.map((unit) => [unit.feature.properties.code, this.nameOf(unit)]));
    this.shared = shared.size > 0;
    this.labelled = this.label(units, FONT, (unit, name) => {
      const parent = parentNames.get(unit.feature.properties.parent ?? '');
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
    const above = this.shared ? placeLabels(this.wishes(this.parents, frame, NOBODY, OVERHANG), LINE, discs) : [];
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
    if (this.parents.length > 0 && placeLabels(telling, LINE, around).length < telling.length * (this.shared ? ENOUGH_BESIDE : ENOUGH)) {
      write(context, STRONG, placeLabels(this.wishes(this.parents, frame, NOBODY, OVERHANG), LINE, discs));
      return;
    }
    write(context, STRONG, above);
    write(context, FONT, placeLabels(wishes, LINE, [...discs, ...around]));
  }

  private label(units: readonly DrawnUnit[], font: string, within: (unit: DrawnUnit, name: string) => string[][]): Labelled[] {
    if (this.ruler) this.ruler.font = font;
    return units.flatMap((unit) => {
      const spot = labelSpot(unit.feature.geometry);
      if (!spot) return [];
      const { code, parent } = unit.feature.properties;
      const name = this.nameOf(unit);
      const alone = name === code ? [[code], [shortCode(code, parent)]] : [[name]];
      const texts = name === code ? alone : within(unit, name);
      return [
        { ...spot, code, parent, alone: alone.map((lines) => this.measured(lines)), within: texts.map((lines) => this.measured(lines)) },
      ];
    });
  }

  private measured(lines: readonly string[]): LabelText {
    return { lines, width: Math.max(...lines.map((line) => this.ruler?.measureText(line).width ?? line.length * 7)) };
  }

  /** @param named codes of the units that are named beside; null where it does not matter */
  private wishes(
    labelled: readonly Labelled[],
    { width, height, zoom, left, top }: Frame,
    named: ReadonlySet<string> | null = null,
    stretch = 1,
  ): LabelWish[] {
    const world = 256 * 2 ** zoom;
    return labelled.flatMap(({ x, y, width: degrees, code, parent, alone, within }) => {
      const sine = Math.sin((y * Math.PI) / 180);
      const px = (x / 360 + 0.5) * world - left;
      const py = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world - top;
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
