// What the reader is looking at. Everything here survives a reload through the permalink.
import type { Version } from '../client/compareTypes';
import { USUAL_TEST, type TestChoice } from './testChoice';

export type WorkspaceId = 'zoning' | 'dispatch' | 'hotspots';
export const WORKSPACES: readonly WorkspaceId[] = ['zoning', 'dispatch', 'hotspots'];

/** The layers that can be switched, in the order of the panel, each with the workspaces that show it unasked. */
const LAYERS = {
  labels: WORKSPACES,
  outlines: WORKSPACES,
  incidents: ['dispatch'],
  addresses: [],
  facilities: [],
  voids: WORKSPACES,
  findings: ['zoning'],
  basemap: WORKSPACES,
} as const satisfies Record<string, readonly WorkspaceId[]>;
export type LayerId = keyof typeof LAYERS;
export const LAYER_IDS = Object.keys(LAYERS) as readonly LayerId[];

export type Measure = 'count' | 'perSquareKilometre' | 'perThousandAddresses';
export const MEASURES: readonly Measure[] = ['count', 'perSquareKilometre', 'perThousandAddresses'];

/** How areas are coloured: by what was counted, or by a test of which stand out. */
export type LocalClaim = 'gistar' | 'gi' | 'moran' | 'geary';
/** Methods that the server answers as jobs. */
export type MethodClaim = 'scan' | 'emerging' | 'change' | 'repeat' | 'near-repeat' | 'rhythm' | 'density' | 'score';
export type Claim = 'none' | LocalClaim | MethodClaim;
export const METHODS: readonly MethodClaim[] = ['scan', 'emerging', 'change', 'repeat', 'near-repeat', 'rhythm', 'density', 'score'];
export const CLAIMS: readonly Claim[] = ['none', 'gistar', 'gi', 'moran', 'geary', ...METHODS];

/** What an incident can be by its state. */
export type IncidentStatus = 'open' | 'closed';
export const STATUSES: readonly IncidentStatus[] = ['open', 'closed'];

export const HEX_WIDTHS: readonly number[] = [250, 500, 1000, 2000];

export type Tab = 'findings' | 'units' | 'history' | 'voids';
/** History and voids are a draft's. */
export const TABS: readonly Tab[] = ['findings', 'units', 'history', 'voids'];

export type LanguageId = 'en' | 'zh';
export const LANGUAGES: readonly LanguageId[] = ['en', 'zh'];

/** The middle of the map in degrees, and the zoom. */
export interface View {
  lon: number;
  lat: number;
  zoom: number;
}

export interface UnitRef {
  level: string;
  code: string;
}

/** A place that was asked about, in degrees; the text is the address where one was chosen. */
export interface Place {
  lon: number;
  lat: number;
  text: string | null;
  /** Whether it was just sought by name, and not pointed at. */
  sought?: boolean;
}

export interface Pair {
  from: Version;
  to: Version;
  /** The level meant in the second theme, where there are two; without it the finest. */
  withLevel?: string;
}

export interface State {
  language: LanguageId;
  workspace: WorkspaceId;
  /** Null until the themes are known. */
  theme: string | null;
  /** Null: the finest level of the theme. */
  level: string | null;
  /** The date whose plan is shown; null is today. */
  at: string | null;
  /** Null: the whole theme. */
  view: View | null;
  unit: UnitRef | null;
  place: Place | null;
  /** Layers switched by hand; the others follow the workspace. */
  layers: Partial<Record<LayerId, boolean>>;
  /** Local dates; the period includes `from` and ends before the day after `to`. */
  from: string | null;
  to: string | null;
  category: string | null;
  /** Hours of the day, as the server reads them (`7-9,17`); null is all. */
  hours: string | null;
  /** Weekdays from 1, Monday, likewise; null is all. */
  weekdays: string | null;
  /** Whether incidents are open or closed; null is both. */
  status: IncidentStatus | null;
  plan: number | null;
  finding: string | null;
  /** The id of the draft that is open. */
  draft: string | null;
  /** Two plans or drafts that are compared. Of one theme, the map shows the second; of two, the first. */
  compare: Pair | null;
  tab: Tab;
  findingKind: string | null;
  by: 'units' | 'hex';
  hexMetres: number;
  measure: Measure;
  claim: Claim;
  /** An attribute of the units that incidents are tested against in place of the measure; null for none. */
  over: string | null;
  /** How what stands out is tested. */
  test: TestChoice;
  /** What a draft is balanced by, and its areas are coloured by: a measure of the server's; null is the quiet tint. */
  balance: string | null;
}

export const INITIAL: State = {
  language: 'en',
  workspace: 'zoning',
  theme: null,
  level: null,
  at: null,
  view: null,
  unit: null,
  place: null,
  layers: {},
  from: null,
  to: null,
  category: null,
  hours: null,
  weekdays: null,
  status: null,
  plan: null,
  finding: null,
  draft: null,
  compare: null,
  tab: 'findings',
  findingKind: null,
  by: 'units',
  hexMetres: 500,
  measure: 'count',
  claim: 'none',
  over: null,
  test: USUAL_TEST,
  balance: null,
};

/** What changes without being a step that Back would undo. */
const BY_THE_WAY: readonly (keyof State)[] = ['view', 'layers', 'language'];

/** The members of a state that differ from another, by value: what is the same stays the same object. */
export function differences(state: State, from: State): Partial<State> {
  const keys = (Object.keys(state) as (keyof State)[]).filter((key) => JSON.stringify(state[key]) !== JSON.stringify(from[key]));
  return Object.fromEntries(keys.map((key) => [key, state[key]]));
}

/** Whether the reader went somewhere, so that Back should lead here again. */
export function isStep(state: State, before: State): boolean {
  return Object.keys(differences(state, before)).some((key) => !BY_THE_WAY.some((one) => one === key));
}

/** Whether a layer shows: as switched by hand, else by what the workspace is for. */
export function layerShown(state: State, layer: LayerId): boolean {
  const unasked: readonly WorkspaceId[] = LAYERS[layer];
  return state.layers[layer] ?? unasked.includes(state.workspace);
}
