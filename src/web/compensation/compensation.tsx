/** Sums of compensation that wait for approval or for payment, and those that were paid; each as a file for finance. */
import type { VNode } from 'preact';
import { headInWords, limitFor, paymentWords } from '../../complaint/compensation.js';
import { caseWorkers } from '../../complaint/roles.js';
import { compensationHeads, type Payment } from '../../facts/happened.js';
import { pounds } from '../../facts/money.js';
import {
  type CompensationList,
  type CompensationRow,
  compensationLists,
  exportCompensation,
  readCompensation,
} from '../../store/compensation-list.js';
import { compensationIn } from '../../store/compensation-settings.js';
import { together } from '../../store/database.js';
import { recordReading } from '../../store/reads.js';
import { listStaff } from '../../store/staff.js';
import { listTeams } from '../../store/teams.js';
import { viewerOf } from '../cases/case-shown.js';
import { csvFile } from '../csv.js';
import { InsetText, SubNavigation, Table } from '../ui/components.js';
import { DayText, Due, dueWords } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { PartsOf } from '../ui/parts.js';
import { Scroll } from '../ui/scroll.js';
import { type Answer, download, notFound, screen, type Visit } from '../visit.js';

const words: Readonly<Record<CompensationList, { readonly link: string; readonly none: string }>> = {
  waiting: { link: 'Waiting for approval', none: 'No sum waits for approval.' },
  approved: { link: 'Approved, not paid', none: 'Nothing that was approved waits to be paid.' },
  paid: { link: 'Paid', none: 'Nothing has been paid yet.' },
};

interface Names {
  readonly staff: (id: string | null) => string;
  readonly bearer: (id: string | null) => string;
}

async function get(visit: Visit): Promise<Answer> {
  const asked = visit.query.list ?? 'waiting';
  const list = compensationLists.find((one) => one === asked);
  if (list === undefined) return notFound;
  const { found, names } = await visit.db(async (trx) => {
    const [found, staff, teams] = await together(
      readCompensation(trx, list, viewerOf(visit)),
      listStaff(trx),
      listTeams(trx),
    );
    return { found, names: namesOf(staff, teams) };
  });
  const limit = limitFor(visit.staff.roles, compensationIn(visit.landlord.settings).limits);
  return page(
    visit,
    { title: 'Compensation', section: 'puttingRight', wide: true },
    <>
      <PartsOf section="putting-right" at="/compensation" visit={visit} />
      <SubNavigation
        label="Sums of compensation"
        items={compensationLists.map((one) => ({
          text: words[one].link,
          href: `/compensation?list=${one}`,
          active: one === list,
        }))}
      />
      {list === 'waiting' ? (
        <p class="govuk-body">
          A second person approves each sum, never who worked it out.{' '}
          {limit === null
            ? 'Your role approves any sum.'
            : limit === 0
              ? 'Your role approves none.'
              : `Your role approves up to ${pounds(limit)}.`}
        </p>
      ) : null}
      {found.rows.length === 0 ? (
        <InsetText text={words[list].none} />
      ) : (
        <>
          <p class="govuk-body">
            {found.total === 1 ? 'One sum' : `${found.total.toLocaleString('en-GB')} sums`}, together{' '}
            {pounds(found.totalPence)}.{' '}
            {found.rows.length < found.total ? `The first ${found.rows.length} are shown. ` : ''}
            {list === 'waiting' ? null : (
              <a class="govuk-link" href={`/compensation/export?list=${list}`}>
                A file of all of them for finance (CSV)
              </a>
            )}
          </p>
          <Scroll label={words[list].link}>
            <Table
              caption={words[list].link}
              captionClasses="govuk-visually-hidden"
              head={headOf(list)}
              rows={found.rows.map((row) => rowOf(list, row, names, visit))}
            />
          </Scroll>
        </>
      )}
    </>,
  );
}

function headOf(list: CompensationList) {
  const money = { text: 'Amount', format: 'numeric' };
  switch (list) {
    case 'waiting':
      return [{ text: 'Case' }, money, { text: 'Worked out' }, { text: 'By' }, { text: 'Who bears it' }];
    case 'approved':
      return [{ text: 'Case' }, money, { text: 'Pay by' }, { text: 'Approved by' }, { text: 'Who bears it' }];
    case 'paid':
      return [{ text: 'Case' }, money, { text: 'Paid' }, { text: 'How' }, { text: 'Who bears it' }];
  }
}

