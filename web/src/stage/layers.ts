// The one table of what is on the map: how each layer is drawn, and what the legend says of it. Which workspaces show a
// layer says `model/state`; its name in the panel is `layers.` with its id, in the catalogues.
import type { Bounds, Config } from '../client/types';
import { LabelLayer } from '../map/labelLayer';
import { namePlaces } from '../map/namePlaces';
import type { Frame } from '../map/canvasOverlay';
import type { Pixel } from '../map/cityMap';
import { sharpness } from '../map/look';
import { css } from '../map/paint';
import { PlaceLayer } from '../map/placeLayer';
import type { Disc } from '../model/labels';
import type { LayerId } from '../model/state';
import type { UnitFacts } from '../model/unitTable';
import type { Mode } from '../modes/mode';
import type { Desk } from '../ui/desk';
import type { LegendRow } from '../ui/legend';
import { FindingsOnMap } from './findings';
import { Incidents } from './incidents';

/** What a layer may need to know. */
export interface Site {
  readonly desk: Desk;
  readonly config: Config;
  /** Where the base map is credited. */
  readonly attribution: HTMLElement;
  readonly mode: () => Mode | null;
  /** What a layer holds has changed: the legend may say something else. */
  readonly changed: () => void;
  /** What names make room for; a layer adds what it draws. */
  readonly obstacles: ((frame: Frame) => readonly Disc[])[];
  /** What names make room for has been drawn anew. */
  readonly painted: () => void;
}

/** A layer at work. Each method is there only where it has something to do. */
export interface MapLayer {
  /** Draws it, or takes it away; called again when the state has changed. */
  show?: (is: boolean) => void;
  /** The view has come to rest. */
  moved?: () => void;
  /** Other units are drawn: within some boxes, or anywhere where null. */
  drawn?: (boxes: readonly Bounds[] | null) => void;
  /** What it makes room for has been drawn anew. */
  redraw?: () => void;
  /** What is drawn counts as old. */
  forget?: () => void;
  /** Loads it again at once. */
  load?: () => void;
  close?: () => void;
  /** The mark of it at a pixel of the map, which stands for `count` things. */
  hit?: (pixel: Pixel) => { count: number; lon: number; lat: number } | null;
  /** What the legend says of it while it shows. */
  legend?: () => LegendRow[];
}

interface Row {
  /** Whether there is such a layer here; always where nothing is said. */
  offered?: (config: Config) => boolean;
  make: (site: Site) => MapLayer;
}

/** What is always there, beside the layers that can be switched. */
type Sign = 'units' | 'place';

/** In the order of the legend. */
export const LAYERS: Readonly<Record<LayerId | Sign, Row>> = {
  units: {
    make: ({ desk: { ground, i18n } }) => ({
      legend: () => {
        if (!ground.shown) return [];
        const unseen = ground.unseen();
        const rows: LegendRow[] = ground.bordered().map(({ level, colour, width }) => ({
          swatch: 'line',
          line: { colour: css(colour), width: width / sharpness() },
          text: i18n.t('legend.border', { level: i18n.term('level', level) }),
        }));
        if (unseen) rows.push({ swatch: 'unseen', text: i18n.t('legend.unseen', { n: unseen }) });
        if (ground.contested()) rows.push({ swatch: 'contested', text: i18n.t('legend.contested') });
        return rows;
      },
    }),
  },
  labels: { make: labels },
  outlines: {
    make: ({ desk: { ground } }) => ({ show: (is) => ground.showOutlines(is) }),
  },
  incidents: { make: incidents },
  addresses: {
    make: (site) => places(site, 'addresses', 15, { swatch: 'address', text: site.desk.i18n.t('legend.address') }),
  },
  facilities: {
    make: (site) => places(site, 'facilities', 12, { swatch: 'facility', text: site.desk.i18n.t('legend.facility') }),
  },
  voids: { make: voids },
  findings: { make: findings },
  place: {
    make: ({ desk: { i18n, store } }) => ({
      legend: () => (store.get().workspace === 'dispatch' ? [{ swatch: 'pin', text: i18n.t('place.coordinates') }] : []),
    }),
  },
  basemap: {
    offered: ({ basemap }) => basemap !== null,
    make: ({ desk: { map }, config: { basemap }, attribution }) => ({
      show: (is) => map.setBasemap(is ? basemap : null, attribution),
    }),
  },
};

