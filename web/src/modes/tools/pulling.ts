// A corner on the move that takes those around along: the picture at once, what the server says of it soon after.
import type { Edit } from '../../client/draftTypes';
import type { Scene } from '../../map/editOverlay';
import { same, toPosition, type LatticePoint } from '../../model/lattice';
import { Pull } from '../../model/pull';
import { Asked } from './asked';
import type { Bench, Hint } from './tool';

export class Pulling {
  private readonly pull: Pull;
  private readonly asked: Asked;
  private to: LatticePoint;

  /**
   * @param radius metres along borders, more than 0
   * @param answered told when the server has said something
   */
  constructor(
    private readonly bench: Bench,
    readonly from: LatticePoint,
    private readonly radius: number,
    answered: () => void,
  ) {
    this.pull = new Pull(bench.outlines(), from, radius);
    this.asked = new Asked(bench, answered);
    this.to = from;
  }

  move(to: LatticePoint): void {
    this.to = to;
    if (!same(to, this.from)) this.asked.put(this.edit());
  }

  /** Lets go: what the server refuses already is not sent, and the reason is returned. */
  drop(): string | null {
    const { refused, pending } = this.asked;
    this.close();
    if (same(this.to, this.from)) return null;
    if (refused !== null && !pending) return refused;
    void this.bench.send(this.edit());
    return null;
  }

  close(): void {
    this.asked.clear();
  }

  scene(): Scene {
    const tone = this.asked.refused === null ? 'valid' : 'invalid';
    const shapes = [...this.pull.shapes(this.to).values()].map((geometry) => ({ geometry, tone }) as const);
    const handles = this.pull.corners(this.to).map((at) => ({ at, tone, strong: same(at, this.to) }) as const);
    return { shapes, handles };
  }

  hint(): Hint {
    const { refused } = this.asked;
    const shapes = [...this.pull.shapes(this.to)].map(([code, geometry]) => ({ code, geometry }));
    const text = refused ?? this.bench.desk.i18n.t('vertex.pulling', { n: this.pull.count });
    return { text, wrong: refused !== null, shapes };
  }

  private edit(): Edit {
    return { type: 'move-vertex', from: toPosition(this.from), to: toPosition(this.to), radiusMetres: this.radius };
  }
}
