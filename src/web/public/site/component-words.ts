/** The few words that the components bring by themselves, in the page's language. */
import type { Say } from './say.js';

/** 'Error:' before a field's error, and what stands above the three boxes of a date. */
export function withOurWords(html: string, say: Say): string {
  if (say.language === 'en') return html;
  const boxes: Readonly<Record<string, string>> = { Day: say('Day'), Month: say('Month'), Year: say('Year') };
  return html
    .replaceAll(
      '<span class="govuk-visually-hidden">Error:</span>',
      `<span class="govuk-visually-hidden">${say('Error:')}</span>`,
    )
    .replace(
      /(govuk-date-input__label"[^>]*>\s*)(Day|Month|Year)(?=\s*<\/label>)/g,
      (_, before: string, box: string) => `${before}${boxes[box] ?? box}`,
    );
}
