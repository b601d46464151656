// What was found, as the map, the legend and the panel show it; one for each way to look for it.
import type { HotspotShapes } from '../../client/types';
import type { Desk } from '../../ui/desk';
import { h } from '../../ui/dom';
import type { LegendClasses } from '../../ui/legend';

/** A line of the list of what was found. */
export interface Entry {
  key: string;
  /** The area that it is about. */
  code: string;
  nodes: Node[];
  /** Shows it on the map. */
  reveal?: () => void;
}

/** Shapes above the areas, and the colours that their properties stand for. */
export interface Shapes {
  cells: HotspotShapes;
  colourOf(properties: Readonly<Record<string, unknown>>): string;
}

export interface Picture {
  /** The level whose areas it is about. */
  readonly level: string;
  /** Null where colours mean nothing. */
  readonly legend: LegendClasses | null;
  /** What is coloured in place of areas; absent where these are. */
  readonly shapes?: Shapes;
  /** What was found, in one sentence. */
  readonly told: string;
  /** The surest, strongest or most first. */
  readonly entries: readonly Entry[];
  /** The id by which the answer is taken away. */
  readonly id: string;
  colourOf(code: string): string;
  /** What is said of an area where it is pointed at. */
  tipOf(code: string): string | null;
  /** All that is known of an area, and why it has its colour. */
  detail(code: string): HTMLElement | null;
  /** What the colours claim, what they can not tell, and what to know before believing them. */
  explained(): HTMLElement;
}

/** An area by its name and what it is part of. */
export function nameOf({ ground, i18n }: Desk, code: string): string {
  const unit = ground.find(code);
  return unit ? i18n.nameWithin(unit, ground.parentOf(unit)) : code;
}

/** A small field of colour, beside words that say the same. */
export function swatch(colour: string): HTMLElement {
  const field = h('span', { class: 'swatch swatch-fill', 'aria-hidden': 'true' });
  field.style.backgroundColor = colour;
  return field;
}

/** p as it is told; less than can be told is said to be less. */
export function chanceText({ i18n }: Desk, p: number | null): string {
  const least = 0.001;
  if (p === null) return '–';
  return p < least ? `< ${i18n.number(least, 3)}` : i18n.number(p, 3);
}
