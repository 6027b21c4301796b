/**
 * The virus scanner: clamd's INSTREAM over TCP or a socket. The bytes go there as they lie on the disk; its answer is read
 * as one of a few, and never repeated in its own words.
 */
import { connect, type Socket } from 'node:net';
import { setTimeout as rest, setImmediate as turn } from 'node:timers/promises';
import type { Scanner } from '../store/scanner.js';

export type Scanned =
  | { readonly is: 'clean' }
  | { readonly is: 'infected'; readonly name: string }
  /** It was not looked through: locked, or larger than the scanner takes. */
  | { readonly is: 'cannot'; readonly why: 'encrypted' | 'over-limit' }
  /** No answer that can be believed: asked again later, and never taken for clean. */
  | { readonly is: 'down' };

export interface ScanLimits {
  /** To connect. */
  readonly connectMs: number;
  /** Without a byte taken or answered. */
  readonly silenceMs: number;
  /** In all. */
  readonly wholeMs: number;
}

export const scanLimits: ScanLimits = { connectMs: 5_000, silenceMs: 60_000, wholeMs: 300_000 };

const mostTries = 4;
/** Between pieces, for each try that was broken off before. */
const pauseMs = 4;

/** Asks the scanner about some bytes. It never throws: whatever goes wrong is 'down'. */
export async function scanBytes(
  scanner: Scanner,
  open: () => AsyncIterable<Uint8Array>,
  limits: ScanLimits = scanLimits,
): Promise<Scanned> {
  for (let tried = 1; ; tried++) {
    const answer = await ask(scanner, open(), limits, (tried - 1) * pauseMs);
    if (answer !== 'broken-off') return answer;
    // It closes the door on what is too long, sometimes before its words have reached us: they may when we go slower.
    if (tried === mostTries) return { is: 'down' };
  }
}

function ask(
  scanner: Scanner,
  bytes: AsyncIterable<Uint8Array>,
  limits: ScanLimits,
  pause: number,
): Promise<Scanned | 'broken-off'> {
  return new Promise((resolve) => {
    const socket = connect({ ...scanner });
    let answer = '';
    let begun = false;
    let ended = false;
    const end = (scanned: Scanned | 'broken-off'): void => {
      if (ended) return;
      ended = true;
      clearTimeout(whole);
      socket.destroy();
      resolve(scanned);
    };
    const whole = setTimeout(() => end({ is: 'down' }), limits.wholeMs);
    socket.setTimeout(limits.connectMs, () => end({ is: 'down' }));
    socket.on('data', (piece: Buffer) => {
      answer += piece.toString('latin1', 0, 4_096);
      if (answer.includes('\0') || answer.length >= 4_096) end(readAnswer(answer));
    });
    socket.on('close', () => end(answer === '' && begun ? 'broken-off' : readAnswer(answer)));
    socket.on('error', () => {});
    socket.on('connect', () => {
      socket.setTimeout(limits.silenceMs);
      begun = true;
      // Reading failed on our side, or the door is closed: it must not hear an end.
      stream(socket, bytes, pause).then(
        () => {
          begun = false;
        },
        () => socket.destroy(),
      );
    });
  });
}

async function stream(socket: Socket, bytes: AsyncIterable<Uint8Array>, pause: number): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const piece of bytes) {
    if (piece.length === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    await write(socket, Buffer.concat([length, piece]));
    // What it says early is read before more is written: writing to a closed door would lose it.
    await (pause === 0 ? turn() : rest(pause));
  }
  await write(socket, Buffer.alloc(4));
}

function write(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** One line of clamd's. Only its plain OK means clean. */
export function readAnswer(line: string): Scanned {
  const said = line.split('\0', 1)[0]?.trim() ?? '';
  if (said === 'stream: OK') return { is: 'clean' };
  if (/size limit exceeded/i.test(said)) return { is: 'cannot', why: 'over-limit' };
  const [, name] = /^stream: (.+) FOUND$/.exec(said) ?? [];
  if (name === undefined) return { is: 'down' };
  if (/^Heuristics\.Encrypted/i.test(name)) return { is: 'cannot', why: 'encrypted' };
  if (/^Heuristics\.Limits\.Exceeded/i.test(name)) return { is: 'cannot', why: 'over-limit' };
  return { is: 'infected', name: /^[\w.:/()+-]{1,100}$/.test(name) ? name : 'unnamed' };
}
