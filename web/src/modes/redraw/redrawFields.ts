// The form of a redraw. Its values live in a store that the tool on the map shares; fields are built once for each method.
import { WEIGHTS, countable, usualWeight } from '../../model/balance';
import { REDRAW_METHODS, laysCells, linesIn, linesNear, type RedrawForm } from '../../model/redrawForm';
import { squareMetres } from '../../model/outlines';
import type { Store } from '../../model/store';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { inputField, selectField } from '../../ui/parts';
import type { Loads } from '../session/loads';
import { amount } from '../session/loadTable';

/** More lines than this are not sent. */
const MOST_STREETS = 5_000;

type Typed = 'into' | 'tolerance' | 'seed' | 'cellMetres';

export class RedrawFields {
  readonly element = h('div', { class: 'stack' });
  private readonly ground = h('div', { class: 'redraw-ground' });
  private readonly streets = h('div', { class: 'redraw-ground' });
  private readonly each = h('p', { class: 'hint', 'data-testid': 'redraw-each' });
  private readonly file: HTMLInputElement;
  private readonly inputs: Record<Typed, HTMLInputElement>;
  private built = '';
  /** Whether the planner has chosen what is balanced. */
  private weighed = false;

  constructor(
    private readonly desk: Desk,
    private readonly form: Store<RedrawForm>,
    private readonly loads: Loads,
  ) {
    this.inputs = {
      into: this.number('into', 1),
      tolerance: this.number('tolerance', 'any'),
      seed: this.number('seed', 1),
      cellMetres: this.number('cellMetres', 'any'),
    };
    this.file = h('input', {
      type: 'file',
      accept: '.geojson,.json,application/geo+json',
      class: 'visually-hidden',
      tabindex: '-1',
      'aria-label': desk.i18n.t('redraw.loadStreets'),
      'data-testid': 'redraw-file',
      onchange: () => void this.load(),
    });
  }

  close(): void {
    this.desk.marks.streets([]);
    this.desk.marks.land(null);
  }

  /** The form with only the streets that lie near the chosen areas. */
  trimmed(): RedrawForm {
    const form = this.form.get();
    const known = form.units.flatMap((code) => this.desk.units.find(code) ?? []);
    const boxes = known.map(({ bounds }) => bounds);
    return boxes.length < form.units.length ? form : { ...form, streets: linesNear(form.streets, boxes) };
  }

  draw(): void {
    if (!this.weighed) this.suggest();
    const { i18n, marks, units } = this.desk;
    const { method, streets, area } = this.form.get();
    const parents = units.parents.map(({ feature }) => feature.properties.code);
    const key = [method, ...(laysCells(method) ? parents : [])].join('|');
    if (key !== this.built) this.build();
    this.built = key;
    fill(this.ground, ...(laysCells(method) ? this.land() : this.chosen()));
    fill(this.streets, ...this.streetRow());
    fill(this.each, this.share());
    marks.streets(method === 'divide' ? streets : []);
    marks.land(laysCells(method) ? area : null);
    this.element.setAttribute('aria-label', i18n.t('redraw.title'));
  }

  private build(): void {
    const { i18n } = this.desk;
    const { method, balance, parent } = this.form.get();
    const { into, tolerance, seed, cellMetres } = this.inputs;
    const methods = REDRAW_METHODS.map((value) => ({ value, text: i18n.t(`edit.${value}`) }));
    const weights = WEIGHTS.map((value) => ({ value, text: i18n.t(`balance.${value}`) }));
    const parents = [
      { value: '', text: '–' },
      ...this.desk.units.parents.map(({ feature }) => ({ value: feature.properties.code, text: i18n.nameAndCode(feature.properties) })),
    ];
    const focused = this.element.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['testid'] : undefined;
    const cells = laysCells(method);
    fill(
      this.element,
      selectField(i18n.t('redraw.method'), methods, method, (value) => this.choose(value), { 'data-testid': 'redraw-method' }),
      this.ground,
      cells
        ? [
            inputField(i18n.t('redraw.cell'), cellMetres),
            parents.length > 1
              ? selectField(i18n.t('unit.parent'), parents, parent, (value) => this.form.set({ parent: value }), {
                  'data-testid': 'redraw-parent',
                })
              : null,
          ]
        : [
            h(
              'div',
              { class: 'pair' },
              inputField(i18n.t('redraw.into'), into),
              selectField(i18n.t('redraw.by'), weights, balance, (value) => this.weigh(value), { 'data-testid': 'redraw-by' }),
            ),
            this.each,
            h('div', { class: 'pair' }, inputField(i18n.t('redraw.tolerance'), tolerance), inputField(i18n.t('redraw.seed'), seed)),
            h('p', { class: 'hint' }, i18n.t('redraw.seedHelp')),
          ],
      method === 'divide' ? this.streets : null,
    );
    if (focused) this.element.querySelector<HTMLElement>(`[data-testid="${focused}"]`)?.focus();
  }

