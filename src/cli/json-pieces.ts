/**
 * Reads a list of JSON values piece by piece, in memory that does not grow with the list: one object (on one line or
 * many), an array, or one object a line. A piece that is no JSON is given back as a fault in its place.
 */
export type Form = 'one' | 'array' | 'lines';

export type Piece =
  | { readonly form: Form; readonly value: unknown }
  | { readonly form: Form; readonly fault: string }
  /** A list with nothing in it. */
  | { readonly form: 'array'; readonly empty: true };

/** Characters, and more than any one complaint's facts take: what is longer is not what it seems. */
const longest = 32_000_000;
/** How far is read ahead to tell one object over many lines from a list whose first line is broken. */
const farthestAhead = 4_000_000;

export async function* jsonPieces(chunks: AsyncIterable<string>): AsyncGenerator<Piece> {
  let head = '';
  const rest = chunks[Symbol.asyncIterator]();
  for (;;) {
    const { value, done } = await rest.next();
    if (done) break;
    head += value;
    if (head.trimStart() !== '') break;
  }
  const all = onward(head.replace(/^\uFEFF/, ''), rest);
  yield* head.trimStart().startsWith('[') ? arrayPieces(all) : linePieces(all);
}

async function* onward(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield first;
  for (;;) {
    const { value, done } = await rest.next();
    if (done) return;
    yield value;
  }
}

const tooLong = `longer than ${longest / 1_000_000} million characters`;

function parse(text: string, form: Form, what: string): Piece {
  if (text.length > longest) return { form, fault: `${what} is ${tooLong}.` };
  try {
    return { form, value: JSON.parse(text) };
  } catch {
    return { form, fault: `${what} is not JSON.` };
  }
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The lines; of one that is too long only as much as shows that it is. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let begun = '';
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      yield begun.length > longest ? begun : begun + chunk.slice(from, end);
      begun = '';
      from = end + 1;
    }
    if (begun.length <= longest) begun += chunk.slice(from);
  }
  yield begun;
}

/**
 * One object a line, or one object over many lines. It is the latter only when the first line is no JSON by itself and
 * the whole is; a broken first line of a long list is found out without reading more than a little ahead.
 */
async function* linePieces(chunks: AsyncIterable<string>): AsyncGenerator<Piece> {
  let ahead: string[] | null = [];
  let size = 0;
  let number = 0;
  let form: Form = 'lines';
  const line = (text: string): Piece => parse(text, form, `Line ${number}`);
  const released: Piece[] = [];
  const release = (): void => {
    for (const text of ahead ?? []) {
      number += 1;
      if (text.trim() !== '') released.push(line(text));
    }
    ahead = null;
  };
  for await (const text of linesOf(chunks)) {
    if (ahead === null) {
      number += 1;
      if (text.trim() !== '') yield line(text);
      continue;
    }
    if (ahead.length === 0 && text.trim() === '') {
      number += 1;
      continue;
    }
    ahead.push(text);
    size += text.length;
    if (ahead.length === 1 ? parses(text) : size > farthestAhead) {
      release();
      yield* released.splice(0);
    }
  }
  if (ahead === null) return;
  const whole = ahead.join('\n');
  if (whole.trim() === '') return;
  if (parses(whole)) {
    form = 'one';
    yield parse(whole, form, 'This');
    return;
  }
  const lines = ahead.filter((text) => text.trim() !== '');
  // Inner lines of one object are indented; a line that opens an object at its edge is the next one of a list.
  if (!lines.slice(1).some((text) => parses(text) || text.startsWith('{'))) {
    yield { form: 'one', fault: 'This is not JSON.' };
    return;
  }
  release();
  yield* released;
}

const quote = 34;
const backslash = 92;
const comma = 44;
const endOfList = 93;
const unending = 'The list does not end as a list of JSON must.';
const opening = new Set([91, 123]);
const closing = new Set([93, 125]);

/** The items of an array, told apart by its brackets and commas alone; each is then read by itself. */
async function* arrayPieces(chunks: AsyncIterable<string>): AsyncGenerator<Piece> {
  let depth = 0;
  let inText = false;
  let escaped = false;
  let item = '';
  let number = 0;
  let over = false;
  const broken = (fault: string): Piece => ({ form: 'array', fault });
  const itemPiece = (text: string): Piece => {
    number += 1;
    return parse(text, 'array', `Item ${number} of the list`);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const c = chunk.charCodeAt(i);
      if (over) {
        if (c !== 32 && (c < 9 || c > 13)) {
          yield broken('Something follows the end of the list.');
          return;
        }
        continue;
      }
      if (inText) {
        if (escaped) escaped = false;
        else if (c === backslash) escaped = true;
        else if (c === quote) inText = false;
        continue;
      }
      if (c === quote) inText = true;
      else if (opening.has(c)) {
        depth += 1;
        if (depth === 1) from = i + 1;
      } else if (closing.has(c)) {
        depth -= 1;
        if (depth > 0) continue;
        item += chunk.slice(from, i);
        over = true;
        if (c !== endOfList) {
          yield broken(unending);
          return;
        }
        yield item.trim() === '' && number === 0 ? { form: 'array', empty: true } : itemPiece(item);
        item = '';
      } else if (c === comma && depth === 1) {
        yield itemPiece(item + chunk.slice(from, i));
        item = '';
        from = i + 1;
      }
    }
    if (!over) item += chunk.slice(from);
    if (item.length > longest) break;
  }
  if (!over) yield broken(item.length > longest ? `Item ${number + 1} of the list is ${tooLong}.` : unending);
}
