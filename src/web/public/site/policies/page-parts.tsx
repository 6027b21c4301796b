/** A policy page's text as it is read: headings, paragraphs, lists, and addresses that can be followed. */
import type { ComponentChildren, VNode } from 'preact';
import { pageText } from '../../../../assess/policy/page-text.js';

/** `lang`: the landlord writes in English, whatever language the page around it is in. */
export function PolicyText({ body }: { readonly body: string }): VNode {
  return (
    <div lang="en" dir="ltr">
      {pageText(body).map((part, at) => {
        switch (part.is) {
          case 'heading':
            return part.level === 2 ? (
              <h2 key={at} class="govuk-heading-m" id={part.anchor}>
                {part.text}
              </h2>
            ) : (
              <h3 key={at} class="govuk-heading-s" id={part.anchor}>
                {part.text}
              </h3>
            );
          case 'list':
            return (
              <ul key={at} class="govuk-list govuk-list--bullet">
                {part.items.map((item) => (
                  <li key={item}>{followed(item)}</li>
                ))}
              </ul>
            );
          case 'paragraph':
            return (
              <p key={at} class="govuk-body">
                {followed(part.text)}
              </p>
            );
          default:
            return part satisfies never;
        }
      })}
    </div>
  );
}

const address = /(https:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?])/;

/** What stands as https://… is a link; nothing else is. */
function followed(text: string): ComponentChildren {
  return text.split(address).map((piece, at) =>
    at % 2 === 1 ? (
      <a key={piece} class="govuk-link" href={piece} rel="noreferrer">
        {piece}
      </a>
    ) : (
      piece
    ),
  );
}
