/** Every story of the demonstration. Each theme is a file of data. */
import type { Story } from '../script.js';
import { arriving } from './arriving.js';
import { withTheOmbudsman } from './at-the-ombudsman.js';
import { conduct } from './conduct.js';
import { damp } from './damp.js';
import { onEveryChannel, withWhatCameSince } from './heard.js';
import { heating } from './heating.js';
import { lettings } from './lettings.js';
import { charges } from './money.js';
import { neighbours } from './neighbours.js';
import { promised } from './promised.js';
import { repairs } from './repairs.js';
import { requests } from './requests.js';

export const stories: readonly Story[] = withTheOmbudsman(
  withWhatCameSince([
    ...damp,
    ...heating,
    ...repairs,
    ...neighbours,
    ...charges,
    ...lettings,
    ...conduct,
    ...requests,
    ...arriving,
    ...onEveryChannel,
    ...promised,
  ]),
);
