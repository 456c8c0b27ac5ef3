/** The way into one category and back to all of them. */
import { Link, useLabel, useLocale } from 'haykal/web'
import styles from './shop.module.css'
import { shop } from './shop.ts'
import { words } from './shop-words.ts'
import type { Shelf } from './use-goods.ts'

/** The properties of the links. */
export interface CategoryLinksProps {
  readonly categories: readonly Shelf['category'][]
  /** The key of the open category; undefined: all are. */
  readonly chosen: number | undefined
  /** What is searched for: stays when the category changes. */
  readonly q: string
}

/** The links. */
export function CategoryLinks({ categories, chosen, q }: CategoryLinksProps) {
  const label = useLabel()
  const { language } = useLocale()
  return (
    <nav className={styles.categories} aria-label={label(words.categories)}>
      <Link to={shopPath(q)} aria-current={chosen === undefined ? 'page' : undefined}>
        {label(words.everything)}
      </Link>
      {categories.map(({ id, name, arabicName }) => (
        <Link key={id} to={shopPath(q, id)} aria-current={chosen === id ? 'page' : undefined}>
          {language === 'ar' ? arabicName : name}
        </Link>
      ))}
    </nav>
  )
}

function shopPath(q: string, category?: number): string {
  const parameters = new URLSearchParams()
  if (q !== '') parameters.set('q', q)
  if (category !== undefined) parameters.set('category', String(category))
  const text = parameters.toString()
  return text === '' ? shop.path : `${shop.path}?${text}`
}
