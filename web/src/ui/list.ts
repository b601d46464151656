// A list of buttons with one tab stop: arrow keys, Home and End move within it.
import { fill, h } from './dom';

export interface RovingList<T> {
  readonly element: HTMLElement;
  /** Replaces the entries; the focus stays on the entry of the same key. */
  show(items: readonly T[]): void;
  /** Marks the entry of this key as the current one. */
  mark(key: string | null): void;
}

export interface ListOptions<T> {
  label: string;
  testId: string;
  keyOf(item: T): string;
  render(item: T): Node[];
  pick(item: T): void;
  /** The pointer or the focus is on this entry; null when on none. */
  point?(item: T | null): void;
}

export function rovingList<T>(options: ListOptions<T>): RovingList<T> {
  const element = h('ul', { class: 'list', 'aria-label': options.label, 'data-testid': options.testId });
  let buttons: HTMLButtonElement[] = [];
  let current: string | null = null;

  const focusAt = (index: number): void => {
    const target = buttons[Math.max(0, Math.min(buttons.length - 1, index))];
    if (!target) return;
    for (const button of buttons) button.tabIndex = button === target ? 0 : -1;
    target.focus();
  };
  const mark = (key: string | null): void => {
    current = key;
    let stop = false;
    for (const button of buttons) {
      const is = button.dataset['key'] === key;
      if (is) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
      button.tabIndex = is ? 0 : -1;
      stop ||= is;
    }
    if (!stop && buttons[0]) buttons[0].tabIndex = 0;
  };

  element.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    focusAt(to);
  });

  return {
    element,
    mark,
    show(items) {
      const focused = element.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['key'] : undefined;
      buttons = items.map((item) =>
        h(
          'button',
          {
            type: 'button',
            class: 'list-entry',
            'data-key': options.keyOf(item),
            onclick: () => options.pick(item),
            ...(options.point
              ? {
                  onmouseenter: () => options.point?.(item),
                  onmouseleave: () => options.point?.(null),
                  onfocus: () => options.point?.(item),
                  onblur: () => options.point?.(null),
                }
              : {}),
          },
          options.render(item),
        ),
      );
      fill(
        element,
        buttons.map((button) => h('li', {}, button)),
      );
      mark(current);
      if (focused !== undefined) {
        const index = buttons.findIndex((button) => button.dataset['key'] === focused);
        if (index >= 0) focusAt(index);
      }
    },
  };
}
