import { type DemoResult, failed } from "../result.ts";

/** The protocol that is read, and the older one that is coded alike. */
const OWN = 84;
const OLDER = 83;
/** What ETTV records. */
const ETTV = 284;

const REFUSED_ETTV =
  "this is an ETTV recording (protocol 284, .tv_84), which is not read: convert it to .dm_84 first";

/**
 * What the name of a file says of its protocol: 84 and 83 are read, ETTV's recordings and those of other
 * games and versions are not. A name that says nothing is as good as 84.
 */
export function protocolOfName(name: string): DemoResult<number> {
  const [, kind = "dm", digits = String(OWN)] = /\.(dm|tv)_(\d+)$/i.exec(name) ?? [];
  if (kind.toLowerCase() === "tv") return failed("ettv_demo", REFUSED_ETTV);
  return protocolOf(Number(digits));
}

/** Whether a demo of a protocol is read. */
export function protocolOf(protocol: number): DemoResult<number> {
  if (protocol === OWN) return { ok: true, value: protocol, warnings: [] };
  if (protocol === ETTV) return failed("ettv_demo", REFUSED_ETTV);
  if (protocol !== OLDER) {
    return failed(
      "unsupported_protocol",
      `this is a demo of protocol ${protocol}; only those of Enemy Territory 2.60 and ET: Legacy (84) are read`,
    );
  }
  const message =
    "protocol 83 is read as if it were 84; nobody has checked that against recordings";
  return { ok: true, value: protocol, warnings: [{ code: "protocol_83", message }] };
}
