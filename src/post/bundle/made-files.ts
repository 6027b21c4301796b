/** What processes of a bundle wrote, taken into the landlord's folder. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Piece } from '../../store/bundles.js';
import { canonical } from '../../store/chain.js';
import { receiveFile, type Stored } from '../../store/documents.js';
import { type BundlePlace, giveUp, type Making, mostTries } from './making.js';
import { runTask, type TaskAsked } from './run-task.js';

export const largestMade = 900_000_000;

export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** The process that does the work was killed from outside, or ran into its limits; or said itself that the file is damaged. */
export class PaperFailed extends Error {
  constructor(
    readonly how: string,
    readonly damaged = false,
  ) {
    super(`a process that puts papers together ended: ${how}`);
  }
}

/** Takes a file that a process wrote. */
export async function taken(place: BundlePlace, path: string, name: string): Promise<Stored> {
  const received = await receiveFile(place.files, place.landlordId, createReadStream(path), {
    name,
    largest: largestMade,
  });
  if (!received.ok) throw new PaperFailed(received.why);
  return received.stored;
}

/** Runs a task that writes a file and takes what it wrote into the landlord's folder. */
export async function written(
  place: BundlePlace,
  asked: TaskAsked,
  name: string,
): Promise<{ stored: Stored; pages: number }> {
  return runTask(
    asked,
    async ({ end, said, out }) => {
      const done = said.find((one) => one.is === 'written');
      if (end !== 'done' || done === undefined)
        throw new PaperFailed(
          end,
          said.some((one) => one.is === 'no-pages'),
        );
      return { stored: await taken(place, out, name), pages: done.pages };
    },
    place,
  );
}

/** The same for one paper: tried again where nothing is known of the paper itself, then given up. */
export async function writtenOf(
  place: BundlePlace,
  making: Making,
  piece: Piece,
  asked: TaskAsked,
  name: string,
): Promise<Awaited<ReturnType<typeof written>>> {
  for (let n = 1; ; n++) {
    try {
      return await written(place, asked, name);
    } catch (error) {
      if (!(error instanceof PaperFailed) || error.damaged || place.stop?.aborted === true) throw error;
      if (n >= mostTries) return giveUp(place, making, piece.id);
    }
  }
}
