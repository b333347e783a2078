// The server's end of a WebSocket, as little of RFC 6455 as Slack needs: text, ping, pong and close, in frames under 64 KiB.
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

const OPCODE = { text: 0x1, close: 0x8, ping: 0x9, pong: 0xa } as const;
const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

export interface Wire {
  send(text: string): void;
  /** Says goodbye; the peer answers and the connection ends. */
  close(): void;
  /** Ends the connection without a word. */
  drop(): void;
  /** Nothing is answered or sent any more, and the connection stays. */
  silence(): void;
}

export function acceptWire(
  request: IncomingMessage,
  stream: Duplex,
  on: { text(text: string): void; ended(): void },
): Wire {
  const accept = createHash("sha1").update(`${request.headers["sec-websocket-key"]}${GUID}`).digest("base64");
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let silent = false;
  let pending: Buffer = Buffer.alloc(0);
  const write = (opcode: number, payload: Buffer) => {
    if (!silent && stream.writable) stream.write(encode(opcode, payload));
  };
  stream.on("data", (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let frame = decode(pending); frame !== null; frame = decode(pending)) {
      pending = pending.subarray(frame.length);
      if (silent) continue;
      if (frame.opcode === OPCODE.text) on.text(frame.payload.toString());
      if (frame.opcode === OPCODE.ping) write(OPCODE.pong, frame.payload);
      if (frame.opcode === OPCODE.close) {
        write(OPCODE.close, frame.payload);
        stream.end();
      }
    }
  });
  stream.on("error", () => stream.destroy());
  stream.on("close", on.ended);
  return {
    send: (text) => write(OPCODE.text, Buffer.from(text)),
    close: () => write(OPCODE.close, Buffer.from([0x03, 0xe8])),
    drop: () => stream.destroy(),
    silence: () => {
      silent = true;
    },
  };
}

function encode(opcode: number, payload: Buffer): Buffer {
  const head =
    payload.length < 126
      ? Buffer.from([0x80 | opcode, payload.length])
      : Buffer.from([0x80 | opcode, 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, payload]);
}

/** The first whole frame; a client's frames are masked. */
function decode(bytes: Buffer): { opcode: number; payload: Buffer; length: number } | null {
  if (bytes.length < 2) return null;
  const short = (bytes[1] ?? 0) & 0x7f;
  const head = short === 126 ? 4 : 2;
  if (bytes.length < head + 4) return null;
  const size = short === 126 ? bytes.readUInt16BE(2) : short;
  const length = head + 4 + size;
  if (bytes.length < length) return null;
  const mask = bytes.subarray(head, head + 4);
  const payload = Buffer.from(bytes.subarray(head + 4, length).map((byte, i) => byte ^ (mask[i % 4] ?? 0)));
  return { opcode: (bytes[0] ?? 0) & 0x0f, payload, length };
}
