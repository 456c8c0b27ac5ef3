/** What a declared type most likely means: `NVARCHAR(160)` is text of at most 160 characters. */

/** What a declared type says. */
export interface DeclaredType {
  /** `unknown`: no type, or one that nobody else uses. */
  readonly meaning:
    | 'boolean'
    | 'moment'
    | 'day'
    | 'time'
    | 'json'
    | 'bytes'
    | 'decimal'
    | 'real'
    | 'integer'
    | 'text'
    | 'unknown'
  /** The first number in parentheses: characters of a text, digits of a decimal. */
  readonly size?: number
  /** The second one: digits after the point. */
  readonly scale?: number
  /** A text that may be long; whether it is shows in its values. */
  readonly isLong: boolean
}

/** The order matters, as `DATETIME` holds `DATE`, and `POINT` and `INTERVAL` hold `INT`. */
const typeWords: readonly (readonly [words: RegExp, meaning: DeclaredType['meaning']])[] = [
  [/^BOOL|^BIT$|^TINYINT\(1\)/, 'boolean'],
  [/DATETIME|TIMESTAMP/, 'moment'],
  [/^DATE/, 'day'],
  [/^TIME\b/, 'time'],
  [/JSON/, 'json'],
  [/BLOB|BYTEA|BINARY|^IMAGE$/, 'bytes'],
  [/NUMERIC|DECIMAL|MONEY|CURRENCY|^NUMBER/, 'decimal'],
  [/REAL|FLOA|DOUB/, 'real'],
  [/^(?!.*(?:POINT|INTERVAL)).*INT|SERIAL/, 'integer'],
  [/CHAR|CLOB|TEXT|STRING|UUID|GUID|ENUM|INTERVAL/, 'text'],
]

/** Reads a declared type. */
export function declaredType(type: string): DeclaredType {
  const upper = type.trim().toUpperCase()
  const meaning = typeWords.find(([words]) => words.test(upper))?.[1] ?? 'unknown'
  const [size, scale] = numbersIn(upper)
  return {
    meaning,
    ...(size === undefined ? {} : { size }),
    ...(scale === undefined ? {} : { scale }),
    isLong: meaning === 'text' && (/TEXT|CLOB/.test(upper) || (size ?? 0) > 500),
  }
}

/** `NUMERIC(10,2)` has 10 and 2. */
function numbersIn(type: string): number[] {
  return (/\(([\d\s,]+)\)/.exec(type)?.[1] ?? '')
    .split(',')
    .filter((each) => each.trim() !== '')
    .map(Number)
}
