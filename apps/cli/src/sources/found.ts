import type { IncomingFile, IngestFailure } from "@slomix/db";

/** Largest file that is read: the largest of ours (proximity) stay far below. */
export const maxFileBytes = 16 * 1024 * 1024;

/** What a source gives: a file that arrived whole, one that did not, or a big one that is none of ours. */
export type Found =
  | { readonly kind: "file"; readonly file: IncomingFile }
  | { readonly kind: "failure"; readonly failure: IngestFailure }
  | { readonly kind: "foreign"; readonly path: string };

/** A file that was named but could not be had. */
export function failure(file: string, code: string, message: string): Found {
  return { kind: "failure", failure: { file, code, message } };
}

/**
 * A file above {@link maxFileBytes}: a failure when its name says that it could be ours, else
 * foreign (a demo, a map).
 */
export function tooLarge(path: string, bytes: number): Found {
  if (!/\.(txt|json)$/i.test(path)) return { kind: "foreign", path };
  const megabytes = Math.round(bytes / 1e6);
  return failure(path, "too_large", `${megabytes} MB; files above 16 MB are not read`);
}

/** The last part of a path as archives and folders write it. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
