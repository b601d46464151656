// Whole redraws: what to do with which areas, along which streets; then a proposal on the map, to be applied or discarded.
import type { Redraw, RedrawRequest } from '../../client/draftTypes';
import { isAbort } from '../../client/http';
import { laysCells, requestOf, type RedrawForm, type RedrawGap } from '../../model/redrawForm';
import type { Store } from '../../model/store';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import type { Loads } from '../session/loads';
import type { DraftSession } from '../session/session';
import { messageOf } from '../mode';
import { Proposal } from './proposal';
import { RedrawFields } from './redrawFields';

/** The elapsed time is told this often, in milliseconds. */
const TICK = 1000;

export class RedrawPanel {
  readonly element: HTMLDetailsElement;
  private readonly fields: RedrawFields;
  private readonly outcome = h('div', { class: 'stack', 'aria-live': 'polite' });
  private readonly proposal: Proposal;
  private asking: AbortController | null = null;
  private ticking = 0;
  private readonly endings: (() => void)[] = [];

  /** @param opened told when the panel is opened or closed by hand: the map then belongs to it or not */
  constructor(
    private readonly desk: Desk,
    private readonly session: DraftSession,
    private readonly form: Store<RedrawForm>,
    loads: Loads,
    opened: (is: boolean) => void,
  ) {
    this.fields = new RedrawFields(desk, form, loads);
    this.proposal = new Proposal(desk, { apply: () => void this.apply(), discard: () => this.forget() });
    const preview = h(
      'button',
      { type: 'submit', class: 'button button-primary', 'data-testid': 'redraw-preview' },
      desk.i18n.t('redraw.preview'),
    );
    const ask = h(
      'form',
      { class: 'stack', novalidate: true, onsubmit: (event: Event) => this.submitted(event) },
      this.fields.element,
      h('div', { class: 'button-row' }, preview),
    );
    this.element = h(
      'details',
      { class: 'more redraw', 'data-testid': 'redraw' },
      h('summary', {}, desk.i18n.t('redraw.title')),
      h('div', { class: 'stack' }, ask, this.outcome),
    );
    this.element.addEventListener('toggle', () => opened(this.element.open));
    this.endings.push(
      session.store.subscribe((now, before) => {
        if (now.draft?.version !== before.draft?.version) this.forget();
      }),
      form.subscribe((now, before) => {
        if (now.proposed === before.proposed && now.drawing === before.drawing) this.forget();
        this.fields.draw();
      }),
    );
  }

  /** Opens or closes with the tool on the map. */
  open(is: boolean): void {
    if (this.element.open !== is) this.element.open = is;
    if (is) this.fields.draw();
    else this.forget();
  }

  /** Other units are on the map, or counts have come. */
  draw(): void {
    if (this.element.open) this.fields.draw();
  }

  close(): void {
    for (const end of this.endings.splice(0)) end();
    this.forget();
    this.fields.close();
  }

  private submitted(event: Event): void {
    event.preventDefault();
    void this.preview();
  }

  private request(): RedrawRequest | null {
    const request = requestOf(
      this.fields.trimmed(),
      this.desk.theme().levels.map(({ name }) => name),
    );
    if (typeof request === 'string') {
      this.missing(request);
      return null;
    }
    return request;
  }

  private missing(gap: RedrawGap): void {
    fill(
      this.outcome,
      h('p', { class: 'form-wrong', role: 'alert', 'data-testid': 'redraw-missing' }, this.desk.i18n.t(`redraw.need.${gap}`)),
    );
  }

  private async preview(): Promise<void> {
    const { desk, session } = this;
    this.forget();
    const request = this.request();
    if (!request) return;
    const asking = (this.asking = new AbortController());
    this.work(() => asking.abort());
    try {
      const redraw = await desk.drafts.redraw(session.id, request, false, session.version, asking.signal);
      this.propose(redraw, request);
    } catch (error) {
      if (this.asking === asking) this.idle();
      if (!isAbort(error)) fill(this.outcome, h('p', { class: 'form-wrong', role: 'alert' }, messageOf(error)));
    }
  }

  private propose(redraw: Redraw, request: RedrawRequest): void {
    this.idle();
    this.form.set({ proposed: true, drawing: laysCells(request.method) ? 'land' : 'units' });
    fill(this.outcome, this.proposal.show(redraw, laysCells(request.method) ? null : (request.tolerance ?? null), request.balance ?? null));
    this.outcome.scrollIntoView({ block: 'nearest' });
  }

  private async apply(): Promise<void> {
    const request = this.request();
    if (!request) return;
    this.work(null);
    await this.session.act(async (version) => {
      const answer = await this.desk.drafts.redraw(this.session.id, request, true, version);
      this.form.set({ units: [], area: null });
      return answer;
    });
    this.forget();
  }

  /** Says that it is being worked out, and for how long already. */
  private work(cancel: (() => void) | null): void {
    const { i18n } = this.desk;
    const since = performance.now();
    const time = h('span', { class: 'quiet' });
    clearInterval(this.ticking);
    this.ticking = window.setInterval(
      () => fill(time, i18n.t('redraw.seconds', { n: Math.round((performance.now() - since) / 1000) })),
      TICK,
    );
    const stop =
      cancel &&
      h(
        'button',
        { type: 'button', class: 'button', 'data-testid': 'redraw-cancel', onclick: () => this.forget() },
        i18n.t('dialog.cancel'),
      );
    fill(
      this.outcome,
      h(
        'div',
        { class: 'working', role: 'status', 'data-testid': 'redraw-working' },
        h('div', { class: 'working-bar' }),
        h('span', {}, i18n.t('redraw.working')),
        time,
        stop,
      ),
    );
  }

  private idle(): void {
    clearInterval(this.ticking);
    this.asking = null;
    fill(this.outcome);
  }

  /** Takes the proposal off the map; what was filled in stays. */
  private forget(): void {
    this.asking?.abort();
    this.idle();
    this.proposal.hide();
    this.form.set({ proposed: false });
  }
}
