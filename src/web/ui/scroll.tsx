/** A box in which a wide table scrolls, so that the page itself never does (400% zoom, phones). */
import type { ComponentChildren, VNode } from 'preact';

export function Scroll({ label, children }: { readonly label: string; readonly children: ComponentChildren }): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard (WCAG 2.1.1)
    <section class="app-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
