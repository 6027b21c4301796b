/** The words of what was chosen, as the form's last page says them back. */
import type { Told } from '../../../complaint/telling/told.js';
import type { HazardKind } from '../../../facts/happened.js';
import type { Say } from '../site/say.js';

export function wishWords(say: Say, wish: Told['wish']): string {
  switch (wish) {
    case 'wrong':
      return say('Something is wrong, or went wrong');
    case 'ask':
      return say('Ask us to do something');
    case 'thank':
      return say('Say thank you');
    case null:
      return '';
    default:
      return wish satisfies never;
  }
}

export function tellerWords(say: Say, teller: Told['teller']): string {
  switch (teller) {
    case 'resident':
      return say('Me, or my household');
    case 'for-someone':
      return say('Somebody else, and I speak for them');
    case 'group':
      return say('Several households together');
    case 'member':
      return say('A resident whose councillor or MP I am');
    case null:
      return '';
    default:
      return teller satisfies never;
  }
}

export function claimWords(say: Say, claim: Told['claim']): string {
  switch (claim) {
    case 'signed-form':
      return say('Yes, they have signed a form or letter');
    case 'resident-told-us':
      return say('Yes, and they can tell you so');
    case 'power-of-attorney':
      return say('I have a power of attorney');
    case 'court-order':
      return say('I am their deputy by order of a court');
    case 'probate':
      return say('They have died, and I deal with their affairs');
    case 'not-yet':
      return say('Not yet');
    case null:
      return '';
    default:
      return claim satisfies never;
  }
}

export function riskWords(say: Say, risk: Told['risk']): string {
  switch (risk) {
    case 'now':
      return say('Yes, somebody is in danger now');
    case 'if-it-goes-on':
      return say('Somebody could come to harm if it goes on');
    case 'no':
      return say('No');
    case 'not-sure':
      return say('I am not sure');
    case null:
      return '';
    default:
      return risk satisfies never;
  }
}

export function choiceWords(say: Say, choice: Told['choice']): string {
  switch (choice) {
    case 'complain':
      return say('Look into what went wrong, put it right, and answer in writing by a set date');
    case 'not-complain':
      return say('Only put it right');
    case 'no-answer-yet':
      return say('I do not know yet');
    case null:
      return '';
    default:
      return choice satisfies never;
  }
}

export function hazardWords(say: Say, kind: HazardKind): string {
  switch (kind) {
    case 'emergency':
      return say('Yes, somebody is in danger now');
    case 'damp-and-mould':
      return say('Damp or mould');
    case 'heating':
      return say('No heating or hot water, or a home that is far too cold');
    case 'gas':
      return say('Gas, or a carbon monoxide alarm');
    case 'electrics':
      return say('Electrics');
    case 'fire':
      return say('Fire safety: doors, alarms, ways out');
    case 'water':
      return say('A leak, a flood or drains');
    case 'structure':
      return say('Ceilings, floors, stairs, windows or walls that are not sound');
    case 'security':
      return say('A door or window that does not lock');
    case 'other':
      return say('Something else that could hurt somebody');
    case 'excess-heat':
      return say('A home that gets far too hot');
    case 'falls':
      return say('Somewhere that somebody could slip, trip or fall');
    case 'explosions':
      return say('Something that could blow up, such as a boiler or a hot water tank');
    case 'hygiene':
      return say('Pests or waste, or no way to wash or to keep food safe');
    default:
      return kind satisfies never;
  }
}
