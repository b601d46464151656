// How what goes on and what goes wrong is said while a file is brought in.
import { isAbort } from '../../client/http';
import { sentence } from '../../model/sentence';
import type { I18n } from '../../i18n/i18n';
import { h, uniqueId } from '../../ui/dom';

/** What an error says; null where it only says that an answer is not wanted any more. */
export function toldOf(error: unknown): string | null {
  if (isAbort(error)) return null;
  return sentence(error instanceof Error ? error.message : String(error));
}

/** A sentence about what went wrong. */
export function trouble(text: string, testId: string): HTMLElement {
  return h('p', { class: 'intake-trouble', role: 'alert', 'data-testid': testId }, text);
}

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
    { class: 'intake-watched' },
    label,
    bar,
    h('button', { type: 'button', class: 'button', 'data-testid': `${testId}-cancel`, onclick: cancel }, i18n.t('intake.cancel')),
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
