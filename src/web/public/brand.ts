/** A landlord's colour as a stylesheet of one line, since the page itself may hold no styles. */
import { brandStyles, deviceTypefaces, isReadable, readColour } from '../ui/brand.js';
import { download, notFound, type PublicVisit, screen } from '../visit.js';

async function get(visit: PublicVisit) {
  const [, digits = '', , face] = /^([0-9a-f]{6})(-(sans|serif))?\.css$/i.exec(visit.params.file ?? '') ?? [];
  const colour = readColour(digits);
  if (colour === null || !isReadable(colour)) return notFound;
  const typeface = face === 'sans' || face === 'serif' ? deviceTypefaces[face] : null;
  return download('brand.css', 'text/css; charset=utf-8', brandStyles(colour, typeface), {
    inline: true,
    lasting: true,
  });
}

export const brand = screen({ path: '/brand/:file', access: 'public', get });
