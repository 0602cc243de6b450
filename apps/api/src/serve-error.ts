/** Why a server could not begin to listen. */
export type ServeErrorCode =
  /** Somebody else listens there. */
  | "port_in_use"
  /** Ports below 1024 need rights that this user lacks. */
  | "not_allowed"
  /** No address of this machine, or a name that does not resolve. */
  | "bad_address"
  /** Anything else the system says. */
  | "failed";

const codeOf: Readonly<Record<string, ServeErrorCode>> = {
  EADDRINUSE: "port_in_use",
  EACCES: "not_allowed",
  EPERM: "not_allowed",
  EADDRNOTAVAIL: "bad_address",
  ENOTFOUND: "bad_address",
  EAI_AGAIN: "bad_address",
  ERR_SOCKET_BAD_PORT: "bad_address",
};

const reason = {
  port_in_use: "another program listens there",
  not_allowed: "this user may not",
  bad_address: "that is no address of this machine",
  failed: "the system refused",
} as const satisfies Record<ServeErrorCode, string>;

/** The server could not begin to listen. `cause` is the system's error. */
export class ServeError extends Error {
  override readonly name = "ServeError";
  readonly code: ServeErrorCode;
  constructor(host: string, port: number, cause: unknown) {
    const system = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    const code = codeOf[system] ?? "failed";
    super(`cannot listen on ${host} port ${port}: ${reason[code]}`, { cause });
    this.code = code;
  }
}
