// An edit that takes long: how far it is, and a way to end it, beside the question that asked for it.
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import { watched, type Watched } from '../../ui/watched';
import { newId } from '../session/session';

/** The server is asked this often, in milliseconds. */
const EVERY = 500;
/** Most edits are over before this: nothing is asked about them, which the server would not know. */
const FIRST_AFTER = 2_000;

export class LongEdit {
  readonly element = h('div', { 'aria-live': 'polite' });
  private going: string | null = null;
  private bar: Watched | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly draft: string,
    private readonly testId: string,
  ) {}

  /** Waits for what is asked under a name of its own, and tells meanwhile how far it is. */
  async run<T>(ask: (editId: string) => Promise<T>): Promise<T> {
    this.end();
    const id = newId();
    this.going = id;
    let timer = window.setTimeout(() => {
      timer = window.setInterval(() => void this.look(id), EVERY);
    }, FIRST_AFTER);
    try {
      return await ask(id);
    } finally {
      // One number stands for either kind of timer.
      clearInterval(timer);
      if (this.going === id) {
        this.going = null;
        this.bar = null;
        fill(this.element);
      }
    }
  }

  /** Ends what goes on. */
  end(): void {
    const id = this.going;
    if (id) this.desk.drafts.cancel(this.draft, id).catch(() => undefined);
  }

  /** What is over by now, or was quick, is not known to the server. */
  private async look(id: string): Promise<void> {
    const { state, share } = await this.desk.drafts.going(this.draft, id).catch(() => ({ state: null, share: 0 }));
    if (this.going !== id || !state) return;
    const { i18n } = this.desk;
    if (!this.bar) {
      this.bar = watched(i18n, this.testId, () => this.end());
      fill(this.element, this.bar.element);
    }
    this.bar.at(i18n.t(state === 'waiting' ? 'longEdit.waiting' : 'longEdit.going'), state === 'waiting' ? null : share);
  }
}
