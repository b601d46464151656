// Zoning with two versions side by side: which, and then the comparison of two plans or the crosswalk of two themes.
import type { Version } from '../../client/compareTypes';
import { isAbort } from '../../client/http';
import { wantedLevel } from '../../model/levels';
import type { Pair, State } from '../../model/state';
import type { UnitFacts } from '../../model/unitTable';
import type { Desk } from '../../ui/desk';
import { fill, h, iconButton } from '../../ui/dom';
import { emptyState, failure, selectField, skeleton } from '../../ui/parts';
import { messageOf } from '../mode';
import { ComparisonView } from './comparisonView';
import { CrosswalkView } from './crosswalkView';
import { themeChoices, unitsOf, type ThemeChoices, type VersionChoice } from './versions';

/** After so long it is said that this can take a while. */
const LONG_MS = 3000;

export class CompareWork {
  readonly element = h('div', { class: 'stack compare-work', 'data-testid': 'compare' });
  private readonly choosing = h('div', { class: 'stack compare-choices' });
  private readonly result = h('div', { class: 'stack' });
  private readonly ending = new AbortController();
  private asking: AbortController | null = null;
  private themes: readonly ThemeChoices[] = [];
  private view: ComparisonView | CrosswalkView | null = null;

  constructor(
    private readonly desk: Desk,
    left: () => void,
  ) {
    const { i18n } = desk;
    fill(
      this.element,
      h(
        'header',
        { class: 'draft-title' },
        h('h2', {}, i18n.t('compare.title')),
        iconButton('close', i18n.t('compare.leave'), left, { 'data-testid': 'compare-leave' }),
      ),
      this.choosing,
      this.result,
    );
    void this.open();
  }

  close(): void {
    this.ending.abort();
    this.asking?.abort();
    this.view?.close();
  }

  changed(state: State, before: State): void {
    if (state.compare !== before.compare || state.level !== before.level) {
      this.drawChoices();
      void this.load();
    }
  }

  /** What is compared may be different by now. */
  reload(): void {
    void this.load();
  }

  /** The areas on the map are others now. */
  drawn(): void {
    this.view?.drawn();
  }

  /** Whether an area underneath is not to be seen. */
  hides(unit: UnitFacts): boolean {
    return this.view?.hides(unit) ?? false;
  }

  private async open(): Promise<void> {
    const { i18n } = this.desk;
    fill(this.choosing, skeleton(i18n, 'app.loading', 2));
    try {
      this.themes = await themeChoices(this.desk, this.ending.signal);
      this.drawChoices();
      await this.load();
    } catch (error) {
      if (!isAbort(error))
        fill(
          this.choosing,
          failure(i18n, messageOf(error), () => void this.open()),
        );
    }
  }

  private own(): ThemeChoices | undefined {
    return this.themes.find(({ theme }) => theme.id === this.desk.theme().id);
  }

  /** The theme that the second one is of. */
  private other(pair: Pair): ThemeChoices | undefined {
    return this.themes.find(({ versions }) => versions.some(({ value }) => value === pair.to)) ?? this.own();
  }

  private drawChoices(): void {
    const { i18n, store } = this.desk;
    const { compare } = store.get();
    const own = this.own();
    const other = compare && this.other(compare);
    if (!compare || !own || !other) return;
    const focused = this.choosing.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['testid'] : undefined;
    const kind = other === own ? 'compare' : 'crosswalk';
    const field = (side: 'from' | 'to', { versions }: ThemeChoices): HTMLElement =>
      selectField(i18n.t(`${kind}.${side}`), versions, compare[side], (value) => this.choose({ ...compare, [side]: value as Version }), {
        'data-testid': `compare-${side}`,
      });
    const themes = this.themes.map(({ theme }) => ({ value: theme.id, text: i18n.half(theme.title) }));
    const levels = other.theme.levels.map(({ name }) => ({ value: name, text: i18n.term('level', name) }));
    const level = wantedLevel(other.theme.levels, compare.withLevel ?? null)?.name ?? '';
    const second = [
      themes.length > 1
        ? selectField(i18n.t('crosswalk.theme'), themes, other.theme.id, (id) => this.chooseTheme(compare, id), {
            'data-testid': 'compare-theme',
          })
        : null,
      other === own
        ? null
        : selectField(i18n.t('crosswalk.level'), levels, level, (name) => this.choose({ ...compare, withLevel: name }), {
            'data-testid': 'compare-level',
          }),
    ];
    fill(this.choosing, field('from', own), field('to', other), second.some((it) => it) ? h('div', { class: 'pair' }, ...second) : null);
    if (focused) this.choosing.querySelector<HTMLElement>(`[data-testid=${focused}]`)?.focus();
  }

