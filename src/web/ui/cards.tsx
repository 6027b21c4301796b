/** Numbers that lead to their lists, one card each: quiet where there is none. */
import type { VNode } from 'preact';

export interface Card {
  readonly n: number;
  readonly words: string;
  readonly href: string;
  readonly look?: 'attention' | 'quiet' | 'plain';
  /** That list is what the page shows. */
  readonly shown?: boolean;
}

export function CardList({ cards }: { readonly cards: readonly Card[] }): VNode {
  return (
    <ul class="app-cards">
      {cards.map(({ n, words, href, look = 'plain', shown = false }) => (
        <li key={words} class={`app-card${lookOf(n, look)}`}>
          <span class="app-card__number">{n.toLocaleString('en-GB')}</span>
          <a class="govuk-link app-card__link" href={href} {...(shown ? { 'aria-current': 'true' as const } : {})}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}

function lookOf(n: number, look: NonNullable<Card['look']>): string {
  if (n === 0) return ' app-card--quiet';
  return look === 'plain' ? '' : ` app-card--${look}`;
}
