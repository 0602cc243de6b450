import { connect, type Socket } from "node:net";

/** Where a server may be, as the driver resolved it from the URL. */
interface Addresses {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path?: string | null;
}

/**
 * Opens the connection with Nagle's algorithm off. Left on, each COPY waits about 40 ms for an
 * acknowledgement that the other side delays, which makes an import ten times slower.
 *
 * @returns a function that tries the addresses in turn and rejects with the last one's error
 */
export function socketWithoutDelay(timeoutSeconds: number) {
  return async ({ host, port, path }: Addresses): Promise<Socket> => {
    if (path) return opened(connect(path), timeoutSeconds);
    let failure: unknown;
    for (const [i, name] of host.entries()) {
      try {
        const socket = connect({ host: name, port: port[i] ?? port[0] ?? 5432, noDelay: true });
        // The name to check the server's certificate for: the driver looks for it here.
        return await opened(Object.assign(socket, { host: name }), timeoutSeconds);
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  };
}

function opened(socket: Socket, timeoutSeconds: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const late = () =>
      socket.destroy(
        Object.assign(new Error(`no answer within ${timeoutSeconds} s`), {
          code: "CONNECT_TIMEOUT",
        }),
      );
    socket.setTimeout(timeoutSeconds * 1000, late);
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.setTimeout(0);
      socket.off("timeout", late);
      socket.off("error", reject);
      resolve(socket);
    });
  });
}
