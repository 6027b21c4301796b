/** The places of the annual report that people write: no figure can say why, or what is meant to be done about it. */

export interface Place {
  readonly place: string;
  /** 'What the figures tell us' */
  readonly title: string;
  /** What is asked of whoever writes it. */
  readonly asks: string;
  /** Without it the report is not whole and cannot be frozen. */
  readonly needed: boolean;
}

export const places: readonly Place[] = [
  place('overview', 'In a few words', 'What a resident should know of this year, in two or three paragraphs.'),
  place(
    'performance',
    'What the figures tell us',
    'Why there were as many complaints as there were, what went well, what did not, and what will be different (8.1(b)).',
    true,
  ),
  place('areas', 'Where complaints came from', 'What stands behind the services with the most complaints.'),
  place('timeliness', 'How soon we answered', 'Why complaints were answered late, and what extensions were for.'),
  place('outcomes', 'What we found', 'What was upheld most, and what that says of the service.'),
  place(
    'refusals',
    'What we refused',
    'How exclusions were decided in each case, or how people were told of their rights.',
  ),
  place(
    'satisfaction',
    'What residents think',
    'What TP09 and the answers after a complaint say, and how they differ.',
  ),
  place('assessment', 'The self-assessment', 'What has changed since last year.'),
  place('findings', 'Findings of the Ombudsman', 'What was done about each finding that the Code was not kept.'),
  place('learning', 'What we learned', 'The themes in what complaints taught, and who was told.'),
  place('performance-report', 'The Ombudsman’s report on us', 'How it compares with our own figures.'),
  place('publications', 'Other publications', 'What was taken from the Ombudsman’s publications about us.'),
  place(
    'governing-body',
    'The governing body’s response',
    'What the board, cabinet or committee says to this report; it is published with it (8.2).',
    true,
  ),
];

function place(name: string, title: string, asks: string, needed = false): Place {
  return { place: name, title, asks, needed };
}

/** The place of that name, or null. */
export function placeOf(name: string): Place | null {
  return places.find((one) => one.place === name) ?? null;
}
