// What the signs on the map mean. It states only what is on the map now.
import type { ClassBreak } from '../model/classes';
import type { I18n } from '../i18n/i18n';
import { fill, h, icon } from './dom';

export interface LegendRow {
  /** Name of a swatch of the style sheet. */
  swatch: string;
  text: string;
  /** How a line is drawn that the swatch shows, its width in pixels. */
  line?: { colour: string; width: number };
}

export interface LegendClasses {
  title: string;
  note: string;
  classes: readonly ClassBreak[];
  format: (value: number) => string;
  /** Words of a class other than “from – to”. */
  range?: (from: number, to: number) => string;
  /** Whether white stands for nothing at all. */
  none: boolean;
  /** Whether it is told how many areas each class has; they are unless this says no. */
  sized?: boolean;
}

export class Legend {
  readonly element: HTMLElement;
  private readonly body = h('div', { class: 'legend-body', id: 'legend-body', tabindex: '0', role: 'group' });
  private rows: readonly LegendRow[] = [];
  private classes: LegendClasses | null = null;
  private proposal: LegendClasses | null = null;

  constructor(
    private readonly i18n: I18n,
    open: boolean,
  ) {
    const toggle = h(
      'button',
      { type: 'button', class: 'legend-toggle', 'aria-expanded': String(open), 'aria-controls': 'legend-body' },
      i18n.t('legend.title'),
      icon('chevron'),
    );
    toggle.addEventListener('click', () => {
      const opened = toggle.getAttribute('aria-expanded') !== 'true';
      toggle.setAttribute('aria-expanded', String(opened));
      this.body.hidden = !opened;
    });
    this.body.hidden = !open;
    this.body.setAttribute('aria-label', i18n.t('legend.title'));
    this.element = h('section', { class: 'card legend', 'aria-label': i18n.t('legend.title'), 'data-testid': 'legend' }, toggle, this.body);
  }

  setRows(rows: readonly LegendRow[]): void {
    this.rows = rows;
    this.draw();
  }

  setClasses(classes: LegendClasses | null): void {
    this.classes = classes;
    this.draw();
  }

  /** While a proposal is on the map, its colours stand in for those of the areas below. */
  setProposal(proposal: LegendClasses | null): void {
    if (!proposal && !this.proposal) return;
    this.proposal = proposal;
    this.draw();
  }

  /** What stands in it now: swatches as they are drawn, and their words. */
  told(): { swatch: Element | null; words: string; heading: boolean }[] {
    const hidden = this.body.hidden;
    this.body.hidden = false;
    const rows = [...this.body.querySelectorAll('.legend-heading, .legend-rows > li, .legend-note')];
    this.body.hidden = hidden;
    return rows.map((row) => ({
      swatch: row.querySelector('.swatch'),
      words: [...row.childNodes]
        .map((node) => node.textContent ?? '')
        .filter((words) => words !== '')
        .join(' · '),
      heading: row.classList.contains('legend-heading'),
    }));
  }

  private draw(): void {
    const classes = this.proposal ?? this.classes;
    fill(
      this.body,
      classes ? this.classTable(classes) : null,
      h(
        'ul',
        { class: 'legend-rows' },
        ...this.rows.map(({ swatch, text, line }) => {
          const sign = h('span', { class: `swatch swatch-${swatch}`, 'aria-hidden': 'true' });
          if (line) sign.style.borderTop = `${line.width.toFixed(1)}px solid ${line.colour}`;
          return h('li', {}, sign, text);
        }),
      ),
    );
  }

  private classTable({ title, note, classes, format, range: named, none, sized = true }: LegendClasses): HTMLElement {
    const rows = classes.map(({ from, to, colour, size }) => {
      const swatch = h('span', { class: 'swatch swatch-fill', 'aria-hidden': 'true' });
      swatch.style.backgroundColor = colour;
      const range = named ? named(from, to) : from === to ? format(from) : `${format(from)} – ${format(to)}`;
      return h('li', {}, swatch, range, sized ? h('span', { class: 'legend-size' }, this.i18n.counted('legend.areas', size)) : null);
    });
    return h(
      'div',
      { class: 'legend-classes' },
      h('p', { class: 'legend-heading' }, title),
      h('ul', { class: 'legend-rows', 'data-testid': 'legend-classes' }, none ? this.noneRow() : null, ...rows),
      h('p', { class: 'legend-note' }, note),
    );
  }

  /** White means that nothing was recorded there. */
  private noneRow(): HTMLElement {
    const swatch = h('span', { class: 'swatch swatch-fill', 'aria-hidden': 'true' });
    return h('li', {}, swatch, this.i18n.t('legend.none'));
  }
}
