// The shapes of drafts, edits and repairs, as docs/openapi.yaml has them. Positions are degrees, longitude first.
import type { Shape } from './shapes';
import type { UnitCollection } from './types';

export type Draft = Shape<'Draft'>;
export type NewDraft = Shape<'NewDraft'>;
export type Area = Shape<'Area'>;

/** One change of a draft. Codes are of the finest level unless a level is named. */
export type Edit = Shape<'Edit'> & { reason?: string };

export type VoidKind = Shape<'VoidKind'>;
export const VOID_KINDS: readonly VoidKind[] = ['water', 'enclave', 'other'];

export type BlockCollection = Shape<'BlockCollection'>;
export type GoingEdit = Shape<'GoingEdit'>;
export type EditAnswer = Omit<Shape<'EditAnswer'>, 'changed'> & { changed: UnitCollection };
export type Revision = Shape<'Revision'>;
export type History = Shape<'History'>;
export type RevisionFacts = Shape<'RevisionFacts'>;
export type GridNumbers = Shape<'GridNumbers'>;

export type DraftFinding = Shape<'Finding'>;
export type RepairRequest = Shape<'RepairRequest'>;
export type Movement = Shape<'Movement'>;
export type Repair = Omit<Shape<'Repair'>, 'before' | 'after' | 'edit'> & {
  before: UnitCollection;
  after: UnitCollection;
  edit?: EditAnswer;
};

export type RedrawRequest = Shape<'RedrawRequest'>;
export type RedrawMethod = RedrawRequest['method'];
/** What new grids can have equally much of. */
export type RedrawBalance = NonNullable<RedrawRequest['balance']>;
export type RedrawReport = Shape<'RedrawReport'>;
export type ProposedGrid = Shape<'ProposedGrid'>;
export type Redraw = Omit<Shape<'Redraw'>, 'edit'> & { edit?: EditAnswer };

/** What a file of assignments changes, or would; without an edit where everything is so already. */
export type Assignments = Omit<Shape<'AssignmentsAnswer'>, 'edit'> & { edit: EditAnswer | null };

/** How a file of assignments is read; see the parameters of the server's resource. */
export interface AssignmentOptions {
  level?: string;
  blocks?: string;
  /** What new grids on ground that was nobody's belong to. */
  parent?: string;
  emptied?: true;
  multipart?: true;
  preview?: true;
}

/** A row of a file that can not hold, as a problem tells it. */
export interface RefusedRow {
  line: number;
  code: string;
  detail: string;
}

/** Both states of the units that two people changed. */
export interface Conflict {
  units: string[];
  mine: UnitCollection | null;
  theirs: UnitCollection | null;
  version: number | null;
}

export type Balance = Shape<'Balance'>;
export type BalanceRow = Shape<'BalanceRow'>;
export type BalanceSort = 'deviation' | 'most' | 'least';
export type DrawnAmount = Shape<'DrawnAmount'>;

/** What becomes of an officer whose grid a draft moves to others: asked, and chosen. */
export type OfficerQuestion = Shape<'OfficerQuestion'>;
export type OfficerChoice = Shape<'OfficerChoice'>;

/** What publishing a draft changes. */
export type Summary = Shape<'Summary'>;

export type Rule = Shape<'Rule'>;
export type RuleChange = Shape<'RuleChange'>;

export type FactKind = Shape<'FactKind'>;
export const FACT_KINDS: readonly FactKind[] = ['extensive', 'intensive', 'derived', 'other', 'label', 'tags'];
/** What an attribute of the grids is, and whether somebody said so. */
export type FactOfAttribute = Shape<'FactOfAttribute'>;
export type FactChange = Shape<'FactChange'>;
