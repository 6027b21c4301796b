/**
 * What to say and ask when somebody rings or comes: one script by kind of contact and by hazard. These are the words to
 * begin with; a landlord writes its own in their place. Safety comes before everything else in each of them.
 *
 * A line that begins with 'Say:' is said, one with 'Ask:' is asked, any other is for whoever listens.
 */
import type { HazardKind } from '../facts/happened.js';

export interface ContactScript {
  readonly name: ScriptName;
  readonly title: string;
  readonly words: string;
}

const before = {
  phone: {
    title: 'Every call',
    words: `Say: My name is … from …. Who am I speaking to, and is it safe for you to talk?
Ask: Is anybody in danger now: gas, fire, water near electrics, somebody hurt, or somebody threatening you?
If yes: give the emergency number first, stay on the line until help is called, and log it at once as an emergency.
Ask: May I have a number to ring you back if we are cut off?
Let them tell it in their own order. Write down their words, not yours.`,
  },
  'in-person': {
    title: 'Somebody who comes in, or a visit',
    words: `Say: My name is …. Shall we sit somewhere where nobody else can hear?
Ask: Is anybody in danger now?
Ask: Would it help to have somebody with you, an interpreter, or this in writing?
Read your note back to them before they leave, and give them the reference.`,
  },
  request: {
    title: 'Something that needs doing',
    words: `Ask: What needs doing, where in the home, and since when?
Ask: Have you told us before? Who did you speak to, and what were you told?
Ask: How does it affect you and whoever lives with you?
Say: I will log this as a request for a service today. If you are unhappy with what we do or don’t do, you can complain at any time; you don’t need to use that word.`,
  },
  complaint: {
    title: 'The choice to complain',
    words: `Dissatisfaction is enough: they never have to say ‘complaint’.
Say: It sounds as though you are not satisfied with what we have done. Would you like me to make this a complaint?
Say: The work goes on either way. A complaint is answered in writing, and nothing that you say counts against you.
Ask: What are the things that went wrong, one by one? What would put each of them right?
Ask: Is there anything that shows it: photographs, letters, names, dates?
Whatever they choose, record the choice.`,
  },
  'someone-else': {
    title: 'Somebody who speaks for a resident',
    words: `Say: Thank you for speaking up for them. I can write everything down now, and it counts from today.
Ask: What is their name and address, and what are you to them?
Ask: Do they know that you are ringing? How can we ask them whether you may speak for them?
Until that is settled: listen and write down; say nothing about the resident, their home or any case.`,
  },
  member: {
    title: 'A councillor’s or an MP’s office',
    words: `Ask: Who is the resident, and is this on their behalf?
Ask: Are they dissatisfied with something that we did or did not do? Then they have the choice to complain.
Say: You will have an answer on what you raised. We tell what is needed for that, and no more about the resident.`,
  },
  adjustments: {
    title: 'Adjustments, and how to reach them safely',
    words: `Ask: Is there anything that would make this easier: large print, somebody to talk to, more time, another language, calls instead of letters?
Ask: How should we reach you, and when is a good time?
Ask: Is there any number, address or e-mail that we should not use? Is it safe to leave a message, or to write to you at home?
Write an unsafe way down as unsafe, so that nobody ever uses it.`,
  },
  close: {
    title: 'Before the end',
    words: `Read back what you wrote, point by point, and change what they say is wrong.
Say: The reference is …. You will hear from us by … about what this was logged as, and from whom.
Say: You can go to the Housing Ombudsman at any time for advice.
Ask: Would you like somebody to ring you back? When?`,
  },
} as const satisfies Record<string, { title: string; words: string }>;

