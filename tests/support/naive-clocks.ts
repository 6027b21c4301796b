/**
 * A second way to work out the clocks, written from the decisions and not from the product: no tables, no room of the
 * product, days walked one by one on Date. Slow on purpose, and long-winded on purpose.
 */
export interface NaiveExtension {
  stage: 1 | 2;
  toldOn: string;
  newDate: string;
  goodReason: boolean;
  agreed: boolean | null;
  ombudsmanDetails: boolean | null;
}

export interface NaiveFacts {
  received: string;
  acknowledged: string | null;
  extensions: NaiveExtension[];
  stage1Response: string | null;
  escalationRequested: string | null;
  stage2Acknowledged: string | null;
  stage2Response: string | null;
  withdrawnOn: string | null;
  today: string;
}

export interface NaiveClock {
  provision: string;
  stage: number;
  from: string | null;
  due: string;
  provisional: boolean;
  doneOn: string | null;
  workingDaysTaken: number;
  workingDaysLate: number;
  state: string;
}

export function naiveClocks(f: NaiveFacts, holidays: ReadonlySet<string>, rolls: boolean): NaiveClock[] {
  const nextDay = (d: string): string => new Date(Date.parse(d) + 86_400_000).toISOString().slice(0, 10);
  const works = (d: string): boolean => ![0, 6].includes(new Date(d).getUTCDay()) && !holidays.has(d);
  const onWorkingDay = (d: string): string => {
    let at = d;
    while (!works(at)) at = nextDay(at);
    return at;
  };
  const zero = (d: string): string => (rolls ? onWorkingDay(d) : d);
  const plus = (d: string, n: number): string => {
    let at = d;
    for (let left = n; left > 0; ) {
      at = nextDay(at);
      if (works(at)) left -= 1;
    }
    return at;
  };
  const between = (a: string, b: string): number => {
    let n = 0;
    for (let at = a; at < b; ) {
      at = nextDay(at);
      if (works(at)) n += 1;
    }
    return n;
  };

  const clock = (
    provision: string,
    stage: number,
    from: string | null,
    due: string,
    provisional: boolean,
    done: string | null,
  ): NaiveClock => {
    const doneOn = done !== null && f.withdrawnOn !== null && done > f.withdrawnOn ? null : done;
    const stoppedOn = doneOn ?? f.withdrawnOn ?? f.today;
    let state: string;
    if (doneOn !== null) state = doneOn > due ? 'late' : 'met';
    else if (f.withdrawnOn !== null) state = f.withdrawnOn > due ? 'late' : 'ended';
    else state = f.today > due ? 'overdue' : 'running';
    return {
      provision,
      stage,
      from,
      due,
      provisional,
      doneOn,
      workingDaysTaken: from === null ? 0 : between(zero(from), stoppedOn),
      workingDaysLate: stoppedOn > due ? between(due, onWorkingDay(stoppedOn)) : 0,
      state,
    };
  };

  const extended = (
    stage: 1 | 2,
    dueOn: (day: string) => string,
    finalDue: string,
    longest: number,
    respondedOn: string | null,
    olderCode: boolean,
  ): string => {
    let due: string | null = null;
    let left = longest;
    const mine = f.extensions.filter((e) => e.stage === stage);
    mine.sort((a, b) => a.toldOn.localeCompare(b.toldOn));
    for (const e of mine) {
      const then = due ?? dueOn(e.toldOn);
      if (e.toldOn > then || e.newDate <= then || e.ombudsmanDetails === false) continue;
      if (respondedOn !== null && e.toldOn > respondedOn) continue;
      if (f.withdrawnOn !== null && e.toldOn > f.withdrawnOn) continue;
      const length = between(then, e.newDate);
      const mayBeLonger = olderCode ? e.agreed === true : e.goodReason;
      if (length <= left || mayBeLonger) {
        due = e.newDate;
        left -= length;
      } else if (left > 0) {
        due = plus(then, left);
        left = 0;
      }
    }
    return due ?? finalDue;
  };

  const year = f.received < '2022-04-01' ? 2020 : f.received < '2024-04-01' ? 2022 : 2024;
  if (f.received < '2020-07-07') return [];
  const found: NaiveClock[] = [];
  const older = year !== 2024;

  let acknowledged = f.acknowledged;
  if (acknowledged !== null && f.stage1Response !== null && acknowledged > f.stage1Response) acknowledged = null;
  const lastToAcknowledge = plus(zero(f.received), 5);
  found.push(
    clock(
      year === 2020 ? '4.3' : year === 2022 ? '4.1' : '6.2',
      1,
      f.received,
      lastToAcknowledge,
      false,
      acknowledged ?? f.stage1Response,
    ),
  );
  if (year === 2020) {
    const due = plus(zero(f.received), 10);
    found.push(
      clock(
        '4.7',
        1,
        f.received,
        extended(1, () => due, due, 10, f.stage1Response, true),
        false,
        f.stage1Response,
      ),
    );
  } else {
    const provisionally = plus(lastToAcknowledge, 10);
    const counted = acknowledged === null ? provisionally : plus(zero(acknowledged), 10);
    const on = (d: string): string => (acknowledged !== null && acknowledged <= d ? counted : provisionally);
    const due = extended(1, on, counted, 10, f.stage1Response, older);
    found.push(clock(year === 2022 ? '5.1' : '6.3', 1, acknowledged, due, acknowledged === null, f.stage1Response));
  }

  const asked = f.escalationRequested;
  if (asked === null) return found;
  if (older) {
    const due = plus(zero(asked), 20);
    found.push(
      clock(
        year === 2020 ? '4.7' : '5.13',
        2,
        asked,
        extended(2, () => due, due, 10, f.stage2Response, true),
        false,
        f.stage2Response,
      ),
    );
    return found;
  }
  let acknowledged2 = f.stage2Acknowledged;
  if (acknowledged2 !== null && f.stage2Response !== null && acknowledged2 > f.stage2Response) acknowledged2 = null;
  const last2 = plus(zero(asked), 5);
  found.push(clock('6.11', 2, asked, last2, false, acknowledged2 ?? f.stage2Response));
  const provisionally = plus(last2, 20);
  const counted = acknowledged2 === null ? provisionally : plus(zero(acknowledged2), 20);
  const on = (d: string): string => (acknowledged2 !== null && acknowledged2 <= d ? counted : provisionally);
  const due = extended(2, on, counted, 20, f.stage2Response, false);
  found.push(clock('6.14', 2, acknowledged2, due, acknowledged2 === null, f.stage2Response));
  return found;
}
