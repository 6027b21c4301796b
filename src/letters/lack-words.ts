/** One plain sentence for the writer, for what a letter lacks wherever the sentence needs nothing of the case. */
import type { Element } from './words.js';

export const lackWords: Readonly<Partial<Record<Element, string>>> = {
  'reason-for-delay': "The letter doesn't say why you need more time: give the reason.",
  question: "The letter doesn't ask anything: write your question.",
  progress: "The letter doesn't say what has happened since the resident last heard: tell them.",
  reasons: "The letter doesn't give your reasons: say why.",
  behaviour: "The letter doesn't say what happened and what has to change: tell them.",
  'how-restricted': "The letter doesn't say how they can still reach us: tell them.",
  equality: "The letter doesn't say that their needs were thought about: put that back.",
  'new-issues': "The letter doesn't say that they can always tell us of something new: put that back.",
  'how-it-was-kept': "The letter doesn't say what was done to keep the promise: tell them, so that they can check it.",
};
