/** `putright assess compare A B`: what became met between two self-assessments, what fell back, what is new. */
import { parseArgs } from 'node:util';
import { answerWords } from '../assess/answers.js';
import { type Change, changeWords, compare } from '../assess/comparison.js';
import { leadBetween } from '../assess/leading.js';
import { answersOf } from '../store/assessment-answers.js';
import { assessmentNamed, nameOf } from '../store/assessment-names.js';
import { inLandlord } from '../store/database.js';
import { Stop } from '../store/stop.js';
import { type Command, misused } from './command.js';
import { landlordCalled, print, printJson, withInstallation } from './opened.js';

export const assessCompare: Command = {
  summary: 'two self-assessments: what became met, what fell back, what is new',
  help: `
putright assess compare A B [--json] [--landlord NAME]

A is the earlier one, B the later. A name is a year (2023-24: the one that stands for it), an edition and a year
(2022/2023-24), or a round as well (2022/2023-24/2). Editions are led over by the mapping of the Codes.

  --json           {"before","after","rows":[{"provision","before":[…],"after","change"}],"counts"}
  --landlord NAME  which landlord, where there are several

  putright assess compare 2022/2023-24 2024/2024-25
`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, landlord: { type: 'string' } },
      allowPositionals: true,
    });
    const [first, second, ...more] = positionals;
    if (first === undefined || second === undefined || more.length > 0)
      throw misused('Say which two: putright assess compare 2022/2023-24 2024/2024-25');
    await withInstallation(async (db) => {
      const landlord = await landlordCalled(db, values.landlord);
      const answer = await inLandlord(db, landlord.id, async (trx) => {
        const [before, after] = [await assessmentNamed(trx, first), await assessmentNamed(trx, second)];
        for (const [name, found] of [
          [first, before],
          [second, after],
        ] as const)
          if (found === null) throw new Stop(`${landlord.name} has no self-assessment ${name}.`);
        if (before === null || after === null) throw new Error('both were just found');
        const rows = compare(
          await answersOf(trx, before.id),
          { edition: after.edition, answers: await answersOf(trx, after.id) },
          leadBetween(before.edition, after.edition),
        );
        const counts = Object.fromEntries(
          (Object.keys(changeWords) as Change[]).map((change) => [
            change,
            rows.filter((row) => row.change === change).length,
          ]),
        );
        return {
          before: nameOf(before),
          after: nameOf(after),
          rows: rows.map(({ provision, before: earlier, after: now, change }) => ({
            provision,
            before: earlier.map((one) => ({ provision: one.provision, answer: one.answer })),
            after: now?.answer ?? ('unknown' as const),
            change,
            how: change === 'became-met' ? now?.commentary || now?.evidence || null : null,
          })),
          counts,
        };
      });
      if (values.json) return printJson(answer);
      print(`${answer.before} and ${answer.after}`);
      for (const { provision, before, after, change } of answer.rows)
        print(
          `${provision.padEnd(6)}${changeWords[change].padEnd(22)}${before.map((one) => `${one.provision} ${answerWords[one.answer]}`).join(', ') || 'none'} → ${answerWords[after]}`,
        );
      for (const [change, n] of Object.entries(answer.counts)) print(`${changeWords[change as Change]}: ${n}`);
    });
    return 0;
  },
};
