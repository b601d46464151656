// What is counted or tested, and over what: the fields above the filters, bound to the state.
import { CLAIMS, HEX_WIDTHS, MEASURES, METHODS, type Claim, type Measure, type State } from '../../model/state';
import type { Desk } from '../../ui/desk';
import { fill } from '../../ui/dom';
import { segmented, selectField } from '../../ui/parts';

/** Before the name of an attribute among the measures. */
const OVER = 'over:';

/**
 * Fills a box with what there is to choose now; the focus stays where it is.
 *
 * @param attributes totals of the units, which incidents can be tested against
 */
export function drawOptions({ i18n, store }: Desk, box: HTMLElement, attributes: readonly string[]): void {
  const { by, claim, hexMetres, measure, over } = store.get();
  const tested = claim !== 'none';
  const known = over === null || attributes.includes(over) ? attributes : [...attributes, over];
  const overs =
    tested && by === 'units'
      ? known.map((name) => ({ value: OVER + name, text: i18n.t('hot.over', { what: i18n.term('attribute', name) }) }))
      : [];
  const focused = (document.activeElement as HTMLInputElement | null)?.value;
  const inside = box.contains(document.activeElement);
  const areas = { value: 'units' as const, text: i18n.t('hot.by.units') };
  const hexes = { value: 'hex' as const, text: i18n.t('hot.by.hex') };
  const measures = MEASURES.filter((value) => by === 'units' || tested || value !== 'perThousandAddresses');
  const widths = HEX_WIDTHS.map((value) => ({ value: String(value), text: i18n.distance(value) }));
  // Of the methods only scans ask what is at risk.
  const ofCounts = METHODS.some((one) => one === claim) && claim !== 'scan';
  fill(
    box,
    segmented(i18n.t('hot.by'), [areas, hexes], by, (value) => {
      store.set({ by: value, over: value === 'hex' ? null : over, measure: measureOf(store.get().measure, value, claim) });
    }),
    by === 'hex' ? selectField(i18n.t('hot.hex'), widths, String(hexMetres), (value) => store.set({ hexMetres: Number(value) })) : null,
    ofCounts
      ? null
      : selectField(
          i18n.t('hot.measure'),
          [...measures.map((value) => ({ value, text: i18n.t(`hot.${value}`) })), ...overs],
          tested && over !== null ? OVER + over : measure,
          (value) => store.set(value.startsWith(OVER) ? { over: value.slice(OVER.length) } : { measure: value as Measure, over: null }),
          { 'data-testid': 'measure' },
        ),
    selectField(
      i18n.t('hot.claim'),
      CLAIMS.map((value) => ({ value, text: i18n.t(`hot.claim.${value}`) })),
      claim,
      (value) => store.set({ claim: value as Claim, measure: measureOf(store.get().measure, by, value as Claim) }),
      { 'data-testid': 'claim' },
    ),
  );
  if (inside) {
    const again = [...box.querySelectorAll<HTMLInputElement>('input, select')];
    again.find((element) => element.value === focused)?.focus();
  }
}

/** Hexagons that are only counted have no addresses. */
function measureOf(measure: Measure, by: State['by'], claim: Claim): Measure {
  return by === 'hex' && claim === 'none' && measure === 'perThousandAddresses' ? 'count' : measure;
}
