// Whose the numbers in tiles of owners are: the units of a level by number, and by code.
import type { NumberColumns } from '../client/tiles';
import type { Named, Names } from '../client/types';

/** What is known of a unit without its ground. */
export interface UnitFacts extends Named {
  readonly level: string;
  readonly parent: string | null;
}

/** The units of one level. Parts may come in any order. */
export class UnitTable {
  private readonly units: (UnitFacts | undefined)[] = [];
  private readonly numbers = new Map<string, number>();
  private above: Uint32Array<ArrayBuffer> = new Uint32Array(1);

  /**
   * @param level the level's name
   * @param upper the table of the level above, which is complete; null at the coarsest
   */
  constructor(
    readonly level: string,
    readonly upper: UnitTable | null,
  ) {}

  /** Takes a part over. */
  take({ from, last, codes, names, namesIn, parents }: NumberColumns): void {
    if (last + 1 > this.above.length) {
      const above = new Uint32Array(last + 1);
      above.set(this.above);
      this.above = above;
    }
    codes.forEach((code, i) => {
      const number = from + i;
      if (code === null) return;
      const parent = parents[i] ?? 0;
      this.above[number] = parent;
      this.put(number, {
        level: this.level,
        code,
        name: names[i] ?? null,
        names: namesAt(namesIn, i),
        parent: this.upper?.of(parent)?.code ?? null,
      });
    });
  }

  /** Puts what is known of units by now in place of what was; those without a number are left out. */
  patch(units: readonly UnitFacts[]): void {
    for (const unit of units) {
      const number = this.numbers.get(unit.code);
      if (unit.level !== this.level || number === undefined) continue;
      this.put(number, unit);
      this.above[number] = unit.parent === null ? 0 : (this.upper?.number(unit.parent) ?? 0);
    }
  }

  of(number: number): UnitFacts | null {
    return this.units[number] ?? null;
  }

  /** The number of a unit; 0 where it is not known. */
  number(code: string): number {
    return this.numbers.get(code) ?? 0;
  }

  find(code: string): UnitFacts | null {
    return this.of(this.number(code));
  }

  /** The unit that a unit is part of. */
  parentOf(unit: UnitFacts): UnitFacts | null {
    return unit.parent === null ? null : (this.upper?.find(unit.parent) ?? null);
  }

  /** The largest number of the parts that have come. */
  get last(): number {
    return this.above.length - 1;
  }

  /** For each level above, coarse to fine, the number of the unit there that each unit is part of. */
  ancestors(): Uint32Array[] {
    if (!this.upper) return [];
    const higher = this.upper.ancestors().map((column) => this.above.map((number) => column[number] ?? 0));
    return [...higher, this.above.slice()];
  }

  private put(number: number, unit: UnitFacts): void {
    this.units[number] = unit;
    this.numbers.set(unit.code, number);
  }
}

function namesAt(namesIn: NumberColumns['namesIn'], i: number): Names {
  const names: Record<string, string> = {};
  for (const language in namesIn) {
    const name = namesIn[language]?.[i];
    if (name) names[language] = name;
  }
  return names;
}

/** A table with those above it, the coarsest first. */
export function chainOf(table: UnitTable): UnitTable[] {
  return table.upper ? [...chainOf(table.upper), table] : [table];
}
