/** The shop window: product cards by category, with search; for everyone, signed in or not. */
import { Blank, Button, TextInput, useAddressText, useLabel, useLocale } from 'haykal/web'
import { useDeferredValue } from 'react'
import { CategoryLinks } from './category-links.view.tsx'
import { PlaceholderShelf, ShelfSection } from './shelf-section.view.tsx'
import styles from './shop.module.css'
import { shop } from './shop.ts'
import { words } from './shop-words.ts'
import { useGoods } from './use-goods.ts'

/** The shop. What is searched and which category is open stand in the address. */
export function Screen() {
  const label = useLabel()
  const { format } = useLocale()
  const [q, setQ] = useAddressText('q')
  const [chosen] = useAddressText('category')
  const category = /^\d{1,9}$/.test(chosen) ? Number(chosen) : undefined
  const wish = useDeferredValue(q.trim())
  const { categories, shelves, total, isChanging, error } = useGoods({
    q: wish,
    ...(category === undefined ? {} : { category }),
  })
  return (
    <div className={styles.shop}>
      <header className={styles.head}>
        <div>
          <h1>{label(shop.label)}</h1>
          <p>{label(words.lead)}</p>
        </div>
        <search className={styles.search}>
          <TextInput
            large
            type="search"
            value={q}
            onChange={(event) => setQ(event.target.value)}
            aria-label={label(words.search)}
            placeholder={label(words.search)}
          />
        </search>
      </header>
      <CategoryLinks categories={categories ?? []} chosen={category} q={wish} />
      <p role="status" className={styles.status}>
        {total !== undefined && `${label(words.found)}: ${format.number(total)}`}
      </p>
      {error && !shelves ? (
        <Blank alert icon="alert" title={label(words.failed)} text={label(words.failedText)} />
      ) : shelves?.length === 0 ? (
        <Blank
          icon="search"
          title={label(words.nothing)}
          text={label(words.nothingText)}
          actions={<Button onClick={() => setQ('')}>{label(words.showAll)}</Button>}
        />
      ) : (
        <div className={styles.shelves} data-changing={isChanging || undefined}>
          {shelves?.map((shelf) => <ShelfSection key={shelf.category.id} shelf={shelf} />) ?? <PlaceholderShelf />}
        </div>
      )}
    </div>
  )
}
