// Dispatch: whose grid is this place, and what was reported lately.
import type { Incident, Located } from '../../client/types';
import type { Place, State } from '../../model/state';
import { answerCard } from '../../ui/answer';
import { fill, h } from '../../ui/dom';
import { filtersDiffer, incidentFilters, incidentsAsked } from '../../ui/filters';
import { rovingList, type RovingList } from '../../ui/list';
import { emptyState, failure, section, skeleton } from '../../ui/parts';
import { incidentForm } from './incidentForm';
import { Mode, messageOf } from '../mode';

const PAGE = 50;

export class Dispatch extends Mode {
  readonly id = 'dispatch';
  private readonly answerBox = h('div', { class: 'stack' });
  private readonly filterBox = h('div', {});
  private readonly recentBox = h('div', { class: 'stack' });
  private readonly list: RovingList<Incident> = rovingList<Incident>({
    label: this.desk.i18n.t('incident.recent'),
    testId: 'incidents',
    keyOf: ({ id }) => id,
    render: (incident) => this.render(incident),
    pick: (incident) => this.open(incident),
  });
  private categories: readonly string[] = [];
  private channels: readonly string[] = [];
  /** Settles when the first categories and channels are known, or can not be. */
  private terms: Promise<unknown> = Promise.resolve();
  private asked = 0;
  private owner: string | null = null;
  /** The place found by search whose report was begun. */
  private begun: Place | null = null;
  private limit = PAGE;

  protected start(): void {
    const { i18n, panel, store } = this.desk;
    fill(panel, section(i18n.t('place.title'), this.answerBox), section(i18n.t('incident.recent'), this.filterBox, this.recentBox));
    fill(this.filterBox, incidentFilters(this.desk, this.categories));
    this.terms = Promise.all([this.loadCategories(), this.loadRecent()]);
    this.answer(store.get().place);
  }

  protected stop(): void {
    this.asked++;
    this.owner = null;
    this.desk.ground.mark('owner', null);
  }

  override picked(place: Place): void {
    this.desk.store.set({ place });
  }

  /** Outlines the grid that owns the place, if it is on the map at all. */
  override drawn(): void {
    const { place } = this.desk.store.get();
    this.desk.ground.mark('owner', this.owner, place && [place.lon, place.lat, place.lon, place.lat]);
  }

  protected changed(state: State, before: State): void {
    if (state.place !== before.place || state.theme !== before.theme || state.at !== before.at) this.answer(state.place);
    if (filtersDiffer(state, before)) {
      this.limit = PAGE;
      void this.loadRecent();
    }
  }

  private loadCategories(): Promise<void> {
    return this.run(async () => {
      this.categories = await this.desk.api.categories(this.signal);
      fill(this.filterBox, incidentFilters(this.desk, this.categories));
    });
  }

  private answer(place: Place | null): void {
    const { api, i18n, store } = this.desk;
    const ask = ++this.asked;
    if (!place) {
      this.owner = null;
      this.drawn();
      fill(this.answerBox, emptyState(i18n.t('place.empty'), i18n.t('place.emptyKeys')));
      return;
    }
    if (!this.answerBox.querySelector('.answer')) fill(this.answerBox, skeleton(i18n, 'place.locating', 4));
    void this.run(
      async () => {
        const [located] = await Promise.all([
          api.locate(place.lon, place.lat, this.desk.theme().id, store.get().at, this.signal),
          this.terms,
        ]);
        if (ask === this.asked) this.show(located, place);
      },
      (error) => {
        if (ask === this.asked)
          fill(
            this.answerBox,
            failure(i18n, messageOf(error), () => this.answer(place)),
          );
      },
    );
  }

  private show(located: Located, place: Place): void {
    const { i18n, store } = this.desk;
    const card = answerCard(i18n, located, place, {
      select: (unit) => store.set({ unit }),
      clear: () => store.set({ place: null }),
    });
    const form = incidentForm(this.desk, place, { categories: this.categories, channels: this.channels }, (incident) => {
      void this.loadRecent();
      this.desk.refreshPoints();
      if (!this.categories.includes(incident.category)) void this.loadCategories();
    });
    fill(this.answerBox, card, form.element);
    this.begin(place, () => form.focus());
    this.owner = located.grid?.code ?? null;
    this.drawn();
    const said = located.grid
      ? i18n.t('place.said', {
          grid: i18n.nameOf(located.grid),
          path: located.path.map((step) => i18n.nameOf(step)).join(', '),
        })
      : i18n.t('place.saidNobody');
    this.desk.say(said);
  }

  /** Whoever sought the place goes on with the report, once, unless he is at something else in the panel by now. */
  private begin(place: Place, focus: () => void): void {
    if (!place.sought || this.begun === place) return;
    this.begun = place;
    if (!this.desk.panel.contains(document.activeElement)) focus();
  }

  private loadRecent(): Promise<void> {
    const { api, i18n, store } = this.desk;
    const asked = incidentsAsked(store.get());
    if (!this.recentBox.hasChildNodes()) fill(this.recentBox, skeleton(i18n, 'app.loading', 6));
    return this.run(
      async () => {
        const page = await api.incidents(asked, this.limit, this.signal);
        this.channels = [...new Set(page.incidents.flatMap(({ channel }) => (channel ? [channel] : [])))].sort();
        this.list.show(page.incidents);
        const more = (): void => {
          this.limit += PAGE;
          void this.loadRecent();
        };
        const filtered = Object.values(asked).some((chosen) => chosen !== null);
        const none = emptyState(i18n.t(filtered ? 'incident.noneFiltered' : 'incident.none'));
        const shown = page.incidents.length;
        fill(
          this.recentBox,
          shown > 0 ? h('p', { class: 'quiet' }, i18n.t('incident.count', { shown, total: page.total })) : none,
          shown > 0 ? this.list.element : null,
          shown < page.total && this.limit < 1000
            ? h('button', { type: 'button', class: 'button', onclick: more }, i18n.t('incident.more'))
            : null,
        );
      },
      (error) =>
        fill(
          this.recentBox,
          failure(i18n, messageOf(error), () => void this.loadRecent()),
        ),
    );
  }

  private open(incident: Incident): void {
    this.list.mark(incident.id);
    this.desk.map.reveal(incident.lon, incident.lat, 16);
    this.desk.store.set({ place: { lon: incident.lon, lat: incident.lat, text: null } });
  }

  private render(incident: Incident): Node[] {
    const { i18n } = this.desk;
    const grid = incident.given && (i18n.nearOf(incident.given.path) || incident.given.code);
    const given = grid ? i18n.t('incident.given', { grid }) : i18n.t('incident.givenNobody');
    const channel = incident.channel ? ` · ${i18n.term('channel', incident.channel)}` : '';
    return [
      h(
        'span',
        { class: 'entry-line' },
        h('span', { class: 'entry-title' }, i18n.term('category', incident.category)),
        incident.status ? h('span', { class: 'badge badge-plain' }, i18n.term('status', incident.status)) : null,
      ),
      h('span', { class: 'quiet' }, i18n.time(incident.occurred) + channel),
      h('span', { class: 'quiet', ...(incident.given ? { title: incident.given.code } : {}) }, given),
    ];
  }
}
