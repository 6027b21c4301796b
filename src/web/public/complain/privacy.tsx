/** What becomes of what somebody tells, at the place where they are asked for it (UK GDPR, article 13). */
import type { VNode } from 'preact';
import { letterheadIn } from '../../../store/landlord-settings.js';
import { privacyIn } from '../../../store/privacy-notice.js';
import { Details } from '../../ui/components.js';
import type { SiteVisit } from '../../visit.js';
import type { Say } from '../site/say.js';

/** The landlord's own words, or ours where it has set none. */
export function privacyParagraphs({ say, landlord }: Pick<SiteVisit, 'say' | 'landlord'>): readonly string[] {
  const own = privacyIn(landlord.settings);
  return own === null ? soundDefault(say, landlord) : own.split(/\n\s*\n/).map((part) => part.trim());
}

function soundDefault(say: Say, { name, settings }: SiteVisit['landlord']): readonly string[] {
  const { email, phone, address } = letterheadIn(settings);
  const reach = [email, phone, address.join(', ')].find((way) => way !== '') ?? '';
  return [
    say.legal(
      '{landlord} uses what you write here to look into it, put it right and answer you, and to learn from it. We must deal with complaints by law: that is our ground for using it. What you tell us of health or of a disability we use so that the service is fair to you and safe.',
      { landlord: name },
    ),
    say.legal(
      'Those who deal with it read it, and a contractor who has to put something right gets what that needs. The Housing Ombudsman gets it if it looks into the matter. We sell it to nobody.',
    ),
    say.legal(
      'We keep it as long as our retention schedule says and then erase it. What you begin here and do not send, nobody of ours reads; it is erased after 30 days.',
    ),
    say.legal(
      'You can ask to see it, to have it corrected or erased, or object to how we use it. You can complain about that to us, and to the Information Commissioner (ico.org.uk, 0303 123 1113).',
    ),
    ...(reach === '' ? [] : [say.legal('Reach us about it: {reach}.', { reach })]),
  ];
}

export function PrivacyNotice({ visit, open = false }: { readonly visit: SiteVisit; readonly open?: boolean }): VNode {
  return (
    <Details summaryText={visit.say('What happens to what you tell us')} open={open}>
      {privacyParagraphs(visit).map((text) => (
        <p key={text} class="govuk-body">
          {text}
        </p>
      ))}
    </Details>
  );
}