function rowOf(list: CompensationList, row: CompensationRow, names: Names, visit: Visit) {
  const act = { waiting: 'approve-compensation', approved: 'pay-compensation', paid: 'promises' }[list];
  const caseLink = {
    html: (
      <a class="govuk-link" href={`/cases/${row.reference}/${act}${list === 'paid' ? '' : `?remedy=${row.remedy}`}`}>
        {row.reference}
      </a>
    ),
  };
  const amount = (pence: number): { html: VNode; format: string } => ({
    html: (
      <>
        {pounds(pence)}
        {row.setOffPence === 0 ? null : <div class="govuk-hint">of it {pounds(row.setOffPence)} set off</div>}
      </>
    ),
    format: 'numeric',
  });
  const bearer = { text: names.bearer(row.borneBy) };
  switch (list) {
    case 'waiting':
      return [
        caseLink,
        amount(row.totalPence),
        { html: <DayText day={row.workedOutOn} short /> },
        { text: names.staff(row.workedOutBy) },
        bearer,
      ];
    case 'approved':
      return [
        caseLink,
        amount(row.totalPence),
        row.dueOn === null
          ? { text: 'No day was told' }
          : { html: <Due words={dueWords(row.dueOn, visit.today, visit.rules.calendar)} day={row.dueOn} /> },
        { text: names.staff(row.approvedBy) },
        bearer,
      ];
    case 'paid':
      return [
        caseLink,
        amount(row.paidPence ?? row.totalPence),
        row.paidOn === null ? { text: '' } : { html: <DayText day={row.paidOn} short /> },
        { text: paymentWords[row.paidHow as Payment] ?? row.paidHow ?? '' },
        bearer,
      ];
  }
}

function namesOf(
  staff: readonly { readonly id: string; readonly name: string }[],
  teams: readonly { readonly id: string; readonly name: string }[],
): Names {
  const staffNames = new Map(staff.map((one) => [one.id, one.name]));
  const teamNames = new Map(teams.map((one) => [one.id, one.name]));
  return {
    staff: (id) => (id === null ? '' : (staffNames.get(id) ?? 'A colleague who left')),
    bearer: (id) => (id === null ? 'Not said' : id === 'landlord' ? 'Us' : (teamNames.get(id) ?? 'A contractor')),
  };
}

/** Pounds as a spreadsheet adds them up. */
const inPounds = (pence: number | null) => (pence === null ? '' : (pence / 100).toFixed(2));

async function getExport(visit: Visit): Promise<Answer> {
  const list = visit.query.list === 'paid' ? 'paid' : visit.query.list === 'approved' ? 'approved' : null;
  if (list === null) return notFound;
  const { rows, names } = await visit.db(async (trx) => {
    const [rows, staff, teams] = [
      await exportCompensation(trx, list, viewerOf(visit)),
      await listStaff(trx),
      await listTeams(trx),
    ];
    await recordReading(trx, { staff: visit.staff.id, what: 'export', about: `compensation ${list}` });
    return { rows, names: namesOf(staff, teams) };
  });
  const head = [
    'Case',
    'Area',
    'Resident',
    'Stage',
    'Approved on',
    'Approved by',
    'Pay by',
    'Total in pounds',
    ...compensationHeads.map((one) => headInWords(one)),
    'Who bears it',
    'Set off in pounds',
    'Paid on',
    'Paid in pounds',
    'How',
    'Reference',
  ];
  const lines = rows.map((row) => [
    row.reference,
    row.area ?? '',
    row.payee ?? '',
    row.stage === null ? '' : String(row.stage),
    row.approvedOn ?? '',
    names.staff(row.approvedBy),
    row.dueOn ?? '',
    inPounds(row.totalPence),
    ...compensationHeads.map((head) =>
      inPounds(row.heads.filter((one) => one.head === head).reduce((sum, { pence }) => sum + pence, 0)),
    ),
    names.bearer(row.borneBy),
    inPounds(row.setOffPence),
    row.paidOn ?? '',
    inPounds(row.paidPence),
    row.paidHow === null ? '' : (paymentWords[row.paidHow as Payment] ?? row.paidHow),
    row.referenceWords ?? '',
  ]);
  return download(`compensation-${list}-${visit.today}.csv`, 'text/csv; charset=utf-8', csvFile([head, ...lines]));
}

export const compensationRoutes = [
  ...screen({ path: '/compensation', access: caseWorkers, get }),
  ...screen({ path: '/compensation/export', access: caseWorkers, get: getExport }),
];
