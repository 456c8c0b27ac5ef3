/** The categories and products of the sample. */
import type { RecordOf } from 'haykal'
import type { category } from '../models/category/category.ts'
import type { product } from '../models/product/product.ts'
import { dayBefore, tradingDays } from './calendar.ts'
import type { Article, Shelf, Variant } from './catalogue.ts'
import { goodsForTheHouse } from './goods-for-the-house.ts'
import { goodsForTheTable } from './goods-for-the-table.ts'
import { writeCents } from './money.ts'
import { type Random, randomFor } from './random.ts'
import { supplierCount } from './suppliers.ts'

const shelves: readonly Shelf[] = [...goodsForTheHouse, ...goodsForTheTable]

/** Clay, indigo, olive, wine, saffron, slate, copper, moss, plum, sand. */
const colours = [
  '#b5654a',
  '#33508f',
  '#7a8a3c',
  '#8c2f45',
  '#d99a2b',
  '#5b6b78',
  '#b8732f',
  '#4f7a5b',
  '#7a4a7f',
  '#c9b48a',
]

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** The categories. */
export function* categories(): Generator<RecordOf<typeof category>> {
  for (const [index, { name, description }] of shelves.entries()) {
    yield {
      id: index + 1,
      name: name.en,
      arabicName: name.ar,
      slug: slugOf(name.en),
      colour: colours[index % colours.length] ?? null,
      description: `${description.en}\n${description.ar}`,
      position: (index + 1) * 10,
    }
  }
}

/** The products: every article of every shelf in every variant. */
export function* products(): Generator<RecordOf<typeof product>> {
  let id = 0
  for (const [shelfIndex, shelf] of shelves.entries()) {
    for (const [articleIndex, article] of shelf.articles.entries()) {
      for (const [variantIndex, variant] of shelf.variants.entries()) {
        id += 1
        const sku = `${shelf.code}-${articleIndex + 1}${String(variantIndex + 1).padStart(2, '0')}`
        yield { id, sku, category: shelfIndex + 1, ...describe({ shelf, article, variant }, randomFor('product', id)) }
      }
    }
  }
}

interface Choice {
  readonly shelf: Shelf
  readonly article: Article
  readonly variant: Variant
}

type Description = Omit<RecordOf<typeof product>, 'id' | 'sku' | 'category'>

function describe({ shelf, article, variant }: Choice, random: Random): Description {
  const [name, arabicName, gender, cents, weight] = article
  const price = Math.round((cents * variant.factor) / 10) * 10
  const reorderAt = random.pick([5, 10, 10, 20, 20, 40])
  return {
    name: `${name}, ${variant.en}`,
    arabicName: `${arabicName}، ${gender === 'm' ? variant.masculine : variant.feminine}`,
    supplier: random.between(1, supplierCount),
    price: writeCents(price),
    cost: writeCents(Math.round(price * (0.48 + random.next() * 0.2))),
    unit: shelf.unit,
    stock: stockOf(reorderAt, random),
    reorderAt,
    weight: Math.round(weight * variant.factor * 100) / 100,
    launchedOn: dayBefore(random.below(tradingDays * 2)),
    discontinued: random.chance(0.04),
    description: random.chance(0.6) ? `${shelf.description.en}\n${shelf.description.ar}` : null,
    specifications: {
      material: shelf.material,
      variant: variant.en,
      box: { length: random.between(10, 60), width: random.between(10, 40), height: random.between(5, 40) },
    },
    drawing: random.chance(0.25) ? btoa(drawing(random.below(360))) : null,
  }
}

function stockOf(reorderAt: number, random: Random): number {
  if (random.chance(0.05)) return 0
  return random.chance(0.13) ? random.between(1, reorderAt) : random.between(reorderAt + 1, reorderAt * 12)
}

function drawing(hue: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="hsl(${hue} 40% 45%)" d="M4 4h16v16H4zM12 .7 23.3 12 12 23.3.7 12z"/></svg>`
}
