/** The text with its first letter as a capital: for what stands in the middle of one sentence and begins another. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
