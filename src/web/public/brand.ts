/** A landlord's colour as a stylesheet of one line, since the page itself may hold no styles. */
import { brandStyles, isReadable, readColour } from '../ui/brand.js';
import { download, notFound, type PublicVisit, screen } from '../visit.js';

async function get(visit: PublicVisit) {
  const colour = readColour((visit.params.file ?? '').replace(/\.css$/, ''));
  if (colour === null || !isReadable(colour)) return notFound;
  return download('brand.css', 'text/css; charset=utf-8', brandStyles(colour), { inline: true, lasting: true });
}

export const brand = screen({ path: '/brand/:file', access: 'public', get });
