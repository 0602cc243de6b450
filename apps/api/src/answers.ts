import { type ResponsesWithResolver, resolver } from "hono-openapi";
import type * as v from "valibot";
import { ProblemShape } from "./problem.ts";

/** Problems that a route may answer with, for its description. */
const problems = {
  400: "A parameter is missing or of the wrong form.",
  404: "Nothing of that name is stored.",
  503: "The database does not answer.",
} as const;

/** The answers of a route for the OpenAPI document: a good one, and the problems that can come. */
export function answers(
  description: string,
  shape: v.GenericSchema,
  ...statuses: (keyof typeof problems)[]
): ResponsesWithResolver {
  const described: ResponsesWithResolver = {
    200: { description, content: { "application/json": { schema: resolver(shape) } } },
  };
  const content = { "application/problem+json": { schema: resolver(ProblemShape) } };
  for (const status of [...statuses, 503] as const)
    described[status] = { description: problems[status], content };
  described["default"] = { description: "Anything else.", content };
  return described;
}
