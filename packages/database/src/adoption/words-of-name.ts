/** What the name of a column says of what it holds. */
import { withoutHumps } from '@haykal/model'

/** The words of a name, in lower case: `InvoiceDate`, `invoice_date` and `invoice date` have the same two. */
export function wordsOfName(name: string): readonly string[] {
  return withoutHumps(name)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

const momentWords = new Set(
  'date time datetime timestamp created updated modified expires expiry expiration birthday dob deadline'.split(' '),
)
const lastMomentWords = new Set('at on ts since until seen when'.split(' '))

/** Whether it sounds like a day or a moment: `created_at`, `InvoiceDate`, `expires`. */
export function soundsLikeMoment(name: string): boolean {
  const words = wordsOfName(name)
  return words.some((word) => momentWords.has(word)) || lastMomentWords.has(words.at(-1) ?? '')
}

const flagWords = new Set('is has can should was allow allows allowed use uses'.split(' '))
const flagNames = new Set(
  'active enabled disabled deleted archived hidden visible published verified approved favorite favourite starred pinned locked done completed checked read'.split(
    ' ',
  ),
)

/** Whether it sounds like a yes or no: `is_paid`, `hasChildren`, `enabled`. */
export function soundsLikeFlag(name: string): boolean {
  const words = wordsOfName(name)
  return (words.length > 1 && flagWords.has(words[0] ?? '')) || (words.length === 1 && flagNames.has(words[0] ?? ''))
}

const moneyWords = new Set(
  'price prices amount total subtotal cost costs salary balance fee fees tax vat revenue payment paid discount budget debt rent wage wages turnover income expense'.split(
    ' ',
  ),
)
const measureWords = new Set('rate ratio percent percentage pct factor weight'.split(' '))

/** Whether it sounds like an amount of money: `unit_price`, `Total`; not `tax_rate`. */
export function soundsLikeMoney(name: string): boolean {
  const words = wordsOfName(name)
  return words.some((word) => moneyWords.has(word)) && !words.some((word) => measureWords.has(word))
}

const proseWords = new Set(
  'notes note description comment comments body content bio biography remarks abstract message summary review'.split(
    ' ',
  ),
)

/** Whether it sounds like text of several lines: `description`, `order_notes`. */
export function soundsLikeProse(name: string): boolean {
  return proseWords.has(wordsOfName(name).at(-1) ?? '')
}

const ownWords = new Set(
  'name title first last middle surname firstname lastname nickname username author artist composer subject label headline city town village country county nation state province region district place location venue address street zip postal postcode phone mobile fax email mail url link website company organisation organization employer school code number no id uuid guid key token hash slug path file filename description note notes comment'.split(
    ' ',
  ),
)

/** Whether its values are names and the like: many records may share one, and yet nobody chooses from a list of them. */
export function soundsLikeOwnWords(name: string): boolean {
  return wordsOfName(name).some((word) => ownWords.has(word))
}

const secretWords = new Set('password passwd pwd passphrase secret salt pin otp'.split(' '))

/** Whether it sounds like what nobody should read over a shoulder: `password_hash`, `client_secret`, `api_token`. */
export function soundsLikeSecret(name: string): boolean {
  const words = wordsOfName(name)
  const last = words.slice(-2).join(' ')
  return (
    words.some((word) => secretWords.has(word)) ||
    /^(api|access|auth|refresh|session|private|reset) (token|key)$/.test(last)
  )
}
