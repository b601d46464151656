// What is on the map whatever the workspace: areas, names, incidents, selection, and what the pointer is on.
import type { Bounds, Config } from '../client/types';
import type { Pixel } from '../map/cityMap';
import { tintOf } from '../map/colours';
import type { Paint } from '../map/paint';
import type { UnitSource } from '../map/unitLayer';
import { LAYER_IDS, layerShown, type LayerId, type State, type View } from '../model/state';
import type { Mode } from '../modes/mode';
import type { Desk } from '../ui/desk';
import type { Shell } from '../ui/shell';
import { filtersDiffer } from '../ui/filters';
import { LAYERS, type MapLayer, type Site } from './layers';

/** Stands for what lay over the map where the city is to be fitted in any case. */
const ANEW = 'anew';

export class Stage {
  private readonly layers: Readonly<Record<keyof typeof LAYERS, MapLayer>>;
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
    this.desk.ground.close();
    this.desk.units.close();
    this.desk.marks.clear();
  }

  /** Shows the whole city in the part of the map that nothing lies over, also when more comes to lie over it. */
  whole(): void {
    this.fitted = ANEW;
    this.refit(true);
  }

  /** Keeps the view as it is, whatever comes to lie over the map. */
  hold(): void {
    this.fitted = null;
  }

  moved(view: View): void {
    if (!this.fitting) this.fitted = null;
    this.desk.store.set({ view });
    this.desk.ground.moved();
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

  /** Areas are on the map, or others than before: within some boxes, or anywhere where null. */
  drawn(boxes: readonly Bounds[] | null): void {
    this.each(({ drawn }) => drawn?.(boxes));
    this.select();
    this.mode()?.drawn();
    this.recolour();
  }

  /**
   * Shapes are at hand, or others than before.
   *
   * @param tooMany whether the view is too wide to handle any
   */
  shaped(tooMany: boolean): void {
    const { i18n, units } = this.desk;
    const handled = this.mode()?.needsShapes && tooMany && units.shown;
    this.shell.setNotice(handled ? i18n.t('map.tooWide', { level: i18n.term('level', handled.name) }) : null);
    this.select();
    this.mode()?.drawn();
  }

  /** Fills the units as the workspace wants, or with the quiet tint of their parent. */
  recolour(): void {
    const { ground, units } = this.desk;
    const needed = this.mode()?.needsShapes ?? false;
    if (!needed) this.shell.setNotice(null);
    units.want(needed);
    const tints = new Map<string, Paint>();
    const tint = (of: string): Paint => {
      let paint = tints.get(of);
      if (!paint) tints.set(of, (paint = { fillColor: tintOf(of), fillOpacity: 0.72 }));
      return paint;
    };
    ground.restyle((unit) => this.mode()?.fillOf(unit) ?? tint(unit.parent ?? unit.code));
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

  /** Fits the city again where something has come to lie over it since it was fitted, and nobody has moved it. */
  private refit(animate: boolean): void {
    const { bounds } = this.desk.theme();
    const covered = this.shell.covered().join();
    if (this.fitted === null || this.fitted === covered || !bounds) return;
    const anew = this.fitted === ANEW;
    this.fitted = covered;
    if (!anew && !this.desk.map.isCovered(bounds)) return;
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
    if (hit && (hit.count > 1 || hit.id === null)) {
      map.leaflet.setView([hit.lat, hit.lon], Math.min(18, map.leaflet.getZoom() + 2));
      return;
    }
    if (hit?.id) void this.pickedIncident(hit.id, hit);
    else this.mode()?.picked({ lon: +lon.toFixed(7), lat: +lat.toFixed(7), text: null });
  }

  /** Its place as it was recorded; where that is not to be had, as it is drawn. */
  private async pickedIncident(id: string, drawn: { lon: number; lat: number }): Promise<void> {
    const mode = this.mode();
    const { lon, lat } = await this.desk.api.incident(id).catch(() => drawn);
    if (mode && mode === this.mode()) mode.picked({ lon: +lon.toFixed(7), lat: +lat.toFixed(7), text: null });
  }

  hovered(at: { lon: number; lat: number; pixel: Pixel } | null): void {
    const { ground, i18n, map, points, store } = this.desk;
    if (this.mode()?.drawing) {
      ground.mark('hover', null);
      this.shell.showTip(null);
      return;
    }
    const hit = at && layerShown(store.get(), 'incidents') ? points.hit(map.leaflet, at.pixel) : null;
    const findings = at ? this.layers.findings.hit?.(at.pixel) : null;
    const unit = at ? ground.at(at.lon, at.lat) : null;
    ground.mark('hover', unit?.code ?? null);
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
      const name = i18n.nameOf(unit);
      lines.push(name === unit.code ? name : `${i18n.nameWithin(unit, ground.parentOf(unit))} · ${unit.code}`);
      const more = this.mode()?.tipOf(unit);
      if (more) lines.push(more);
    }
    this.shell.showTip(lines, at.pixel.x, at.pixel.y);
  }

  /** Loads the incidents again. */
  loadPoints(): void {
    this.layers.incidents.load?.();
  }

  private ask(): void {
    const { api, drafts, ground, store, units, voids } = this.desk;
    const { level, at, draft } = store.get();
    const theme = this.desk.theme();
    const source: UnitSource = draft
      ? (name, box, _limit, signal) => drafts.units(draft, name, box, signal)
      : (name, box, limit, signal) => api.unitLayer({ theme: theme.id, level: name, at }, box, limit, signal);
    voids.ask((signal) => api.voids(theme.id, { draft, at }, signal));
    ground.ask({ theme, level, of: { theme: theme.id, at, draft, version: theme.plan?.tiles ?? null } });
    units.ask({ theme, level, key: draft ? `draft ${draft}` : (at ?? ''), source });
  }

  private select(): void {
    const { ground, store, units, marks } = this.desk;
    const { unit } = store.get();
    const exact = unit && units.shown?.name === unit.level ? units.find(unit.code) : null;
    marks.select(exact?.feature.geometry ?? null);
    ground.mark('selected', !exact && unit && ground.shown?.name === unit.level ? unit.code : null);
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
