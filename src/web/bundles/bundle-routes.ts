/** The screens of bundles. */
import { beginBundleOfCase } from './begin.js';
import { hidePlaces, pageToHide } from './hide-places.js';
import { bundleList } from './list.js';
import { bundleFile } from './made-file.js';
import { oneBundle } from './one-bundle.js';
import { onePiece } from './one-piece.js';

export const bundleRoutes = [
  ...bundleList,
  ...beginBundleOfCase,
  ...oneBundle,
  ...onePiece,
  ...hidePlaces,
  ...pageToHide,
  ...bundleFile,
];
