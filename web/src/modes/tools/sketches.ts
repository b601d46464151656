// Split, reshape, transfer, add and declare: what each drawing stands for.
import type { Edit, VoidKind } from '../../client/draftTypes';
import { borderUnits, unitsUnder } from '../../model/alongLine';
import { reachOf } from '../../map/pointer';
import type { DrawnUnit } from '../../map/unitLayer';
import { judgeAdd, judgeReshape, judgeSplit, judgeTransfer, ringFault, type Judgement } from '../../model/judgement';
import { STEPS_PER_DEGREE, type LatticePoint } from '../../model/lattice';
import type { Outline } from '../../model/outlines';
import { contains } from '../../model/shapes';
import { ask } from '../../ui/dialogs';
import { fill, h } from '../../ui/dom';
import { inputField, selectField } from '../../ui/parts';
import { askVoid } from '../session/askVoid';
import { nameOf } from '../session/unitName';
import { foreseen } from './outcome';
import { snapAt } from './judging';
import { SketchTool } from './sketchTool';

/** A line ends on a border if it comes this near, in pixels. */
const BORDER_REACH = 12;

abstract class PlanSketch extends SketchTool {
  /** The unit found last: places asked for in a row mostly lie in the same one. */
  private found: { unit: DrawnUnit; among: readonly DrawnUnit[] } | null = null;

  protected codeAt = (lon: number, lat: number): string | null => {
    const { units } = this.bench.desk;
    const { found } = this;
    if (found?.among === units.units && contains(found.unit.feature.geometry, lon, lat)) return found.unit.feature.properties.code;
    const unit = units.at(lon, lat);
    this.found = unit && { unit, among: units.units };
    return unit?.feature.properties.code ?? null;
  };

  protected outline(code: string | undefined): Outline | null {
    return this.bench.outlines().find((outline) => outline.code === code) ?? null;
  }

  /** The unit that was chosen before drawing; null for none of this level. */
  protected get chosen(): string | null {
    const { unit } = this.bench.desk.store.get();
    return unit && unit.level === this.bench.desk.units.shown?.name ? unit.code : null;
  }
}

export class SplitTool extends PlanSketch {
  readonly id = 'split';
  protected readonly closed = false;

  protected start(): string {
    const { i18n } = this.bench.desk;
    return i18n.t('split.hint');
  }

  protected edit(): Edit | null {
    const line = this.line();
    const unit = unitsUnder(this.points, this.codeAt)[0];
    return line && unit ? { type: 'split', unit, line } : null;
  }

  protected judge(points: readonly LatticePoint[]): Judgement | null {
    const [first] = points;
    return first ? judgeSplit(points, this.outline(unitsUnder(points, this.codeAt)[0]), snapAt(first)) : null;
  }
}

export class ReshapeTool extends PlanSketch {
  readonly id = 'reshape';
  protected readonly closed = false;

  protected start(): string {
    return this.bench.desk.i18n.t('reshape.hint');
  }

  protected edit(): Edit | null {
    const line = this.line();
    const units = this.pair(this.points);
    return line && units ? { type: 'reshape', units, line } : null;
  }

  protected judge(points: readonly LatticePoint[]): Judgement | null {
    const [first] = points;
    if (!first) return null;
    const [unit, other] = (this.pair(points) ?? []).map((code) => this.outline(code));
    return judgeReshape(points, unit && other ? [unit, other] : null, snapAt(first));
  }

  private pair(points: readonly LatticePoint[]): [string, string] | null {
    return borderUnits(points, this.bench.outlines(), reachOf(this.bench.desk.map, BORDER_REACH), this.codeAt);
  }
}

export class TransferTool extends PlanSketch {
  readonly id = 'transfer';
  protected readonly closed = true;

  protected start(): string {
    const { i18n } = this.bench.desk;
    return this.chosen ? i18n.t('transfer.hint', { unit: nameOf(this.bench.desk, this.chosen) }) : i18n.t('transfer.choose');
  }

