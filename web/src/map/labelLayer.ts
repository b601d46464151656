// Names of the areas, as many as fit without touching.
import { labelSpot, type LabelSpot } from '../model/shapes';
import { placeLabels, shortCode, type Disc, type LabelWish } from '../model/labels';
import { CanvasOverlay, type Frame } from './canvasOverlay';
import { COLOURS } from './colours';
import type { DrawnUnit } from './unitLayer';

const FONT = '500 12px system-ui, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const LINE = 14;
/** Names are shown where at least this part of the units in view gets one: a few stray names say little. */
const ENOUGH = 0.7;

interface Labelled extends LabelSpot {
  texts: { text: string; width: number }[];
}

export class LabelLayer extends CanvasOverlay {
  private labelled: Labelled[] = [];
  private parents: Labelled[] = [];
  private readonly ruler = document.createElement('canvas').getContext('2d');

  /**
   * @param nameOf the unit's name in the reader's language
   * @param discs what stands in the way of names, in pixels of the frame
   * @param pane where the names are drawn
   */
  constructor(
    private readonly nameOf: (unit: DrawnUnit) => string,
    private readonly discs: (frame: Frame) => readonly Disc[],
    pane = 'labels',
  ) {
    super(pane);
  }

  /** @param parents the areas of the level above, named instead where most units are too small for a name */
  setUnits(units: readonly DrawnUnit[], parents: readonly DrawnUnit[]): void {
    this.labelled = this.label(units);
    this.parents = this.label(parents);
    this.redraw();
  }

  protected draw(frame: Frame): void {
    const { context } = frame;
    const wishes = this.wishes(this.labelled, frame);
    const discs = this.discs(frame);
    let placed = placeLabels(wishes, LINE, discs);
    if (this.parents.length > 0 && placeLabels(wishes, LINE).length < wishes.length * ENOUGH) {
      placed = placeLabels(this.wishes(this.parents, frame), LINE, discs);
    }
    context.font = FONT;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 3.5;
    context.strokeStyle = 'rgba(255, 255, 255, 0.92)';
    context.fillStyle = COLOURS.label;
    for (const { x, y, text } of placed) {
      context.strokeText(text, x, y);
      context.fillText(text, x, y);
    }
  }

  private label(units: readonly DrawnUnit[]): Labelled[] {
    return units.flatMap((unit) => {
      const spot = labelSpot(unit.feature.geometry);
      return spot ? [{ ...spot, texts: this.textsOf(unit) }] : [];
    });
  }

  private wishes(labelled: readonly Labelled[], { width, height, zoom, left, top }: Frame): LabelWish[] {
    const world = 256 * 2 ** zoom;
    return labelled.flatMap(({ x, y, width: degrees, texts }) => {
      const sine = Math.sin((y * Math.PI) / 180);
      const px = (x / 360 + 0.5) * world - left;
      const py = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world - top;
      const seen = px > 0 && py > 0 && px < width && py < height;
      return seen ? [{ x: px, y: py, room: (degrees / 360) * world - 6, texts }] : [];
    });
  }

  private textsOf(unit: DrawnUnit): { text: string; width: number }[] {
    const { code, parent } = unit.feature.properties;
    const texts = new Set([this.nameOf(unit), code, shortCode(code, parent)]);
    if (this.nameOf(unit) !== code) texts.delete(code);
    if (this.ruler) this.ruler.font = FONT;
    return [...texts].map((text) => ({ text, width: this.ruler?.measureText(text).width ?? text.length * 7 }));
  }
}
