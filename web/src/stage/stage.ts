// What is on the map whatever the workspace: areas, names, incidents, selection, and what the pointer is on.
import type { Config, Level } from '../client/types';
import type { Pixel } from '../map/cityMap';
import { COLOURS, tintOf } from '../map/colours';
import type { DrawnUnit, UnitSource } from '../map/unitLayer';
import { wantedLevel } from '../model/levels';
import { LAYER_IDS, layerShown, type LayerId, type State, type View } from '../model/state';
import type { Mode } from '../modes/mode';
import type { Desk } from '../ui/desk';
import type { Shell } from '../ui/shell';
import { filtersDiffer } from '../ui/filters';
import { LAYERS, type MapLayer, type Site } from './layers';

export class Stage {
  private readonly layers: Readonly<Record<keyof typeof LAYERS, MapLayer>>;
  private parent: Level | null = null;
  /** What lay over the map when the whole city was fitted into it; null where the map has been moved since. */
  private fitted: string | null = null;
  private fitting = false;
  private readonly observer = new ResizeObserver(() => this.resized());

  constructor(
    private readonly desk: Desk,
    private readonly shell: Shell,
    private readonly mode: () => Mode | null,
    config: Config,
  ) {
    const site: Site = {
      desk,
      config,
      attribution: shell.attribution,
      mode,
      parent: () => this.parent,
      changed: () => this.legend(),
      obstacles: [],
      painted: () => this.pointsPainted(),
    };
    const made = Object.entries(LAYERS).map(([id, { make }]) => [id, make(site)]);
    this.layers = Object.fromEntries(made) as Record<keyof typeof LAYERS, MapLayer>;
  }

  /** Sets the first view and draws what belongs to it. */
  open(): void {
    const { map, store, marks } = this.desk;
    const { view, place } = store.get();
    if (view) map.show(view);
    else this.whole();
    this.observer.observe(map.element);
    marks.place(place);
    this.desk.points.addTo(map.leaflet);
    this.recolour();
    this.applyLayers();
    this.ask();
  }

  close(): void {
    this.observer.disconnect();
    this.each(({ close }) => close?.());
    this.desk.units.close();
    this.desk.marks.clear();
  }

  /** Shows the whole city in the part of the map that nothing lies over, also when more comes to lie over it. */
  whole(): void {
    this.fitted = 'anew';
    this.refit(true);
  }

  /** Keeps the view as it is, whatever comes to lie over the map. */
  hold(): void {
    this.fitted = null;
  }

  moved(view: View): void {
    if (!this.fitting) this.fitted = null;
    this.desk.store.set({ view });
    void this.desk.units.load();
    this.each(({ moved }) => moved?.());
  }

  /** The server is in reach again. */
  reload(): void {
    this.desk.units.forget();
    this.ask();
    this.each(({ forget }) => forget?.());
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
    this.each(({ drawn }) => drawn?.(units));
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
    this.layers.findings.redraw?.();
    this.legend();
  }

  /** The incidents were drawn anew: names make room for them. */
  pointsPainted(): void {
    this.layers.labels.redraw?.();
  }

  legend(): void {
    const state = this.desk.store.get();
    const shown = Object.entries(this.layers).filter(([id]) => !isSwitched(id) || layerShown(state, id));
    this.desk.legend.setRows(shown.flatMap(([, layer]) => layer.legend?.() ?? []));
    this.refit(false);
  }

  /** The map's box has another size. */
  private resized(): void {
    const { fitted } = this;
    this.desk.map.resized();
    this.fitted = fitted;
    if (fitted !== null) this.whole();
  }

  /** Fits the city again where something else lies over the map than when it was fitted, and nobody has moved it since. */
  private refit(animate: boolean): void {
    const { bounds } = this.desk.theme();
    const covered = this.shell.covered().join();
    if (this.fitted === null || this.fitted === covered || !bounds) return;
    this.fitted = covered;
    this.fitting = true;
    this.desk.map.fit(bounds, 18, animate);
    this.fitting = false;
  }

  picked(lon: number, lat: number, pixel: Pixel, byKey: boolean): void {
    if (this.mode()?.grabs(lon, lat, byKey)) return;
    const { map, points, store } = this.desk;
    const findings = this.layers.findings.hit?.(pixel);
    if (findings) {
      map.leaflet.setView([findings.lat, findings.lon], Math.min(18, map.leaflet.getZoom() + 2));
      return;
    }
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
    const findings = at ? this.layers.findings.hit?.(at.pixel) : null;
    const unit = at ? units.at(at.lon, at.lat) : null;
    marks.hover(unit?.feature.geometry ?? null);
    map.element.classList.toggle('pointing', hit !== null || Boolean(findings) || (unit !== null && this.mode()?.id !== 'dispatch'));
    if (!at || (!hit && !unit && !findings)) {
      this.shell.showTip(null);
      return;
    }
    const lines: string[] = [];
    if (findings) lines.push(i18n.t('map.findings', { count: i18n.number(findings.count) }));
    if (hit) {
      const count = i18n.number(hit.count);
      lines.push(hit.category ? i18n.term('category', hit.category) : i18n.t('map.cluster', { count }));
    }
    if (unit) {
      const { code, parent } = unit.feature.properties;
      const name = i18n.nameOf(unit.feature.properties);
      const above = units.parents.find(({ feature }) => feature.properties.code === parent)?.feature.properties;
      lines.push(name === code ? name : `${i18n.nameWithin(unit.feature.properties, above)} · ${code}`);
      const more = this.mode()?.tipOf(unit.feature);
      if (more) lines.push(more);
    }
    this.shell.showTip(lines, at.pixel.x, at.pixel.y);
  }

  /** Loads the incidents again. */
  loadPoints(): void {
    this.layers.incidents.load?.();
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
    const state = this.desk.store.get();
    for (const id of LAYER_IDS) this.layers[id].show?.(layerShown(state, id));
    this.legend();
  }

  private each(action: (layer: MapLayer) => void): void {
    for (const layer of Object.values(this.layers)) action(layer);
  }
}

/** Whether it is the reader who shows and hides it. */
function isSwitched(id: string): id is LayerId {
  return LAYER_IDS.some((layer) => layer === id);
}
