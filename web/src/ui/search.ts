// The search field: places of any kind with suggestions, or coordinates. A combobox after the ARIA authoring practices.
import { isAbort, ProblemError } from '../client/http';
import type { Api } from '../client/api';
import type { Bounds, SearchAnswer, SearchResult } from '../client/types';
import type { I18n } from '../i18n/i18n';
import { parsePosition } from '../model/coordinates';
import type { Place } from '../model/state';
import { debounce, fill, h, icon, iconButton, uniqueId } from './dom';
import { markedTitle, metresApart, needsLook, remarks, understoodWords } from './foundPlace';
import { keepPlace, recentPlaces } from './recentPlaces';

interface Suggestion {
  place: Place;
  group: string;
  title: Node[];
  details: string[];
  /** Whether it is to be looked at before it is taken. */
  look: boolean;
}

const MOST_SUGGESTIONS = 8;
/** Milliseconds until an index that is being made is asked again. */
const ASK_AGAIN = 1000;

export interface SearchOptions {
  bounds(): Bounds | null;
  middle(): { lon: number; lat: number };
  choose(place: Place): void;
  say(text: string): void;
  fail(error: unknown): void;
}

export class SearchBox {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  private readonly popup = h('div', { class: 'card suggestions', hidden: true });
  private readonly listId = uniqueId('suggestions');
  private readonly clearButton: HTMLButtonElement;
  private suggestions: Suggestion[] = [];
  private active = -1;
  /** The text that the suggestions are of; null where they are of none. */
  private shownFor: string | null = null;
  private asking: AbortController | null = null;
  /** The text of the question under way. */
  private askedFor: string | null = null;
  /** Not again what Enter has asked meanwhile: it waits for its own answer. */
  private readonly askSoon = debounce(180, () => {
    const text = this.input.value.trim();
    if (text !== (this.askedFor ?? this.shownFor)) void this.ask();
  });

  constructor(
    private readonly api: Api,
    private readonly i18n: I18n,
    private readonly options: SearchOptions,
  ) {
    this.input = h('input', {
      type: 'text',
      id: uniqueId('search'),
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      enterkeyhint: 'search',
      'aria-label': i18n.t('search.label'),
      'aria-expanded': 'false',
      'aria-controls': this.listId,
      'aria-autocomplete': 'list',
      placeholder: i18n.t('search.placeholder'),
      'data-testid': 'search',
    });
    this.clearButton = iconButton('close', i18n.t('search.clear'), () => this.clear(), { hidden: true });
    this.element = h('div', { class: 'card search', role: 'search' }, icon('search'), this.input, this.clearButton, this.popup);
    this.input.addEventListener('input', (event) => {
      this.clearButton.hidden = this.input.value === '';
      if (!(event as InputEvent).isComposing) this.askSoon();
    });
    this.input.addEventListener('compositionend', () => this.askSoon());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('focus', () => this.wake());
    this.element.addEventListener('focusout', (event) => {
      if (!this.element.contains(event.relatedTarget as Node | null)) this.open(false);
    });
  }

  private clear(): void {
    this.input.value = '';
    this.clearButton.hidden = true;
    this.asking?.abort();
    this.show([], '');
    this.input.focus();
    this.wake();
  }

  /** An empty field offers the places chosen last, any other what was found for it. */
  private wake(): void {
    if (this.input.value.trim() === '') {
      const group = this.i18n.t('search.recent');
      const kept = recentPlaces().map((place) => ({ place, group, title: [new Text(place.text ?? '')], details: [], look: false }));
      if (kept.length > 0) this.show(kept, '');
    }
    if (this.suggestions.length > 0) this.open(true);
  }

  private async ask(): Promise<void> {
    const text = this.input.value.trim();
    this.asking?.abort();
    if (text === '') {
      this.show([], '');
      return;
    }
    const position = parsePosition(text, this.options.bounds());
    if (position) {
      const title = [new Text(this.i18n.t('search.coordinates', { lon: String(position.lon), lat: String(position.lat) }))];
      const group = this.i18n.t('search.kind.coordinates');
      const details = [this.i18n.t('search.coordinatesHelp')];
      this.show([{ place: { ...position, text: null }, group, title, details, look: false }], text);
      return;
    }
    const asking = (this.asking = new AbortController());
    this.askedFor = text;
    try {
      const { lon, lat } = this.options.middle();
      const answer = await this.api.search(text, MOST_SUGGESTIONS, `${lon.toFixed(6)},${lat.toFixed(6)}`, asking.signal);
      if (!asking.signal.aborted) this.answered(answer, text);
    } catch (error) {
      if (isAbort(error)) return;
      this.show([], '');
      if (error instanceof ProblemError && error.code === 'index-building') this.building(text, error.body.percent);
      else this.options.fail(error);
    } finally {
      if (this.asking === asking) this.askedFor = null;
    }
  }

  /** Says that the index is being made, and asks again for as long as the text stays. */
  private building(text: string, percent: unknown): void {
    const told = this.i18n.t('search.building', { percent: String(percent) });
    fill(this.popup, h('p', { class: 'suggestion-none', 'data-testid': 'building' }, told));
    this.open(true);
    this.options.say(told);
    window.setTimeout(() => {
      if (this.input.value.trim() === text && !this.popup.hidden) void this.ask();
    }, ASK_AGAIN);
  }

