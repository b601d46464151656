// What is on the map whatever the workspace: areas, names, incidents, selection, and what the pointer is on.
import type { Config, Level } from './client/types';
import { isAbort } from './client/http';
import type { Pixel } from './map/cityMap';
import { COLOURS, tintOf } from './map/colours';
import { LabelLayer } from './map/labelLayer';
import { PlaceLayer } from './map/placeLayer';
import type { DrawnUnit, UnitSource } from './map/unitLayer';
import { wantedLevel } from './model/levels';
import { layerShown, type State, type View } from './model/state';
import type { Mode } from './modes/mode';
import type { Desk } from './ui/desk';
import type { LegendRow } from './ui/legend';
import type { Shell } from './ui/shell';
import { filtersDiffer } from './ui/filters';

export class Stage {
  private readonly labels: LabelLayer;
  private readonly addresses: PlaceLayer;
  private readonly facilities: PlaceLayer;
  private config: Config | null = null;
  private parent: Level | null = null;
  private loadingPoints: AbortController | null = null;
  private pointsKey = '';
  private endVoids: () => void = () => undefined;

  constructor(
    private readonly desk: Desk,
    private readonly shell: Shell,
    private readonly mode: () => Mode | null,
  ) {
    const { map, api, i18n } = desk;
    this.labels = new LabelLayer(
      (unit) => i18n.nameOf(unit.feature.properties),
      (frame) => desk.points.discs(frame),
    );
    this.addresses = new PlaceLayer(map, api, 'addresses', 15, (error) => desk.fail(error));
    this.facilities = new PlaceLayer(map, api, 'facilities', 12, (error) => desk.fail(error));
  }

  /** Sets the first view and draws what belongs to it. */
  open(config: Config): void {
    const { map, store, marks } = this.desk;
    const { view, place } = store.get();
    const { bounds } = this.desk.theme();
    this.config = config;
    if (view) map.show(view);
    else if (bounds) map.fit(bounds);
    marks.place(place);
    this.desk.points.addTo(map.leaflet);
    this.recolour();
    this.applyLayers();
    this.endVoids = this.desk.voids.store.subscribe(() => this.legend());
    this.ask();
  }

  close(): void {
    this.endVoids();
    this.loadingPoints?.abort();
    this.addresses.close();
    this.facilities.close();
    this.desk.units.close();
    this.desk.voids.close();
    this.desk.marks.clear();
  }

  moved(view: View): void {
    this.desk.store.set({ view });
    void this.desk.units.load();
    void this.addresses.load();
    void this.facilities.load();
  }

  /** The server is in reach again. */
  reload(): void {
    this.desk.units.forget();
    this.ask();
    this.pointsKey = '';
    this.applyLayers();
  }

  changed(state: State, before: State): void {
    if (state.theme !== before.theme || state.level !== before.level || state.at !== before.at || state.draft !== before.draft) this.ask();
    if (state.place !== before.place) this.desk.marks.place(state.place);
    if (state.unit !== before.unit) this.select();
    if (state.layers !== before.layers || state.workspace !== before.workspace || filtersDiffer(state, before)) {
      this.applyLayers();
    }
  }

  drawn(units: readonly DrawnUnit[], shown: Level, parent: Level | null): void {
    const { i18n, store } = this.desk;
    const wanted = wantedLevel(this.desk.theme().levels, store.get().level);
    const coarser = wanted && wanted.depth > shown.depth;
    const words = { shown: i18n.term('level', shown.name), wanted: i18n.term('level', wanted?.name ?? '') };
    this.shell.setNotice(coarser ? i18n.t('map.coarser', words) : null);
    this.parent = parent;
    this.labels.setUnits(units, this.desk.units.parents);
    this.select();
    this.mode()?.drawn();
    this.legend();
    document.body.dataset['ready'] = 'true';
  }

  /** Fills the units as the workspace wants, or with the quiet tint of their parent. */
  recolour(): void {
    this.desk.units.restyle((feature) => {
      const own = this.mode()?.fillOf(feature) ?? null;
      const base = { stroke: true, fill: true, color: COLOURS.unitLine, weight: 0.8, opacity: 0.9, lineJoin: 'round' as const };
      return { ...base, ...(own ?? { fillColor: tintOf(feature.properties.parent ?? feature.properties.code), fillOpacity: 0.72 }) };
    });
    this.legend();
  }

  /** The incidents were drawn anew: names make room for them. */
  pointsPainted(): void {
    this.labels.redraw();
  }