const hazards: Readonly<Record<HazardKind, { readonly title: string; readonly words: string }>> = {
  emergency: {
    title: 'Hazard: somebody is in danger now',
    words: `Say: Please ring 999 now if there is fire, a smell of burning, or somebody hurt. For gas ring 0800 111 999. I will stay on the line.
Ask: Who is in the home, and is everybody out or safe?
Ring our own emergency line yourself before you write anything else. The twenty-four hours run from this call.`,
  },
  'damp-and-mould': {
    title: 'Hazard: damp or mould',
    words: `Ask: Which rooms, how much, since when, and is it getting worse?
Ask: Does anybody there have asthma or other trouble with breathing, or is there a baby, somebody pregnant, or somebody older?
Say: This is not about how you live. Somebody looks at it, and you get what they find in writing.
Log the hazard now: its days run from this call, not from when it is called a complaint.`,
  },
  gas: {
    title: 'Hazard: gas or carbon monoxide',
    words: `Say: Open the windows, don’t use switches or flames, go outside, and ring 0800 111 999 now.
Ask: Does anybody have a headache, feel sick or dizzy? Then ring 999 as well.
Ask: Is there an alarm, and has it gone off?`,
  },
  electrics: {
    title: 'Hazard: electrics',
    words: `Say: Don’t touch it. If you can do so safely, switch off at the fuse box.
Ask: Are there sparks, a smell of burning, a shock, bare wires, or water near it?
Sparks, burning, shocks or water: treat it as an emergency.`,
  },
  fire: {
    title: 'Hazard: fire safety',
    words: `Say: If anything is burning, leave and ring 999.
Ask: Is a fire door, an alarm, an escape route or the outside wall the trouble? Is a way out blocked?
Ask: Would anybody need help to get out?`,
  },
  heating: {
    title: 'Hazard: no heating or hot water',
    words: `Ask: Is it heating, hot water, or both? Since when? What does the boiler show?
Ask: Is there a baby, somebody older, or somebody ill at home? Is there another way to keep warm?
Say: We can bring heaters while you wait. Would that help today?`,
  },
  structure: {
    title: 'Hazard: ceilings, walls, floors, stairs',
    words: `Ask: Has anything fallen, cracked or moved? Is it over a bed or a way through?
Say: Please keep out of that room until somebody has looked.`,
  },
  water: {
    title: 'Hazard: leaks, drains, no water',
    words: `Ask: Where does it come from, how fast, and is it near anything electric? Can you turn it off?
Ask: Is there water to drink and a toilet that works?`,
  },
  security: {
    title: 'Hazard: doors, locks, windows',
    words: `Ask: Can the home be locked tonight? Do you feel safe there?
If they are afraid of somebody: ask whether they are alone, give 999, and offer somebody of the same sex to talk to.`,
  },
  other: {
    title: 'Another hazard',
    words: `Ask: What could hurt somebody, who, and how soon?
Log the hazard now, and hand it over before you end the call.`,
  },
  'excess-heat': {
    title: 'Hazard: a home that is too hot',
    words: `Ask: Which rooms, how hot, and at what times? Can windows be opened safely, and does the heating turn off?
Ask: Is there a baby, somebody older, or somebody ill at home? Does anybody feel faint or sick, or is anybody confused?
Say: Go to the coolest room, drink water, and keep curtains shut where the sun comes in.
Faint, confused or fits: give 999 and treat it as an emergency.`,
  },
  falls: {
    title: 'Hazard: slips, trips and falls',
    words: `Ask: Where is it: stairs, steps, a path, the bath, a floor, a balcony or a window? What is loose, missing, slippery or too low?
Ask: Has anybody fallen or been hurt? Does anybody there find it hard to see, walk or climb?
Say: Please keep away from it, and keep children away, until somebody has looked.
A missing guard on a balcony, or a window from which a child could fall: treat it as an emergency.`,
  },
  explosions: {
    title: 'Hazard: explosion',
    words: `Say: If you smell gas or hear hissing, leave, don’t use switches, and ring 0800 111 999.
Ask: Is it a boiler, a hot water tank or cylinder, a gas bottle, or something else? What does it do now?
Ask: Is everybody out? Then ring 999 if anything has gone off. Treat it as an emergency.`,
  },
  hygiene: {
    title: 'Hazard: hygiene, pests, waste, food',
    words: `Ask: Is it pests, rubbish, drains, nowhere to wash, or nowhere to keep and cook food? Since when, and in which rooms?
Ask: Is there a toilet and a place to wash that work? Is anybody ill from it?
Say: This is not about how you keep your home. Somebody looks at it and finds where it comes from.
Sewage inside the home, or no toilet at all: treat it as an emergency.`,
  },
};

export type ScriptName = keyof typeof before | `hazard-${HazardKind}`;

/** Every script in the order of a conversation, with a landlord's own words where it has written some. */
export function contactScripts(own: Readonly<Record<string, string>> = {}): readonly ContactScript[] {
  const all = [
    ...Object.entries(before).map(([name, script]) => ({ name: name as ScriptName, ...script })),
    ...Object.entries(hazards).map(([kind, script]) => ({ name: `hazard-${kind}` as ScriptName, ...script })),
  ];
  return all.map((script) => ({ ...script, words: own[script.name] ?? script.words }));
}

/** The words that a script has unless a landlord writes its own; null for a name that there is not. */
export function usualScript(name: string): ContactScript | null {
  return contactScripts().find((script) => script.name === name) ?? null;
}

export interface ScriptLine {
  readonly is: 'say' | 'ask' | 'know';
  readonly words: string;
}

/** A script line by line. */
export function scriptLines(words: string): readonly ScriptLine[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, kind, rest] = /^(say|ask):\s*(.*)$/i.exec(line) ?? [];
      return kind === undefined
        ? { is: 'know', words: line }
        : { is: kind.toLowerCase() as 'say' | 'ask', words: rest ?? '' };
    });
}
