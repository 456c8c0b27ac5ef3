/** Names and homes of companies: any number of them, no two alike. */
import { companyName, type Market } from './market.ts'
import { marketsFar } from './markets-far.ts'
import { marketsNear } from './markets-near.ts'

/** A company that trades with us. */
export interface Company {
  readonly name: string
  readonly city: string
  readonly market: Market
}

// Near markets stand in the round twice: that is where most customers are.
const round: readonly Market[] = [...marketsNear, ...marketsFar, ...marketsNear.slice(0, 6)]

/** The `index`th company. */
export function companyAt(index: number): Company {
  // A stride without common divisor with the round's length visits every market before it comes back.
  const place = (index * 15) % round.length
  const market = round[place] as Market
  const isSecondVisit = place >= marketsNear.length + marketsFar.length
  const visits = round.indexOf(market) < round.length - marketsNear.length - marketsFar.length ? 2 : 1
  const turn = Math.floor(index / round.length) * visits + (isSecondVisit ? 1 : 0)
  return companyOf(market, turn)
}

function companyOf(market: Market, turn: number): Company {
  const { kinds, names, cities } = market
  const combinations = kinds.length * names.length
  // 37 is prime and larger than any list here, so this meets every combination once before it repeats.
  const combination = (turn * 37 + 5) % combinations
  const name = companyName(
    market,
    kinds[combination % kinds.length] as string,
    names[Math.floor(combination / kinds.length)] as string,
  )
  const branch = Math.floor(turn / combinations)
  if (branch === 0) return { name, city: cities[turn % cities.length] as string, market }
  const city = cities[branch % cities.length] as string
  const number = Math.floor((branch - 1) / cities.length) + 1
  return { name: number === 1 ? `${name} — ${city}` : `${name} — ${city} ${number}`, city, market }
}
