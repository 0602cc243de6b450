// The API and its server.
export { type Api, type ApiOptions, createApi } from "./create-api.ts";
// What it tells its surroundings and its clients.
export type { Fault } from "./faults.ts";
export type { ParameterFault, Problem, ProblemCode } from "./problem.ts";
export type { RequestLogEntry } from "./request-log.ts";
export { type RunningApi, type ServeOptions, serveApi } from "./serve-api.ts";
export { ServeError, type ServeErrorCode } from "./serve-error.ts";
// The web page beside it.
export { readSite, type Site } from "./web/site.ts";
export { createStarting } from "./web/starting.ts";
