// Questions of which only the newest answer counts: one is asked at a time, and what was asked meanwhile comes after it.

export class Newest<Q, A> {
  private asked: { question: Q } | null = null;
  private running: AbortController | null = null;

  /**
   * @param ask puts a question; an answer that comes after `stop` is not told
   * @param told gets each answer with its question, newest last
   */
  constructor(
    private readonly ask: (question: Q, signal: AbortSignal) => Promise<A>,
    private readonly told: (answer: A, question: Q) => void,
  ) {}

  /** Whether an answer is still to come. */
  get busy(): boolean {
    return this.running !== null;
  }

  /** Asks as soon as the question before is answered, unless a newer one comes. */
  put(question: Q): void {
    this.asked = { question };
    if (!this.running) void this.next();
  }

  /** Gives up what was asked. */
  stop(): void {
    this.asked = null;
    this.running?.abort();
    this.running = null;
  }

  /** Asked in a function of its own: something may have been put while an answer was waited for. */
  private isWaiting(): boolean {
    return this.asked !== null;
  }

  private async next(): Promise<void> {
    const running = (this.running = new AbortController());
    while (this.asked !== null && this.running === running) {
      const { question } = this.asked;
      this.asked = null;
      const answer = await this.ask(question, running.signal);
      if (isStopped(running)) return;
      if (!this.isWaiting()) this.running = null;
      this.told(answer, question);
    }
  }
}

/** As above, of being stopped. */
function isStopped({ signal }: AbortController): boolean {
  return signal.aborted;
}
