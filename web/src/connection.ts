// Whether the server is in reach, and what it tells of its own accord.
import type { Api } from './client/api';

/** How often the server is tried again while it is away, in milliseconds. */
const RETRY_EVERY = 10_000;

/** What the server tells open maps. */
export interface News {
  /** A draft was changed, by whomever; `deleted` where it is gone, also by being published. */
  draft(id: string, version: number, deleted: boolean): void;
  /** A plan was published in this theme. */
  plan(theme: string): void;
  /** The line was broken and is there again: anything may have happened meanwhile. */
  again(): void;
}

export class Connection {
  private retrying = 0;
  private missed = false;
  private source: EventSource | null = null;
  private greeted = false;

  /** @param back called when the server is in reach again, to load what failed */
  constructor(
    private readonly api: () => Api,
    private readonly back: () => void,
  ) {}

  /** A request got through, or did not. While none does, the server is tried again from time to time. */
  reach(reachable: boolean): void {
    clearTimeout(this.retrying);
    if (reachable) return;
    this.missed = true;
    this.retrying = window.setTimeout(() => void this.retry(), RETRY_EVERY);
  }

  async retry(): Promise<void> {
    await this.api().config();
    if (!this.missed) return;
    this.missed = false;
    this.back();
  }

  /** Listens to the server's news until closed; the browser takes the line up again by itself when it breaks. */
  listen(news: News): void {
    const source = (this.source = new EventSource('/api/v1/events'));
    source.addEventListener('hello', () => {
      if (this.greeted) news.again();
      this.greeted = true;
    });
    source.addEventListener('draft', (event) => {
      const { id, version, deleted } = JSON.parse(event.data as string) as { id: number | string; version: number; deleted: boolean };
      news.draft(String(id), version, deleted);
    });
    source.addEventListener('plan', (event) => news.plan((JSON.parse(event.data as string) as { theme: string }).theme));
  }

  close(): void {
    clearTimeout(this.retrying);
    this.source?.close();
  }
}
