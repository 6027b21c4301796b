/** The ruled lines of a page of a PDF, by which its tables are told: those drawn, and those filled as thin boxes. */
export interface Across {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

export interface Down {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

export interface Ruled {
  readonly across: readonly Across[];
  readonly down: readonly Down[];
}

export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface OperatorNames {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly constructPath: number;
  /** Ends a path without painting it: a window to draw through. */
  readonly endPath: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
}

type Matrix = readonly [number, number, number, number, number, number];

const plainMatrix: Matrix = [1, 0, 0, 1, 0, 0];
const thin = 3;

function times(a: Matrix, b: readonly number[]): Matrix {
  const [b0 = 1, b1 = 0, b2 = 0, b3 = 1, b4 = 0, b5 = 0] = b;
  return [
    a[0] * b0 + a[2] * b1,
    a[1] * b0 + a[3] * b1,
    a[0] * b2 + a[2] * b3,
    a[1] * b2 + a[3] * b3,
    a[0] * b4 + a[2] * b5 + a[4],
    a[1] * b4 + a[3] * b5 + a[5],
  ];
}

/** Follows a page's drawing orders and keeps the lines that run across and down. */
export function ruledLines(
  { fnArray, argsArray }: Operators,
  names: OperatorNames,
  page: { width: number; height: number },
): Ruled {
  const across: Across[] = [];
  const down: Down[] = [];
  const stack: Matrix[] = [];
  let matrix: Matrix = plainMatrix;
  const keep = (x0: number, y0: number, x1: number, y1: number) => {
    const [ax, ay] = [matrix[0] * x0 + matrix[2] * y0 + matrix[4], matrix[1] * x0 + matrix[3] * y0 + matrix[5]];
    const [bx, by] = [matrix[0] * x1 + matrix[2] * y1 + matrix[4], matrix[1] * x1 + matrix[3] * y1 + matrix[5]];
    const [left, right, low, high] = [Math.min(ax, bx), Math.max(ax, bx), Math.min(ay, by), Math.max(ay, by)];
    if (high - low <= thin && right - left > 12) across.push({ y: (low + high) / 2, from: left, to: right });
    else if (right - left <= thin && high - low > 5) down.push({ x: (left + right) / 2, from: low, to: high });
    // The page's own background is no table.
    else if (right - left > 0.93 * page.width && high - low > 0.8 * page.height) return;
    else if (right - left > 12 && high - low > 5) {
      across.push({ y: low, from: left, to: right }, { y: high, from: left, to: right });
      down.push({ x: left, from: low, to: high }, { x: right, from: low, to: high });
    }
  };
  fnArray.forEach((fn, at) => {
    const args = argsArray[at];
    if (fn === names.save || fn === names.paintFormXObjectBegin) {
      stack.push(matrix);
      const form = Array.isArray(args) && Array.isArray(args[0]) ? (args[0] as unknown[]) : null;
      if (fn === names.paintFormXObjectBegin && form !== null && form.length === 6)
        matrix = times(matrix, form as number[]);
    } else if (fn === names.restore || fn === names.paintFormXObjectEnd) matrix = stack.pop() ?? plainMatrix;
    else if (fn === names.transform && isNumbers(args)) matrix = times(matrix, args);
    else if (fn === names.constructPath && Array.isArray(args) && args[0] !== names.endPath) {
      for (const box of boxesOf(args)) if (across.length + down.length < 40_000) keep(...box);
    }
  });
  return { across, down };
}

type Box = readonly [number, number, number, number];

// How the orders of a path are written: to go to, a line to, a curve to, a quadratic curve to, to close.
const lengths = [2, 2, 6, 4, 0];

/** The box around each part of a path: some programs draw all lines of a table as one. */
function boxesOf(args: readonly unknown[]): Box[] {
  const path: unknown = Array.isArray(args[1]) ? args[1][0] : null;
  const boxes: Box[] = [];
  if (!isNumbers(path))
    return isNumbers(args[2]) ? [[args[2][0] ?? 0, args[2][1] ?? 0, args[2][2] ?? 0, args[2][3] ?? 0]] : [];
  let xs: number[] = [];
  let ys: number[] = [];
  const flush = () => {
    if (xs.length > 1) boxes.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
    xs = [];
    ys = [];
  };
  for (let at = 0; at < path.length; ) {
    const order = path[at] ?? 4;
    const length = lengths[order];
    if (length === undefined) break;
    if (order === 0) flush();
    if (length >= 2 && xs.length < 1_000) {
      xs.push(path[at + length - 1] ?? 0);
      ys.push(path[at + length] ?? 0);
    }
    at += length + 1;
  }
  flush();
  return boxes;
}

function isNumbers(value: unknown): value is ArrayLike<number> & readonly number[] {
  return (Array.isArray(value) || ArrayBuffer.isView(value)) && (value as ArrayLike<unknown>).length >= 4;
}
