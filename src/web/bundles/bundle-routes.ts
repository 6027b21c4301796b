/** The screens of bundles and of requests for what is held of a person; and where a recipient fetches papers. */
import { papersForYou } from '../public/papers/papers.js';
import { bundleArchive } from './archive.js';
import { beginBundleOfCase } from './begin.js';
import { bundleCheck } from './check.js';
import { handBundleOver } from './hand-over.js';
import { closeHandover } from './handed-over.js';
import { hidePlaces, pageToHide } from './hide-places.js';
import { bundleList } from './list.js';
import { bundleFile } from './made-file.js';
import { oneBundle } from './one-bundle.js';
import { onePiece } from './one-piece.js';
import { subjectRequest } from './subject-request.js';
import { newSubjectRequest, subjectRequests } from './subject-requests.js';

export const bundleRoutes = [
  ...bundleList,
  ...beginBundleOfCase,
  ...oneBundle,
  ...onePiece,
  ...hidePlaces,
  ...pageToHide,
  ...bundleFile,
  ...bundleCheck,
  ...handBundleOver,
  ...closeHandover,
  ...bundleArchive,
  ...subjectRequests,
  ...newSubjectRequest,
  ...subjectRequest,
  ...papersForYou,
];
