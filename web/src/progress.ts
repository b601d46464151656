// What the page waits for: told to the reader by a bar, and to whoever watches the page by numbers.
import type { Shell } from './ui/shell';

export class Progress {
  private readonly loading = new Set<string>();
  private readonly waiting = { answers: 0, tiles: 0 };

  constructor(private readonly shell: Shell) {}

  /** How many answers or tiles are under way. */
  waitsFor(what: 'answers' | 'tiles', count: number): void {
    this.waiting[what] = count;
    document.body.dataset['loading'] = String(this.waiting.answers + this.waiting.tiles);
  }

  /** Something that the map shows is being loaded, as long as any part of it is. */
  loads(part: 'ground' | 'shapes', is: boolean): void {
    if (is) this.loading.add(part);
    else this.loading.delete(part);
    this.shell.setBusy(this.loading.size > 0);
  }
}