  legend(): void {
    const { i18n, legend, store, units, voids } = this.desk;
    const state = store.get();
    const rows: LegendRow[] = [];
    if (units.shown) {
      rows.push({ swatch: 'unit', text: i18n.t('legend.unit', { level: i18n.term('level', units.shown.name) }) });
    }
    if (this.parent && layerShown(state, 'outlines')) {
      rows.push({ swatch: 'parent', text: i18n.t('legend.parent', { level: i18n.term('level', this.parent.name) }) });
    }
    if (layerShown(state, 'incidents')) {
      rows.push({ swatch: 'incident', text: i18n.t('legend.incident') }, { swatch: 'cluster', text: i18n.t('legend.cluster') });
    }
    if (layerShown(state, 'addresses')) rows.push({ swatch: 'address', text: i18n.t('legend.address') });
    if (layerShown(state, 'facilities')) rows.push({ swatch: 'facility', text: i18n.t('legend.facility') });
    if (layerShown(state, 'voids') && voids.store.get().voids.length > 0) rows.push({ swatch: 'void', text: i18n.t('legend.void') });
    legend.setRows([...rows, ...(this.mode()?.legendRows() ?? [])]);
  }

  picked(lon: number, lat: number, pixel: Pixel, byKey: boolean): void {
    if (this.mode()?.grabs(lon, lat, byKey)) return;
    const { map, points, store } = this.desk;
    const hit = layerShown(store.get(), 'incidents') ? points.hit(map.leaflet, pixel) : null;
    if (hit && hit.count > 1) {
      map.leaflet.setView([hit.lat, hit.lon], Math.min(18, map.leaflet.getZoom() + 2));
      return;
    }
    const place = hit ? { lon: hit.lon, lat: hit.lat } : { lon, lat };
    this.mode()?.picked({ lon: +place.lon.toFixed(7), lat: +place.lat.toFixed(7), text: null });
  }

  hovered(at: { lon: number; lat: number; pixel: Pixel } | null): void {
    const { i18n, map, marks, points, store, units } = this.desk;
    if (this.mode()?.drawing) {
      this.shell.showTip(null);
      return;
    }
    const hit = at && layerShown(store.get(), 'incidents') ? points.hit(map.leaflet, at.pixel) : null;
    const unit = at ? units.at(at.lon, at.lat) : null;
    marks.hover(unit?.feature.geometry ?? null);
    map.element.classList.toggle('pointing', hit !== null || (unit !== null && this.mode()?.id !== 'dispatch'));
    if (!at || (!hit && !unit)) {
      this.shell.showTip(null);
      return;
    }
    const lines: string[] = [];
    if (hit) {
      const count = i18n.number(hit.count);
      lines.push(hit.category ? i18n.term('category', hit.category) : i18n.t('map.cluster', { count }));
    }
    if (unit) {
      const name = i18n.nameOf(unit.feature.properties);
      const { code } = unit.feature.properties;
      lines.push(name === code ? name : `${name} · ${code}`);
      const more = this.mode()?.tipOf(unit.feature);
      if (more) lines.push(more);
    }
    this.shell.showTip(lines, at.pixel.x, at.pixel.y);
  }

  /** Loads the incidents that the filters let through. */
  loadPoints(): void {
    const { api, points, store } = this.desk;
    const { from, to, category } = store.get();
    this.loadingPoints?.abort();
    const loading = (this.loadingPoints = new AbortController());
    api
      .incidentPoints({ from, to, category }, loading.signal)
      .then((found) => {
        if (!loading.signal.aborted) points.setPoints(found);
      })
      .catch((error: unknown) => {
        this.pointsKey = '';
        if (!isAbort(error)) this.desk.fail(error);
      });
  }

  private ask(): void {
    const { api, drafts, store, units, voids } = this.desk;
    const { level, at, draft } = store.get();
    const theme = this.desk.theme();
    const source: UnitSource = draft
      ? (name, box, _limit, signal) => drafts.units(draft, name, box, signal)
      : (name, box, limit, signal) => api.unitLayer({ theme: theme.id, level: name, at }, box, limit, signal);
    voids.ask((signal) => api.voids(theme.id, { draft, at }, signal));
    units.ask({ theme, level, key: draft ? `draft ${draft}` : (at ?? ''), source });
  }

  private select(): void {
    const { store, units, marks } = this.desk;
    const { unit } = store.get();
    const drawn = unit && units.shown?.name === unit.level ? units.find(unit.code) : null;
    marks.select(drawn?.feature.geometry ?? null);
  }

  private applyLayers(): void {
    const { map, points, store, units, voids } = this.desk;
    const state = store.get();
    if (layerShown(state, 'labels')) this.labels.addTo(map.leaflet);
    else this.labels.remove();
    units.showOutlines(layerShown(state, 'outlines'));
    this.addresses.show(layerShown(state, 'addresses'));
    this.facilities.show(layerShown(state, 'facilities'));
    voids.show(layerShown(state, 'voids'));
    map.setBasemap(layerShown(state, 'basemap') ? (this.config?.basemap ?? null) : null, this.shell.attribution);
    const key = layerShown(state, 'incidents') ? [state.from, state.to, state.category].join('|') : '';
    if (key === '') {
      this.loadingPoints?.abort();
      points.setPoints(null);
    } else if (key !== this.pointsKey) {
      this.loadPoints();
    }
    this.pointsKey = key;
    this.legend();
  }
}
