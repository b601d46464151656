// Questions in the middle of the page. They close with Esc and give the focus back. What was typed is kept until the
// question has been answered: who closes one by mistake finds it as it was.
import type { I18n } from '../i18n/i18n';
import { fill, h, iconButton, uniqueId } from './dom';

export interface Answer<T> {
  text: string;
  kind?: 'primary' | 'danger';
  /** The value that the dialog ends with; undefined keeps it open. While it is being worked out, nothing else can be chosen. */
  value(): T | undefined | Promise<T | undefined>;
  testId?: string;
}

export interface Question<T> {
  title: string;
  /** Tells the question from others of the same title: it is this that typed words belong to. */
  about?: string;
  body: (Node | string | null)[];
  answers: readonly Answer<T>[];
  wide?: boolean;
  /** What closing without an answer is called. */
  cancel?: string;
  testId?: string;
}

/**
 * Fields whose words are kept; a file has to be chosen anew, since a page may not choose it, and what is stored as soon as it is
 * chosen is the server's.
 */
const TYPED = 'input:not([type="file"]), textarea, select:not([data-stored])';

/** What was typed into questions that were left without an answer. */
const KEPT = new Map<string, readonly string[]>();

/** Puts back what was typed before, and notes what is typed from now on. */
function keep(key: string, dialog: HTMLDialogElement): void {
  const fields = [...dialog.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(TYPED)];
  const values = (): string[] => fields.map(({ value }) => value);
  const first = values();
  const before = KEPT.get(key);
  if (before?.length === fields.length) {
    fields.forEach((field, i) => {
      if (field.value === before[i]) return;
      field.value = before[i] ?? '';
      field.dispatchEvent(new Event('change'));
    });
  }
  dialog.addEventListener('input', () => {
    const now = values();
    if (now.every((value, i) => value === first[i])) KEPT.delete(key);
    else KEPT.set(key, now);
  });
}

/** Asks, and settles with the value of the answer chosen; null where the dialog was closed without one. */
export function ask<T>(i18n: I18n, question: Question<T>): Promise<T | null> {
  return new Promise((settle) => {
    const titleId = uniqueId('dialog');
    const key = `${question.title}\n${question.about ?? ''}`;
    let result: T | null = null;
    let busy = false;
    const end = async (answer: Answer<T> | undefined): Promise<void> => {
      if (busy || !answer) return;
      busy = true;
      dialog.setAttribute('aria-busy', 'true');
      try {
        const value = await answer.value();
        if (value === undefined) return;
        result = value;
        KEPT.delete(key);
        dialog.close();
      } finally {
        busy = false;
        dialog.removeAttribute('aria-busy');
      }
    };
    const form = h(
      'form',
      {
        class: 'dialog-form',
        onsubmit: (event: Event) => {
          event.preventDefault();
          void end(question.answers.find(({ kind }) => kind !== undefined));
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
                void end(answer);
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
    keep(key, dialog);
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

export interface TextQuestion {
  title: string;
  label: string;
  about?: string;
  value?: string;
  yes: string;
  long?: boolean;
  optional?: boolean;
  /** Does what the text is for; ends with why it could not be done, and the dialog stays. Null where it is done. */
  act(text: string): Promise<string | null>;
}

/** One text that must not be empty, and what is done with it. */
export async function askText(i18n: I18n, question: TextQuestion): Promise<void> {
  const id = uniqueId('text');
  const field = question.long
    ? h('textarea', { id, rows: 3, 'data-testid': 'dialog-text' })
    : h('input', { id, type: 'text', autocomplete: 'off', 'data-testid': 'dialog-text' });
  field.value = question.value ?? '';
  const wrong = h('p', { class: 'form-outcome form-wrong', role: 'alert' });
  await ask<true>(i18n, {
    title: question.title,
    about: [question.about, question.value].join('\n'),
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
        value: async () => {
          const text = field.value.trim();
          fill(wrong);
          const against = text !== '' || question.optional ? await question.act(text) : i18n.t('dialog.needed');
          if (against === null) return true;
          fill(wrong, against);
          field.focus();
          return undefined;
        },
      },
    ],
  });
}
