import { DatabaseError } from "./database-error.ts";
import type { Statements } from "./statements.ts";

/** What the server says to everything behind a statement that failed, until the transaction ends. */
const ABORTED = "25P02";

/**
 * Statements of one transaction, carried out in the order in which they are asked for. Queries travel one
 * behind the other without waiting for each other's answers; a COPY has the connection to itself. Those that
 * were under way behind one that failed fail with its error.
 */
export function inOrder(statements: Statements): Statements {
  const running = new Set<Promise<unknown>>();
  let queue: Promise<unknown> | null = null;
  let cause: unknown = null;

  function begin<T>(work: () => Promise<T>): Promise<T> {
    const done = work().catch(blame);
    const over: Promise<unknown> = done.then(nothing, nothing).then(() => running.delete(over));
    running.add(over);
    return done;
  }

  function blame(error: unknown): never {
    const followed = error instanceof DatabaseError && error.sqlState === ABORTED;
    if (!followed) cause = error;
    throw followed ? (cause ?? error) : error;
  }

  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = (queue ?? Promise.resolve()).then(work).catch(blame);
    const over = done.then(nothing, nothing).then(() => {
      if (queue === over) queue = null;
    });
    queue = over;
    return done;
  }

  const alone = <T>(work: () => Promise<T>) =>
    enqueue(async () => {
      await Promise.all(running);
      return work();
    });

  return {
    query<Row extends object>(...[sql, params]: Parameters<Statements["query"]>) {
      const send = () => statements.query<Row>(sql, params);
      return queue ? enqueue(send) : begin(send);
    },
    copyIn: (target, text) => alone(() => statements.copyIn(target, text)),
    copyOut: (source) => alone(() => statements.copyOut(source)),
  };
}

function nothing(): void {}
