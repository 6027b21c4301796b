/** A document with every kind of block, and some that somebody would rather not meet. */
import type { Document } from '../../src/reports/document.js';

export const sampleDocument: Document = {
  title: "Complaints in 2025-26: our tenants' report",
  subtitle: 'Performance and service improvement',
  landlord: 'Meadow Homes & Gardens',
  language: 'en-GB',
  status: 'Draft of 3 May 2026',
  provenance: ['Made from a history of 12 cases and 140 entries, head 0a1b2c.'],
  blocks: [
    { block: 'heading', level: 2, text: '(a) The self-assessment', id: 'part-a' },
    {
      block: 'paragraph',
      text: [
        'It is ',
        { strong: 'published' },
        ' at ',
        { text: 'our website', href: 'https://example.org/complaints' },
        ', with ',
        { text: 'its workings', href: '/figures/measures' },
        '. #import "x"; ] @nobody $1$ <b>bold</b> \\u{41}',
      ],
    },
    { block: 'heading', level: 2, text: '(b) How many', id: 'part-b' },
    {
      block: 'table',
      caption: 'Contacts by kind',
      head: [{ text: ['Kind'] }, { text: ['Number'], number: true }],
      rows: Array.from({ length: 90 }, (_, i) => [
        { text: [`Kind number ${i + 1}`] },
        { text: [String(i * 3)], number: true },
      ]),
      rowHeads: true,
      foot: [{ text: ['All'] }, { text: ['259'], number: true }],
    },
    { block: 'heading', level: 3, text: 'By area', id: 'by-area' },
    {
      block: 'chart',
      chart: {
        chart: 'bars',
        title: 'Complaints by area',
        description: 'Repairs had the most, lettings none.',
        unit: 'complaints',
        stacked: false,
        series: ['2025-26'],
        rows: [
          { label: 'Repairs', values: [20], href: '/cases' },
          { label: 'Lettings', values: [null], href: null },
        ],
      },
    },
    { block: 'heading', level: 2, text: '(c) What was said', id: 'part-c' },
    { block: 'list', ordered: false, items: [['one thing'], ['another thing']] },
    { block: 'list', ordered: true, items: [['first of all'], ['after that']] },
    { block: 'facts', rows: [{ label: 'Homes owned', value: ['5,035'] }] },
    {
      block: 'said',
      text: `We were slow.\nWe know it.\n\n<script>alert(1)</script> #panic("x")\n\nمرحبا بالعالم\n\n${'x'.repeat(400)}`,
      by: 'Ann Other, Head of repairs',
      on: '3 May 2026',
    },
    { block: 'missing', text: 'The governing body’s response' },
  ],
};

/** A drawing that tells nothing but that it is one. */
export const drawing = (): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60"><rect width="100" height="20" fill="#23566b"/></svg>';
