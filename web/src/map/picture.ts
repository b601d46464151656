// The map's view as a picture, finer than the screen shows it where that is wished.
import type { CityMap } from './cityMap';
import { CanvasOverlay, type Frame } from './canvasOverlay';
import { canBeDrawn, drawAreas } from './exactGround';
import type { Ground } from './ground';
import type { UnitLayer } from './unitLayer';

/** Pixels of the picture for one of the screen. */
export type Fineness = 1 | 2 | 4;

export const FINENESSES: readonly Fineness[] = [1, 2, 4];

/** How the ground is drawn into a frame. Settles once all of it is there. */
export type DrawGround = (frame: Frame) => Promise<void>;

/** The ground as it is painted on the map, with so many pixels for one of the screen. */
export function paintedGround(ground: Ground, fineness: Fineness): DrawGround {
  return (frame) => ground.paintInto(frame, fineness);
}

/** The ground as shapes; where the view holds too many of them, as a fine picture of it. */
export function shapedGround(map: CityMap, ground: Ground, units: UnitLayer, signal: AbortSignal): DrawGround {
  const { look } = ground;
  const { source } = units;
  const view = map.bounds();
  return look && source && canBeDrawn(look, view)
    ? (frame) => drawAreas(frame, look, view, source, signal)
    : async (frame) => {
        const { context, width, height } = frame;
        const fine = document.createElement('canvas');
        const fineness: Fineness = 2;
        [fine.width, fine.height] = [width * fineness, height * fineness];
        const inner = fine.getContext('2d');
        if (!inner) throw new Error('This browser cannot paint.');
        inner.scale(fineness, fineness);
        await ground.paintInto({ ...frame, context: inner }, fineness);
        context.drawImage(fine, 0, 0, width, height);
      };
}

/** Draws the view, without what lies over the map, into a context whose unit is a pixel of the screen. */
export async function drawView(context: CanvasRenderingContext2D, map: CityMap, drawGround: DrawGround): Promise<void> {
  const { x: width, y: height } = map.leaflet.getSize();
  context.fillStyle = getComputedStyle(map.element).backgroundColor;
  context.fillRect(0, 0, width, height);
  const corner = map.leaflet.getPixelBounds().min;
  const frame = { context, width, height, zoom: map.leaflet.getZoom(), left: corner?.x ?? 0, top: corner?.y ?? 0 };
  await drawGround(frame);
  for (const drawn of overTheGround(map.element)) {
    context.save();
    const overlay = CanvasOverlay.of(drawn);
    if (overlay) overlay.drawInto(frame);
    else copy(context, drawn, map.element);
    context.restore();
  }
}

/** The canvases that lie over the ground, from below to above. */
function overTheGround(map: HTMLElement): HTMLCanvasElement[] {
  const order = (canvas: Element): number => Number(getComputedStyle(canvas.closest('.leaflet-pane') ?? canvas).zIndex) || 0;
  return [...map.querySelectorAll<HTMLCanvasElement>('.leaflet-pane:not(.leaflet-units-pane) > canvas')]
    .filter(({ width, height }) => width > 0 && height > 0)
    .sort((a, b) => order(a) - order(b));
}

function copy(context: CanvasRenderingContext2D, canvas: HTMLCanvasElement, map: HTMLElement): void {
  const box = map.getBoundingClientRect();
  const { left, top, width, height } = canvas.getBoundingClientRect();
  context.drawImage(canvas, left - box.left, top - box.top, width, height);
}
