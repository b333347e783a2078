// Sockets to a PostgreSQL server that is given up when it has been silent for too long: a half-open connection tells nobody.
import { Socket } from "node:net";

/** As long as a writer waits for its turn (see ../client.ts); a statement that takes longer needs a patient connection. */
const SILENCE_MS = 20_000;

/** A statement in flight fails when the time is up, and the pool opens another connection for the next. */
export function quietSocket(): Socket {
  const socket = new Socket();
  socket.setTimeout(SILENCE_MS, () => {
    socket.destroy(new Error(`PostgreSQL has not answered for ${SILENCE_MS} ms`));
  });
  return socket;
}
