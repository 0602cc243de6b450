import { describe, expect, test } from "vitest";
import { checkUpload, UPLOAD_RULES, type Upload } from "../src/index.ts";
import { buildScene } from "./support/scene.ts";

const { bytes } = buildScene({ seconds: 5 });

const check = (change: Partial<Upload>, rules = UPLOAD_RULES) => {
  const upload = { fileName: "evening.dm_84", contentType: null, size: bytes.length, head: bytes };
  return checkUpload({ ...upload, ...change }, rules);
};
const codeOf = (change: Partial<Upload>) => {
  const result = check(change);
  return result.ok ? "in" : result.error.code;
};

describe("an upload", () => {
  test("that is a demo is let in, and told what it is", () => {
    expect(check({})).toMatchObject({
      ok: true,
      value: { extension: ".dm_84", protocol: 84, part: { map: "supply", mod: "legacy" } },
      warnings: [],
    });
  });

  test.each([
    ["evening.dm_84", "in"],
    ["C:\\demos\\EVENING.DM_84", "in"],
    ["../../etc/passwd.dm_83", "in"],
    ["evening.tv_84", "ettv_demo"],
    ["evening.dm_84.zip", "bad_extension"],
    ["evening", "bad_extension"],
    ["dm_84", "bad_extension"],
    ["", "bad_extension"],
    ["evening.dm_84/", "bad_extension"],
  ])("is judged by its name: %j", (fileName, code) => {
    expect(codeOf({ fileName })).toBe(code);
  });

  test.each([
    [null, "in"],
    ["", "in"],
    ["application/octet-stream", "in"],
    ["Application/X-ET-Demo; charset=binary", "in"],
    ["image/png", "bad_content_type"],
    ["text/html", "bad_content_type"],
  ])("is judged by its type: %j", (contentType, code) => {
    expect(codeOf({ contentType })).toBe(code);
  });

  test("is judged by its size", () => {
    expect(codeOf({ size: 0, head: new Uint8Array(0) })).toBe("empty");
    expect(codeOf({ size: 200 * 2 ** 20 })).toBe("in");
    expect(check({ size: 200 * 2 ** 20 + 1 })).toMatchObject({
      ok: false,
      error: { code: "too_large", message: "the file is larger than 200 MB" },
    });
    expect(check({}, { ...UPLOAD_RULES, maxBytes: 100 })).toMatchObject({ ok: false });
  });

  test("is judged by its content, not by two plausible numbers", () => {
    const head = new Uint8Array(5000);
    head[4] = 100;
    expect(codeOf({ head, size: head.length })).toBe("not_a_demo");
    const zip = Uint8Array.from("PK\u0003\u0004aaaaaaaaaaaaaaaa", (c) => c.charCodeAt(0));
    expect(codeOf({ head: zip, size: zip.length })).toBe("not_a_demo");
  });

  test("may be judged by its beginning; one that is cut off comes in with a warning", () => {
    const head = bytes.subarray(0, 20_000);
    expect(check({ head })).toMatchObject({ ok: true, warnings: [] });
    expect(check({ head, size: head.length })).toMatchObject({
      ok: true,
      warnings: [{ code: "truncated" }],
    });
  });

  test("goes on like a demo behind its gamestate", () => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const second = 8 + view.getInt32(4, true);
    const third = second + 8 + view.getInt32(second + 4, true);
    const back = bytes.slice();
    new DataView(back.buffer).setInt32(third, 5, true);
    expect(check({ head: back })).toMatchObject({
      ok: false,
      error: { code: "not_a_demo", offset: third },
    });
    const broken = bytes.slice();
    new DataView(broken.buffer).setInt32(second + 4, 99_999, true);
    expect(check({ head: broken })).toMatchObject({ ok: false, error: { offset: second + 4 } });
  });
});
