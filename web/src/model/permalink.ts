// The state as the part of the address after '#', and back. Unknown or broken parts are ignored: an old link still opens.
import type { Version } from '../client/compareTypes';
import {
  CLAIMS,
  HEX_WIDTHS,
  INITIAL,
  LANGUAGES,
  LAYER_IDS,
  MEASURES,
  STATUSES,
  TABS,
  WORKSPACES,
  type LayerId,
  type Place,
  type State,
  type View,
} from './state';
import { testOf, testText } from './testChoice';
import { HOURS, numbersText, WEEKDAYS } from './weekTimes';

/** `#/dispatch?m=14/30.6/114.3&lang=zh`: only what differs from the initial state. */
export function toHash(state: State): string {
  const parameters = new URLSearchParams();
  const add = (name: string, value: string | number | null): void => {
    if (value !== null && value !== '') parameters.set(name, String(value));
  };
  if (state.view) add('m', formatView(state.view));
  if (state.language !== INITIAL.language) add('lang', state.language);
  add('theme', state.theme);
  add('level', state.level);
  add('at', state.at);
  if (state.unit) add('unit', `${state.unit.level}/${state.unit.code}`);
  if (state.place) add('place', `${state.place.lat.toFixed(7)},${state.place.lon.toFixed(7)}`);
  add('address', state.place?.text ?? null);
  add('layers', formatLayers(state.layers));
  add('from', state.from);
  add('to', state.to);
  add('category', state.category);
  add('hours', state.hours);
  add('weekdays', state.weekdays);
  add('status', state.status);
  add('plan', state.plan);
  add('draft', state.draft);
  if (state.compare)
    add('compare', [state.compare.from, state.compare.to, ...(state.compare.withLevel ? [state.compare.withLevel] : [])].join('~'));
  add('finding', state.finding);
  add('kind', state.findingKind);
  if (state.tab !== INITIAL.tab) add('tab', state.tab);
  if (state.by !== INITIAL.by) add('by', state.by);
  if (state.hexMetres !== INITIAL.hexMetres) add('hex', state.hexMetres);
  if (state.measure !== INITIAL.measure) add('measure', state.measure);
  if (state.claim !== INITIAL.claim) add('claim', state.claim);
  add('over', state.over);
  add('test', testText(state.test));
  add('balance', state.balance);
  const text = parameters.toString().replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':');
  return `#/${state.workspace}` + (text ? `?${text}` : '');
}

/** The state that the hash stands for, every missing part as in the initial state. */
export function fromHash(hash: string): State {
  const [path = '', text = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const parameters = new URLSearchParams(text);
  const one = <T extends string>(value: string | null, known: readonly T[], otherwise: T): T =>
    known.find((candidate) => candidate === value) ?? otherwise;
  const plan = Number(parameters.get('plan') ?? NaN);
  const hex = Number(parameters.get('hex'));
  return {
    language: one(parameters.get('lang'), LANGUAGES, INITIAL.language),
    workspace: one(path, WORKSPACES, INITIAL.workspace),
    theme: parameters.get('theme'),
    level: parameters.get('level'),
    at: date(parameters.get('at')),
    view: parseView(parameters.get('m')),
    unit: parseUnit(parameters.get('unit')),
    place: parsePlace(parameters.get('place'), parameters.get('address')),
    layers: parseLayers(parameters.get('layers')),
    from: date(parameters.get('from')),
    to: date(parameters.get('to')),
    category: parameters.get('category'),
    hours: numbersText(parameters.get('hours'), HOURS),
    weekdays: numbersText(parameters.get('weekdays'), WEEKDAYS),
    status: STATUSES.find((one) => one === parameters.get('status')) ?? null,
    plan: Number.isInteger(plan) ? plan : null,
    draft: parameters.get('draft'),
    finding: parameters.get('finding'),
    findingKind: parameters.get('kind'),
    compare: parseCompare(parameters.get('compare')),
    tab: one(parameters.get('tab'), TABS, INITIAL.tab),
    by: one(parameters.get('by'), ['units', 'hex'], INITIAL.by),
    hexMetres: HEX_WIDTHS.includes(hex) ? hex : INITIAL.hexMetres,
    measure: one(parameters.get('measure'), MEASURES, INITIAL.measure),
    claim: one(parameters.get('claim'), CLAIMS, INITIAL.claim),
    over: parameters.get('over') || null,
    test: testOf(parameters.get('test')),
    balance: parameters.get('balance') || null,
  };
}

function formatView(view: View): string {
  return `${+view.zoom.toFixed(2)}/${view.lat.toFixed(5)}/${view.lon.toFixed(5)}`;
}

function parseView(text: string | null): View | null {
  const [zoom = NaN, lat = NaN, lon = NaN] = (text ?? '').split('/').map((part) => (part === '' ? NaN : Number(part)));
  const sound = zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return sound ? { zoom, lat, lon } : null;
}

function parseUnit(text: string | null): State['unit'] {
  const slash = text?.indexOf('/') ?? -1;
  return text && slash > 0 ? { level: text.slice(0, slash), code: text.slice(slash + 1) } : null;
}

function parsePlace(text: string | null, address: string | null): Place | null {
  const [lat = NaN, lon = NaN] = (text ?? '').split(',').map((part) => (part === '' ? NaN : Number(part)));
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon, text: address } : null;
}

function parseCompare(text: string | null): State['compare'] {
  const [, from, to, withLevel] = /^((?:plan|draft):\d+)~((?:plan|draft):\d+)(?:~(.+))?$/.exec(text ?? '') ?? [];
  return from && to ? { from: from as Version, to: to as Version, ...(withLevel ? { withLevel } : {}) } : null;
}

function formatLayers(layers: State['layers']): string {
  return LAYER_IDS.filter((layer) => layers[layer] !== undefined)
    .map((layer) => (layers[layer] ? layer : `-${layer}`))
    .join(',');
}

function parseLayers(text: string | null): State['layers'] {
  const layers: Partial<Record<LayerId, boolean>> = {};
  for (const part of (text ?? '').split(',')) {
    const layer = LAYER_IDS.find((candidate) => candidate === part.replace(/^-/, ''));
    if (layer) layers[layer] = !part.startsWith('-');
  }
  return layers;
}

function date(text: string | null): string | null {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}
