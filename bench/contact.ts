/** What somebody types when they log a contact: another resident and another home each time. */
import { londonDay } from '../src/store/today.js';

export function contact(i: number): Record<string, string> {
  const [year = '', month = '', day = ''] = londonDay(new Date()).split('-');
  return {
    text: `The boiler in the flat has been cold since Monday and nobody came back to us after call ${i}. We have told you about this before; my mother is ill and the children cannot sleep in that room.`,
    name: `Resident ${i}`,
    email: `resident-${i}@example.org`,
    phone: '',
    address: `${(i % 200) + 1} Orchard Road`,
    postcode: `ZZ${(i % 90) + 1} 1AB`,
    channel: 'phone',
    firstHeardBy: 'complaints-team',
    'on-day': String(Number(day)),
    'on-month': String(Number(month)),
    'on-year': year,
    senderName: '',
    senderEmail: '',
    senderRole: '',
  };
}
