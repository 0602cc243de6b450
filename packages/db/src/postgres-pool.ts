import postgres, { type Sql, type TransactionSql } from "postgres";
import { databaseError } from "./driver-error.ts";
import { socketWithoutDelay } from "./postgres-socket.ts";

/** A connection of its own to the server. */
interface Link {
  readonly sql: Sql;
  /** It broke, or can no longer be used: nothing may be sent on it any more. */
  lost: boolean;
}

/** A transaction's connection. */
export type TransactionClient = TransactionSql & {
  /** Gives the connection up, so that the transaction ends without a word to the server. */
  abandon(): void;
};

/** Where statements can be sent: a pool, or one connection of it. */
export interface Connections {
  /** Runs `work` on a connection. */
  use<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Runs `work` in a transaction. */
  begin<T>(work: (client: TransactionClient) => Promise<T>): Promise<T>;
}

/** How to open a pool. */
export interface PoolOptions {
  readonly max: number;
  readonly connectTimeoutSeconds: number;
}

// Days and instants as the server writes them, JSON parsed once: the query builder reads the one,
// `Reader.query` the other.
const unchanged = (value: unknown) => value;
const types = {
  instants: {
    to: 1184,
    from: [1082, 1083, 1114, 1115, 1182, 1184, 1185, 1231],
    serialize: unchanged,
    parse: unchanged,
  },
  json: {
    to: 3802,
    from: [114, 3802],
    serialize: unchanged,
    parse: (text: string) => JSON.parse(text),
  },
};

/**
 * Connections to a server, each a client of the driver with one connection.
 *
 * The driver's own pool is not used because it does not survive a connection that breaks within a
 * transaction: its rollback, sent on the dead connection, ends the process; or the connection is
 * opened anew and the rest of the transaction runs outside of any. Here a connection that broke is
 * thrown away, and nothing is sent on it before.
 */
export class PostgresPool implements Connections {
  readonly #url: string;
  readonly #options: PoolOptions;
  readonly #all = new Set<Link>();
  readonly #idle: Link[] = [];
  readonly #waiting: ((link: Link | Error) => void)[] = [];
  #closed = false;

  constructor(url: string, options: PoolOptions) {
    this.#url = url;
    this.#options = options;
    // The driver reads the URL when it is called: a bad one fails here, not at the first query.
    this.#idle.push(this.#open());
  }

