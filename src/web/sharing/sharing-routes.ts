/** The pages of what is shared. */
import type { Route } from '../visit.js';
import { sharedText } from './one-text.js';
import { tellText } from './tell-text.js';
import { textFile } from './text-file.js';
import { sharedTexts } from './texts.js';
import { writeText } from './write-text.js';

export const sharingRoutes: readonly Route[] = [...sharedTexts, ...sharedText, ...writeText, ...tellText, ...textFile];
