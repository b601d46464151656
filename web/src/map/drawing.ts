// Draws what is drawn into a canvas as an SVG document: as much of a canvas's context as this application uses.

const ANCHORS: Partial<Record<CanvasTextAlign, string>> = { center: 'middle', right: 'end', end: 'end' };
const BASELINES: Partial<Record<CanvasTextBaseline, string>> = { top: 'text-before-edge', middle: 'central', bottom: 'text-after-edge' };

interface Saved {
  readonly look: Look;
  readonly left: number;
  readonly top: number;
  /** Groups that were opened since. */
  groups: number;
}

type Look = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'strokeStyle' | 'globalAlpha' | 'lineWidth' | 'lineJoin' | 'lineCap' | 'font' | 'textAlign' | 'textBaseline'
>;

/** Coordinates are moved by `translate` alone; there is no other transformation. */
export class Drawing {
  fillStyle: string | CanvasGradient | CanvasPattern = '#000000';
  strokeStyle: string | CanvasGradient | CanvasPattern = '#000000';
  globalAlpha = 1;
  lineWidth = 1;
  lineJoin: CanvasLineJoin = 'miter';
  lineCap: CanvasLineCap = 'butt';
  font = '10px sans-serif';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  private dashes: readonly number[] = [];
  private path = '';
  private left = 0;
  private top = 0;
  private readonly saved: Saved[] = [];
  private readonly defined: string[] = [];
  private readonly parts: string[] = [];
  private readonly patterns = new Map<unknown, string>();
  private readonly measuring = document.createElement('canvas').getContext('2d');

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {}

