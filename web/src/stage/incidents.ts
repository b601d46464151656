// The incidents that the filters let through, as points.
import { isAbort } from '../client/http';
import type { Desk } from '../ui/desk';
import { incidentsAsked } from '../ui/filters';

export class Incidents {
  private loading: AbortController | null = null;
  /** The filters of what is drawn; empty for nothing. */
  private drawnKey = '';

  constructor(private readonly desk: Desk) {}

  show(is: boolean): void {
    const key = is ? Object.values(incidentsAsked(this.desk.store.get())).join('|') : '';
    if (key === '') {
      this.loading?.abort();
      this.desk.points.setPoints(null);
    } else if (key !== this.drawnKey) {
      this.load();
    }
    this.drawnKey = key;
  }

  /** What is drawn counts as old: it is loaded again when it is shown next. */
  forget(): void {
    this.drawnKey = '';
  }

  load(): void {
    const { api, points, store } = this.desk;
    this.loading?.abort();
    const loading = (this.loading = new AbortController());
    api
      .incidentPoints(incidentsAsked(store.get()), loading.signal)
      .then((found) => {
        if (!loading.signal.aborted) points.setPoints(found);
      })
      .catch((error: unknown) => {
        this.drawnKey = '';
        if (!isAbort(error)) this.desk.fail(error);
      });
  }

  close(): void {
    this.loading?.abort();
  }
}
