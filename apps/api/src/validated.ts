import { validator } from "hono-openapi";
import type * as v from "valibot";
import { type ParameterFault, ProblemError } from "./problem.ts";

type Strings = v.GenericSchema<Record<string, string | undefined>, Record<string, unknown>>;

/**
 * Checks path or query parameters against a schema and hands their values to the route
 * (`c.req.valid`). What does not fit is answered 400 with the parameter's name and what was
 * expected of it, never with what was sent.
 */
export function validated<Target extends "param" | "query", Schema extends Strings>(
  target: Target,
  schema: Schema,
) {
  return validator(
    target,
    schema,
    (result) => {
      if (result.success) return;
      const errors: ParameterFault[] = [];
      for (const issue of result.error) {
        const first = issue.path?.[0];
        const parameter = String(typeof first === "object" ? first.key : (first ?? target));
        if (errors.every((e) => e.parameter !== parameter))
          errors.push({ parameter, message: issue.message });
      }
      const names = errors.map((e) => e.parameter).join(", ");
      throw new ProblemError("bad_request", `Not understood: ${names}.`, errors);
    },
    { options: { typeMode: "input" } },
  );
}
