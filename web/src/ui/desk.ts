// What a workspace has at hand: the state, the server, the map and the places on the page where it may show things.
import type { Api } from '../client/api';
import type { DraftsApi } from '../client/drafts';
import type { ExportsApi } from '../client/exports';
import type { FindingsApi } from '../client/findings';
import type { RosterApi } from '../client/roster';
import type { Theme } from '../client/types';
import type { I18n } from '../i18n/i18n';
import type { CityMap } from '../map/cityMap';
import type { Ground } from '../map/ground';
import type { Marks } from '../map/marks';
import type { PointLayer } from '../map/pointLayer';
import type { UnitLayer } from '../map/unitLayer';
import type { VoidLayer } from '../map/voidLayer';
import type { State } from '../model/state';
import type { Store } from '../model/store';
import type { Legend } from './legend';

export interface Desk {
  readonly store: Store<State>;
  readonly api: Api;
  readonly drafts: DraftsApi;
  readonly findings: FindingsApi;
  readonly roster: RosterApi;
  readonly exports: ExportsApi;
  readonly i18n: I18n;
  readonly map: CityMap;
  /** All areas of the level shown. */
  readonly ground: Ground;
  /** The exact shapes in view, while somebody edits or compares. */
  readonly units: UnitLayer;
  readonly marks: Marks;
  readonly voids: VoidLayer;
  readonly points: PointLayer;
  readonly legend: Legend;
  /** The workspace's part of the panel; empty when a mode enters. */
  readonly panel: HTMLElement;
  /** The name that the planner's edits carry; null where none is given. */
  readonly author: () => string | null;
  /** Where the map's tools are shown; empty when a mode enters. */
  readonly tools: HTMLElement;
  /** The theme on the map. */
  readonly theme: () => Theme;
  /** All themes that have areas. */
  readonly themes: () => readonly Theme[];
  /** Says a sentence to screen readers. */
  readonly say: (text: string) => void;
  /** Shows a sentence for a while. */
  readonly tell: (text: string) => void;
  /** Shows what went wrong, unless it only says that an answer is not wanted any more. */
  readonly fail: (error: unknown) => void;
  /** Draws the units again in the colours of the present mode. */
  readonly recolour: () => void;
  /** Begins anew, with the theme's plan or, where it has none in force, with what there is to begin with. */
  readonly begin: () => void;
  /** On a narrow screen, leaves the map the room that a tool needs. */
  readonly lowerPanel: () => void;
  /** Loads the incident points again. */
  readonly refreshPoints: () => void;
}