  /** Something that the city has, to begin with. */
  private suggest(): void {
    const loads = this.desk.units.units.slice(0, 1).map(({ feature }) => this.loads.of(feature.geometry));
    const known = countable(this.loads.means, loads);
    if (known.length === 0 || known.includes(this.form.get().balance)) return;
    this.built = '';
    this.form.set({ balance: usualWeight(known) });
  }

  private choose(value: string): void {
    const method = REDRAW_METHODS.find((one) => one === value) ?? 'divide';
    this.form.set({ method, drawing: laysCells(method) ? 'land' : 'units' });
  }

  private weigh(value: string): void {
    const balance = WEIGHTS.find((one) => one === value);
    this.weighed = true;
    if (balance) this.form.set({ balance });
  }

  /** Which areas are meant, and how to choose others. */
  private chosen(): (HTMLElement | null)[] {
    const { i18n } = this.desk;
    const { method, units } = this.form.get();
    return [
      h('span', { class: 'redraw-count', 'data-testid': 'redraw-chosen' }, i18n.t('redraw.chosen', { n: units.length })),
      units.length > 0 ? this.link('redraw.clear', () => this.form.set({ units: [] })) : null,
      h('p', { class: 'hint' }, i18n.t('redraw.chooseHelp')),
      method === 'divide' && units.length > 1 ? h('p', { class: 'hint' }, i18n.t('redraw.apart')) : null,
    ];
  }

  private land(): (HTMLElement | null)[] {
    const { i18n } = this.desk;
    const { area } = this.form.get();
    return [
      h(
        'span',
        { class: 'redraw-count', 'data-testid': 'redraw-land' },
        area ? i18n.t('redraw.land', { area: i18n.area(squareMetres(area)) }) : i18n.t('redraw.noLand'),
      ),
      area ? this.link('redraw.clear', () => this.form.set({ area: null, drawing: 'land' })) : null,
      h('p', { class: 'hint' }, i18n.t('redraw.landHelp')),
    ];
  }

  private streetRow(): (HTMLElement | null)[] {
    const { i18n } = this.desk;
    const { streets, drawing } = this.form.get();
    const draw = drawing === 'street';
    return [
      h('span', { class: 'redraw-count', 'data-testid': 'redraw-streets' }, i18n.t('redraw.streets', { n: streets.length })),
      streets.length > 0 ? this.link('redraw.clear', () => this.form.set({ streets: [] })) : null,
      h('p', { class: 'hint' }, i18n.t('redraw.streetsHelp')),
      h(
        'div',
        { class: 'button-row' },
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'aria-pressed': String(draw),
            'data-testid': 'redraw-draw-street',
            onclick: () => this.form.set({ drawing: draw ? 'units' : 'street' }),
          },
          i18n.t('redraw.drawStreet'),
        ),
        h('button', { type: 'button', class: 'button', onclick: () => this.file.click() }, i18n.t('redraw.loadStreets')),
        this.file,
      ),
    ];
  }

  private link(key: 'redraw.clear', onclick: () => void): HTMLElement {
    return h('button', { type: 'button', class: 'link', onclick }, this.desk.i18n.t(key));
  }

  /** What each grid would carry, where all of the chosen areas can be counted. */
  private share(): string | null {
    const { i18n, units, map } = this.desk;
    const { units: codes, balance, into } = this.form.get();
    const [west, south, east, north] = map.bounds();
    const seen = codes
      .flatMap((code) => units.find(code) ?? [])
      .filter(({ bounds: [w, s, e, n] }) => w >= west && s >= south && e <= east && n <= north);
    const sum = seen.reduce<number | null>((total, { feature }) => {
      const value = this.loads.of(feature.geometry)[balance];
      return total === null || value === null ? null : total + value;
    }, 0);
    if (codes.length === 0 || seen.length < codes.length || sum === null || !(Number(into) >= 1)) return null;
    return i18n.t('redraw.share', {
      total: amount(this.desk, balance, sum),
      each: amount(this.desk, balance, Math.round(sum / Number(into))),
    });
  }

  private async load(): Promise<void> {
    const file = this.file.files?.[0];
    this.file.value = '';
    if (!file) return;
    const { i18n } = this.desk;
    try {
      const lines = linesIn(await file.text());
      const streets = [...this.form.get().streets, ...lines];
      if (lines.length === 0) this.desk.tell(i18n.t('redraw.noLines', { file: file.name }));
      else if (streets.length > MOST_STREETS) this.desk.tell(i18n.t('redraw.manyLines', { n: streets.length, most: MOST_STREETS }));
      else this.form.set({ streets });
    } catch {
      this.desk.tell(i18n.t('redraw.noJson', { file: file.name }));
    }
  }

  private number(name: Typed, step: number | 'any'): HTMLInputElement {
    const input = h('input', {
      type: 'number',
      min: 0,
      step,
      inputmode: step === 'any' ? 'decimal' : 'numeric',
      'data-testid': `redraw-${name === 'cellMetres' ? 'cell' : name}`,
    });
    input.value = this.form.get()[name];
    input.addEventListener('input', () => this.form.set({ [name]: input.value }));
    return input;
  }
}
