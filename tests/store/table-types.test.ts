import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../src/store/config.js';
import { acrossLandlords } from '../../src/store/database.js';
import { tableTypes } from '../../src/store/table-types.js';
import { freshSetting } from './landlord.js';

const { owner } = await freshSetting();

/** PUTRIGHT_WRITE=1 writes it anew after a migration. */
test('db/types.ts says what the migrations make', async () => {
  const path = join(root, 'db', 'types.ts');
  const current = await acrossLandlords(owner, tableTypes);
  if (process.env['PUTRIGHT_WRITE'] === '1') writeFileSync(path, current);
  assert.equal(readFileSync(path, 'utf8'), current);
});
