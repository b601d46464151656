// The shapes of drafts, edits and repairs, as docs/http-api.md states them. Positions are degrees, longitude first.
import type { Feature, FeatureCollection, Geometry, LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import type { Finding, Names, UnitCollection, UnitFeature, VoidCollection } from './types';

/** What can be undone or redone next. */
export interface Step {
  kind: string;
  reason: string | null;
}

export interface Draft {
  id: number | string;
  theme: string;
  name: string;
  description: string | null;
  base: { plan: number; revision: number; effectiveFrom: string | null } | null;
  /** Counts every change; the version an edit was made on goes with it. */
  version: number;
  author: string | null;
  created: string;
  updated: string;
  undo: Step | null;
  redo: Step | null;
  units: { changed: number; added: number; removed: number };
}

export interface NewDraft {
  theme: string;
  name?: string;
  description?: string;
  plan?: number;
  copyOf?: number | string;
}

export type Area = Polygon | MultiPolygon;

/** One change of a draft. Codes are of the finest level unless a level is named. */
export type Edit = (
  | { type: 'split'; unit: string; line: LineString; keeps?: string }
  | { type: 'merge'; units: string[]; into?: string }
  | { type: 'reshape'; units: string[]; line: LineString }
  | { type: 'move-vertex'; from: Position; to: Position }
  | { type: 'add-vertex'; at: Position; on: [Position, Position] }
  | { type: 'remove-vertex'; at: Position }
  | { type: 'transfer'; from?: string; to: string; area: Area }
  | { type: 'transfer'; to: string; addresses: string[] }
  | { type: 'transfer'; to: string; blocks: Position[]; lines: MultiLineString }
  | { type: 'add-unit'; code?: string; parent?: string; name?: string; area: Area }
  | { type: 'retire'; unit: string; into?: string }
  | { type: 'rename'; level: string; unit: string; name: string; names?: Names }
  | { type: 'recode'; level: string; unit: string; code: string }
  | { type: 'change-parent'; level: string; unit: string; parent: string }
  | { type: 'renumber'; parent: string; level: string }
  | { type: 'drop-void'; name: string }
  | { type: 'declare-void'; name: string; kind: VoidKind; area?: Area; finding?: string }
) & { reason?: string };

export type VoidKind = 'water' | 'enclave' | 'other';
export const VOID_KINDS: readonly VoidKind[] = ['water', 'enclave', 'other'];

/** The pieces of units between lines; `at` is a place inside, by which an edit names the block. */
export type BlockCollection = FeatureCollection<Area, { unit: string; at: Position }>;

export interface EditAnswer {
  version: number;
  draft: Draft;
  kind: string;
  changed: UnitCollection;
  removed: { level: string; code: string }[];
  lineage: { level: string; from: string[]; to: string[] }[];
  voids: { declared: VoidCollection; dropped: string[] };
  findings: { appeared: Finding[]; gone: string[] };
  /** Whether the edit was put on top of what someone else changed meanwhile. */
  merged: boolean;
  /** Whether it had been made before, and the answer was lost. */
  repeated?: boolean;
}

export interface Revision {
  position: number;
  kind: string;
  reason: string | null;
  author: string | null;
  created: string;
  applied: boolean;
  units: string[];
}

export interface History {
  version: number;
  head: number;
  revisions: Revision[];
}

export interface DraftFinding extends Finding {
  accepted: { reason: string; author: string | null; at: string } | null;
  /** What can be done: the choices of a repair, and `declare-void`. */
  fixes: string[];
}

export interface DraftFindings {
  version: number;
  blocking: number;
  warnings: number;
  accepted: number;
  findings: DraftFinding[];
}

export interface RepairRequest {
  snapMetres?: number;
  gapWidthMetres?: number;
  inletMetres?: number;
  gaps?: string;
  overlaps?: string;
  choices?: Record<string, string>;
  only?: string[];
  apply: boolean;
}

export interface Mend {
  kind: string;
  place: Geometry | null;
  areaSquareMetres: number | null;
  widthMetres: number | null;
  units: string[];
  receiver: string | null;
  message: string;
}

export interface Movement {
  code: string;
  areaBefore: number;
  areaAfter: number;
  gained: number;
  lost: number;
  vertexMetres: number;
}

export interface Repair {
  version: number;
  mends: Mend[];
  moved: Movement[];
  before: UnitCollection;
  after: UnitCollection;
  left: Finding[];
}

export type RedrawMethod = 'divide' | 'consolidate' | 'squares' | 'hexagons';

/** What to cut, join or lay; `tolerance` is a part of one. Nothing is stored before it is applied. */
export interface RedrawRequest {
  method: RedrawMethod;
  units?: string[];
  parent?: string;
  level?: string;
  into?: number;
  balance?: string;
  tolerance?: number;
  seed?: number;
  lines?: MultiLineString;
  area?: Area;
  cellMetres?: number;
}

/** How good a proposal is; shares are parts of one. */
export interface RedrawReport {
  basis: 'weight' | 'area' | 'both';
  balanced: boolean;
  mean: number;
  /** From the mean of the unit that a grid was cut from, and from that of all. */
  largestDeviation: number;
  overallDeviation: number;
  coefficientOfVariation: number;
  polsbyPopper: number;
  reock: number;
  disconnected: number;
  streetsCut: number | null;
  streetShare: number | null;
  pointsMoving: number;
  shareMoving: number | null;
  notes: string[];
}

/** A grid as it would be; `deviation` is from the mean of the unit that it was cut from. */
export type ProposedGrid = Feature<
  Geometry,
  UnitFeature['properties'] & {
    weight: number | null;
    points: number | null;
    deviation: number | null;
    areaSquareMetres: number;
    parts: number;
    from: string[];
  }
>;

export interface Redraw {
  version: number;
  grids: FeatureCollection<Geometry, ProposedGrid['properties']>;
  removed: string[];
  touched: string[];
  report: RedrawReport;
}

/** Both states of the units that two people changed. */
export interface Conflict {
  units: string[];
  mine: UnitCollection | null;
  theirs: UnitCollection | null;
  version: number | null;
}

/** A rule of the check, with the range of each number that tunes it. */
export interface Rule {
  name: string;
  enabled: boolean;
  parameters: Record<string, { value: number; min: number; max: number; default: number }>;
}

export interface RuleChange {
  name: string;
  enabled: boolean;
  parameters: Record<string, number>;
}
