import { ProblemError } from "./problem.ts";

/**
 * The value of `work`, if it comes within `ms`.
 *
 * @throws {ProblemError} `database_away` when it does not; `work` goes on, its outcome is dropped
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ProblemError("database_away", "The database takes too long to answer.")),
      ms,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
