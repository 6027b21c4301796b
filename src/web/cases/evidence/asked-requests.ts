/** What was asked of teams and contractors and is not answered yet, as choices. */
import { inWords } from '../../../facts/days.js';
import { beginning } from '../act-fields.js';
import { type CaseShown, said, teamName } from '../case-shown.js';

export function openRequests(shown: CaseShown) {
  return shown.case.requests
    .filter((request) => request.receivedOn === null)
    .map((request) => ({
      value: request.id,
      text: `${teamName(shown, request.of)}, due ${inWords(request.dueOn)}`,
      hint: beginning(said(shown, request.words), 200),
    }));
}
