/**
 * Writes the types of GOV.UK Frontend's macros from the package's own `macro-options.json`, so that an option that the
 * package renames or drops breaks the build and not a page. Run by `node dist/src/web/ui/generate-govuk-options.js`;
 * a test holds that govuk-options.ts is what this makes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Option {
  name: string;
  type: string;
  required?: boolean;
  description?: string;
  isComponent?: boolean;
  params?: Option[];
}

const components = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist/govuk/components',
);

function typeName(component: string): string {
  return `${component.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())}Options`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Slots that the templates write out as they are: what enters them is rendered, and so escaped, by the door. */
export function isMarkup(name: string, parent: string): boolean {
  return name === 'html' || name.endsWith('Html') || parent === 'slots';
}

function typeOf(option: Option, parent: string, indent: string): string {
  if (isMarkup(option.name, parent) && option.type === 'string') return 'ComponentChildren';
  if (option.name === 'attributes') return 'Attributes';
  if (option.isComponent) return typeName(kebab(option.name));
  if (option.params) {
    const inner = members(option.params, option.name, `${indent}  `);
    const body = `{\n${inner}${indent}}`;
    return option.type === 'array'
      ? option.name === 'rows' && parent === 'table'
        ? `readonly (readonly ${body}[])[]`
        : `readonly (${body} | false | null)[]`
      : body;
  }
  switch (option.type) {
    case 'boolean':
      return 'boolean';
    case 'integer':
      return 'number';
    case 'array':
      return 'readonly string[]';
    case 'nunjucks-block':
      return 'ComponentChildren';
    case 'object':
      return 'Record<string, unknown>';
    default:
      return ['value', 'rows', 'maxlength', 'maxwords', 'threshold'].includes(option.name)
        ? 'string | number'
        : 'string';
  }
}

function members(options: readonly Option[], parent: string, indent: string): string {
  // text and html are each marked as required, but one of them is enough.
  return options
    .filter((option, at) => option.type !== 'nunjucks-block' && options.findIndex((o) => o.name === option.name) === at)
    .map((option) => {
      const optional =
        option.required &&
        !(option.name === 'value' && parent === 'items') &&
        !['text', 'html', 'titleText', 'titleHtml', 'maxlength', 'maxwords'].includes(option.name) &&
        !option.name.endsWith('Html') &&
        !option.name.endsWith('Text');
      return `${indent}readonly ${option.name}${optional ? '' : '?'}: ${typeOf(option, parent, indent)}${optional ? '' : ' | undefined'};\n`;
    })
    .join('');
}

export function govukOptions(): string {
  const parts = readdirSync(components)
    .sort()
    .flatMap((component) => {
      let options: Option[];
      try {
        options = JSON.parse(readFileSync(join(components, component, 'macro-options.json'), 'utf8')) as Option[];
      } catch {
        return [];
      }
      return [`export interface ${typeName(component)} {\n${members(options, component, '  ')}}\n`];
    });
  return `// Generated from govuk-frontend's macro-options.json by generate-govuk-options.ts. Not edited by hand.
import type { ComponentChildren } from 'preact';

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

${parts.join('\n')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = new URL('../../../../', import.meta.url);
  writeFileSync(new URL('src/web/ui/govuk-options.ts', root), govukOptions());
}
