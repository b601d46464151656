// Fetching JSON: errors as typed values, unchanged answers from memory, and a signal when the server is away.

/** What the server answered instead of the data, after RFC 9457. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
    this.name = 'ProblemError';
  }
}

/** The server could not be reached, or said that its store is away. */
export class UnreachableError extends Error {
  /** @param sentence says so in the reader's language */
  constructor(sentence: string) {
    super(sentence);
    this.name = 'UnreachableError';
  }
}

/** Whether the error only says that the answer is not wanted any more. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

interface Remembered {
  etag: string;
  body: unknown;
}

/** How many parsed answers are kept: about the map views of a few minutes of panning. */
const REMEMBERED = 48;

export class Http {
  private readonly remembered = new Map<string, Remembered>();

  /**
   * @param language the tag sent as Accept-Language, so that messages come in the reader's language
   * @param unreachable says in that language that the server is away
   * @param onReach told after each request whether the server was in reach
   */
  constructor(
    private readonly language: string,
    private readonly unreachable: string,
    private readonly onReach: (reachable: boolean) => void,
  ) {}

  /** The parsed answer. An answer with an ETag is kept and asked for again conditionally: a 304 costs no parsing. */
  async get<T>(path: string, signal?: AbortSignal): Promise<T> {
    const known = this.remembered.get(path);
    const headers: Record<string, string> = { Accept: 'application/json, application/geo+json' };
    if (known) headers['If-None-Match'] = known.etag;
    const response = await this.send(path, { headers }, signal);
    if (response.status === 304 && known) {
      this.remember(path, known);
      return known.body as T;
    }
    const body = await this.body<T>(response);
    const etag = response.headers.get('ETag');
    if (etag) this.remember(path, { etag, body });
    return body;
  }

  /** Posts JSON and reads the JSON answer. */
  async post<T>(path: string, value: unknown, signal?: AbortSignal): Promise<T> {
    const init = { method: 'POST', body: JSON.stringify(value), headers: { 'Content-Type': 'application/json' } };
    return this.body<T>(await this.send(path, init, signal));
  }

  private async send(path: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
    const headers = { ...init.headers, 'Accept-Language': this.language };
    let response: Response;
    try {
      response = await fetch(path, { ...init, headers, ...(signal ? { signal } : {}) });
    } catch (error) {
      if (isAbort(error)) throw error;
      this.onReach(false);
      throw new UnreachableError(this.unreachable);
    }
    const away = response.status === 503 || response.status === 502 || response.status === 504;
    this.onReach(!away);
    if (away) throw new UnreachableError(this.unreachable);
    return response;
  }

  private async body<T>(response: Response): Promise<T> {
    if (response.ok) return (await response.json()) as T;
    const problem = (await response.json().catch(() => ({}))) as { detail?: string; title?: string; code?: string };
    const detail = problem.detail ?? problem.title ?? `HTTP ${response.status}`;
    throw new ProblemError(response.status, problem.code ?? 'unknown', detail);
  }

  private remember(path: string, answer: Remembered): void {
    this.remembered.delete(path);
    this.remembered.set(path, answer);
    if (this.remembered.size > REMEMBERED) {
      for (const oldest of this.remembered.keys()) {
        this.remembered.delete(oldest);
        break;
      }
    }
  }
}
