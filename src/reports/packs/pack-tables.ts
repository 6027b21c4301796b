/** The tables of a pack. To the residents' panel small counts are not shown: a single case could be somebody they know. */
import type { Block, Cell } from '../document.js';
import type { Measured } from '../measured.js';
import { grouped, inFigures, valueInWords } from '../rounding.js';
import { sameFigure } from './changes.js';
import type { PackData } from './pack-data.js';

const shownToPanelFrom = 5;

/** Whether the audience may see a figure: the panel none that could be one of its neighbours. */
export function mayShow(data: PackData, m: Measured): boolean {
  if (data.kind.audience !== 'panel' || m.group === null || m.group === 'all') return true;
  const n = m.unit === 'count' ? m.value : m.numerator;
  return n === null || n === 0 || n >= shownToPanelFrom;
}

/** Figures of now beside those of before, each with what was left out of it. */
export function figures(data: PackData, caption: string, list: readonly Measured[]): Block {
  if (list.length === 0) return { block: 'paragraph', text: [`${caption}: none.`] };
  const hidden = list.filter((m) => !mayShow(data, m)).length;
  const rows = list
    .filter((m) => mayShow(data, m))
    .map((m): Cell[] => {
      const before = sameFigure(data.earlier, m);
      return [
        { text: [m.words] },
        { text: [inFigures(m)], number: true },
        { text: [before === undefined ? '–' : valueInWords(before)], number: true },
        { text: [leftOut(m)] },
      ];
    });
  if (hidden > 0)
    rows.push([
      { text: [`${hidden} with fewer than ${shownToPanelFrom}`] },
      { text: ['not shown'], number: true },
      { text: ['–'], number: true },
      { text: [''] },
    ]);
  return {
    block: 'table',
    caption,
    head: ['', data.period.name, data.before.name, 'Left out'].map((text, i) => ({
      text: [i === 0 ? 'Figure' : text],
      number: i === 1 || i === 2,
    })),
    rows,
    rowHeads: true,
    foot: null,
  };
}

function leftOut(m: Measured): string {
  const parts = [
    m.notYetDue > 0 ? `${grouped(m.notYetDue)} not due yet` : '',
    m.unknown > 0 ? `${grouped(m.unknown)} not known` : '',
  ].filter((text) => text !== '');
  return parts.join(', ');
}

/** A plain table of texts. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): Block {
  return {
    block: 'table',
    caption,
    head: head.map((text) => ({ text: [text] })),
    rows: rows.map((row) => row.map((text) => ({ text: [text] }))),
    rowHeads: true,
    foot: null,
  };
}
