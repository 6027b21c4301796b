/**
 * What is written to PostgreSQL in one turn leaves in one system call, which costs as much as a small statement: the
 * opening of a transaction goes with the first reads, and those that are asked together go together.
 */
import { Socket } from 'node:net';

type Written = (error?: Error | null) => void;

export class GatheringSocket extends Socket {
  private gathers = false;

  override write(piece: Uint8Array | string, written?: Written): boolean;
  override write(piece: Uint8Array | string, encoding?: BufferEncoding, written?: Written): boolean;
  override write(piece: Uint8Array | string, second?: BufferEncoding | Written, written?: Written): boolean {
    if (!this.gathers) {
      this.gathers = true;
      this.cork();
      process.nextTick(() => {
        this.gathers = false;
        this.uncork();
      });
    }
    return typeof second === 'function' ? super.write(piece, second) : super.write(piece, second, written);
  }
}
