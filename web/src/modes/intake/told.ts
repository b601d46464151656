// How what goes wrong is said while a file is brought in.
import { isAbort } from '../../client/http';
import { sentence } from '../../model/sentence';
import { h } from '../../ui/dom';

/** What an error says; null where it only says that an answer is not wanted any more. */
export function toldOf(error: unknown): string | null {
  if (isAbort(error)) return null;
  return sentence(error instanceof Error ? error.message : String(error));
}

/** A sentence about what went wrong. */
export function trouble(text: string, testId: string): HTMLElement {
  return h('p', { class: 'intake-trouble', role: 'alert', 'data-testid': testId }, text);
}
