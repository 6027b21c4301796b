/** putright clock: the forms in which facts come in and answers go out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClockIo, runClock } from '../../src/cli/clock.js';
import { day } from '../../src/facts/days.js';
import { Stop } from '../../src/store/stop.js';

async function clock(input: string, args: readonly string[] = ['-', '--json'], chunk = 7) {
  let out = '';
  const complaints: string[] = [];
  const io: ClockIo = {
    async *read() {
      for (let i = 0; i < input.length; i += chunk) yield input.slice(i, i + chunk);
    },
    async write(text) {
      out += text;
    },
    complain: (sentence) => complaints.push(sentence),
    today: () => day('2026-03-20'),
  };
  const code = await runClock(args, io);
  return { code, out, complaints };
}

const fact = '{"received":"2026-03-07","acknowledged":"2026-03-09"}';
const wrong = '{"received":"2026-03-32"}';

test('one object has one answer, on one line or on many', async () => {
  for (const input of [
    fact,
    `${fact}\n`,
    `\uFEFF ${fact}`,
    JSON.stringify(JSON.parse(fact), null, 2),
    `\n\n${fact}\r\n`,
  ]) {
    const { code, out } = await clock(input);
    assert.equal(code, 0, input);
    const answer = JSON.parse(out);
    assert.equal(answer.code, '2024');
    assert.deepEqual(
      answer.clocks.map((c: { provision: string; due: string }) => [c.provision, c.due]),
      [
        ['6.2', '2026-03-16'],
        ['6.3', '2026-03-23'],
      ],
    );
  }
});

test('the answer has every key of the contract', async () => {
  const { out } = await clock(fact);
  const [acknowledge] = JSON.parse(out).clocks;
  const { provision, stage, what, from, due, provisional, doneOn, workingDaysTaken, workingDaysLate, state, because } =
    acknowledge;
  assert.deepEqual(
    { provision, stage, what, from, due, provisional, doneOn, workingDaysTaken, workingDaysLate, state },
    {
      provision: '6.2',
      stage: 1,
      what: 'Acknowledge the complaint',
      from: '2026-03-07',
      due: '2026-03-16',
      provisional: false,
      doneOn: '2026-03-09',
      workingDaysTaken: 0,
      workingDaysLate: 0,
      state: 'met',
    },
  );
  assert.ok(because.every((s: unknown) => typeof s === 'string' && s.endsWith('.')));
});

test('one object a line has an answer a line, in order, errors in their place', async () => {
  for (const chunk of [1, 7, 10_000]) {
    const { code, out } = await clock(`${fact}\n${wrong}\nnot json\n\n{"received":\n${fact}`, ['-', '--json'], chunk);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(code, 1);
    assert.deepEqual(
      lines.map((l) => l.error ?? l.code),
      [
        '2024',
        '"received" must be a date like 2026-03-09, and "2026-03-32" is none.',
        'Line 3 is not JSON.',
        'Line 5 is not JSON.',
        '2024',
      ],
    );
  }
});

test('each line is answered before the next one is waited for', async () => {
  let answered = 0;
  const seen: number[] = [];
  await runClock(['-', '--json'], {
    async *read() {
      for (let i = 0; i < 4; i++) {
        yield `${fact}\n`;
        seen.push(answered);
      }
    },
    async write(text) {
      answered += text.split('\n').length - 1;
    },
    complain: (sentence) => assert.fail(sentence),
    today: () => day('2026-03-20'),
  });
  assert.deepEqual(seen, [1, 2, 3, 4]);
});

test('a list whose first line is broken is still a list of lines', async () => {
  const { code, out } = await clock(`{"received":\n${fact}\n${fact}\n`);
  assert.equal(code, 1);
  assert.deepEqual(
    out
      .trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l).error ?? 'fine'),
    ['Line 1 is not JSON.', 'fine', 'fine'],
  );
});

test('an array has an array, errors in their place', async () => {
  for (const chunk of [1, 13, 10_000]) {
    const { code, out } = await clock(
      ` [ ${fact} ,\n${wrong}, 5, {"a":"],\\"}"} , nonsense, null ]\n`,
      ['-', '--json'],
      chunk,
    );
    assert.equal(code, 1);
    const answers = JSON.parse(out);
    assert.equal(answers.length, 6);
    assert.equal(answers[0].code, '2024');
    assert.match(answers[1].error, /must be a date/);
    assert.match(answers[2].error, /must be an object/);
    assert.match(answers[3].error, /no fact called "a"/);
    assert.equal(answers[4].error, 'Item 5 of the list is not JSON.');
    assert.match(answers[5].error, /must be an object/);
  }
  const fine = await clock(`[${fact},${fact}]`);
  assert.deepEqual([fine.code, JSON.parse(fine.out).length], [0, 2]);
  const empty = await clock('[ ]');
  assert.deepEqual([empty.code, JSON.parse(empty.out)], [0, []]);
});

test('a list that is cut off still answers what it holds, as JSON, and says so', async () => {
  for (const cut of [`[${fact},${fact.slice(0, 20)}`, `[${fact}`, '[', `[${fact}] ${fact}`, '[}']) {
    const { code, out } = await clock(cut);
    assert.equal(code, 1, cut);
    assert.ok(JSON.parse(out).at(-1).error, cut);
  }
});

test('what is no JSON at all, and nothing at all, are refused', async () => {
  const nonsense = await clock('dear landlord');
  assert.deepEqual([nonsense.code, JSON.parse(nonsense.out)], [1, { error: 'This is not JSON.' }]);
  const nothing = await clock(' \n');
  assert.deepEqual([nothing.code, nothing.out, nothing.complaints], [1, '', ['There are no facts in standard input.']]);
});

test('without --json it is text that a person reads, with errors as sentences beside it', async () => {
  const alone = await clock(fact, ['-']);
  assert.equal(alone.code, 0);
  assert.match(alone.out, /^The Code of 2024 was in force on the day of receipt/);
  assert.match(
    alone.out,
    /\nAcknowledge the complaint \(6\.2\): due Monday 16 March 2026; done in time\n {2}- Received on Saturday 7 March 2026/,
  );
  const several = await clock(`${fact}\n${wrong}\n${fact}`, ['-']);
  assert.equal(several.code, 1);
  assert.match(several.out, /^Complaint 1\n[\s\S]*\nComplaint 3\n/);
  assert.deepEqual(several.complaints, [
    'Complaint 2: "received" must be a date like 2026-03-09, and "2026-03-32" is none.',
  ]);
});

test('the stricter rule and a new bank holiday can be asked for', async () => {
  const dues = async (...args: string[]) =>
    JSON.parse((await clock(fact, ['-', '--json', ...args])).out).clocks.map((c: { due: string }) => c.due);
  assert.deepEqual(await dues('--as-it-fell'), ['2026-03-13', '2026-03-23']);
  assert.deepEqual(await dues('--holiday', '2026-03-12', '--holiday', '2026-03-20'), ['2026-03-17', '2026-03-25']);
});

test('misuse is told from a refusal', async () => {
  for (const args of [[], ['a', 'b'], ['-', '--holiday', 'tomorrow']])
    await assert.rejects(clock(fact, args), (thrown) => thrown instanceof Stop && thrown.exitCode === 2);
  await assert.rejects(clock(fact, ['-', '--yaml']), TypeError);
});

test('a hundred thousand complaints pass, in memory that does not grow with them', {
  timeout: 120_000,
}, async () => {
  const count = 100_000;
  let answers = 0;
  let most = 0;
  const code = await runClock(['-', '--json'], {
    async *read() {
      for (let i = 0; i < count; i += 500) yield `${fact}\n`.repeat(500);
    },
    async write(text) {
      answers += text.split('\n').length - 1;
      most = Math.max(most, text.length);
    },
    complain: (sentence) => assert.fail(sentence),
    today: () => day('2026-03-20'),
  });
  assert.equal(code, 0);
  assert.equal(answers, count);
  assert.ok(most < 200_000, `${most} characters were held at once`);
});

test('what names a complaint in a list is given back with its answer, and is no fact', async () => {
  const { out } = await clock(
    `{"ref":"A/1",${fact.slice(1)}\n{"id":7,${wrong.slice(1)}\n{"ref":["x"],${fact.slice(1)}\n`,
  );
  const [first, second, third] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual([first.ref, first.code], ['A/1', '2024']);
  assert.deepEqual(Object.keys(second), ['id', 'error']);
  assert.equal(second.id, 7);
  assert.ok(!('ref' in third));
});

test('lines are numbered from the top, blank ones too', async () => {
  const { out } = await clock(`\n\r\n${fact}\n\nnot json\n`);
  assert.deepEqual(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).error),
    [undefined, 'Line 5 is not JSON.'],
  );
});

test('lists in lists a hundred thousand deep are wrong facts and no fault', async () => {
  const deep = `{"received":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  const { code, out } = await clock(`${fact}\n${deep}\n${fact}\n`, ['-', '--json'], 50_000);
  assert.equal(code, 1);
  assert.equal(out.split('\n').length, 4);
  assert.match(out, /must be a date like 2026-03-09, and a list is none/);
});

test('a line that is far too long has one answer, and so has the one after it', async () => {
  const long = `{"received":"2026-03-07","ref":"${'x'.repeat(33_000_000)}"}`;
  const asLines = await clock(`${fact}\n${long}\n${fact}\n`, ['-', '--json'], 65_536);
  assert.deepEqual(
    asLines.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).error),
    [undefined, 'Line 2 is longer than 32 million characters.', undefined],
  );
  const asList = await clock(`[${fact},${long}]`, ['-', '--json'], 65_536);
  assert.equal(JSON.parse(asList.out)[1].error, 'Item 2 of the list is longer than 32 million characters.');
});
