import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvFile } from '../../src/web/csv.js';

test('no cell is run as a formula, and a negative number stays one', () => {
  const rows = [['=1+1', '@SUM(A1)', '+44 20', '-2', '-2.5', '-cmd|x', '\tx']];
  assert.equal(csvFile(rows), "\uFEFF'=1+1,'@SUM(A1),'+44 20,-2,-2.5,'-cmd|x,\"'\tx\"\r\n".replace('"\'\tx"', "'\tx"));
});

test('a line feed or a full-width sign at the head of a cell begins no formula either', () => {
  const rows = [['＝1+1', '＋1', '－1', '＠SUM(A1)', '\n=1']];
  assert.equal(csvFile(rows), "\uFEFF'＝1+1,'＋1,'－1,'＠SUM(A1),\"'\n=1\"\r\n");
});

test('quotes, commas and lines stay inside their cell', () => {
  assert.equal(csvFile([['a "b"', 'c, d', 'e\nf', ' g']]), '\uFEFF"a ""b""","c, d","e\nf"," g"\r\n');
});
