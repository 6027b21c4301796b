/** The words that landlords' registers use for kinds, ways of arriving, outcomes, grounds and tenures. One list each, parted by commas. */
import type { Values } from './values.js';

/** By list and by our value. */
export const spoken: { readonly [L in keyof Values]: Readonly<Partial<Record<Values[L], string>>> } = {
  kind: {
    complaint: 'formal complaint, housing complaint, complaints, corporate complaint',
    'stage-1':
      'stage one, s1, st1, st 1, stage1, stage i, stage 1 complaint, stage one complaint, 1, 1st stage, ' +
      'first stage, formal stage 1, complaint stage 1, level 1',
    'stage-2':
      'stage two, s2, st2, st 2, stage2, stage ii, stage 2 complaint, stage two complaint, 2, ' +
      '2nd stage, second stage, formal stage 2, complaint stage 2, stage 2 review, review, escalation, ' +
      'escalated, appeal, level 2',
    'stage-3':
      'stage three, s3, st3, stage3, stage iii, stage 3 complaint, 3, third stage, panel, ' +
      'designated panel, stage 3 panel, level 3',
    'service-request':
      'service requests, sr, request, request for service, service enquiry, enquiry, general enquiry, ' +
      'query, informal, informal complaint, informal resolution, informal resolutions, stage 0, ' +
      'stage zero, s0, stage nought, pre complaint, early resolution, quick fix, ' +
      'service request (informal resolution)',
    'mp-enquiry':
      "mp, mp enquiries, mps enquiry, mp’s enquiry, mp's enquiry, mp inquiry, mp query, mp letter, " +
      'member of parliament, mp case, mp complaint',
    'councillor-enquiry':
      'councillor, cllr, cllr enquiry, councillor enquiries, member enquiry, members enquiry, ' +
      "member's enquiry, elected member enquiry, cllr query, councillor query, member",
    compliment: 'compliments, praise, thanks, thank you, commendation',
    comment: 'comments, suggestion, feedback, suggestions',
  },
  channel: {
    email: 'e mail, emailed, e-mail, mail box, mailbox, inbox, by email, online email',
    phone: 'telephone, tel, call, phone call, by phone, telephone call, voicemail, contact centre, ' + 'telephoned',
    'in-person': 'in person, face to face, f2f, visit, office visit, reception, counter, home visit, person',
    letter: 'post, by letter, written, in writing, postal, posted',
    'web-form':
      'web form, webform, online, online form, website, web, internet, portal, form, my account, ' + 'e form, eform',
    'text-message': 'text, sms, text message, whatsapp',
    'web-chat': 'web chat, webchat, live chat, chat',
    app: 'mobile app, the app, tenant app',
    'social-media': 'social media, facebook, twitter, x, social, instagram',
    survey: 'satisfaction survey, tsm survey, surveys',
    'feedback-form': 'feedback form, feedback, comment card, feedback card',
    other: 'others, misc, mp, councillor, cllr, third party, representative, ombudsman, internal',
  },
  outcome: {
    upheld: 'fully upheld, upheld in full, upheld fully, yes, y, full, fully, justified, founded, u',
    'partly-upheld':
      'partially upheld, part upheld, partial, partially, partly, partial upheld, upheld in part, ' +
      'upheld partially, upheld partly, part, partially justified, partly justified, pu, p',
    'not-upheld':
      'not, no, n, not upheld, not upheld at all, unfounded, unjustified, not justified, none, ' +
      'rejected, dismissed, not founded, nu',
  },
  ground: {
    'over-twelve-months':
      'over 12 months, over twelve months, more than 12 months, 12 months, out of time, too old, ' +
      'time barred, over 6 months, older than 12 months, historic, historical',
    'legal-proceedings':
      'legal, legal proceedings, court, in court, litigation, legal action, disrepair claim, ' +
      'legal claim, insurance claim',
    'already-considered':
      'already considered, already answered, previously considered, duplicate, repeat, ' +
      'already investigated, exhausted',
    'not-our-resident-or-service':
      'not our resident, not our service, not our tenant, not a tenant, not housing, not us, ' +
      'out of jurisdiction, outside jurisdiction, not landlord, other department, third party',
    other: 'others, other reason, misc',
  },
  tenure: {
    LCRA:
      'general needs, gn, tenant, tenants, rent, rented, social rent, affordable rent, secure, ' +
      'secure tenant, secure tenancy, assured, assured tenant, assured tenancy, introductory, ' +
      'introductory tenancy, flexible tenancy, starter tenancy, supported, sheltered, low cost rental, ' +
      'low cost rental accommodation, council tenant, council tenancy, intermediate rent',
    LCHO:
      'shared owner, shared ownership, shared owners, so, low cost home ownership, part buy, part rent, ' +
      'part buy part rent',
    leasehold: 'leaseholder, leaseholders, lease, lessee, long leaseholder, lh',
    other:
      'freeholder, freehold, owner occupier, private tenant, market rent, applicant, garage, others, ' +
      'private, homeless, licensee, neighbour',
    unknown: 'not known, not recorded, unsure, not stated, blank',
  },
  status: {
    open:
      'ongoing, in progress, live, active, outstanding, current, pending, new, under investigation, ' + 'investigating',
    closed: 'complete, completed, resolved, answered, finished, done, responded, closed down, archived, ' + 'concluded',
  },
};
