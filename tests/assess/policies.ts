/** Complaints policies as landlords write them, in our own words: a good one, and others that are not. */

export const goodPolicy = `Complaints policy

1 What a complaint is

A complaint is: ‘an expression of dissatisfaction, however made, about the standard of service, actions or lack of action by the landlord, its own staff, or those acting on its behalf, affecting a resident or group of residents.’
A resident does not have to use the word ‘complaint’ for it to be treated as one. Whenever somebody expresses dissatisfaction we give them the choice to make a complaint.
A service request is a request to put something right, such as a repair. It is not a complaint. We record service requests, monitor them and review them regularly.
If a resident is dissatisfied with how we handled their service request we log a complaint, even while the request is still open. Work on the request continues in the meantime.
When somebody tells us in a survey that they are unhappy, we tell them how to make a complaint.

2 What we can consider

We accept a complaint unless there is a valid reason not to. We look at the individual circumstances of each complaint.
We will not consider:
- a matter that happened, or that the resident became aware of, more than 12 months ago; we use our discretion where there are good reasons for a later complaint
- a matter on which court proceedings have started
- a matter that we have already considered under this policy
If we decide not to accept a complaint we write to explain why, and how to ask the Housing Ombudsman to look at that decision.

3 How to complain

You can complain to any member of staff: by telephone, by email, by letter, in person, on our website or on social media.
We have reasonable adjustments for anybody who needs them under the Equality Act 2010. We keep a record of the adjustments that we agree and review them.
This policy is available in large print, easy read and other languages.
A friend, a relative or an advocate can act as your representative, and you may be accompanied at any meeting with us.
We publish this policy on our website and in our newsletter, with information about the Housing Ombudsman and the Complaint Handling Code.
You can contact the Housing Ombudsman at any time during your complaint: telephone 0300 111 3000, www.housing-ombudsman.org.uk, PO Box 1484, Unit D, Preston, PR2 0ET.

4 Who handles complaints

Our complaints team is responsible for complaints, speaks with the Ombudsman and reports to the board.
When one of our contractors handles something for us, its reply counts within the two stages of this policy.

5 Stage 1

We acknowledge, define and log your complaint within five working days of receiving it. The acknowledgement sets out our understanding of your complaint and the outcomes that you are seeking.
We send our full response at stage 1 within 10 working days of the acknowledgement.
If we need more time we will explain why and when you will hear. An extension is no more than 10 working days without good reason, and we give you the contact details of the Housing Ombudsman when we tell you of the extension.
Where an answer runs late we agree with you how often we update you.
Each answer tells you the stage of the complaint, the decision, the reasons for it, any remedy, any outstanding actions, and how to escalate.

6 Stage 2

If you are not satisfied you can ask for stage 2. You do not have to give a reason.
We acknowledge your request for stage 2 within five working days.
A different person from the one who looked at stage 1 considers it.
We send our final response at stage 2 within 20 working days of that acknowledgement. An extension at stage 2 is no more than 20 working days without good reason.

7 Putting things right

We apologise, explain what went wrong, take action, reconsider a decision, pay compensation, or change a policy or practice.

8 Behaviour

If behaviour is unacceptable we may restrict contact. Any restriction is proportionate, has regard to the Equality Act 2010 and is reviewed.

9 Learning

We report what we learn from complaints, and the improvements we made, to residents, staff and the board. The Member Responsible for Complaints is a board member with lead responsibility for complaints.
Each year we carry out a self-assessment against the Complaint Handling Code and publish it on our website with the board’s response.
`;

export const badPolicy = `Riverside Homes: Complaints, Comments and Compliments Policy

Definition

We define a complaint as an expression of dissatisfaction about the standard of service, actions or lack of action by Riverside Homes, its own staff, or those acting on its behalf, affecting an individual customer.

Stage 0 - Informal resolution

Most informal complaints can be resolved quickly by the team concerned. We will try to resolve your complaint informally within 5 days.

Stage 1

Your complaint must be made in writing on our complaints form. We will acknowledge your complaint within 10 working days and respond within 20 working days.

Stage 2 - Review

If you remain dissatisfied you must explain why you are dissatisfied with the stage 1 decision and what outcome you want in order for us to escalate your complaint to stage 2. You must request this within 10 working days of our stage 1 response. A senior manager will review the complaint and reply within 25 working days.

Stage 3 - Appeal panel

If you are still unhappy your complaint will be heard by an appeals panel of tenants and board members.

Housing Ombudsman

You can only contact the Housing Ombudsman once you have completed all stages of our procedure. You must wait eight weeks after our final response before going to the Ombudsman, or you can ask a designated person such as an MP or councillor to refer your complaint.

Exclusions

We will not consider:
- complaints about anti-social behaviour
- claims that are dealt with by our insurance company
- matters that happened more than six months ago
`;

/** As many landlords had it under the Code of 2022. */
export const olderPolicy = `Complaints policy 2022

What is a complaint?

An expression of dissatisfaction, however made, about the standard of service, actions or lack of action by the organisation, its own staff, or those acting on its behalf, affecting an individual resident or group of residents.

Our process

Stage	What happens	Time
Stage 1	We acknowledge the complaint	5 working days
Stage 1	We respond in full	10 working days
Stage 2	We respond after a review by a senior manager	20 working days

We do not have an informal stage or a stage 0, and there is no third stage.
You no longer need to wait eight weeks or go through a designated person before you go to the Ombudsman.
If we need longer we may extend the time by a further 10 working days at stage 1, and by up to a further 10 working days at stage 2.
`;