function labels({ desk, obstacles }: Site): MapLayer {
  const { ground, i18n, map, points } = desk;
  obstacles.push((frame) => points.discs(frame));
  const layer = new LabelLayer(
    (unit) => i18n.nameOf(unit),
    (frame) => obstacles.flatMap((discs) => discs(frame)),
    'labels',
    (unit) => withoutLevel(i18n, unit),
  );
  const places = namePlaces(map, ground.studio);
  let shows = false;
  const read = (): void => {
    if (!shows) return;
    places.read(
      ground.named().map((of) => ({ of, pattern: ground.namesOf(of) })),
      ([units = [], parents = []]) => layer.setUnits(units, parents),
    );
  };
  return {
    show: (is) => {
      if (is === shows) return;
      shows = is;
      if (is) layer.addTo(map.leaflet);
      else layer.remove();
      read();
    },
    moved: read,
    drawn: (boxes) => {
      places.forget(boxes);
      read();
    },
    redraw: () => layer.redraw(),
  };
}

/** A name without the word for the level, as in “Hehu Community”; null where it does not end so. */
function withoutLevel(i18n: Desk['i18n'], unit: UnitFacts): string | null {
  const name = i18n.nameOf(unit);
  const word = i18n.term('level', unit.level);
  const rest = name.endsWith(word) ? name.slice(0, -word.length).trim() : '';
  return rest === '' ? null : rest;
}

function incidents({ desk }: Site): MapLayer {
  const layer = new Incidents(desk);
  return {
    show: (is) => layer.show(is),
    moved: () => layer.moved(),
    forget: () => layer.load(),
    load: () => layer.load(),
    close: () => layer.close(),
    legend: () => [
      { swatch: 'incident', text: desk.i18n.t('legend.incident') },
      { swatch: 'cluster', text: desk.i18n.t('legend.cluster') },
    ],
  };
}

function places({ desk }: Site, kind: 'addresses' | 'facilities', fromZoom: number, row: LegendRow): MapLayer {
  const layer = new PlaceLayer(desk.map, desk.api, kind, fromZoom, (error) => desk.fail(error));
  return {
    show: (is) => layer.show(is),
    moved: () => void layer.load(),
    close: () => layer.close(),
    legend: () => [row],
  };
}

function findings({ desk, mode, changed, obstacles, painted }: Site): MapLayer {
  const layer = new FindingsOnMap(desk, mode, changed, painted);
  obstacles.push((frame) => layer.discs(frame));
  const { i18n } = desk;
  return {
    show: (is) => layer.show(is),
    moved: () => {
      layer.moved();
      changed();
    },
    redraw: () => layer.draw(),
    hit: (pixel) => layer.hit(pixel),
    close: () => layer.close(),
    legend: () => {
      const severities = mode()?.findings().severities ?? [];
      const rows: LegendRow[] = severities.map((severity) => ({ swatch: severity, text: i18n.t(`legend.${severity}`) }));
      return layer.gathered ? [...rows, { swatch: 'findings', text: i18n.t('legend.findings') }] : rows;
    },
  };
}

function voids({ desk: { i18n, voids: layer }, changed }: Site): MapLayer {
  const end = layer.store.subscribe(changed);
  return {
    show: (is) => layer.show(is),
    close: () => {
      end();
      layer.close();
    },
    legend: () => (layer.store.get().voids.length > 0 ? [{ swatch: 'void', text: i18n.t('legend.void') }] : []),
  };
}
