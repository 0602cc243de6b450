import type { RoundTelemetry } from "../../src/index.ts";
/** A webhook's word on a round, with nothing in it but what a test sets. */
export declare function telemetry(told: Partial<RoundTelemetry>): RoundTelemetry;
//# sourceMappingURL=telemetry.d.ts.map
