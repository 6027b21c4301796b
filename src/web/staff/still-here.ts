import { download, screen } from '../visit.js';

/** Asking for it is what keeps the session: the warning before a session ends does so on request. */
async function get() {
  return download('still-here.txt', 'text/plain; charset=utf-8', 'yes', { inline: true });
}

export const stillHere = screen({ path: '/still-here', access: 'signed-in', get });
