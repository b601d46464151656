// What a request that fails says.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Http, ProblemError, UnreachableError } from '../src/client/http';

const original = globalThis.fetch;
let reached: boolean[] = [];

const http = new Http('en', 'The server can not be reached.', {
  reached: (reachable) => reached.push(reachable),
  underWay: () => undefined,
  author: () => null,
});

function answers(response: () => Response): void {
  reached = [];
  globalThis.fetch = () => Promise.resolve(response());
}

afterEach(() => {
  globalThis.fetch = original;
});

test('a server that starts says so, and counts as away', async () => {
  answers(() => Response.json({ detail: 'The plans are still loading.' }, { status: 503 }));
  await assert.rejects(
    http.get('/x'),
    (error: Error) => error instanceof UnreachableError && error.message === 'The plans are still loading.',
  );
  assert.deepEqual(reached, [false]);
});

test('a gateway without words is out of reach', async () => {
  answers(() => new Response('<html>', { status: 502 }));
  await assert.rejects(http.get('/x'), { name: 'UnreachableError', message: 'The server can not be reached.' });
});

test('a refusal is told in the words of the server', async () => {
  answers(() => Response.json({ detail: 'No such plan.', code: 'not-found' }, { status: 404 }));
  await assert.rejects(
    http.get('/x'),
    (error: Error) => error instanceof ProblemError && error.message === 'No such plan.' && error.code === 'not-found',
  );
  assert.deepEqual(reached, [true]);
});
