/**
 * What a page of the policy starts from, in our own words: text that follows the Code and says nothing that a landlord
 * would have to take back. Square brackets are for what only the landlord knows; a page with one left is not published.
 */
import type { PolicyPage } from './pages.js';

const policy = `# What counts as a complaint

You do not have to use the word complaint for us to treat what you say as one. Whenever somebody tells us that they are dissatisfied we give them the choice to make a complaint.

A service request is a request to put something right, such as a repair. It is not a complaint. We record service requests, monitor them and review them regularly. If you are dissatisfied with how we handle your service request you can make a complaint about that, even while the work goes on; we do not stop the work because of the complaint.

If you tell us in a survey that you are dissatisfied, we tell you how to make a complaint.

# What we can consider

We accept every complaint, unless a valid reason speaks against it. We look at the individual circumstances of each complaint.

We do not consider:
- a matter that happened, or that you became aware of, more than 12 months ago; we use our discretion where there are good reasons for a later complaint
- a matter on which legal proceedings have started, that is, the claim form and particulars of claim have been filed at court
- a matter that we have already considered under this policy

If we decide not to accept a complaint we write to you to explain why, and how to ask the Housing Ombudsman to look at that decision.

# How to complain

You can complain to any member of staff: by telephone, by email, by letter, in person, on our website or on social media. Everybody who works for us knows how to pass a complaint on.

We make reasonable adjustments for anybody who needs them under the Equality Act 2010. We keep a record of the adjustments that we agree and of any disability you tell us of, and review them.

This policy is available in large print, easy read and other languages.

A friend, a relative or an advocate can act as your representative, and you may be accompanied at any meeting with us.

We publish this policy on our website, [and in our newsletter], with information about the Housing Ombudsman and the Complaint Handling Code.

You can contact the Housing Ombudsman at any time during your complaint: telephone 0300 111 3000, www.housing-ombudsman.org.uk, PO Box 1484, Unit D, Preston, PR2 0ET.

# Who handles complaints

Our complaints team is responsible for complaints, speaks with the Ombudsman and reports to the governing body. The member responsible for complaints is [name].

When one of our contractors handles something for us, its reply counts within the two stages of this policy.

# Stage 1

We acknowledge, define and log your complaint within five working days of receiving it. The acknowledgement sets out our understanding of your complaint and the outcomes that you are seeking.

We send our full response at stage 1 within 10 working days of the acknowledgement.

If we need more time we explain why and when you will hear. An extension is no more than 10 working days without good reason, and we give you the contact details of the Housing Ombudsman when we tell you of the extension.

Where an answer runs late we agree with you how often we update you.

Each answer tells you the stage of the complaint, the decision, the reasons for it, any remedy, any outstanding actions, and how to escalate.

# Stage 2

If you are not satisfied you can ask for stage 2. You do not have to give a reason.

We acknowledge your request for stage 2 within five working days. A different person from the one who looked at stage 1 considers it.

We send our final response at stage 2 within 20 working days of that acknowledgement. An extension at stage 2 is no more than 20 working days without good reason.

# Putting things right

We apologise, explain what went wrong, take action, reconsider a decision, pay compensation, or change a policy or practice.

# Learning

We learn from complaints, and report what we have learnt to residents, staff and our governing body. Each year we publish a report on complaints with our self-assessment against the Complaint Handling Code.`;

const behaviour = `# What we mean

Somebody who complains may be upset, and may say so. By unacceptable behaviour we mean what threatens or abuses people, or takes so much of their time that others go without.

# What we do

We first say what the behaviour is and ask that it stops. If it does not stop we may restrict contact: one person to speak to, certain times, or in writing alone. We go on dealing with the complaint.

Any restriction is proportionate, has regard to the Equality Act 2010, and names the day on which it is reviewed. We write to you with the reasons, how long it lasts, and how to appeal against it.

# Appeal

You can appeal to [who]. You can also ask the Housing Ombudsman for advice at any time.`;

const stages = `# At stage 1

Somebody who was not involved in what went wrong looks at each point you raised, speaks with you, and answers every one.

# At stage 2

Somebody who did not answer stage 1 looks at everything again.`;

const adjustments = `# How to ask

Tell whoever you speak to, or write to us. You need no proof and no form. [Say whom to ask for.]`;

/** The text to begin with; empty where the page needs none. */
export const startingText: Readonly<Record<PolicyPage, string>> = {
  policy,
  stages,
  adjustments,
  ombudsman: '',
  code: '',
  behaviour,
};

/** The first thing in square brackets that nobody has filled in; null when there is none. */
export function leftOpen(body: string): string | null {
  return /\[[^\]\n]{2,200}\]/.exec(body)?.[0] ?? null;
}
