/** Bringing in a register, step by step, and what became of it: for managers and administrators. */
import type { Route } from '../visit.js';
import { registerColumns } from './columns.js';
import { confirmImport } from './confirm.js';
import { registerDates } from './dates.js';
import { imports } from './list.js';
import { oneImport } from './one-import.js';
import { registerPreview, registerProblems } from './preview.js';
import { importRows, importRowsFile } from './rows.js';
import { sentRegister, sentRemove } from './sent.js';
import { registerSheet } from './sheet.js';
import { undoImport } from './undo.js';
import { uploadRegister } from './upload.js';
import { registerValues } from './values.js';

export const importRoutes: readonly Route[] = [
  ...imports,
  ...uploadRegister,
  ...sentRegister,
  ...sentRemove,
  ...registerSheet,
  ...registerColumns,
  ...registerValues,
  ...registerDates,
  ...registerPreview,
  ...registerProblems,
  ...confirmImport,
  ...oneImport,
  ...importRows,
  ...importRowsFile,
  ...undoImport,
];
