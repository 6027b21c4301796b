/** Every screen of the library of measures. What is fixed in a path comes before what is a measure's id. */
import type { Route } from '../visit.js';
import { figureCases } from './figure-cases.js';
import { allFiguresFile, oneFigureFile } from './figure-files.js';
import { keptFigure, keptFigures } from './kept.js';
import { measureLibrary } from './library.js';
import { oneFigure } from './one-figure.js';

export const measuresRoutes: readonly Route[] = [
  ...measureLibrary,
  ...allFiguresFile,
  ...keptFigures,
  ...keptFigure,
  ...oneFigure,
  ...figureCases,
  ...oneFigureFile,
];
