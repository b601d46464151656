// What bringing data in has at hand: also where there is no map of the city yet.
import type { DraftsApi } from '../../client/drafts';
import type { FindingsApi } from '../../client/findings';
import type { UploadsApi } from '../../client/uploads';
import type { Theme } from '../../client/types';
import type { I18n } from '../../i18n/i18n';
import type { CityMap } from '../../map/cityMap';

export interface IntakeDesk {
  readonly i18n: I18n;
  readonly uploads: UploadsApi;
  readonly drafts: DraftsApi;
  readonly findings: FindingsApi;
  readonly map: CityMap;
  readonly themes: readonly Theme[];
  /** Says a sentence to screen readers. */
  readonly say: (text: string) => void;
  /** Goes to a draft, with its theme. */
  readonly openDraft: (theme: string, draft: number) => void;
  /** Something was imported or published: shows the map, of this theme where one is named. */
  readonly done: (theme: string | null, told: string | null) => void;
  /** Leaves without anything; null where there is nowhere to go. */
  readonly leave: (() => void) | null;
}
