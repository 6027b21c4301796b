/** Makes docs/the-code.md and docs/editions.md again: npm run the-code. */
import { writeFileSync } from 'node:fs';
import { codesInMarkdown } from '../../src/law/in-markdown.js';
import { editionsInMarkdown } from '../../src/law/mapping/in-markdown.js';

writeFileSync(new URL('../../../docs/the-code.md', import.meta.url), codesInMarkdown());
writeFileSync(new URL('../../../docs/editions.md', import.meta.url), editionsInMarkdown());
