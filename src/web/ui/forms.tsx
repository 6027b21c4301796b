/**
 * Forms, one pattern for every screen: a schema of fields (fields.ts), `startForm` for GET, `readForm` for POST, and
 * field components that show what was typed and what is wrong with it. An error links to its field, and nothing that
 * was typed is lost.
 *
 * It is longer than 250 lines because the fields are one family, and whoever writes a screen finds them in one place.
 */
import { type ComponentChildren, createContext, type VNode } from 'preact';
import type { z } from 'zod';
import type { Refusal } from '../../complaint/refusals.js';
import { largestFileUnlessSet } from '../../store/documents.js';
import type { AnyVisit, Fields } from '../visit.js';
import {
  Button,
  CharacterCount,
  Checkboxes,
  DateInput,
  FileUpload,
  Input,
  PasswordInput,
  Radios,
  Select,
  Textarea,
} from './components.js';
import type { InputOptions } from './govuk-options.js';

export interface FormError {
  /** The name of the field, or null for the form as a whole. */
  readonly field: string | null;
  readonly words: string;
}

export interface FormState {
  readonly values: Fields;
  readonly errors: readonly FormError[];
}

type Initial = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

const dayShape = /^\d{4}-\d{2}-\d{2}$/;

/** Raw values as inputs hold them; a day is put into its three boxes. */
function toFields(initial: Initial): Fields {
  const fields: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(initial)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'string' && dayShape.test(value)) {
      fields[`${name}-day`] = String(Number(value.slice(8)));
      fields[`${name}-month`] = String(Number(value.slice(5, 7)));
      fields[`${name}-year`] = value.slice(0, 4);
    }
    fields[name] = typeof value === 'object' ? value : value === true ? 'yes' : String(value);
  }
  return fields;
}

/** For GET: the values to begin with, or, after a lost session, what had been typed. */
export function startForm(visit: AnyVisit, initial: Initial = {}): FormState {
  return { values: visit.restored ?? toFields(initial), errors: [] };
}

/** For POST: the parsed values, or the form again with its errors. */
export function readForm<Schema extends z.ZodObject>(
  schema: Schema,
  fields: Fields,
):
  | { readonly ok: true; readonly value: z.output<Schema>; readonly form: FormState }
  | { readonly ok: false; readonly form: FormState } {
  const input: Record<string, unknown> = {};
  for (const name of Object.keys(schema.shape)) {
    const inBoxes = ['day', 'month', 'year'].some((box) => fields[`${name}-${box}`] !== undefined);
    input[name] = inBoxes
      ? { day: fields[`${name}-day`], month: fields[`${name}-month`], year: fields[`${name}-year`] }
      : fields[name];
  }
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data, form: { values: fields, errors: [] } };
  const errors: FormError[] = [];
  for (const issue of parsed.error.issues) {
    const field = issue.path[0] === undefined ? null : String(issue.path[0]);
    // One error a field: the first says what to do now.
    if (!errors.some((error) => error.field === field)) errors.push({ field, words: issue.message });
  }
  return { ok: false, form: { values: fields, errors } };
}

/** The form again, with errors that only the house could find. */
export function withErrors(form: FormState, errors: readonly FormError[]): FormState {
  return { values: form.values, errors: [...form.errors, ...errors] };
}

/** The form again, with what a decision refused, each with the provision it rests on. `names` puts a refusal's field beside another input. */
export function withRefusals(
  form: FormState,
  refusals: readonly Refusal[],
  names: Readonly<Record<string, string>> = {},
): FormState {
  return withErrors(
    form,
    refusals.map(({ field, words, provision }) => ({
      field: field === null ? null : (names[field] ?? field),
      words: provision === null ? words : `${words} (the Code, ${provision})`,
    })),
  );
}

/** The id to which an error links. */
export function anchorOf(form: FormState, error: FormError): string {
  if (error.field === null) return '#form';
  return form.values[`${error.field}-day`] === undefined ? `#${error.field}` : `#${error.field}-day`;
}

