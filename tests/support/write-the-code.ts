/** Makes docs/the-code.md again: npm run the-code. */
import { writeFileSync } from 'node:fs';
import { codesInMarkdown } from '../../src/law/in-markdown.js';

writeFileSync(new URL('../../../docs/the-code.md', import.meta.url), codesInMarkdown());
