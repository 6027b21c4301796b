/** The languages of a site as buttons, each in its own words; nothing where there is only English. */
import type { VNode } from 'preact';
import type { SiteVisit } from '../../visit.js';
import { directionOf } from './catalogue.js';
import { ownName } from './languages.js';

export function LanguageChoice({ visit }: { readonly visit: SiteVisit }): VNode | null {
  const { languages, say, base, csrf, path } = visit;
  if (languages.length === 0) return null;
  return (
    <nav class="app-languages" aria-label={say('Language')}>
      <div class="govuk-width-container">
        <form method="post" action={`${base}/language`}>
          <input type="hidden" name="_csrf" value={csrf} />
          <input type="hidden" name="back" value={path} />
          <ul>
            {languages.map((language) => (
              <li key={language}>
                <button
                  type="submit"
                  name="language"
                  value={language}
                  lang={language}
                  dir={directionOf(language)}
                  aria-current={language === say.language ? 'true' : undefined}
                >
                  {ownName(language)}
                </button>
              </li>
            ))}
          </ul>
        </form>
        <p class="govuk-body-s">
          {say(
            'These pages come in the language that you choose, and so do the receipt and the link that they send you. Our letters and all other messages come in English: tell us if you need them translated.',
          )}
        </p>
      </div>
    </nav>
  );
}
