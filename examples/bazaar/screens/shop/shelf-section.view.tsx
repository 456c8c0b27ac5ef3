/** One category of the shop with its products. */
import { Skeleton, useLabel, useLocale } from 'haykal/web'
import { Money } from '../../parts/money.view.tsx'
import { Motif } from './motif.view.tsx'
import styles from './shop.module.css'
import { words } from './shop-words.ts'
import type { Good, Shelf } from './use-goods.ts'

/** A category: its name, a sentence about it, its products. */
export function ShelfSection({ shelf: { category, goods } }: { readonly shelf: Shelf }) {
  const { language } = useLocale()
  const heading = `shelf-${category.id}`
  return (
    <section className={styles.shelf} aria-labelledby={heading}>
      <h2 id={heading}>{language === 'ar' ? category.arabicName : category.name}</h2>
      <p>{sentenceIn(category.description, language)}</p>
      <ul className={styles.cards}>
        {goods.map((good) => (
          <ProductCard key={good.id} good={good} />
        ))}
      </ul>
    </section>
  )
}

function ProductCard({ good }: { readonly good: Good }) {
  const { language } = useLocale()
  const label = useLabel()
  return (
    <li className={styles.card}>
      <Motif family={good.category} member={good.id} />
      <span className={styles.name}>{language === 'ar' ? good.arabicName : good.name}</span>
      <span className={styles.offer}>
        <span className={styles.price}>
          <Money amount={good.price} />
        </span>
        <span className={styles.quiet}>{label(words.units[good.unit])}</span>
        <bdi className={styles.article}>{good.sku}</bdi>
      </span>
    </li>
  )
}

const placeholders = Array.from({ length: 12 }, (_, place) => `placeholder-${place}`)

/** The shape of a category that is still on its way. */
export function PlaceholderShelf() {
  return (
    <div className={styles.shelf} aria-hidden="true">
      <ul className={styles.cards}>
        {placeholders.map((key) => (
          <li key={key} className={styles.card}>
            <span className={styles.tile} />
            <Skeleton width="80%" />
            <Skeleton width="40%" />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Descriptions hold one line a language, English first. */
function sentenceIn(description: string | null, language: string): string {
  const [english = '', arabic = english] = (description ?? '').split('\n')
  return language === 'ar' ? arabic : english
}
