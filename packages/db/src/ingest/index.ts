export type {
  IncomingFile,
  IngestFailure,
  IngestOptions,
  IngestProgress,
  IngestReport,
  QuarantinedFile,
  Step,
} from "./contract.ts";
export { VerificationError } from "./failure.ts";
export { fixRange } from "./fix-range.ts";
export { ingest } from "./ingest.ts";
export { type RebuildOptions, type RebuildReport, rebuild } from "./rebuild.ts";
export { type ValidationReport, validate } from "./validate.ts";
