import { type Database, DatabaseError, type DatabaseErrorCode } from "@slomix/db";

/** A database of which every use ends like this. */
export function failingDatabase(fail: () => Promise<never>): Database {
  return {
    engine: "postgres",
    get drizzle(): never {
      throw new Error("not used");
    },
    query: fail,
    transaction: fail,
    readOnly: fail,
    migrate: fail,
    close: async () => {},
  };
}

/** A database that answers every statement with this error. */
export function awayWith(code: DatabaseErrorCode): Database {
  return failingDatabase(async () => {
    throw new DatabaseError("password authentication failed for user slomix at 10.1.2.3", { code });
  });
}