  use<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#with((link) => work(link.sql));
  }

  begin<T>(work: (client: TransactionClient) => Promise<T>): Promise<T> {
    return this.#with((link) => beginOn(link, work));
  }

  /** One connection for all that `work` sends; it is closed afterwards, with what it holds. */
  hold<T>(work: (connection: Connections) => Promise<T>): Promise<T> {
    return this.#with(async (link) => {
      try {
        return await work({
          use: (send) => (link.lost ? Promise.reject(brokenError()) : send(link.sql)),
          begin: (run) => beginOn(link, run),
        });
      } finally {
        link.lost = true;
      }
    });
  }

  /** Ends all connections; what runs has some seconds to end. */
  async end(): Promise<void> {
    this.#closed = true;
    for (const wait of this.#waiting.splice(0)) wait(closedError());
    await Promise.all([...this.#all].map((link) => link.sql.end({ timeout: 5 })));
  }

  #open(): Link {
    const connected = socketWithoutDelay(this.#options.connectTimeoutSeconds);
    const link: Link = {
      lost: false,
      sql: postgres(this.#url, {
        max: 1,
        connect_timeout: this.#options.connectTimeoutSeconds,
        // Never close on its own: a link that closes counts as broken.
        idle_timeout: 0,
        max_lifetime: null,
        onclose: () => {
          link.lost = true;
          this.#drop(link);
        },
        onnotice: () => {},
        fetch_types: false,
        types,
        // The driver takes it, its types do not know it.
        ...({ socket: watched } as object),
        connection: {
          application_name: "slomix",
          TimeZone: "UTC",
          DateStyle: "ISO",
          // Compiling a plan takes longer than any question of a page.
          jit: "off",
        } as Record<string, string>,
      }) as unknown as Sql,
    };
    // Before the driver hears of it: it tells a transaction of an error first, and of the end later.
    async function watched(addresses: Parameters<typeof connected>[0]) {
      const socket = await connected(addresses);
      for (const event of ["error", "end", "close"])
        socket.once(event, () => {
          link.lost = true;
        });
      return socket;
    }
    this.#all.add(link);
    return link;
  }

  #take(): Promise<Link> {
    if (this.#closed) return Promise.reject(closedError());
    const idle = this.#idle.pop();
    if (idle) return Promise.resolve(idle);
    if (this.#all.size < this.#options.max) return Promise.resolve(this.#open());
    return new Promise((resolve, reject) => {
      this.#waiting.push((link) => (link instanceof Error ? reject(link) : resolve(link)));
    });
  }

  async #with<T>(work: (link: Link) => Promise<T>): Promise<T> {
    const link = await this.#take();
    try {
      return await work(link);
    } catch (error) {
      // An encrypted connection tells only the driver.
      const code = databaseError(error)?.code;
      if (code === "gone" || code === "unreachable") link.lost = true;
      throw error;
    } finally {
      this.#give(link);
    }
  }

  #give(link: Link): void {
    if (link.lost) this.#drop(link);
    const next = this.#waiting.shift();
    if (next) next(link.lost ? this.#open() : link);
    else if (!link.lost) this.#idle.push(link);
  }

  #drop(link: Link): void {
    if (!this.#all.delete(link)) return;
    const at = this.#idle.indexOf(link);
    if (at >= 0) this.#idle.splice(at, 1);
    link.sql.end({ timeout: 0 }).catch(() => {});
  }
}

function beginOn<T>(link: Link, work: (client: TransactionClient) => Promise<T>): Promise<T> {
  if (link.lost) return Promise.reject(brokenError());
  return unbroken<T, TransactionSql>(
    link,
    (run) => link.sql.begin(run) as Promise<T>,
    (tx) => work(guarded(link, tx)),
  );
}

/**
 * Runs `work` within a transaction or savepoint that `open` makes. Once the connection is lost the
 * driver never hears how `work` ended, for it would answer with a rollback on the dead connection.
 */
function unbroken<T, Client>(
  link: Link,
  open: (run: (client: Client) => Promise<T>) => Promise<T>,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const never = new Promise<never>(() => {});
  return new Promise<T>((resolve, reject) => {
    open(async (client) => {
      try {
        const result = await work(client);
        if (!link.lost) return result;
        reject(brokenError());
      } catch (error) {
        if (!link.lost) throw error;
        reject(error);
      }
      return never;
    }).then(resolve, reject);
  });
}

function guarded(link: Link, client: TransactionSql): TransactionClient {
  return new Proxy(client, {
    get(target, name) {
      switch (name) {
        case "abandon":
          return () => {
            link.lost = true;
          };
        case "unsafe":
          return (...query: Parameters<TransactionSql["unsafe"]>) => {
            if (link.lost) throw brokenError();
            return target.unsafe(...query);
          };
        case "savepoint":
          return <T>(work: (inner: TransactionClient) => Promise<T>) =>
            unbroken<T, TransactionSql>(
              link,
              (run) => target.savepoint(run) as Promise<T>,
              (inner) => work(guarded(link, inner)),
            );
        default:
          return Reflect.get(target, name, target);
      }
    },
  }) as TransactionClient;
}

function brokenError(): Error {
  return Object.assign(new Error("the connection to the server broke"), {
    code: "CONNECTION_CLOSED",
  });
}

function closedError(): Error {
  return Object.assign(new Error("the database is closed"), { code: "CONNECTION_ENDED" });
}