  /** Of the own theme another plan than the first, of another theme the one in force. */
  private chooseTheme(pair: Pair, id: string): void {
    const chosen = this.themes.find(({ theme }) => theme.id === id);
    const another = chosen === this.own() ? chosen?.versions.find(({ value }) => value !== pair.from)?.value : chosen?.usual;
    const to = another ?? chosen?.usual;
    if (to) this.choose({ from: pair.from, to });
  }

  private choose(pair: Pair): void {
    const own = this.own();
    const shown = this.other(pair) === own ? pair.to : pair.from;
    this.desk.store.set({ compare: pair, ...own?.versions.find(({ value }) => value === shown)?.shown });
  }

  private async load(): Promise<void> {
    const { i18n, store } = this.desk;
    const { compare } = store.get();
    this.asking?.abort();
    this.view?.close();
    this.view = null;
    if (!compare) return;
    if (compare.from === compare.to) {
      fill(this.result, emptyState(i18n.t('compare.same'), i18n.t(this.themes.length > 1 ? 'compare.sameThemes' : 'compare.sameHelp')));
      return;
    }
    const asking = (this.asking = new AbortController());
    const patience = h('p', { class: 'quiet', role: 'status' });
    const long = setTimeout(() => (patience.textContent = i18n.t('compare.long')), LONG_MS);
    fill(this.result, skeleton(i18n, 'app.loading', 6), patience);
    try {
      const view = await this.made(compare, asking.signal);
      if (asking.signal.aborted) view.close();
      else fill(this.result, (this.view = view).element);
    } catch (error) {
      if (!isAbort(error))
        fill(
          this.result,
          failure(i18n, messageOf(error), () => void this.load()),
        );
    } finally {
      clearTimeout(long);
    }
  }

  private async made(pair: Pair, signal: AbortSignal): Promise<ComparisonView | CrosswalkView> {
    const { api, i18n, store } = this.desk;
    const [own, other] = [this.own(), this.other(pair)];
    const level = wantedLevel(this.desk.theme().levels, store.get().level)?.name ?? null;
    const [from, to] = [choiceOf(own, pair.from), choiceOf(other, pair.to)];
    if (!own || !other || own === other || !from || !to) {
      const of = { from: pair.from, to: pair.to, level };
      const names = { from: from?.short ?? pair.from, to: to?.short ?? pair.to };
      return new ComparisonView(this.desk, of, await this.unlessEnded(api.compare(of, signal), signal), names);
    }
    const of = { from: pair.from, to: pair.to, level, withLevel: wantedLevel(other.theme.levels, pair.withLevel ?? null)?.name ?? null };
    const first = await this.unlessEnded(api.crosswalk(of, { offset: 0, limit: 0 }, signal), signal);
    const titles = { from: i18n.half(own.theme.title), to: i18n.half(other.theme.title) };
    return new CrosswalkView(this.desk, of, first, titles, {
      from: unitsOf(this.desk, own.theme, from),
      to: unitsOf(this.desk, other.theme, to),
    });
  }

  /** An answer that came too late is not shown. */
  private async unlessEnded<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
    const value = await answer;
    signal.throwIfAborted();
    return value;
  }
}

function choiceOf(of: ThemeChoices | undefined, version: Version): VersionChoice | undefined {
  return of?.versions.find(({ value }) => value === version);
}
