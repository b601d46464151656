// The areas of a view drawn as shapes, for pictures that stay sharp at any size.
import type { Bounds, UnitFeature } from '../client/types';
import { MOST_UNITS, expectedUnits } from '../model/levels';
import { traceArea, type Frame } from './canvasOverlay';
import type { GroundLook } from './ground';
import { css } from './paint';
import type { UnitSource } from './unitLayer';

/** Whether a view holds so few areas that each can be drawn. */
export function canBeDrawn({ level, bounds }: GroundLook, view: Bounds): boolean {
  return bounds !== null && expectedUnits(level, bounds, view) <= MOST_UNITS;
}

/** Draws areas with their colours, and over them the borders of each level, the coarsest last. */
export async function drawAreas(frame: Frame, look: GroundLook, view: Bounds, source: UnitSource, signal: AbortSignal): Promise<void> {
  const { context } = frame;
  context.lineJoin = 'round';
  for (const { level, colour, width } of [...look.borders].reverse()) {
    const isShown = level === look.level.name;
    if (!isShown && width === 0) continue;
    const { features } = await source(level, view, MOST_UNITS, signal);
    if (isShown) features.forEach((feature) => fillArea(frame, feature, look));
    if (width === 0) continue;
    [context.strokeStyle, context.lineWidth] = [css(colour), width / (window.devicePixelRatio >= 1.5 ? 2 : 1)];
    for (const { geometry } of features) {
      traceArea(frame, geometry);
      context.stroke();
    }
  }
}

function fillArea(frame: Frame, { geometry, properties }: UnitFeature, look: GroundLook): void {
  const { fill = true, fillColor, fillOpacity = 1 } = look.paint(properties.code);
  if (!fill || fillColor === undefined) return;
  traceArea(frame, geometry);
  frame.context.globalAlpha = fillOpacity;
  frame.context.fillStyle = fillColor;
  frame.context.fill('evenodd');
  frame.context.globalAlpha = 1;
}
