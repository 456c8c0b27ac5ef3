/** What the shop shows: categories with their products, asked for with the rights of whoever looks. */
import { modelNamed, type RecordOf } from 'haykal'
import { useRecords } from 'haykal/web'
import type { category } from '../../models/category/category.ts'
import type { product } from '../../models/product/product.ts'

const products = modelNamed<typeof product>('products')
const categories = modelNamed<typeof category>('categories')

/** A product as the shop knows it. */
export type Good = Pick<RecordOf<typeof product>, (typeof goodFields)[number]>

/** A category with those of its products that are asked for. */
export interface Shelf {
  readonly category: Category
  readonly goods: readonly Good[]
}

type Category = RecordOf<typeof category>

const goodFields = ['id', 'sku', 'name', 'arabicName', 'category', 'price', 'unit'] as const

/** What the goods are asked for by. */
export interface Wish {
  readonly q: string
  /** The key of a category; absent: all of them. */
  readonly category?: number
}

/** The categories, and the shelves with what fits the wish; empty shelves are left out. */
export function useGoods({ q, category }: Wish) {
  const all = useRecords(categories, { sort: ['position'], limit: 200, count: 'none' })
  const found = useRecords(products, {
    q,
    fields: goodFields,
    sort: ['sku'],
    limit: 500,
    count: 'none',
    filter: { discontinued: { eq: false }, ...(category === undefined ? {} : { category: { eq: category } }) },
  })
  return {
    categories: all.data,
    shelves: all.data && found.data && shelvesOf(all.data, found.data),
    total: found.data?.length,
    isChanging: found.isChanging,
    error: all.error ?? found.error,
  }
}

function shelvesOf(categories: readonly Category[], goods: readonly Good[]): readonly Shelf[] {
  const byCategory = Map.groupBy(goods, (good) => good.category)
  return categories.flatMap((category) => {
    const own = byCategory.get(category.id)
    return own === undefined ? [] : [{ category, goods: own }]
  })
}
