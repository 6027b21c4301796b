/** Where an Ombudsman's case stands, and what comes next in it, in a few words. */
import type { VNode } from 'preact';
import type { NextStep, OmbudsmanState } from '../../complaint/ombudsman-case.js';
import { Tag } from '../ui/components.js';

export const stateWords: Readonly<Record<OmbudsmanState, string>> = {
  enquiry: 'Enquiry',
  'evidence-asked': 'Evidence asked for',
  'evidence-sent': 'Evidence sent',
  investigating: 'Under investigation',
  orders: 'Orders to comply with',
  review: 'Under review',
  decided: 'Decided',
  ended: 'Ended',
};

const colours: Readonly<Record<OmbudsmanState, 'blue' | 'orange' | 'grey' | 'green'>> = {
  enquiry: 'blue',
  'evidence-asked': 'orange',
  'evidence-sent': 'blue',
  investigating: 'blue',
  orders: 'orange',
  review: 'blue',
  decided: 'green',
  ended: 'grey',
};

export function stateTag(state: OmbudsmanState): VNode {
  return <Tag colour={colours[state]}>{stateWords[state]}</Tag>;
}

export const nextWords: Readonly<Record<NextStep['what'], string>> = {
  evidence: 'Send the evidence',
  order: 'Comply with an order',
  proof: 'Send the proof of an order',
  'order-date': 'Ask for the date of an order',
  recommendation: 'Answer a recommendation',
  learning: 'Record what was learnt',
};