  /** The document. */
  text(): string {
    const size = `width="${this.width}" height="${this.height}" viewBox="0 0 ${this.width} ${this.height}"`;
    const shut = '</g>'.repeat(this.saved.reduce((sum, { groups }) => sum + groups, 0));
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n<defs>${this.defined.join('')}</defs>\n${this.parts.join('\n')}${shut}\n</svg>\n`;
  }

  save(): void {
    const { fillStyle, strokeStyle, globalAlpha, lineWidth, lineJoin, lineCap, font, textAlign, textBaseline } = this;
    const look = { fillStyle, strokeStyle, globalAlpha, lineWidth, lineJoin, lineCap, font, textAlign, textBaseline };
    this.saved.push({ look, left: this.left, top: this.top, groups: 0 });
  }

  restore(): void {
    const saved = this.saved.pop();
    if (!saved) return;
    Object.assign(this, saved.look);
    [this.left, this.top] = [saved.left, saved.top];
    if (saved.groups > 0) this.parts.push('</g>'.repeat(saved.groups));
  }

  translate(x: number, y: number): void {
    this.left += x;
    this.top += y;
  }

  setLineDash(dashes: readonly number[]): void {
    this.dashes = dashes;
  }

  beginPath(): void {
    this.path = '';
  }

  moveTo(x: number, y: number): void {
    this.path += `M${this.at(x, y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `${this.path === '' ? 'M' : 'L'}${this.at(x, y)}`;
  }

  closePath(): void {
    this.path += 'Z';
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path += `M${this.at(x, y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const r = Math.min(radius, width / 2, height / 2);
    const corner = (dx: number, dy: number): string => `a${short(r)} ${short(r)} 0 0 1 ${short(dx)} ${short(dy)}`;
    const [across, down] = [width - 2 * r, height - 2 * r];
    this.path += `M${this.at(x + r, y)}h${short(across)}${corner(r, r)}v${short(down)}${corner(-r, r)}h${short(-across)}${corner(-r, -r)}v${short(-down)}${corner(r, -r)}Z`;
  }

  /** Clockwise; in two halves, because a whole circle has no other end. */
  arc(x: number, y: number, radius: number, from: number, to: number): void {
    const on = (angle: number): string => this.at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    const half = (from + to) / 2;
    const r = short(radius);
    this.path += `${this.path === '' ? 'M' : 'L'}${on(from)}A${r} ${r} 0 0 1 ${on(half)}A${r} ${r} 0 0 1 ${on(to)}`;
  }

  fill(rule?: Path2D | CanvasFillRule): void {
    this.shape(`${this.painted('fill', this.fillStyle)}${rule === 'evenodd' ? ' fill-rule="evenodd"' : ''}`);
  }

  stroke(): void {
    this.shape(`fill="none" ${this.stroked()}`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.parts.push(`<rect ${this.box(x, y, width, height)} ${this.painted('fill', this.fillStyle)}/>`);
  }

  /** As a path: a rectangle without height is a line here, and nothing in SVG. */
  strokeRect(x: number, y: number, width: number, height: number): void {
    const outline = `M${this.at(x, y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
    this.parts.push(`<path d="${outline}" fill="none" ${this.stroked()}/>`);
  }

  /** What is drawn until the context is restored is seen within the path alone. */
  clip(): void {
    const saved = this.saved.at(-1);
    if (!saved) return;
    const id = `clip${this.defined.length}`;
    this.defined.push(`<clipPath id="${id}"><path d="${this.path}"/></clipPath>`);
    this.parts.push(`<g clip-path="url(#${id})">`);
    saved.groups++;
  }

  createPattern(tile: HTMLCanvasElement): CanvasPattern {
    const id = `pattern${this.defined.length}`;
    const { width, height } = tile;
    this.defined.push(
      `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${tile.toDataURL()}"/></pattern>`,
    );
    const pattern = { setTransform: (): void => undefined };
    this.patterns.set(pattern, id);
    return pattern;
  }

  drawImage(image: HTMLCanvasElement, x: number, y: number, width = image.width, height = image.height): void {
    this.parts.push(`<image ${this.box(x, y, width, height)} preserveAspectRatio="none" href="${image.toDataURL()}"/>`);
  }

  measureText(words: string): TextMetrics {
    if (!this.measuring) throw new Error('This browser cannot paint.');
    this.measuring.font = this.font;
    return this.measuring.measureText(words);
  }

  fillText(words: string, x: number, y: number, room?: number): void {
    this.words(words, x, y, this.painted('fill', this.fillStyle), room);
  }

  strokeText(words: string, x: number, y: number): void {
    this.words(words, x, y, `fill="none" ${this.stroked()}`);
  }

  private words(words: string, x: number, y: number, paint: string, room = Infinity): void {
    const width = this.measureText(words).width;
    const fitted = width > room ? ` textLength="${short(room)}" lengthAdjust="spacingAndGlyphs"` : '';
    const anchor = ANCHORS[this.textAlign];
    const baseline = BASELINES[this.textBaseline];
    const placed = `${anchor ? ` text-anchor="${anchor}"` : ''}${baseline ? ` dominant-baseline="${baseline}"` : ''}${fitted}`;
    const at = `x="${short(x + this.left)}" y="${short(y + this.top)}"`;
    this.parts.push(`<text ${at} style="font: ${escaped(this.font)}"${placed} ${paint}>${escaped(words)}</text>`);
  }

  private shape(paint: string): void {
    if (this.path !== '') this.parts.push(`<path d="${this.path}" ${paint}/>`);
  }

  private stroked(): string {
    const { lineWidth, lineJoin, lineCap, dashes } = this;
    const dashed = dashes.length > 0 ? ` stroke-dasharray="${dashes.join(' ')}"` : '';
    return `${this.painted('stroke', this.strokeStyle)} stroke-width="${short(lineWidth)}" stroke-linejoin="${lineJoin}" stroke-linecap="${lineCap}"${dashed}`;
  }

  private painted(what: 'fill' | 'stroke', style: Look['fillStyle']): string {
    const pattern = this.patterns.get(style);
    if (pattern !== undefined) return `${what}="url(#${pattern})"`;
    const [colour, opacity] = opaque(typeof style === 'string' ? style : 'none');
    const shown = opacity * this.globalAlpha;
    return `${what}="${escaped(colour)}"${shown < 1 ? ` ${what}-opacity="${short(shown)}"` : ''}`;
  }

  private box(x: number, y: number, width: number, height: number): string {
    return `x="${short(x + this.left)}" y="${short(y + this.top)}" width="${short(width)}" height="${short(height)}"`;
  }

  private at(x: number, y: number): string {
    return `${short(x + this.left)} ${short(y + this.top)}`;
  }
}

/** A colour without its opacity, which older readers of SVG do not know in a colour, and the opacity. */
function opaque(colour: string): [string, number] {
  const parts = /^rgba?\(\s*(\d+)[,\s]+(\d+)[,\s]+(\d+)(?:[,\s/]+([\d.]+)(%?))?\s*\)$/.exec(colour);
  if (!parts) return [colour, 1];
  const [, red, green, blue, opacity, percent] = parts;
  return [`rgb(${red}, ${green}, ${blue})`, opacity === undefined ? 1 : Number(opacity) / (percent ? 100 : 1)];
}

/** A hundredth of a pixel is fine enough. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
