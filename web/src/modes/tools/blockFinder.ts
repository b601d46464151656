// The blocks of the view: what streets divide the units into, as the server says.
import { isAbort } from '../../client/http';
import { linesNear } from '../../model/redrawForm';
import type { Block } from './groundChoice';
import type { Bench } from './tool';

/** Blocks are looked for in so many units at most. */
const MOST_UNITS = 200;

export class BlockFinder {
  /** Those of units that streets divide; the others have none. */
  blocks: readonly Block[] = [];
  private looking: AbortController | null = null;

  /** @param found told when there are other blocks, or none */
  constructor(
    private readonly bench: Bench,
    private readonly found: () => void,
  ) {}

  close(): void {
    this.looking?.abort();
  }

  /** Looks for those of the units in view, where streets are known. */
  async find(): Promise<void> {
    this.looking?.abort();
    this.blocks = [];
    const { desk } = this.bench;
    const view = desk.map.bounds();
    const units = desk.units.units.filter(
      ({ bounds }) => bounds[0] <= view[2] && view[0] <= bounds[2] && bounds[1] <= view[3] && view[1] <= bounds[3],
    );
    const near = linesNear(
      this.bench.streets(),
      units.map(({ bounds }) => bounds),
    ).map((line) => [...line]);
    if (near.length === 0 || units.length > MOST_UNITS) {
      this.found();
      return;
    }
    const looking = (this.looking = new AbortController());
    try {
      const found = await this.bench.blocks(
        units.map(({ feature }) => feature.properties.code),
        { type: 'MultiLineString', coordinates: near },
        looking.signal,
      );
      if (looking.signal.aborted) return;
      const all = found.features.map(({ properties: { unit, at }, geometry }) => ({ id: `${unit} ${at.join(' ')}`, unit, at, geometry }));
      this.blocks = all.filter(({ id, unit }) => all.some((other) => other.unit === unit && other.id !== id));
      this.found();
    } catch (error) {
      if (!isAbort(error)) desk.fail(error);
    }
  }
}
