/** Markets: where customers are at home, and how companies are called there. */
import type { Country } from '../models/countries.ts'

/** One country with its cities and the parts that names of companies are made of. */
export interface Market {
  readonly country: Country
  readonly dial: string
  /** How `kind` and `name` stand together; absent: `name kind`. */
  readonly pattern?: string
  readonly kinds: readonly string[]
  readonly names: readonly string[]
  readonly cities: readonly string[]
}

/** The name of a company. */
export function companyName({ pattern = 'NAME KIND' }: Market, kind: string, name: string): string {
  return pattern.replace('KIND', () => kind).replace('NAME', () => name)
}
