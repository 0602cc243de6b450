import type { IncomingFile, IngestFailure } from "@slomix/db";
import { isRoundFile, type UnopenedKind, unopenedKind } from "./by-name.ts";

/** Largest file that is read: the largest of ours (proximity) stay far below. */
export const maxFileBytes = 16 * 1024 * 1024;

/** What a source gives: a file that arrived whole, one that did not, or one that was left unopened. */
export type Found =
  | { readonly kind: "file"; readonly file: IncomingFile }
  | { readonly kind: "failure"; readonly failure: IngestFailure }
  | { readonly kind: "foreign"; readonly path: string; readonly what: UnopenedKind };

/** A file that was named but could not be had. */
export function failure(file: string, code: string, message: string): Found {
  return { kind: "failure", failure: { file, code, message } };
}

/** A file that is left unopened when its name says that it is none of ours; else null. */
export function foreign(path: string): Found | null {
  const what = unopenedKind(path);
  return what === null ? null : { kind: "foreign", path, what };
}

/**
 * A file above {@link maxFileBytes}: a failure when its name says that it could be ours, else
 * foreign (a demo, a map, a log that is called `.txt`).
 */
export function tooLarge(path: string, bytes: number): Found {
  if (!isRoundFile(path)) return { kind: "foreign", path, what: unopenedKind(path) ?? "other" };
  const megabytes = Math.round(bytes / 1e6);
  return failure(path, "too_large", `${megabytes} MB; files above 16 MB are not read`);
}
