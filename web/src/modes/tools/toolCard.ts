// The card of the tool in hand: what to do next, what it would mean in numbers, and the buttons for it. Nothing in it
// moves or changes while a press on it lasts, or the press would be lost; and it does not grow over the pointer.
import { CLICK_DELAY } from '../../map/pointer';
import type { Desk } from '../../ui/desk';
import { fill, h } from '../../ui/dom';
import type { Loads } from '../session/loads';
import { loadTable, type Shown } from '../session/loadTable';
import type { Hint } from './tool';

/** Numbers are drawn anew not more often than this, in milliseconds. */
const COUNT_EVERY = 60;

/** Between the card and the edges of the map, in pixels. */
const AIR = 12;

type Action = NonNullable<Hint['actions']>[number];

interface Pixel {
  readonly x: number;
  readonly y: number;
}

type Box = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;

const HOME: Pixel = { x: 0, y: 0 };

export class ToolCard {
  readonly element = h('div', { class: 'card tool-card', hidden: true, 'data-testid': 'tool-card' });
  private readonly said = h('p', { role: 'status', 'data-testid': 'tool-hint' });
  private readonly controls = h('div', {});
  private readonly actions = h('div', { class: 'button-row' });
  private readonly numbers = h('div', { class: 'live-numbers', 'data-testid': 'numbers' });
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private readonly runs = new Map<string, () => void>();
  private readonly ending = new AbortController();
  private shown: Hint = { text: '' };
  private wanted: Hint = this.shown;
  private pressed = false;
  private counting = 0;
  private countedAt = 0;
  private pointer: Pixel | null = null;
  private shift = HOME;

  /**
   * @param inHand is told what areas would be while something is drawn; none where nothing is
   */
  constructor(
    private readonly desk: Desk,
    private readonly loads: Loads,
    private readonly inHand: (shapes: readonly Shown[]) => void,
  ) {
    fill(this.element, this.said, this.controls, this.actions, this.numbers);
    const options = { capture: true, signal: this.ending.signal };
    this.element.addEventListener('pointerdown', () => (this.pressed = true), options);
    for (const end of ['pointerup', 'pointercancel'] as const) {
      window.addEventListener(end, () => this.pressed && setTimeout(() => this.released(), CLICK_DELAY), options);
    }
  }

  get words(): string {
    return this.wanted.text;
  }

  close(): void {
    this.ending.abort();
    clearTimeout(this.counting);
  }

  /** Opens the card in its usual place, or puts it away. */
  open(is: boolean): void {
    this.element.hidden = !is;
    this.pressed = false;
    this.pointer = null;
    this.move(HOME);
  }

  /** Where the pointer rests on the map, in pixels of the map's box; null where none does. */
  pointerAt(pixel: Pixel | null): void {
    this.pointer = pixel;
  }

  show(hint: Hint): void {
    this.wanted = hint;
    if (!this.pressed) this.draw();
  }

  /** What the numbers are made from has changed. */
  countAgain(): void {
    if (this.pressed) return;
    this.countSoon();
    this.dodge();
  }

  private released(): void {
    this.pressed = false;
    this.draw();
  }

  /** Only what is different is written: while something is dragged, this comes with every frame. */
  private draw(): void {
    const { shown: before, wanted: hint } = this;
    this.shown = hint;
    if (hint.text !== before.text) this.said.textContent = hint.text;
    const wrong = hint.wrong ?? false;
    if (this.element.dataset['wrong'] !== String(wrong)) {
      this.element.classList.toggle('wrong', wrong);
      this.element.dataset['wrong'] = String(wrong);
    }
    if (hint.controls !== before.controls) fill(this.controls, hint.controls ?? null);
    this.showActions(hint.actions ?? []);
    if (hint.pending) this.numbers.setAttribute('aria-busy', 'true');
    this.countSoon();
    this.dodge();
  }

  /** A button stays the same element for as long as it is offered: whoever holds it down presses it. */
  private showActions(actions: readonly Action[]): void {
    const offered = actions.map((action) => this.button(action));
    const { children } = this.actions;
    if (offered.length === children.length && offered.every((button, i) => button === children[i])) return;
    const focused = document.activeElement as HTMLElement | null;
    this.actions.replaceChildren(...offered);
    if (focused && this.actions.contains(focused)) focused.focus();
  }

  private button({ key, testId, run, primary }: Action): HTMLButtonElement {
    const id = `${testId} ${key}`;
    this.runs.set(id, run);
    let button = this.buttons.get(id);
    if (!button) {
      const look = { type: 'button', class: `button ${primary ? 'button-primary' : ''}`, 'data-testid': testId };
      button = h('button', { ...look, onclick: () => this.runs.get(id)?.() }, this.desk.i18n.t(key));
      this.buttons.set(id, button);
    }
    return button;
  }

  /** Numbers follow a few times a second: a frame is for the picture. */
  private countSoon(): void {
    clearTimeout(this.counting);
    const { shapes = [], pending = false } = this.shown;
    const wait = COUNT_EVERY - (performance.now() - this.countedAt);
    if (shapes.length > 0 && wait > 0) {
      this.counting = window.setTimeout(() => this.countAgain(), wait);
      return;
    }
    this.countedAt = performance.now();
    fill(this.numbers, shapes.length > 0 ? loadTable(this.desk, this.loads, shapes) : null);
    this.numbers.setAttribute('aria-busy', String(pending));
    this.inHand(shapes);
  }

  /**
   * Grown over the place that is pointed at, the card goes to the first corner of the map where it is not in the way,
   * and home again when nothing is in hand. It stays where it is while the pointer is on it: whoever comes to press a
   * button finds it where it was.
   */
  private dodge(): void {
    if (!this.pointer || this.element.hidden) return;
    const idle = (this.shown.shapes ?? []).length === 0;
    const stay = idle ? HOME : this.shift;
    const box = this.box();
    if (same(stay, this.shift) && isClear(box, stay, this.pointer)) return;
    const { pointer } = this;
    this.move([stay, ...this.corners(box)].find((corner) => isClear(box, corner, pointer)) ?? stay);
  }

  private corners(box: Box): Pixel[] {
    const { width, height } = this.desk.map.element.getBoundingClientRect();
    const right = Math.max(0, width - AIR - box.right);
    const down = Math.max(0, height - AIR - box.bottom);
    return [HOME, { x: right, y: 0 }, { x: 0, y: down }, { x: right, y: down }];
  }

  /** Where the card would lie in its usual place, in pixels of the map's box. */
  private box(): Box {
    const { left, right, top, bottom } = this.element.getBoundingClientRect();
    const map = this.desk.map.element.getBoundingClientRect();
    const [x, y] = [map.left + this.shift.x, map.top + this.shift.y];
    return { left: left - x, right: right - x, top: top - y, bottom: bottom - y };
  }

  private move(shift: Pixel): void {
    this.shift = shift;
    this.element.style.transform = same(shift, HOME) ? '' : `translate(${shift.x}px, ${shift.y}px)`;
  }
}

/** Whether a card whose usual place is a box leaves a place free when it is shifted. */
function isClear({ left, right, top, bottom }: Box, shift: Pixel, place: Pixel): boolean {
  const [x, y] = [place.x - shift.x, place.y - shift.y];
  return x < left || x > right || y < top || y > bottom;
}

function same(a: Pixel, b: Pixel): boolean {
  return a.x === b.x && a.y === b.y;
}