  protected edit(): Edit | null {
    const area = this.area();
    return area && this.chosen ? { type: 'transfer', to: this.chosen, area } : null;
  }

  protected judge(points: readonly LatticePoint[]): Judgement | null {
    const [first] = points;
    const to = this.outline(this.chosen ?? undefined);
    return first && to ? judgeTransfer(points, to, this.bench.outlines(), snapAt(first)) : null;
  }

  /** Without a receiver the first click chooses one. */
  override picked(at: LatticePoint, byKey: boolean): void {
    const { store, units } = this.bench.desk;
    const code = this.codeAt(at.x / STEPS_PER_DEGREE, at.y / STEPS_PER_DEGREE);
    if (this.chosen === null && code && units.shown) {
      store.set({ unit: { level: units.shown.name, code } });
      this.enter();
    } else {
      super.picked(at, byKey);
    }
  }

  override down(place: Parameters<SketchTool['down']>[0]): boolean {
    return this.chosen !== null && super.down(place);
  }
}

export class AddTool extends PlanSketch {
  readonly id = 'add';
  protected readonly closed = true;

  protected start(): string {
    return this.bench.desk.i18n.t('add.hint');
  }

  protected edit(): Edit | null {
    const area = this.area();
    return area ? { type: 'add-unit', area } : null;
  }

  protected judge(points: readonly LatticePoint[]): Judgement | null {
    const [first] = points;
    return first ? judgeAdd(points, this.bench.outlines(), snapAt(first)) : null;
  }

  protected override async finished(): Promise<boolean> {
    const { i18n, units } = this.bench.desk;
    const area = this.area();
    if (!area) return false;
    const code = h('input', { type: 'text', autocomplete: 'off', 'data-testid': 'add-code' });
    const name = h('input', { type: 'text', autocomplete: 'off', 'data-testid': 'add-name' });
    let parent = '';
    const parents = [
      { value: '', text: i18n.t('add.anyParent') },
      ...units.parents.map(({ feature }) => ({ value: feature.properties.code, text: i18n.nameAndCode(feature.properties) })),
    ];
    const wrong = h('p', { class: 'form-outcome form-wrong', role: 'alert' });
    const added = await ask<true>(i18n, {
      title: i18n.t('tool.add'),
      body: [
        inputField(i18n.t('unit.name'), name),
        inputField(i18n.t('unit.code'), code, i18n.t('add.codeHelp')),
        units.parents.length > 0 ? selectField(i18n.t('unit.parent'), parents, '', (value) => (parent = value)) : null,
        wrong,
      ],
      answers: [
        {
          text: i18n.t('tool.add'),
          kind: 'primary',
          testId: 'dialog-yes',
          value: async () => {
            const edit: Edit = { type: 'add-unit', area };
            if (code.value.trim()) edit.code = code.value.trim();
            if (name.value.trim()) edit.name = name.value.trim();
            if (parent) edit.parent = parent;
            const against = await this.bench.send(edit);
            fill(wrong, against);
            return against === null ? true : undefined;
          },
        },
      ],
    });
    return added === true;
  }
}

export class VoidTool extends PlanSketch {
  readonly id = 'water';
  protected readonly closed = true;

  protected start(): string {
    return this.bench.desk.i18n.t('void.hint');
  }

  protected edit(): Edit | null {
    const area = this.area();
    return area ? { type: 'declare-void', name: '?', kind: 'water', area } : null;
  }

  protected judge(points: readonly LatticePoint[]): Judgement | null {
    return ringFault(points);
  }

  protected override async finished(): Promise<boolean> {
    const area = this.area();
    const edit = this.edit();
    if (area === null || edit === null) return false;
    const { desk } = this.bench;
    const send = (about: { name: string; kind: VoidKind }): Promise<string | null> =>
      this.bench.send({ type: 'declare-void', ...about, area });
    return askVoid(desk, send, () => foreseen(this.bench, edit));
  }
}
