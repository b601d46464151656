// The findings on the map: their shapes where few are in view, else marks that say how many are where.
import { isAbort } from '../client/http';
import type { Finding, FindingPlaces } from '../client/types';
import { FindingMarks } from '../map/findingMarks';
import type { MarkHit } from '../map/clusterLayer';
import type { Frame } from '../map/canvasOverlay';
import type { Pixel } from '../map/cityMap';
import type { Disc } from '../model/labels';
import { snapBounds } from '../model/levels';
import type { FindingsAtHand, Mode } from '../modes/mode';
import type { Desk } from '../ui/desk';

/** Where more than this are in view they are gathered. */
const MOST_SHAPES = 200;

export class FindingsOnMap {
  private readonly marks: FindingMarks;
  private shown = false;
  private placesKey = '';
  private places: FindingPlaces | null = null;
  private shapesKey = '';
  private shapes: readonly Finding[] = [];
  private asking: AbortController | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly mode: () => Mode | null,
    private readonly changed: () => void,
    painted: () => void,
  ) {
    this.marks = new FindingMarks((count) => desk.i18n.number(count), painted);
    this.marks.addTo(desk.map.leaflet);
  }

  /** Whether they are gathered to marks in this view. */
  get gathered(): boolean {
    return this.shown && this.places !== null && this.inView() > MOST_SHAPES;
  }

  /** What is drawn of the marks, in pixels of a frame. */
  discs(frame: Frame): readonly Disc[] {
    return this.marks.discs(frame);
  }

  show(is: boolean): void {
    this.shown = is;
    this.draw();
  }

  close(): void {
    this.asking?.abort();
    this.marks.remove();
    this.desk.marks.findings([], null);
  }

  hit(pixel: Pixel): MarkHit | null {
    return this.gathered ? this.marks.markAt(this.desk.map.leaflet, pixel) : null;
  }

  /** Draws what is known, and asks for what is missing. */
  draw(): void {
    const hand = this.hand();
    const key = keyOf(hand, this.desk.store.get().findingKind);
    if (key !== this.placesKey) {
      this.placesKey = key;
      this.places = null;
      this.shapesKey = '';
      if (hand?.of) void this.ask(hand);
      else this.shapes = [];
    } else if (this.places && !this.gathered) {
      void this.askShapes();
    }
    this.paint(hand);
  }

  private hand(): FindingsAtHand | null {
    const hand = this.shown ? this.mode()?.findings() : null;
    return hand?.of ? hand : null;
  }

  private paint(hand: FindingsAtHand | null): void {
    const { gathered } = this;
    this.marks.setPlaces(gathered ? this.places : null);
    const chosen = hand?.chosen ?? null;
    const shapes = gathered || !hand ? [] : this.shapes.filter(({ id }) => id !== chosen?.id);
    this.desk.marks.findings(chosen ? [...shapes, chosen] : shapes, chosen?.id ?? null);
  }

  private async ask({ of, accepted }: FindingsAtHand): Promise<void> {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    if (!of) return;
    try {
      const wanted = { kind: this.desk.store.get().findingKind, accepted };
      const places = await this.desk.findings.places(of, wanted, asking.signal);
      if (asking.signal.aborted) return;
      this.places = places;
      this.draw();
      this.changed();
    } catch (error) {
      this.failed(error);
    }
  }

  private async askShapes(): Promise<void> {
    const hand = this.hand();
    const box = snapBounds(this.desk.map.bounds());
    const key = [this.placesKey, box].join('|');
    if (!hand?.of || key === this.shapesKey) return;
    this.shapesKey = key;
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const wanted = { kind: this.desk.store.get().findingKind, accepted: hand.accepted, bbox: box };
      const { findings } = await this.desk.findings.page(hand.of, wanted, { limit: MOST_SHAPES }, asking.signal);
      if (asking.signal.aborted) return;
      this.shapes = findings;
      this.paint(this.hand());
    } catch (error) {
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    if (isAbort(error)) return;
    this.placesKey = this.shapesKey = '';
    this.desk.fail(error);
  }

  /** How many of the places lie in the view. */
  private inView(): number {
    const { lon, lat } = this.places ?? { lon: [], lat: [] };
    const [west, south, east, north] = this.desk.map.bounds();
    return lon.reduce((sum, x, i) => sum + (x >= west && x <= east && lat[i]! >= south && lat[i]! <= north ? 1 : 0), 0);
  }
}

function keyOf(hand: FindingsAtHand | null, kind: string | null): string {
  return hand?.of ? JSON.stringify([hand.of, hand.accepted, hand.edition, kind]) : '';
}
