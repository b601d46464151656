// A sheet with the map's picture and what a reader needs beside it: title, legend, scale, north, date, and whose it is.
import type { Legend } from './legend';

export interface SheetWords {
  readonly title: string;
  /** Lines below the title: the plan, its date. */
  readonly about: readonly string[];
  readonly legend: string;
  /** At the foot. */
  readonly source: string;
  readonly north: string;
}

/** How far the scale bar reaches. */
export interface ScaleBar {
  readonly pixels: number;
  readonly text: string;
}

const MARGIN = 24;
const COLUMN = 250;
const HEAD = 76;
const FOOT = 34;
const INK = '#18222b';
const QUIET = '#4c5963';
const FAINT = 'rgba(24, 34, 43, 0.2)';
const FAMILY = 'system-ui, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** How large a picture or a sheet is, in pixels of the screen. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large the sheet of a picture is. */
export function sheetSize({ width, height }: Size): Size {
  return { width: width + COLUMN + 3 * MARGIN, height: height + HEAD + FOOT + MARGIN };
}

/**
 * Draws a sheet into a context whose unit is a pixel of the screen.
 *
 * @param picture how large it is
 * @param draw draws the picture, its top left corner at the origin
 */
export async function drawSheet(
  context: CanvasRenderingContext2D,
  picture: Size,
  draw: () => Promise<void>,
  legend: Legend,
  bar: ScaleBar,
  words: SheetWords,
): Promise<void> {
  const { width, height } = picture;
  const sheet = sheetSize(picture);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.save();
  context.translate(MARGIN, HEAD);
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  await draw();
  context.restore();
  context.textBaseline = 'top';
  text(context, words.title, MARGIN, 18, `600 22px ${FAMILY}`, INK, width + COLUMN);
  words.about.forEach((line, i) => text(context, line, MARGIN, 48 + 16 * i, `13px ${FAMILY}`, QUIET, width + COLUMN));
  context.strokeStyle = '#b8c1c8';
  context.lineWidth = 1;
  context.strokeRect(MARGIN + 0.5, HEAD + 0.5, width - 1, height - 1);
  const left = width + 2 * MARGIN;
  text(context, words.legend, left, HEAD, `600 14px ${FAMILY}`, INK, COLUMN);
  const end = legendRows(context, legend, left, HEAD + 28);
  scaleBar(context, bar, left, Math.max(end + 20, HEAD + height - 30));
  northArrow(context, words.north, left + COLUMN - 24, HEAD + height - 52);
  text(context, words.source, MARGIN, HEAD + height + 12, `12px ${FAMILY}`, QUIET, width + COLUMN);
}

/** Rows as the legend on the page has them, with the same swatches. @returns where they end */
function legendRows(context: CanvasRenderingContext2D, legend: Legend, left: number, top: number): number {
  let y = top;
  for (const { swatch, words, heading } of legend.told()) {
    if (swatch) drawSwatch(context, getComputedStyle(swatch), left, y);
    const lines = wrapped(context, words, swatch ? COLUMN - 34 : COLUMN, heading ? `600 13px ${FAMILY}` : `13px ${FAMILY}`);
    lines.forEach((line, i) => text(context, line, swatch ? left + 34 : left, y + 17 * i, context.font, heading ? INK : QUIET, COLUMN));
    y += 17 * lines.length + 7;
  }
  return y;
}

function drawSwatch(context: CanvasRenderingContext2D, style: CSSStyleDeclaration, left: number, top: number): void {
  const border = Number.parseFloat(style.borderTopWidth) || 0;
  const height = Number.parseFloat(style.height) || 0;
  const [width, y] = [Number.parseFloat(style.width) || 24, top + Math.max(0, (15 - height - border) / 2)];
  context.beginPath();
  context.roundRect(left, y, width, Math.max(height, border), Number.parseFloat(style.borderTopLeftRadius) || 0);
  context.fillStyle = style.backgroundColor;
  context.fill();
  if (border === 0) {
    context.strokeStyle = FAINT;
    context.lineWidth = 1;
    context.stroke();
  } else {
    context.strokeStyle = style.borderTopColor;
    context.lineWidth = border;
    if (height > border) context.stroke();
    else context.strokeRect(left, y, width, 0);
  }
}

function scaleBar(context: CanvasRenderingContext2D, { pixels, text: words }: ScaleBar, left: number, top: number): void {
  context.strokeStyle = INK;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(left, top + 16);
  context.lineTo(left, top + 24);
  context.lineTo(left + pixels, top + 24);
  context.lineTo(left + pixels, top + 16);
  context.stroke();
  text(context, words, left + 6, top + 4, `12px ${FAMILY}`, INK, COLUMN);
}

function northArrow(context: CanvasRenderingContext2D, north: string, middle: number, top: number): void {
  context.fillStyle = INK;
  context.beginPath();
  context.moveTo(middle, top);
  context.lineTo(middle + 8, top + 26);
  context.lineTo(middle, top + 20);
  context.lineTo(middle - 8, top + 26);
  context.fill();
  context.textAlign = 'center';
  text(context, north, middle, top + 32, `600 13px ${FAMILY}`, INK, 40);
  context.textAlign = 'start';
}

function text(context: CanvasRenderingContext2D, words: string, x: number, y: number, font: string, colour: string, width: number): void {
  context.font = font;
  context.fillStyle = colour;
  context.fillText(words, x, y, width);
}

/** Words in lines that fit; Chinese breaks anywhere. */
function wrapped(context: CanvasRenderingContext2D, words: string, width: number, font: string): string[] {
  context.font = font;
  const lines: string[] = [];
  let line = '';
  for (const part of words.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? []) {
    if (line !== '' && context.measureText(line + part.trimEnd()).width > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return [...lines, line.trimEnd()];
}
