import type { Readable, Writable } from "node:stream";
import type { Ask } from "./terminal.ts";

/** Questions on a terminal; they stand on stderr so that stdout stays the result alone. */
export function ask(input: Readable, output: Writable): Ask {
  return {
    confirm: async (question) => {
      const prompts = await import("@clack/prompts");
      const answer = await prompts.confirm({
        message: question,
        initialValue: false,
        input,
        output,
      });
      return prompts.isCancel(answer) ? null : answer;
    },
    text: async (question) => {
      const prompts = await import("@clack/prompts");
      const answer = await prompts.text({ message: question, input, output });
      return prompts.isCancel(answer) ? null : (answer ?? "");
    },
  };
}
