/** Searches an adopted file for pieces of what it shows, and notes what is found: the same however it is looked for. */
import type { AnyRecord, Model } from '@haykal/model'
import { type AdoptedFile, attempt } from './adopted-file.ts'

/** How many pieces of the texts of one model are searched for. */
const mostPieces = 25

/** What each piece finds in each model, as text. */
export async function searchAround({ client, models }: AdoptedFile): Promise<{ readonly [question: string]: string }> {
  const found: { [question: string]: string } = {}
  for (const model of models.all) {
    const list = (q: string, limit: number) =>
      attempt(client.call('listRecords', { path: { model: model.name }, query: { limit, ...(q !== '' && { q }) } }))
    const shown = await list('', 50)
    if (!shown.ok) continue
    for (const piece of piecesOf(model, shown.reply.data)) {
      const answer = await list(piece, 500)
      found[`${model.name} ${piece}`] = answer.ok
        ? // Only what is looked up is ranked, so the order may differ.
          [`${answer.reply.meta.count}`, ...answer.reply.data.map((record) => JSON.stringify(record)).sort()].join('\n')
        : answer.why
    }
  }
  return found
}

/** Words, what begins them, what stands inside of them, and two words at once. */
function piecesOf(model: Model, records: readonly AnyRecord[]): readonly string[] {
  const texts = records.flatMap((record) =>
    model.fields.flatMap(({ name, isFoundByPart }) => {
      const value = record[name]
      return isFoundByPart && typeof value === 'string' && !value.includes('\0') ? [value.slice(0, 200)] : []
    }),
  )
  const words = texts.map((text) => text.split(/\s+/).filter(Boolean))
  const pieces = words.flatMap(([first = '', ...others]) => {
    const letters = [...first]
    const last = others.at(-1) ?? ''
    return [
      ...[first, letters.slice(0, 2).join(''), letters.slice(1, 5).join(''), letters[0] ?? ''],
      ...[first.toUpperCase(), `${last} ${first}`, last],
    ]
  })
  const askable = pieces
    .map((piece) => piece.trim().slice(0, 60))
    .filter((piece) => piece !== '' && piece.isWellFormed())
  return [...new Set(askable)].slice(0, mostPieces)
}
