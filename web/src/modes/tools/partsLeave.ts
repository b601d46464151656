// The planner's leave for units of several parts: asked for where the server refuses an edit for want of it.
import type { Edit } from '../../client/draftTypes';
import { ProblemError } from '../../client/http';
import type { Hint } from './tool';

/** Reasons of refusals whose remedy it is. */
const REASONS: readonly unknown[] = ['units-do-not-touch', 'unit-would-fall-apart'];

type Action = NonNullable<Hint['actions']>[number];

export class PartsLeave {
  private given = false;
  private wanted = false;

  /** @param again asks for the edit at hand once more */
  constructor(private readonly again: () => void) {}

  /** The edit as it is to be sent, and whether it is refused for want of leave. */
  async watch<T>(edit: Edit, send: (edit: Edit) => Promise<T>): Promise<T> {
    const allowed = withLeave(edit);
    this.wanted = false;
    try {
      return await send(this.given ? allowed : edit);
    } catch (error) {
      this.wanted = allowed !== edit && !this.given && error instanceof ProblemError && REASONS.includes(error.body['reason']);
      throw error;
    }
  }

  /** What gives it, where something was refused for want of it. */
  get action(): Action | null {
    if (!this.wanted) return null;
    const run = (): void => {
      this.given = true;
      this.wanted = false;
      this.again();
    };
    return { key: 'tool.parts', testId: 'allow-parts', run };
  }

  /** Another tool, another leave. */
  end(): void {
    this.given = false;
    this.wanted = false;
  }
}

/** The edit with leave for several parts; the same where it has none to take. */
function withLeave(edit: Edit): Edit {
  if (edit.type === 'merge' || edit.type === 'transfer' || edit.type === 'change-parent') return { ...edit, multipart: true };
  if (edit.type !== 'batch') return edit;
  const edits = edit.edits.map((each) => withLeave(each));
  return edits.some((each, i) => each !== edit.edits[i]) ? { ...edit, edits } : edit;
}
