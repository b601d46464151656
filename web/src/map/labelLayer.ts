// Names of the areas, as many as fit without touching.
import { labelSpot, type LabelSpot } from '../model/shapes';
import { placeLabels, shortCode, type LabelWish } from '../model/labels';
import { CanvasOverlay, type Frame } from './canvasOverlay';
import { COLOURS } from './colours';
import type { DrawnUnit } from './unitLayer';

const FONT = '500 12px system-ui, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const LINE = 14;

interface Labelled extends LabelSpot {
  texts: { text: string; width: number }[];
}

export class LabelLayer extends CanvasOverlay {
  private labelled: Labelled[] = [];
  private readonly ruler = document.createElement('canvas').getContext('2d');

  /** @param nameOf the unit's name in the reader's language */
  constructor(private readonly nameOf: (unit: DrawnUnit) => string) {
    super('labels');
  }

  setUnits(units: readonly DrawnUnit[]): void {
    this.labelled = units.flatMap((unit) => {
      const spot = labelSpot(unit.feature.geometry);
      return spot ? [{ ...spot, texts: this.textsOf(unit) }] : [];
    });
    this.redraw();
  }

  protected draw({ context, width, height, zoom, left, top }: Frame): void {
    const world = 256 * 2 ** zoom;
    const wishes: LabelWish[] = [];
    for (const { x, y, width: degrees, texts } of this.labelled) {
      const room = (degrees / 360) * world - 6;
      if (room < 12) continue;
      const sine = Math.sin((y * Math.PI) / 180);
      const px = (x / 360 + 0.5) * world - left;
      const py = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world - top;
      if (px > -100 && py > -20 && px < width + 100 && py < height + 20) wishes.push({ x: px, y: py, room, texts });
    }
    context.font = FONT;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 3;
    context.strokeStyle = 'rgba(255, 255, 255, 0.85)';
    context.fillStyle = COLOURS.label;
    for (const { x, y, text } of placeLabels(wishes, LINE)) {
      context.strokeText(text, x, y);
      context.fillText(text, x, y);
    }
  }

  private textsOf(unit: DrawnUnit): { text: string; width: number }[] {
    const { code, parent } = unit.feature.properties;
    const texts = new Set([this.nameOf(unit), code, shortCode(code, parent)]);
    if (this.nameOf(unit) !== code) texts.delete(code);
    if (this.ruler) this.ruler.font = FONT;
    return [...texts].map((text) => ({ text, width: this.ruler?.measureText(text).width ?? text.length * 7 }));
  }
}