  private answered({ results: all, understood, nothing }: SearchAnswer, text: string): void {
    const results = nothing?.nearest ? [nothing.nearest] : all;
    const kinds = [...new Set(results.map(({ kind }) => kind))];
    const grouped = kinds.flatMap((kind) => results.filter((result) => result.kind === kind));
    this.show(
      grouped.map((result) => this.suggestion(result)),
      text,
      understoodWords(understood, this.i18n),
      nothing?.reason,
    );
  }

  private suggestion(result: SearchResult): Suggestion {
    const { lon, lat, kind, grid, differs } = result;
    const title = this.i18n.half(result.text);
    const metres = metresApart(this.options.middle(), result);
    const away = this.i18n.t('search.away', { distance: this.i18n.distance(metres) });
    const where = [grid ? this.i18n.nameAndCode(grid) : '', away].filter((part) => part !== '').join(' · ');
    return {
      place: { lon, lat, text: title },
      group: this.i18n.t(`search.kind.${kind}`),
      title: markedTitle(title, differs),
      details: [...remarks(result, this.i18n), where],
      look: needsLook(result),
    };
  }

  private show(suggestions: Suggestion[], text: string, understood = '', reason?: string): void {
    this.suggestions = suggestions;
    this.shownFor = text;
    const entries = suggestions.map((suggestion, index) => this.entry(suggestion, index));
    const groups = [...new Set(suggestions.map(({ group }) => group))].map((group) => {
      const own = entries.filter((_, index) => suggestions[index]?.group === group);
      const heading = h('div', { class: 'suggestion-group', 'aria-hidden': 'true' }, group);
      return h('div', { role: 'group', 'aria-label': group }, heading, own);
    });
    const list = h('div', { id: this.listId, role: 'listbox', 'aria-label': this.i18n.t('search.label') }, groups);
    const none = [this.i18n.t('search.none', { q: text }), reason ?? ''].join(' ').trim();
    const nothing = h('p', { class: 'suggestion-none' }, none);
    const words = understood ? h('p', { class: 'suggestion-none', 'data-testid': 'understood' }, understood) : null;
    fill(this.popup, reason || entries.length === 0 ? nothing : null, entries.length > 0 ? list : null, words);
    this.activate(entries.length > 0 && text !== '' ? 0 : -1);
    this.open(text !== '');
    if (text !== '') {
      const said = this.i18n.counted('search.results', suggestions.length);
      this.options.say(entries.length > 0 && !reason ? said : none);
    }
  }

  private entry({ title, details }: Suggestion, index: number): HTMLElement {
    const entry = h(
      'div',
      { id: `${this.listId}-${index}`, role: 'option', 'aria-selected': 'false', class: 'suggestion' },
      h('span', {}, title),
      details.map((detail) => h('span', { class: 'quiet' }, detail)),
    );
    entry.addEventListener('pointerdown', (event) => event.preventDefault());
    entry.addEventListener('click', () => this.choose(index));
    return entry;
  }

  private open(open: boolean): void {
    this.popup.hidden = !open;
    this.input.setAttribute('aria-expanded', String(open && this.suggestions.length > 0));
  }

  private activate(index: number): void {
    this.active = index;
    const entries = this.popup.querySelectorAll('[role=option]');
    entries.forEach((entry, at) => entry.setAttribute('aria-selected', String(at === index)));
    if (index >= 0) this.input.setAttribute('aria-activedescendant', `${this.listId}-${index}`);
    else this.input.removeAttribute('aria-activedescendant');
    entries[index]?.scrollIntoView({ block: 'nearest' });
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = this.suggestions.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (count === 0) return;
      this.open(true);
      const from = this.active < 0 && event.key === 'ArrowUp' ? 0 : this.active;
      this.activate((from + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void this.enter();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.popup.hidden) this.input.blur();
      else this.open(false);
    }
  }

  /**
   * Enter acts on what is typed: where the suggestions are of an earlier text, it asks first. What is not exactly what was
   * typed is then shown, and taken only when Enter is pressed again.
   */
  private async enter(): Promise<void> {
    const text = this.input.value.trim();
    const stale = this.shownFor !== text;
    if (stale) await this.ask();
    if (this.input.value.trim() !== text || this.shownFor !== text) return;
    const index = Math.max(0, this.active);
    if (text === '' && this.active < 0) return;
    if (this.suggestions[index]?.look && (stale || this.popup.hidden)) {
      this.open(true);
      this.options.say(this.i18n.t('search.look'));
      return;
    }
    this.choose(index);
  }

  private choose(index: number): void {
    const suggestion = this.suggestions[index];
    if (!suggestion) return;
    if (suggestion.place.text) this.input.value = suggestion.place.text;
    this.shownFor = this.input.value.trim();
    this.clearButton.hidden = this.input.value === '';
    this.open(false);
    keepPlace(suggestion.place);
    this.options.choose(suggestion.place);
  }
}
