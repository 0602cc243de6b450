import type { DemoPart } from "../demo.ts";
import { DemoReader } from "../demo-reader.ts";
import { type DemoResult, type DemoWarning, failed } from "../result.ts";
import { HEADER_BYTES, longAt } from "../stream/frames.ts";

/** A file that somebody wants to hand in. */
export interface Upload {
  /** As the browser gave it; only its last part and its ending count. */
  readonly fileName: string;
  /** As the browser gave it; null where it gave none. */
  readonly contentType: string | null;
  /** Bytes of the whole file. */
  readonly size: number;
  /** The file's beginning: all of it, or at least {@link UPLOAD_HEAD_BYTES}. */
  readonly head: Uint8Array;
}

/** What is let in. */
export interface UploadRules {
  readonly maxBytes: number;
  /** Endings of names, lower case, with the dot. */
  readonly extensions: readonly string[];
  readonly contentTypes: readonly string[];
}

/** The rules where a server has none of its own: 200 MiB, the endings of protocol 84, 83 and of ETTV. */
export const UPLOAD_RULES: UploadRules = {
  maxBytes: 200 * 2 ** 20,
  extensions: [".dm_84", ".dm_83", ".tv_84"],
  contentTypes: ["application/octet-stream", "application/x-octet-stream", "application/x-et-demo"],
};

/** So much of a file is enough to judge it by: its gamestate, and a few messages. */
export const UPLOAD_HEAD_BYTES = 256 * 1024;

/** Messages behind the gamestate that have to follow one another. */
const FOLLOWING = 8;

/** What an upload is that is let in. */
export interface CheckedUpload {
  /** Lower case, with the dot. */
  readonly extension: string;
  readonly protocol: number;
  /** The map it begins on. */
  readonly part: DemoPart;
}

/**
 * Whether a file may be handed in as a demo, and which it is: its name, type and size, then its content by
 * reading its gamestate. The first thing that is wrong is the answer, in words for who handed it in. An
 * ending in `.tv_84` is let through to be told that ETTV's recordings are not read.
 */
export function checkUpload(
  upload: Upload,
  rules: UploadRules = UPLOAD_RULES,
): DemoResult<CheckedUpload> {
  const { size, head } = upload;
  const name = upload.fileName.split(/[/\\]/).at(-1) ?? "";
  const extension = /\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? "";
  if (!rules.extensions.includes(extension)) {
    const allowed = rules.extensions.join(", ");
    return failed("bad_extension", `the name of a demo ends in ${allowed}; this one's does not`);
  }
  const [type = ""] = (upload.contentType ?? "").toLowerCase().split(";");
  if (type.trim() !== "" && !rules.contentTypes.includes(type.trim()))
    return failed("bad_content_type", "the file was sent as something else than a demo");
  if (size > rules.maxBytes) {
    const most = Math.floor(rules.maxBytes / 2 ** 20);
    return failed("too_large", `the file is larger than ${most} MB`);
  }
  if (size === 0 || head.length === 0) return failed("empty", "the file is empty");

  const reader = new DemoReader({ fileName: name, events: false });
  reader.push(head);
  const demo = reader.finish();
  if (!demo.ok) return demo;
  const { parts, protocol, damage } = demo.value;
  const [part] = parts;
  if (part === undefined) return failed("not_a_demo", "the file tells no map");
  const disorder = damage ?? disorderOf(head);
  if (disorder !== null)
    return failed("not_a_demo", "the file begins like a demo and goes on like none", disorder);
  const warnings: DemoWarning[] = demo.warnings.filter(({ code }) => code === "protocol_83");
  if (size === head.length)
    warnings.push(...demo.warnings.filter(({ code }) => code !== "protocol_83"));
  return { ok: true, value: { extension, protocol, part }, warnings };
}

/** Where the numbers of the first messages do not rise; null where they do. */
function disorderOf(head: Uint8Array): { offset: number } | null {
  let last = Number.NEGATIVE_INFINITY;
  for (
    let at = 0, message = 0;
    at + HEADER_BYTES <= head.length && message < FOLLOWING;
    message++
  ) {
    const [sequence, length] = [longAt(head, at), longAt(head, at + 4)];
    if (sequence === -1 && length === -1) return null;
    // The gamestate may have no number, or that of the first snapshot.
    if (message > 0 && sequence < last) return { offset: at };
    last = sequence;
    at += HEADER_BYTES + Math.max(0, length);
  }
  return null;
}
