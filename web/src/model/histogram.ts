// Where deviations lie in a histogram whose ranges are as the server made them.

/** How many areas deviate by `from` or more, and less than `to`; null where there is no end. */
export interface Range {
  from: number | null;
  to: number | null;
  units: number;
}

export interface Bar extends Range {
  /** Of the tallest bar, 0 to 1. */
  height: number;
  /** What stands for its colour. */
  middle: number;
}

/** The ranges as bars; those without an end are as wide as the others. */
export function barsOf(ranges: readonly Range[]): Bar[] {
  const most = Math.max(1, ...ranges.map(({ units }) => units));
  const width = widthOf(ranges);
  return ranges.map((range) => ({
    ...range,
    height: range.units / most,
    middle: range.from === null ? (range.to ?? 0) - width / 2 : range.from + width / 2,
  }));
}

/** Where a deviation lies from the left edge of the bars to the right one, 0 to 1; null where there are none. */
export function placeOf(deviates: number, ranges: readonly Range[]): number | null {
  if (ranges.length === 0) return null;
  const width = widthOf(ranges);
  const [first] = ranges;
  const left = first?.from ?? (first?.to ?? 0) - width;
  return Math.min(1, Math.max(0, (deviates - left) / (width * ranges.length)));
}

function widthOf(ranges: readonly Range[]): number {
  const closed = ranges.find(({ from, to }) => from !== null && to !== null);
  return closed ? (closed.to ?? 0) - (closed.from ?? 0) : 1;
}
