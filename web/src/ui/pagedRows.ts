// A list of any length: only the rows in sight are on the page, and only pages in sight are asked for.
// One tab stop: arrow keys, Page Up, Page Down, Home and End move within it.
import { isAbort } from '../client/http';
import type { I18n } from '../i18n/i18n';
import { fill, h } from './dom';
import { failure } from './parts';

export interface RowsPage<T> {
  total: number;
  rows: readonly T[];
}

export interface PagedRowsOptions<T> {
  label: string;
  testId: string;
  /** Words above the columns of the rows. */
  head: HTMLElement;
  /** Said where there are no rows. */
  none: string;
  load(offset: number, limit: number, signal: AbortSignal): Promise<RowsPage<T>>;
  /** Pixels of every row, once the first are known. */
  heightOf(first: readonly T[]): number;
  keyOf(row: T): string;
  render(row: T): Node[];
  pick(row: T): void;
  messageOf(error: unknown): string;
}

const PAGE = 100;
/** Pages kept besides those in sight. */
const KEPT = 30;
/** Browsers draw no taller element than about this. */
const TALLEST = 30_000_000;
/** While a list is being flung past, nothing is asked for. */
const REST_MS = 60;

export class PagedRows<T> {
  readonly element: HTMLElement;
  private readonly count: HTMLElement;
  private readonly box: HTMLElement;
  private readonly rows: HTMLElement;
  private readonly pages = new Map<number, readonly T[]>();
  private readonly asked = new Set<number>();
  private asking = new AbortController();
  private height = 48;
  private total: number | null = null;
  private current = 0;
  private picked: string | null = null;
  private frame = 0;
  private rest = 0;

  constructor(
    private readonly i18n: I18n,
    private readonly options: PagedRowsOptions<T>,
  ) {
    this.count = h('p', { class: 'quiet', role: 'status' });
    this.rows = h('ul', { class: 'rows', 'aria-label': options.label, 'data-testid': options.testId });
    this.box = h('div', { class: 'rows-box' }, this.rows);
    this.element = h('div', { class: 'stack rows-stack' }, this.count, options.head, this.box);
    this.box.addEventListener('scroll', () => this.soon());
    this.rows.addEventListener('keydown', (event) => this.key(event));
    this.reset();
  }

  /** Another filter or order: begins again at the top. */
  reset(): void {
    this.close();
    this.asking = new AbortController();
    this.pages.clear();
    this.asked.clear();
    this.current = 0;
    this.box.scrollTop = 0;
    this.box.setAttribute('aria-busy', 'true');
    void this.ask(0);
  }

  /** The rows may say something else now; the place in the list stays. */
  refresh(): void {
    this.asking.abort();
    this.asking = new AbortController();
    this.pages.clear();
    this.asked.clear();
    void this.ask(0);
  }

  close(): void {
    this.asking.abort();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.rest);
  }

  private async ask(page: number): Promise<void> {
    if (this.asked.has(page)) return;
    this.asked.add(page);
    const { signal } = this.asking;
    try {
      const { rows, total } = await this.options.load(page * PAGE, PAGE, signal);
      if (signal.aborted) return;
      this.pages.set(page, rows);
      if (page === 0) this.height = this.options.heightOf(rows);
      this.forget(page);
      this.size(total);
    } catch (error) {
      this.asked.delete(page);
      if (isAbort(error)) return;
      const again = (): void => {
        fill(this.box, this.rows);
        this.reset();
      };
      fill(this.box, failure(this.i18n, this.options.messageOf(error), again));
    }
  }

  /** Lets go of the pages that are farthest from this one. */
  private forget(page: number): void {
    const far = [...this.pages.keys()].sort((a, b) => Math.abs(b - page) - Math.abs(a - page));
    for (const other of far.slice(0, Math.max(0, far.length - KEPT))) {
      this.pages.delete(other);
      this.asked.delete(other);
    }
  }

  private size(total: number): void {
    this.total = total;
    this.box.setAttribute('aria-busy', 'false');
    this.count.textContent = total > 0 ? this.i18n.t('rows.total', { n: total }) : this.options.none;
    this.rows.style.height = `${this.shown() * this.height}px`;
    this.box.hidden = this.options.head.hidden = total === 0;
    this.draw();
  }

  private shown(): number {
    return Math.min(this.total ?? 0, Math.floor(TALLEST / this.height));
  }

  private soon(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    const first = Math.max(0, Math.floor(this.box.scrollTop / this.height) - 3);
    const last = Math.min(this.shown() - 1, Math.ceil((this.box.scrollTop + this.box.clientHeight) / this.height) + 3);
    const focused = this.rows.contains(document.activeElement);
    const entries: HTMLElement[] = [];
    for (let index = first; index <= last; index++) entries.push(this.entry(index));
    fill(this.rows, entries);
    if (focused) this.button(this.current)?.focus({ preventScroll: true });
    clearTimeout(this.rest);
    this.rest = window.setTimeout(() => {
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) void this.ask(page);
    }, REST_MS);
  }

  private entry(index: number): HTMLElement {
    const row = this.pages.get(Math.floor(index / PAGE))?.[index % PAGE];
    const style = `top: ${index * this.height}px; height: ${this.height}px`;
    const place = { 'aria-posinset': String(index + 1), 'aria-setsize': String(this.total ?? 0), style };
    if (row === undefined) return h('li', place, h('div', { class: 'skeleton-bar' }));
    const pick = (): void => {
      this.current = index;
      this.picked = this.options.keyOf(row);
      this.draw();
      this.options.pick(row);
    };
    const is = this.options.keyOf(row) === this.picked;
    const attributes = {
      type: 'button',
      class: 'row',
      'data-index': String(index),
      tabindex: index === this.current ? '0' : '-1',
      onclick: pick,
    };
    return h('li', place, h('button', is ? { ...attributes, 'aria-current': 'true' } : attributes, this.options.render(row)));
  }

  private button(index: number): HTMLButtonElement | null {
    return this.rows.querySelector(`[data-index="${index}"]`);
  }

  private key(event: KeyboardEvent): void {
    const leap = Math.max(1, Math.floor(this.box.clientHeight / this.height) - 1);
    const { current } = this;
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + leap, PageUp: current - leap, Home: 0, End: Infinity }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.current = Math.max(0, Math.min(this.shown() - 1, to));
    const top = this.current * this.height;
    if (top < this.box.scrollTop) this.box.scrollTop = top;
    else if (top + this.height > this.box.scrollTop + this.box.clientHeight) this.box.scrollTop = top + this.height - this.box.clientHeight;
    this.draw();
    this.button(this.current)?.focus({ preventScroll: true });
  }
}