export function typedIn(form: FormState, name: string): string {
  const value = form.values[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

export function allTypedIn(form: FormState, name: string): readonly string[] {
  const value = form.values[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

function errorOf(form: FormState, name: string): { errorMessage: { text: string } } | object {
  const found = form.errors.find((error) => error.field === name);
  return found ? { errorMessage: { text: found.words } } : {};
}

interface FormProps {
  readonly visit: AnyVisit;
  /** Posts to the page's own path unless told otherwise. */
  readonly action?: string;
  readonly files?: boolean;
  readonly id?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** What a form says of files before any is chosen. Residents' pages say it in the resident's language, by themselves. */
const Limits = createContext<string | null>(null);

function limitWords({ staff, landlord }: AnyVisit): string | null {
  if (staff === null || landlord === null) return null;
  const set = landlord.settings['largest-file'];
  const most = Math.floor((typeof set === 'number' ? set : largestFileUnlessSet) / 1_000_000);
  return `Up to ${most} MB each. Files are looked at before anybody can open them.`;
}

/** A form that posts, with its token against forged requests. */
export function Form({ visit, action = visit.path, files = false, id = 'form', children, ...rest }: FormProps): VNode {
  return (
    <form
      id={id}
      method="post"
      action={action}
      class={rest.class}
      noValidate
      {...(files ? { enctype: 'multipart/form-data' } : {})}
    >
      <input type="hidden" name="_csrf" value={visit.csrf} />
      <Limits.Provider value={files ? limitWords(visit) : null}>{children}</Limits.Provider>
    </form>
  );
}

/** The form's last button, safe against a double click. `name` and `value` when a form has several. */
export function Submit(props: {
  readonly children: ComponentChildren;
  readonly secondary?: boolean;
  readonly warning?: boolean;
  readonly name?: string;
  readonly value?: string;
}): VNode {
  const look = props.warning ? 'govuk-button--warning' : props.secondary ? 'govuk-button--secondary' : undefined;
  return (
    <Button preventDoubleClick classes={look} name={props.name} value={props.value}>
      {props.children}
    </Button>
  );
}

export function Hidden({ name, value }: { readonly name: string; readonly value: string | number }): VNode {
  return <input type="hidden" name={name} value={value} />;
}

interface FieldProps {
  readonly form: FormState;
  readonly name: string;
  readonly hint?: ComponentChildren;
}

interface LabelProps {
  readonly label: string;
  readonly labelSize?: 's' | 'm' | 'l';
}

interface LegendProps {
  readonly legend: string;
  readonly legendSize?: 's' | 'm' | 'l';
  /** The legend is the page's h1: give the page `heading: null`. */
  readonly isHeading?: boolean;
}

const hintOf = (hint: ComponentChildren | undefined) =>
  hint === undefined || hint === '' ? {} : { hint: { html: hint } };

function labelOf({ label, labelSize = 's' }: LabelProps) {
  return { label: { text: label, classes: `govuk-label--${labelSize}` } };
}

function fieldsetOf({ legend, legendSize = 's', isHeading = false }: LegendProps) {
  return {
    fieldset: {
      legend: {
        text: legend,
        classes: `govuk-fieldset__legend--${isHeading ? 'l' : legendSize}`,
        isPageHeading: isHeading,
      },
    },
  };
}

export function TextField(
  props: FieldProps &
    LabelProps &
    Pick<InputOptions, 'type' | 'inputmode' | 'autocomplete' | 'spellcheck' | 'prefix' | 'suffix'> & {
      readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 'two-thirds' | 'one-half';
    },
): VNode {
  const { form, name, hint, label, labelSize, width, ...rest } = props;
  const classes =
    width === undefined
      ? undefined
      : typeof width === 'number'
        ? `govuk-input--width-${width}`
        : `govuk-!-width-${width}`;
  return (
    <Input
      id={name}
      name={name}
      value={typedIn(form, name)}
      classes={classes}
      {...labelOf({ label, ...(labelSize ? { labelSize } : {}) })}
      {...hintOf(hint)}
      {...errorOf(form, name)}
      {...rest}
    />
  );
}

export function PasswordField(
  props: FieldProps & LabelProps & { readonly autocomplete: 'current-password' | 'new-password' },
): VNode {
  const { form, name, hint, autocomplete } = props;
  // What was typed is never sent back.
  return (
    <PasswordInput
      id={name}
      name={name}
      autocomplete={autocomplete}
      {...labelOf(props)}
      {...hintOf(hint)}
      {...errorOf(form, name)}
    />
  );
}

export function TextareaField(
  props: FieldProps & LabelProps & { readonly rows?: number /** Counts characters. */; readonly most?: number },
): VNode {
  const { form, name, hint, rows = 5, most } = props;
  const shared = {
    id: name,
    name,
    rows: String(rows),
    value: typedIn(form, name),
    ...labelOf(props),
    ...hintOf(hint),
    ...errorOf(form, name),
  };
  return most === undefined ? <Textarea {...shared} /> : <CharacterCount {...shared} maxlength={most} threshold={75} />;
}

export function DateField(props: FieldProps & LegendProps): VNode {
  const { form, name, hint = 'For example, 27 3 2026' } = props;
  const failed = form.errors.some((error) => error.field === name);
  return (
    <DateInput
      id={name}
      namePrefix={name}
      items={(['day', 'month', 'year'] as const).map((box) => ({
        name: box,
        value: typedIn(form, `${name}-${box}`),
        classes: `govuk-input--width-${box === 'year' ? 4 : 2}${failed ? ' govuk-input--error' : ''}`,
      }))}
      {...fieldsetOf(props)}
      {...hintOf(hint)}
      {...errorOf(form, name)}
    />
  );
}

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: ComponentChildren;
  /** Fields that show when it is chosen; without JavaScript they always show. */
  readonly shows?: ComponentChildren;
}

function itemsOf(items: readonly (Choice | 'or')[], chosen: readonly string[]) {
  return items.map((item) =>
    item === 'or'
      ? { divider: 'or' }
      : {
          value: item.value,
          text: item.text,
          checked: chosen.includes(item.value),
          ...hintOf(item.hint),
          ...(item.shows === undefined ? {} : { conditional: { html: item.shows } }),
        },
  );
}

export function RadiosField(
  props: FieldProps &
    LegendProps & { readonly items: readonly (Choice | 'or')[]; readonly inline?: boolean; readonly small?: boolean },
): VNode {
  const { form, name, hint, items, inline, small } = props;
  const classes = [inline ? 'govuk-radios--inline' : '', small ? 'govuk-radios--small' : ''].join(' ').trim();
  return (
    <Radios
      idPrefix={name}
      name={name}
      classes={classes}
      items={itemsOf(items, [typedIn(form, name)])}
      {...fieldsetOf(props)}
      {...hintOf(hint)}
      {...errorOf(form, name)}
    />
  );
}

export function CheckboxesField(
  props: FieldProps & LegendProps & { readonly items: readonly Choice[]; readonly small?: boolean },
): VNode {
  const { form, name, hint, items, small } = props;
  return (
    <Checkboxes
      idPrefix={name}
      name={name}
      classes={small ? 'govuk-checkboxes--small' : undefined}
      items={itemsOf(items, allTypedIn(form, name)) as { value: string; text: string }[]}
      {...fieldsetOf(props)}
      {...hintOf(hint)}
      {...errorOf(form, name)}
    />
  );
}

/** One tick box with its own label. */
export function TickField({ form, name, label, hint }: FieldProps & { readonly label: string }): VNode {
  return (
    <Checkboxes
      idPrefix={name}
      name={name}
      items={[{ value: 'yes', text: label, checked: typedIn(form, name) !== '', ...hintOf(hint) }]}
      {...errorOf(form, name)}
    />
  );
}

export function SelectField(
  props: FieldProps &
    LabelProps & {
      readonly items: readonly { readonly value: string; readonly text: string }[];
      /** The words of the choice that chooses nothing. */
      readonly none?: string;
    },
): VNode {
  const { form, name, hint, items, none } = props;
  const chosen = typedIn(form, name);
  return (
    <Select
      id={name}
      name={name}
      items={[...(none === undefined ? [] : [{ value: '', text: none }]), ...items].map((item) => ({
        ...item,
        selected: item.value === chosen,
      }))}
      {...labelOf(props)}
      {...hintOf(hint)}
      {...errorOf(form, name)}
    />
  );
}

/** A list in groups: few enough to read, each under what it belongs to. */
export function GroupedSelectField(
  props: FieldProps &
    LabelProps & {
      readonly groups: readonly {
        readonly text: string;
        readonly items: readonly { readonly value: string; readonly text: string }[];
      }[];
      readonly none: string;
    },
): VNode {
  const { form, name, hint, groups, none, label, labelSize = 's' } = props;
  const chosen = typedIn(form, name);
  const error = form.errors.find(({ field }) => field === name);
  // GOV.UK's own template has no groups; its classes and its order stand here by hand.
  const described = [...(hint === undefined ? [] : [`${name}-hint`]), ...(error ? [`${name}-error`] : [])].join(' ');
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label class={`govuk-label govuk-label--${labelSize}`} for={name}>
        {label}
      </label>
      {hint === undefined ? null : (
        <div id={`${name}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {error ? (
        <p id={`${name}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error.words}
        </p>
      ) : null}
      <select
        class={`govuk-select${error ? ' govuk-select--error' : ''}`}
        id={name}
        name={name}
        {...(described === '' ? {} : { 'aria-describedby': described })}
      >
        <option value="">{none}</option>
        {groups.map(({ text, items }) => (
          <optgroup key={text} label={text}>
            {items.map((item) => (
              <option key={item.value} value={item.value} selected={item.value === chosen}>
                {item.text}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** Its form needs `files`; the hint says how large a file may be, unless it does so itself. With `multiple`, files chosen one after the other gather (enhance.js); without a script the last choice counts. */
export function FileField(props: FieldProps & LabelProps & { readonly multiple?: boolean }): VNode {
  const { form, name, hint, multiple = false } = props;
  const withLimits = (limits: string | null) => {
    if (limits === null || (typeof hint === 'string' && /\bup to \d/i.test(hint))) return hint;
    if (hint === undefined) return limits;
    return typeof hint === 'string' ? `${hint.replace(/\.?$/, '.')} ${limits}` : [hint, ` ${limits}`];
  };
  return (
    <Limits.Consumer>
      {(limits) => (
        <FileUpload
          id={name}
          name={name}
          multiple={multiple}
          {...(multiple ? { attributes: { 'data-gathers': 'yes' } } : {})}
          {...labelOf(props)}
          {...hintOf(withLimits(limits))}
          {...errorOf(form, name)}
        />
      )}
    </Limits.Consumer>
  );
}
