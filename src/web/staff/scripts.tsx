/** The scripts beside the form of a contact: folds that open without JavaScript, the two that every call needs open. */
import type { VNode } from 'preact';
import { contactScripts, type ScriptLine, scriptLines } from '../../complaint/contact-scripts.js';

const label: Record<ScriptLine['is'], string> = { say: 'Say', ask: 'Ask', know: '' };

export function Script({ words }: { readonly words: string }): VNode {
  return (
    <ul class="app-script">
      {scriptLines(words).map((line) => (
        <li key={line.words} class={`app-script__${line.is}`}>
          {label[line.is] === '' ? null : <strong class="app-script__label">{label[line.is]}</strong>}
          {line.is === 'know' ? line.words : `‘${line.words}’`}
        </li>
      ))}
    </ul>
  );
}

const openAtFirst = ['phone'];

export function Scripts({ own }: { readonly own: Readonly<Record<string, string>> }): VNode {
  return (
    <aside class="app-scripts" aria-labelledby="scripts">
      <h2 class="govuk-heading-m" id="scripts">
        What to say and ask
      </h2>
      {contactScripts(own).map((script) => (
        <details key={script.name} class="govuk-details" open={openAtFirst.includes(script.name)}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{script.title}</span>
          </summary>
          <div class="govuk-details__text">
            <Script words={script.words} />
          </div>
        </details>
      ))}
    </aside>
  );
}
