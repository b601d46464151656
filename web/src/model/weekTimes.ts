// Hours and weekdays as the server reads them: numbers and ranges between commas, which may go over the end (22-5).

export interface Span {
  readonly least: number;
  readonly most: number;
}
export const HOURS: Span = { least: 0, most: 23 };
/** From Monday. */
export const WEEKDAYS: Span = { least: 1, most: 7 };

const PART = /^(\d{1,2})(?:-(\d{1,2}))?$/;

/** The numbers of a text; all of them for null, and null where it is no such text. */
export function numbersOf(text: string | null, { least, most }: Span): Set<number> | null {
  const numbers = new Set<number>();
  if (text === null) {
    for (let each = least; each <= most; each++) numbers.add(each);
    return numbers;
  }
  for (const part of text.split(',')) {
    const [, first, second] = PART.exec(part.trim()) ?? [];
    const from = Number(first);
    const to = Number(second ?? first);
    if (!(Math.min(from, to) >= least && Math.max(from, to) <= most)) return null;
    for (let each = from; ; each = each === most ? least : each + 1) {
      numbers.add(each);
      if (each === to) break;
    }
  }
  return numbers;
}

/** Numbers as a text; null for all of them, or none. */
export function textOf(numbers: ReadonlySet<number>, { least, most }: Span): string | null {
  const parts: string[] = [];
  for (let from = least; from <= most; from++) {
    if (!numbers.has(from)) continue;
    let to = from;
    while (numbers.has(to + 1)) to++;
    parts.push(from === to ? `${from}` : `${from}-${to}`);
    from = to;
  }
  return parts.length === 0 || numbers.size === most - least + 1 ? null : parts.join(',');
}

/** The text, where the server would read it as less than all. */
export function numbersText(text: string | null, span: Span): string | null {
  const numbers = numbersOf(text, span);
  return numbers && textOf(numbers, span);
}
