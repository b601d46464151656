// How an area is painted, and the colour that a painter of tiles is given for it.

/** A colour as `#rrggbb`; nothing is filled where `fill` is false. */
export interface Paint {
  fillColor?: string;
  fillOpacity?: number;
  fill?: boolean;
}

const known = new Map<string, number>();

/** A colour of bytes as style sheets have it. */
export function css(colour: number): string {
  const [red, green, blue, opacity] = [0, 8, 16, 24].map((shift) => (colour >>> shift) & 255);
  return `rgba(${red}, ${green}, ${blue}, ${(opacity! / 255).toFixed(3)})`;
}

/** The colour as bytes red, green, blue and opacity of a 32-bit value, red lowest. */
export function rgba({ fillColor, fillOpacity = 1, fill = true }: Paint): number {
  if (!fill || fillColor === undefined) return 0;
  let colour = known.get(fillColor);
  if (colour === undefined) {
    const value = Number.parseInt(fillColor.slice(1), 16);
    colour = ((value >> 16) & 255) | (value & 0xff00) | ((value & 255) << 16);
    known.set(fillColor, colour);
  }
  return (colour | (Math.round(fillOpacity * 255) << 24)) >>> 0;
}
