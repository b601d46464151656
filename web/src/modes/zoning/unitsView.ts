// The areas of the level shown, with a filter: the list way to everything that a click on the map does.
import { isAbort } from '../../client/http';
import type { UnitRow } from '../../client/types';
import { wantedLevel } from '../../model/levels';
import { debounce, fill, h } from '../../ui/dom';
import type { Desk } from '../../ui/desk';
import { rovingList, type RovingList } from '../../ui/list';
import { emptyState, failure, inputField, skeleton } from '../../ui/parts';
import { messageOf } from '../mode';

const PAGE = 200;

export class UnitsView {
  readonly element = h('div', { class: 'stack' });
  private readonly result = h('div', { class: 'stack' });
  private readonly input: HTMLInputElement;
  private readonly list: RovingList<UnitRow>;
  private loading: AbortController | null = null;
  private limit = PAGE;

  constructor(private readonly desk: Desk) {
    const { i18n, store } = desk;
    this.input = h('input', { type: 'search', autocomplete: 'off', spellcheck: 'false', 'data-testid': 'unit-filter' });
    const soon = debounce(200, () => {
      this.limit = PAGE;
      void this.load();
    });
    this.input.addEventListener('input', soon);
    this.list = rovingList<UnitRow>({
      label: i18n.t('tab.units'),
      testId: 'units',
      keyOf: ({ code }) => code,
      render: (unit) => this.render(unit),
      pick: (unit) => {
        store.set({ unit: { level: this.level(), code: unit.code } });
        if (unit.bounds) desk.map.fit(unit.bounds);
      },
      point: (unit) => desk.ground.mark('hover', unit?.code ?? null, unit?.bounds),
    });
    fill(this.element, inputField(i18n.t('units.filter'), this.input), this.result);
    fill(this.result, skeleton(i18n, 'app.loading', 6));
    void this.load();
  }

  mark(code: string | null): void {
    this.list.mark(code);
  }

  close(): void {
    this.loading?.abort();
    this.desk.ground.mark('hover', null);
  }

  private level(): string {
    return wantedLevel(this.desk.theme().levels, this.desk.store.get().level)?.name ?? '';
  }

  private async load(): Promise<void> {
    const { api, i18n, store } = this.desk;
    this.loading?.abort();
    const loading = (this.loading = new AbortController());
    const scope = { theme: this.desk.theme().id, level: this.level(), at: store.get().at };
    try {
      const found = await api.units(scope, { q: this.input.value.trim(), limit: this.limit }, loading.signal);
      if (loading.signal.aborted) return;
      this.list.show(found.units);
      this.list.mark(store.get().unit?.code ?? null);
      const more = (): void => {
        this.limit += PAGE;
        void this.load();
      };
      const left = found.total - found.units.length;
      fill(
        this.result,
        h('p', { class: 'quiet', role: 'status' }, i18n.t('units.shown', { shown: found.units.length, total: found.total })),
        found.units.length > 0 ? this.list.element : emptyState(i18n.t('units.none')),
        left > 0 ? h('button', { type: 'button', class: 'button', onclick: more }, i18n.t('list.more', { n: Math.min(PAGE, left) })) : null,
      );
    } catch (error) {
      if (!isAbort(error))
        fill(
          this.result,
          failure(i18n, messageOf(error), () => void this.load()),
        );
    }
  }

  private render(unit: UnitRow): Node[] {
    const name = this.desk.i18n.nameOf(unit);
    return [
      h('span', { class: 'entry-title' }, this.desk.i18n.nameWithin(unit, unit.within)),
      ...(name === unit.code ? [] : [h('span', { class: 'code quiet' }, unit.code)]),
    ];
  }
}
