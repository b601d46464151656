// A value that changes by patches and tells who listens. No framework, no deep comparison.

export type Listener<S> = (state: S, before: S) => void;

export class Store<S extends object> {
  private readonly listeners = new Set<Listener<S>>();

  constructor(private state: S) {}

  get(): S {
    return this.state;
  }

  /** Replaces the given members. Listeners hear of it at once, unless nothing changed. */
  set(patch: Partial<S>): void {
    const before = this.state;
    const keys = Object.keys(patch) as (keyof S)[];
    if (keys.every((key) => before[key] === patch[key])) return;
    this.state = { ...before, ...patch };
    for (const listener of [...this.listeners]) listener(this.state, before);
  }

  /** Listens from the next change on; the function returned ends it. */
  subscribe(listener: Listener<S>): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
