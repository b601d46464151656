// Questions in the middle of the page. They close with Esc, give the focus back, and leave nothing behind.
import type { I18n } from '../i18n/i18n';
import { fill, h, iconButton, uniqueId } from './dom';

export interface Answer<T> {
  text: string;
  kind?: 'primary' | 'danger';
  /** The value that the dialog ends with; undefined keeps it open. */
  value(): T | undefined;
  testId?: string;
}

export interface Question<T> {
  title: string;
  body: (Node | string | null)[];
  answers: readonly Answer<T>[];
  wide?: boolean;
  /** What closing without an answer is called. */
  cancel?: string;
  testId?: string;
}

/** Asks, and settles with the value of the answer chosen; null where the dialog was closed without one. */
export function ask<T>(i18n: I18n, question: Question<T>): Promise<T | null> {
  return new Promise((settle) => {
    const titleId = uniqueId('dialog');
    let result: T | null = null;
    const end = (value: T | undefined): void => {
      if (value === undefined) return;
      result = value;
      dialog.close();
    };
    const form = h(
      'form',
      {
        class: 'dialog-form',
        onsubmit: (event: Event) => {
          event.preventDefault();
          end(question.answers.find(({ kind }) => kind !== undefined)?.value());
        },
      },
      h('div', { class: 'dialog-body' }, ...question.body),
      h(
        'div',
        { class: 'dialog-actions' },
        h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, question.cancel ?? i18n.t('dialog.cancel')),
        ...question.answers.map((answer, index) =>
          h(
            'button',
            {
              type: index === question.answers.findIndex(({ kind }) => kind !== undefined) ? 'submit' : 'button',
              class: `button ${answer.kind ? `button-${answer.kind}` : ''}`,
              'data-testid': answer.testId,
              onclick: (event: Event) => {
                event.preventDefault();
                end(answer.value());
              },
            },
            answer.text,
          ),
        ),
      ),
    );
    const dialog = h(
      'dialog',
      { class: `dialog ${question.wide ? 'dialog-wide' : ''}`, 'aria-labelledby': titleId, 'data-testid': question.testId },
      h(
        'header',
        { class: 'dialog-head' },
        h('h2', { id: titleId }, question.title),
        iconButton('close', i18n.t('app.close'), () => dialog.close()),
      ),
      form,
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      settle(result);
    });
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector<HTMLElement>('input, textarea, select')?.focus();
  });
}

/** Yes or no. */
export async function confirm(i18n: I18n, title: string, text: string, yes: string): Promise<boolean> {
  const answer = await ask(i18n, {
    title,
    body: [h('p', {}, text)],
    answers: [{ text: yes, kind: 'danger', value: () => true, testId: 'confirm' }],
    testId: 'confirm-dialog',
  });
  return answer === true;
}

/** One text that must not be empty; null where the question was left. */
export function askText(
  i18n: I18n,
  question: { title: string; label: string; about?: string; value?: string; yes: string; long?: boolean; optional?: boolean },
): Promise<string | null> {
  const id = uniqueId('text');
  const field = question.long
    ? h('textarea', { id, rows: 3, 'data-testid': 'dialog-text' })
    : h('input', { id, type: 'text', autocomplete: 'off', 'data-testid': 'dialog-text' });
  field.value = question.value ?? '';
  const wrong = h('p', { class: 'form-outcome form-wrong', role: 'alert' });
  return ask(i18n, {
    title: question.title,
    body: [
      question.about ? h('p', { class: 'quiet' }, question.about) : null,
      h('div', { class: 'field' }, h('label', { for: id }, question.label), field),
      wrong,
    ],
    answers: [
      {
        text: question.yes,
        kind: 'primary',
        testId: 'dialog-yes',
        value: () => {
          const text = field.value.trim();
          if (text !== '' || question.optional) return text;
          fill(wrong, i18n.t('dialog.needed'));
          field.focus();
          return undefined;
        },
      },
    ],
  });
}
