/** Names for schemas and operations: made from what a model is called, plain enough for any generator, and each only once. */
import { labelIn, type Model } from '@haykal/model'

/** What a model is called in the document. */
export interface ModelNames {
  /** Of its schemas: `Order`. */
  readonly schema: string
  /** At the end of what its list is called: `Orders`. */
  readonly plural: string
}

/** The names of all models of a document. */
export interface Names {
  of(model: Model): ModelNames
}

/** Chooses the names; `taken` are those that the document uses already. */
export function createNames(models: readonly Model[], taken: readonly string[]): Names {
  const schemas = new Set(taken)
  const plurals = new Set<string>()
  const chosen = new Map(
    models.map((model) => {
      const schema = unused(
        schemas,
        (name) => [name, `New${name}`, `${name}Edit`, `${name}Reply`, `${name}Page`, `${name}ListItem`],
        [pascalCase(labelIn(model.label, 'en')), pascalCase(model.name)],
      )
      const plural = unused(plurals, (name) => [name], [pascalCase(model.name), `${schema}List`])
      return [model.name, { schema, plural }] as const
    }),
  )
  return { of: (model) => chosen.get(model.name) ?? { schema: 'Record', plural: 'Records' } }
}

/** The first wish that can be had, with a number behind it if need be; `family` are all names that come with it. */
function unused(taken: Set<string>, family: (name: string) => readonly string[], wishes: readonly string[]): string {
  const given = wishes.filter((wish) => wish !== '')
  const usable = given.length > 0 ? given : ['Record']
  const numbered = Array.from({ length: taken.size + 2 }, (_, index) => `${usable[0]}${index + 2}`)
  const isFree = (wish: string) => family(wish).every((name) => !taken.has(name))
  const found = [...usable, ...numbered].find(isFree) ?? ''
  for (const name of family(found)) taken.add(name)
  return found
}

/** `invoice line`, `invoice_line` and `invoiceLine` become `InvoiceLine`; what is not in plain letters goes. */
function pascalCase(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return /^\d/.test(joined) ? `Model${joined}` : joined
}
