/** The few words that components and fields bring by themselves, in the page's language. */
import type { Say } from './say.js';

/** 'Error:' before a field's error, what stands above the three boxes of a date, and what fields say of what was typed. */
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
    )
    .replace(/(>\s*)Use ([\d,]+) characters or fewer(?=\s*<)/g, (_, before: string, most: string) => {
      return before + say('Use {most} characters or fewer', { most });
    })
    .replace(/(>\s*)[^<>]+ must be a real date, like 27 3 2026(?=\s*<)/g, (_, before: string) => {
      return before + say('Enter a real date, like 27 3 2026');
    })
    .replace(
      /(>\s*)[^<>]+ must include a (?:day|month|year)(?: and a (?:month|year))?(?=\s*<)/g,
      (_, before: string) => {
        return before + say('Enter the day, the month and the year, like 27 3 2026');
      },
    )
    .replace(/(>\s*)[^<>]+ must be on or before \w+ \d{1,2} \w+ \d{4}(?=\s*<)/g, (_, before: string) => {
      return before + say('Enter today or an earlier day');
    })
    .replace(/(>\s*)Choose (?:one of|from) the list(?=\s*<)/g, (_, before: string) => {
      return before + say('Choose one of these');
    });
}
