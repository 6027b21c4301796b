/** What is known of a file, in the words that staff read. */
import type { VNode } from 'preact';
import type { Day } from '../../facts/days.js';
import type { FileLook, Serving } from '../../store/file-scans.js';
import { scannerOf } from '../../store/scanner.js';
import { Tag, type TagColour } from '../ui/components.js';
import { DayText } from '../ui/dates.js';

interface StateWords {
  readonly tag: string;
  readonly colour: TagColour;
  readonly words: string;
}

/** The state in two or three words, and in a sentence. */
export function stateWords(look: FileLook): StateWords {
  switch (look.state) {
    case 'ours':
      return { tag: 'Made here', colour: 'green', words: 'The product made it.' };
    case 'waiting':
      if (scannerOf() === null)
        return { tag: 'Waiting', colour: 'blue', words: 'It waits to be looked at. Load this page again in a moment.' };
      return look.because === 'scanner-down'
        ? {
            tag: 'Waiting for the virus scan',
            colour: 'blue',
            words:
              'The virus scanner does not answer. It is asked again by itself; nothing of the file is shown until it has.',
          }
        : {
            tag: 'Waiting for the virus scan',
            colour: 'blue',
            words: 'It is being scanned for viruses. Load this page again in a moment.',
          };
    case 'clean':
      return { tag: 'Scanned: clean', colour: 'green', words: 'The virus scanner found nothing in it.' };
    case 'infected':
      return {
        tag: 'Infected',
        colour: 'red',
        words: `The virus scanner found ${look.found ?? 'something'} in it. It is sealed: nobody can open it here. Ask for it again, in another way.`,
      };
    case 'cannot':
      return { tag: 'Can’t be scanned', colour: 'orange', words: cannotWords(look) };
    case 'not-scanned':
      return {
        tag: 'Not scanned',
        colour: 'orange',
        words: 'This installation has no virus scanner. What is shown of it is made anew and harmless.',
      };
    default:
      return look.state satisfies never;
  }
}

function cannotWords({ because }: FileLook): string {
  switch (because) {
    case 'encrypted':
      return 'It is locked with a password, so nobody could look through it. Ask for it without one.';
    case 'over-limit':
      return 'It holds more than the virus scanner looks through. Ask for its parts one by one.';
    case 'closed-kind':
      return 'It is an archive of a kind that can’t be looked into. Ask for the files one by one, or as a ZIP.';
    case 'missing':
      return 'Its bytes are not in the folder of documents any more. Whoever looks after this installation must know.';
    default:
      return 'The virus scanner could not look through it.';
  }
}

/** Why there is nothing, or not everything, to see of a file that may be shown; null when there is nothing to say. */
export function previewWords({ look, pictures, text }: Serving): string | null {
  if (look.state === 'ours' || look.state === 'waiting' || look.state === 'infected') return null;
  if (look.preview === 'waiting') return 'Its preview is being made. Load this page again in a moment.';
  switch (look.previewBecause) {
    case 'damaged':
      return pictures > 0 || text
        ? 'It is damaged: what could be read of it is shown.'
        : 'It is damaged: nothing of it can be shown.';
    case 'locked':
      return 'It is locked with a password: nothing of it can be shown.';
    case 'too-large':
      return 'It is larger than what is opened here: nothing of it is shown.';
    case 'too-long':
      return 'Showing it takes longer than anything honest does: nothing of it is shown.';
    case 'too-many':
      return pictures > 0 ? `Only its first ${pictures} pages are shown.` : 'It holds too much to be shown.';
    case 'unsafe-kind':
      return 'Files of this kind can carry programs, so nothing of it is shown.';
    case 'no-kind':
      return 'There is no preview of files of this kind.';
    case null:
      return pictures > 0 || text ? null : 'There is nothing in it to show.';
    default:
      return look.previewBecause satisfies never;
  }
}

export function StateTag({ look }: { readonly look: FileLook }): VNode {
  const { tag, colour } = stateWords(look);
  return <Tag colour={colour}>{tag}</Tag>;
}

/** When the camera says that it was taken: told beside the picture, since the picture itself does not say it any more. */
export function TakenAt({ look }: { readonly look: FileLook }): VNode | null {
  if (look.takenAt === null) return null;
  const [day = '', time = ''] = look.takenAt.split('T');
  return (
    <>
      <DayText day={day as Day} short /> at {time.slice(0, 5)}
    </>
  );
}

export function pagesWords(pages: number): string {
  return pages === 1 ? '1 page' : `${pages.toLocaleString('en-GB')} pages`;
}

/** What somebody who can't see a picture of it hears. */
export function altOf(look: FileLook, n: number, name = look.name): string {
  return look.pages === null ? `Preview of ${name}` : `Page ${n} of ${look.pages} of ${name}`;
}
