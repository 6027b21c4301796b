/** Makes docs/the-code.md, docs/editions.md and docs/measures.md again: npm run the-code. */
import { writeFileSync } from 'node:fs';
import { codesInMarkdown } from '../../src/law/in-markdown.js';
import { editionsInMarkdown } from '../../src/law/mapping/in-markdown.js';
import { measuresInMarkdown } from '../../src/reports/measures/in-markdown.js';

writeFileSync(new URL('../../../docs/the-code.md', import.meta.url), codesInMarkdown());
writeFileSync(new URL('../../../docs/editions.md', import.meta.url), editionsInMarkdown());
writeFileSync(new URL('../../../docs/measures.md', import.meta.url), measuresInMarkdown());
