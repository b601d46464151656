// The search field: addresses with suggestions, or coordinates. A combobox after the ARIA authoring practices.
import { isAbort } from '../client/http';
import type { Api } from '../client/api';
import type { Bounds } from '../client/types';
import type { I18n } from '../i18n/i18n';
import { parsePosition } from '../model/coordinates';
import type { Place } from '../model/state';
import { debounce, fill, h, icon, iconButton, uniqueId } from './dom';

interface Suggestion {
  place: Place;
  title: string;
  detail: string;
}

export interface SearchOptions {
  bounds(): Bounds | null;
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
  private asking: AbortController | null = null;
  private readonly askSoon = debounce(180, () => void this.ask());

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
    this.input.addEventListener('input', () => {
      this.clearButton.hidden = this.input.value === '';
      this.askSoon();
    });
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('focus', () => this.suggestions.length > 0 && this.open(true));
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
      const [lon, lat] = [String(position.lon), String(position.lat)];
      const title = this.i18n.t('search.coordinates', { lon, lat });
      this.show([{ place: { ...position, text: null }, title, detail: this.i18n.t('search.coordinatesHelp') }], text);
      return;
    }
    const asking = (this.asking = new AbortController());
    try {
      const results = await this.api.search(text, 8, asking.signal);
      const suggestions = results.map(({ lon, lat, text: title, grid }) => ({
        place: { lon, lat, text: this.i18n.half(title) },
        title: this.i18n.half(title),
        detail: grid ? this.i18n.nameAndCode(grid) : '',
      }));
      if (!asking.signal.aborted) this.show(suggestions, text);
    } catch (error) {
      if (isAbort(error)) return;
      this.show([], '');
      this.options.fail(error);
    }
  }

  private show(suggestions: Suggestion[], text: string): void {
    this.suggestions = suggestions;
    const entries = suggestions.map(({ title, detail }, index) => {
      const entry = h(
        'li',
        { id: `${this.listId}-${index}`, role: 'option', 'aria-selected': 'false', class: 'suggestion' },
        h('span', {}, title),
        detail ? h('span', { class: 'quiet' }, detail) : null,
      );
      entry.addEventListener('pointerdown', (event) => event.preventDefault());
      entry.addEventListener('click', () => this.choose(index));
      return entry;
    });
    const list = h('ul', { id: this.listId, role: 'listbox', 'aria-label': this.i18n.t('search.label') }, ...entries);
    const nothing = h('p', { class: 'suggestion-none' }, this.i18n.t('search.none', { q: text }));
    fill(this.popup, entries.length > 0 ? list : nothing);
    this.activate(entries.length > 0 ? 0 : -1);
    this.open(text !== '');
    if (text !== '') {
      const said = this.i18n.counted('search.results', suggestions.length);
      this.options.say(entries.length > 0 ? said : this.i18n.t('search.none', { q: text }));
    }
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
    const count = this.suggestions.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (count === 0) return;
      this.open(true);
      this.activate((this.active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void this.enter();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.popup.hidden) this.input.blur();
      else this.open(false);
    }
  }

  /** Enter does not wait for the pause in typing: coordinates go at once, a text is asked for first. */
  private async enter(): Promise<void> {
    const stale = this.popup.hidden || this.suggestions.length === 0 || parsePosition(this.input.value) !== null;
    if (stale) await this.ask();
    this.choose(Math.max(0, this.active));
  }

  private choose(index: number): void {
    const suggestion = this.suggestions[index];
    if (!suggestion) return;
    if (suggestion.place.text) this.input.value = suggestion.place.text;
    this.open(false);
    this.options.choose(suggestion.place);
  }
}
