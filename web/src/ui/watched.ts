// How far something is that goes on for long, and a way to end it.
import type { I18n } from '../i18n/i18n';
import { h, uniqueId } from './dom';

export interface Watched {
  element: HTMLElement;
  /** @param share from 0 to 1; null where it is not known */
  at(text: string, share: number | null): void;
}

/** A bar for what goes on, and a button to cancel it. */
export function watched(i18n: I18n, testId: string, cancel: () => void): Watched {
  const id = uniqueId('watched');
  const label = h('p', { id });
  const bar = h('progress', { max: 1, 'aria-labelledby': id, 'data-testid': testId });
  const element = h(
    'div',
    { class: 'watched' },
    label,
    bar,
    h('button', { type: 'button', class: 'button', 'data-testid': `${testId}-cancel`, onclick: cancel }, i18n.t('watched.cancel')),
  );
  return {
    element,
    at: (text, share) => {
      const percent = share === null ? '' : ` · ${i18n.number(Math.floor(share * 100))} %`;
      label.textContent = text + percent;
      if (share === null) bar.removeAttribute('value');
      else bar.value = share;
    },
  };
}
